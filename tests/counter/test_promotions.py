"""晋级 at the counter: the office confirms, the person sees it, a second one takes it back; by keyboard."""

from PySide6.QtCore import Qt

from shared.domain.roles import Role
from shared.people import actions as people
from shared.practice.promotion import views
from tests.counter.conftest import CTRL, Counter
from tests.practice.promotion.test_promotions import earn
from tests.support.builders import MORNING, PIN, line


def test_a_promotion_is_confirmed_seen_and_taken_back(counter: Counter) -> None:
    store = counter.store
    people.import_staff(store, [line("9002", "孙立", "", role=Role.OFFICE)], now=MORNING)
    people.set_pin(store, "9002", PIN, now=MORNING)
    earn(store, "1001")
    counter.signs_in("1001")
    counter.opens("my_cards")
    counter.reads("已达到铜级，等待经营管理部确认")
    counter.signs_in("9001")
    page = counter.opens("promotions")
    counter.waits(page.table.current, "who is due")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.until(lambda store: views.promotion(store, "1001"))
    counter.reads("晋升为铜级")
    counter.waits(lambda: not page.confirm.isEnabled(), "nobody due any more")
    counter.signs_in("1001")
    counter.opens("my_cards")
    counter.reads("铜级：经营管理部已确认")
    counter.signs_in("9002")
    page = counter.opens("promotions")
    counter.waits(page.table.current, "the promotion")
    counter.presses(Qt.Key.Key_Backspace, CTRL)
    counter.dialog()
    counter.types("wrong cards")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.closes()
    counter.until(lambda store: views.promotion(store, "1001") is None)
