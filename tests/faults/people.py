"""A person in front of a real program, as a process of its own, until somebody kills it.

`python -m tests.faults.people kiosk|counter FOLDER NAME`: says "thanked CARD" or "kept TEXT" for what the screen has
acknowledged, once it has.
"""

import itertools
import sys
from pathlib import Path

from PySide6.QtCore import Qt

import counter.__main__ as counter_app
import kiosk.__main__ as kiosk_app
from kiosk.pages.thanks import ThanksPage
from shared.journal.opening import open_store
from shared.qt import buttons, startup
from shared.registry import PROJECTIONS
from tests.support.builders import PIN
from tests.support.person import Person


def thanks(folder: Path) -> None:
    """Customers at the kiosk, one after the other."""
    app = startup.application([], "kiosk", folder)
    arguments = kiosk_app.parse_arguments(["--windowed", "--always-open", "--still", "--silent"])
    window = kiosk_app.build(app, folder, arguments)
    window.resize(540, 960)
    window.show()
    customer = Person(window)
    customer.waits(lambda: window.session.lobby, "the hall")
    buttons.set_debounce(0)  # each card is another customer's: their first press is no second press
    buttons.set_debounce = lambda seconds: None  # the policy's would come with the next look at the hall
    for p in itertools.cycle(("礼貌", "耐心", "积极", "热情", "专业")):
        customer.tap("送一张5P卡")
        customer.tap("王芳")
        customer.tap(p)
        customer.reads("收到了您的")
        assert isinstance(window.page, ThanksPage)
        print("thanked", window.page.card, flush=True)
        window.session.end_rest()
        customer.tap("好了")
        window.session.end_rest()
        window.home()


def writes(folder: Path, name: str) -> None:
    """王芳 at her window, writing her diary."""
    from tests.counter.conftest import Counter, Times

    app = startup.application([], "counter", folder)
    window = counter_app.build(app, folder)
    window.resize(1366, 768)
    window.show()
    window.start()
    clerk = Counter(window, folder, Times(), open_store(folder, PROJECTIONS))
    clerk.signs_in("1001", PIN)
    page = clerk.opens("diary")
    for number in itertools.count():
        clerk.types(f"{name}-{number}")
        clerk.presses(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        clerk.waits(lambda: page.words.text() == "", "the entry to be kept")
        print("kept", f"{name}-{number}", flush=True)


if __name__ == "__main__":
    program, where, said = sys.argv[1:]
    thanks(Path(where)) if program == "kiosk" else writes(Path(where), said)
