"""A ticket is opened by keyboard, over any page, while on the phone."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from counter.staff.inquiries import CLOSED_TAB
from shared.practice.inquiries.facts import Channel
from tests.counter.conftest import CTRL, Counter
from tests.counter.tickets import has_opened, mine

TAB = Qt.Key.Key_Tab


def test_a_ticket_by_keyboard_alone_while_on_the_phone(counter: Counter) -> None:
    counter.signs_in_at("1001", "inquiries")
    counter.presses(Qt.Key.Key_N, CTRL)
    form = counter.dialog()
    counter.waits(form.question.hasFocus, "the cursor in the question")
    counter.types("IC card lost")
    counter.presses(TAB)
    counter.types("13840012345")
    counter.presses(TAB)
    counter.types("Zhou")
    counter.presses(TAB)
    counter.presses(Qt.Key.Key_Down)  # visit -> phone
    counter.presses(Qt.Key.Key_Return, CTRL)
    said = counter.reads("您是首问责任人")
    assert "3月3日（周二）答复，最迟3月4日（周三）" in said
    [ticket] = mine(counter)
    assert (ticket.channel, ticket.owner, ticket.phone, ticket.name) == (Channel.PHONE, "1001", "138****2345", "Z***")
    assert (ticket.target, ticket.limit) == (date(2026, 3, 3), date(2026, 3, 4))
    counter.closes()
    counter.reads(f"撤回{ticket.number}")
    counter.presses(Qt.Key.Key_Z, CTRL)  # registered by mistake
    counter.reads("已撤回")
    assert mine(counter) == ()


def test_a_call_is_registered_over_any_page_and_its_channel_is_one_key(counter: Counter) -> None:
    counter.signs_in("1001")
    for count, key in enumerate(("home", "queue", "give_card", "inquiries"), start=1):
        shown = counter.opens(key)
        counter.presses(Qt.Key.Key_N, CTRL)
        form = counter.dialog()
        counter.waits(form.question.hasFocus, "the cursor in the question")
        counter.types("no gas")
        counter.presses(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
        assert form.question.hasFocus()
        counter.types(" since noon")
        counter.presses(Qt.Key.Key_Return, CTRL)
        counter.closes()
        assert "您是首问责任人" in counter.reads("已登记")
        assert shown.isVisible(), key
        assert [(each.channel, each.text) for each in mine(counter)] == [(Channel.PHONE, "no gas since noon")] * count


def test_the_office_takes_no_inquiries(counter: Counter) -> None:
    counter.signs_in_at("9001", "report")
    counter.presses(Qt.Key.Key_N, CTRL)
    assert QApplication.activeModalWidget() is None


def test_an_answer_on_the_spot_closes_it_at_once(counter: Counter) -> None:
    page = counter.signs_in_at("1001", "inquiries")
    counter.presses(Qt.Key.Key_N, CTRL)
    counter.dialog()
    counter.types("price of a new card?")
    for _ in range(5):
        counter.presses(TAB)
    counter.types("20 yuan")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("当场办结")
    counter.closes()
    assert page.tabs.currentIndex() == CLOSED_TAB  # where the new ticket is
    counter.waits(page.table.current, "the closed ticket")
    assert page.table.current().on_the_spot


def test_an_empty_question_is_refused_beside_the_earlier_tickets_of_the_phone(counter: Counter) -> None:
    has_opened(counter, "13840012345打过电话，管道漏气")
    counter.signs_in_at("1001", "inquiries")
    counter.presses(Qt.Key.Key_N, CTRL)
    form = counter.dialog()
    counter.types("13840012345", into="电话（选填）")
    counter.reads("以前有 1 张工单")
    assert "13840012345" not in form.history.text()
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("请写明内容")
    assert form.isVisible()
    assert form.phone.text() == "13840012345", "nothing typed is lost"


def test_esc_closes_an_empty_ticket_and_asks_before_losing_a_begun_one(counter: Counter) -> None:
    counter.signs_in_at("1001", "inquiries")
    counter.presses(Qt.Key.Key_N, CTRL)
    counter.dialog()
    counter.presses(Qt.Key.Key_Escape)
    counter.waits(counter.window.isActiveWindow, "the keyboard, without any window manager")
    counter.presses(Qt.Key.Key_N, CTRL)
    form = counter.dialog()
    counter.types("gas smells")
    counter.presses(Qt.Key.Key_Escape)
    counter.reads("写的内容还没有保存")
    assert (form.isVisible(), form.question.text()) == (True, "gas smells")
    counter.types("!")
    counter.presses(Qt.Key.Key_Escape)
    assert form.isVisible()  # asked anew: more was written since
    counter.presses(Qt.Key.Key_Escape)
    counter.closes()
    assert mine(counter) == ()
