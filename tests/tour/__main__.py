"""`python3 dev.py run --tour`: play the main job through the real apps, say each step, leave pictures and the day.

A new demo hall in the output folder, at the present time; the people sign in with the PINs its set-up printed.
"""

import argparse
import shutil
import sys
from datetime import time
from pathlib import Path

from shared import device_journal
from shared.daily_log import views
from shared.daily_log.exports import plain, xlsx
from shared.demo import hall as demo
from shared.domain.clock import wall_clock
from shared.domain.workdays import day_of, ms_at
from shared.people.views import person
from shared.qt import startup
from tests.tour.story import Clerk, Story

_CLERK, _SUPERVISOR = "1001", "2001"


def main(words: list[str]) -> int:
    """Play; 0 when the whole job went through."""
    parser = argparse.ArgumentParser(prog="dev.py run --tour")
    parser.add_argument("--out", type=Path, default=Path("demo-output"))
    out: Path = parser.parse_args(words).out.resolve()
    shutil.rmtree(out, ignore_errors=True)
    app = startup.application([], "tour", out / "hall")
    print(f"暖窗 Warm Window: 一个演示大厅的一天 · a day of a demo hall, in {out}", flush=True)
    clerk, supervisor = _demo_hall(out / "hall")
    Story(app, out / "hall", out, clerk, supervisor, wall_clock, tell=_tell).play()
    _export(out)
    return 0


def _demo_hall(folder: Path) -> tuple[Clerk, Clerk]:
    midnight = ms_at(day_of(wall_clock()), time.min)  # so the tour's own day begins empty
    with device_journal.opened(folder, now=midnight, hall=demo.HALL) as store:
        pins = demo.fill(store, now=midnight)
        found = [person(store, number) for number in (_CLERK, _SUPERVISOR)]
    clerk, supervisor = (Clerk(each.number, each.name, pins[each.number]) for each in found if each)
    return clerk, supervisor


def _export(out: Path) -> None:
    """The same day as data and as a sheet, beside the PDF that the supervisor exported in the app."""
    with device_journal.opened(out / "hall", now=wall_clock()) as store:
        day = views.day(store, demo.HALL, day_of(wall_clock()), now=wall_clock())
    (out / "day.json").write_bytes(plain.as_json(day))
    (out / "day.xlsx").write_bytes(xlsx.as_xlsx(day))
    for file in sorted(file for file in out.iterdir() if file.is_file()):
        print(f"  {file.name}", flush=True)


def _tell(sentence: str) -> None:
    print(f"· {sentence}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
