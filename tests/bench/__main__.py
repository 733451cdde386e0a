"""Run every bench and print ours against the reference: `python3 dev.py bench [--json FILE] [NAME …]`."""

import argparse
import json
import sys
from importlib import import_module
from pathlib import Path

from tests.bench.row import Row

_HERE = Path(__file__).parent


def main(words: list[str]) -> int:
    """Measure; the exit code says only whether every bench ran, because speed is no pass or fail."""
    parser = argparse.ArgumentParser(prog="dev.py bench")
    parser.add_argument("--json", type=Path, help="also write the rows as a list")
    parser.add_argument("--long", action="store_true", help="also what takes minutes")
    parser.add_argument("names", nargs="*", help="only the benches whose function name has one of these words")
    asked = parser.parse_args(words)
    rows: list[Row] = []
    for bench in benches(long=asked.long):
        if not asked.names or any(word in bench.__name__ for word in asked.names):
            print(f"… {bench.__name__}", flush=True)
            for row in bench():
                rows.append(row)
                print(line(row), flush=True)
    if asked.json:
        asked.json.write_text(json.dumps(rows, indent=2, ensure_ascii=False), encoding="utf-8")
    return 0


def benches(*, long: bool = False):
    """All functions that the modules of this folder list in `ROWS`, and with `long` in `LONG`."""
    for file in sorted(_HERE.glob("*_bench.py")):
        module = import_module(f"tests.bench.{file.stem}")
        yield from module.ROWS
        if long:
            yield from getattr(module, "LONG", ())


def line(row: Row) -> str:
    """One row in words: `+` where the aim is met."""
    met = row["ratio"] <= row["aim"] if row["better"] == "less" else row["ratio"] >= row["aim"]
    sign = "≤" if row["better"] == "less" else "≥"
    figures = f"{row['ours']:12.4g} / {row['reference']:<10.4g} {row['unit']:<8}"
    return f"{'+' if met else '-'} {row['name']:<58} {figures} = {row['ratio']:6.2f}  (aim {sign} {row['aim']:g})"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
