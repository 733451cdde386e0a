"""`python3 dev.py shots [--out DIR] [--all]`: every page of both apps in both languages.

Sheets go to `resources/handbook`; `--all` adds landscape, large print and high contrast of every page of the kiosk.
"""

import argparse
import shutil
import sys
from functools import partial
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtGui import QPixmap

import resources
from shared.qt import startup
from tests.shots.hall import demo_hall
from tests.shots.pages import counter_pages, kiosk_pages
from tests.shots.sheet import Sheet

_STATES = {
    "attract", "attract-without-thanks", "who-crowded", "who-second-leaf", "cards-of-a-long-name", "cards-by-number",
    "thanks-after-a-sentence", "write-nothing-yet", "phone", "slip-printed", "number", "banner", "called",
}  # fmt: skip
_OTHERS = ("staff-", "sync")
_LANGUAGES = {"zh": "zh_CN", "en": "en"}
_STANDING, _LYING = (1080, 1920), (1920, 1080)
_VARIANTS = {"": (False, False), "-large": (True, False), "-contrast": (False, True)}


def main(words: list[str]) -> int:
    """Take the pictures and name each sheet."""
    parser = argparse.ArgumentParser(prog="dev.py shots")
    parser.add_argument("--out", type=Path, default=resources.FOLDER / "handbook", help="where the sheets go")
    parser.add_argument("--all", action="store_true", help="every variant of the kiosk, each page in full size too")
    asked = parser.parse_args(words)
    with TemporaryDirectory() as work, demo_hall() as (folder, pins):
        app = startup.application([], "shots", folder)
        kept = asked.out.resolve() if asked.all else Path(work)
        for language, code in _LANGUAGES.items():
            for name, size, variant in _kiosk_sheets(asked.all):
                columns, width = (6, 270) if size == _STANDING else (4, 480)
                sheet = Sheet(kept, f"kiosk{name}-{language}", columns=columns, width=width)
                kiosk_pages(app, folder, size, code, *variant, sheet.add if asked.all else partial(_chosen, sheet))
                _keep(sheet, asked.out)
            sheet = Sheet(kept, f"counter-{language}", columns=4, width=460)
            counter_pages(app, folder, pins, code, sheet.add)
            _keep(sheet, asked.out)
    return 0


def _kiosk_sheets(every: bool) -> list[tuple[str, tuple[int, int], tuple[bool, bool]]]:
    sizes = {"": _STANDING, "-lying": _LYING}
    whole = [(size + variant, sizes[size], _VARIANTS[variant]) for size, variant in product(sizes, _VARIANTS)]
    return whole if every else [sheet for sheet in whole if sheet[0] in ("", "-lying")]


def _chosen(sheet: Sheet, picture: QPixmap, name: str) -> None:
    """One picture of each page; `--all` has every state of it."""
    if name not in _STATES and not name.startswith(_OTHERS):
        sheet.add(picture, name)


def _keep(sheet: Sheet, out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    file = sheet.save()
    if file.parent != out.resolve():
        shutil.copy(file, out)
    print(f"  {out / file.name}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
