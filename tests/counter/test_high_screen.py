"""A common office screen, 1920 × 1080 at one and a half times the size: every page of every role has to fit on it."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCALE, SCREEN = 1.5, (1920, 1080)
_PAGES = """
import json, sys
from pathlib import Path
from PySide6.QtTest import QTest
from counter.__main__ import build
from counter.session import Clock
from shared.qt import startup
from tests.support.builders import actor, at
from tests.support.person import Person
folder, language = Path(sys.argv[1]), sys.argv[2]
app = startup.application([], "counter", folder)
needed = {}
for number in sys.argv[3:]:
    window = build(app, folder, language, Clock(now=lambda: at("10:30"), steady=lambda: 0))
    window.show()
    window.start()
    person = Person(window)
    person.waits(lambda: window.session.here.people, "the roster")
    window.sign_in.signed_in.emit(actor(number, window.session.here.people[number].role))
    person.waits(lambda: window.workspace, "their pages")
    for place in window.workspace.places:
        page = window.workspace.open(place.key)
        person.waits(lambda: page.filled, place.key)
        least = window.minimumSizeHint()
        needed[f"{number} {place.key}"] = (least.width(), least.height())
    window.close()
    window.deleteLater()
    QTest.qWait(1)
print(json.dumps({"ratio": app.primaryScreen().devicePixelRatio(), "needed": needed}))
"""


def test_every_page_fits_on_a_high_screen(folder: Path) -> None:
    """In English, whose texts are longer; that both languages fit on smaller screens, `test_small_screens.py` sees."""
    words = [sys.executable, "-c", _PAGES, str(folder), "en", "1001", "2001", "9001"]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(SCALE)}
    done = subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["ratio"] == SCALE
    assert len(told["needed"]) > 30
    wide, high = (side / SCALE for side in SCREEN)
    assert not {page: size for page, size in told["needed"].items() if size[0] > wide or size[1] > high}
