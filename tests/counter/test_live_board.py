"""The live board: who is at which window with which number, pauses running out, who waits, cards of today."""

from PySide6.QtCore import Qt

from shared.journal.store import Store
from shared.practice.cards import actions as cards
from shared.practice.cards.facts import P
from shared.practice.line import actions as line
from shared.practice.pauses import actions as pauses
from tests.counter.conftest import Counter
from tests.support.builders import actor, at, attested, code


def test_the_live_board_shows_changes_of_the_hall(counter: Counter, store: Store, taken: list[str]) -> None:
    called = line.call_next(store, actor("1001"), now=at("10:25"))
    cards.award(store, "1001", P.PATIENT, now=at("10:26"))
    page = counter.signs_in_at("2001", "live_board")
    counter.reads(called.label)
    counter.reads("10:25 叫号，已 5:00")
    counter.reads("3 位在等，最久 9 分钟")
    assert page.by_p[P.PATIENT].text() == "1"

    counter.times.passed = 60_000
    counter.reads("10:25 叫号，已 6:00")
    asked = attested(3, at("10:31"))
    assert code(pauses.request(store, actor("1002"), waiting=asked, now=at("10:31"))) is None
    counter.reads("还剩 5:00")
    counter.times.passed = 60_000 * 8
    counter.reads("已超时 2:00")

    counter.presses(Qt.Key.Key_F11)
    counter.waits(counter.window.isFullScreen, "the whole screen")
    counter.presses(Qt.Key.Key_F11)
    counter.waits(lambda: not counter.window.isFullScreen(), "the window again")
    counter.presses(Qt.Key.Key_F11)
    counter.waits(counter.window.isFullScreen, "the whole screen")
    counter.opens("roster")  # where F11 does nothing
    counter.waits(lambda: not counter.window.isFullScreen(), "the window on another page")
