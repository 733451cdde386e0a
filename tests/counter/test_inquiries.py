"""Tickets to their end: shown, opened on purpose, informed, extended, merged, closed."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from counter.staff.inquiries import CLOSED_TAB, HALL_TAB
from shared.domain.refusal import Refusal
from shared.practice.inquiries import actions, views
from shared.practice.inquiries.facts import InquiryPersonalOpened, Satisfaction, State
from tests.counter.conftest import CTRL, Counter
from tests.counter.tickets import has_opened, mine, shows
from tests.counter.walker import settles
from tests.support.builders import HALL

TAB = Qt.Key.Key_Tab


def test_personal_data_is_masked_until_opened_on_purpose_and_that_is_recorded(counter: Counter) -> None:
    ticket = has_opened(counter)
    shows(counter, ticket)
    counter.reads("周** · 138****2345")
    counter.presses(Qt.Key.Key_K, CTRL)
    counter.reads("周建国 · 138 4001 2345")
    page = views.page(counter.store, ticket, counter.times.start)
    assert page is not None
    assert [(s.actor, type(s.fact)) for s in page.steps][-1] == ("1001", InquiryPersonalOpened)


def test_closing_with_satisfaction_then_reopening_by_keyboard(counter: Counter) -> None:
    ticket = has_opened(counter)
    shows(counter, ticket)
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.dialog()
    counter.types("please call 96177")
    counter.presses(TAB)
    counter.presses(Qt.Key.Key_Down)
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("答复办结，已记录")
    page = counter.until(lambda store: views.page(store, ticket, counter.times.start))
    assert (page.ticket.state, page.answer, page.ticket.satisfaction) == (
        State.CLOSED,
        "please call 96177",
        Satisfaction.SATISFIED,
    )
    shown = counter.opens("inquiries")
    shown.tabs.setCurrentIndex(CLOSED_TAB)
    counter.waits(
        lambda: shown.detail.ticket_page and shown.detail.ticket_page.ticket.state is State.CLOSED, "the closed ticket"
    )
    counter.presses(Qt.Key.Key_R, CTRL)
    counter.dialog()
    counter.types("it leaks again")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.until(lambda store: views.of_person(store, "1001", counter.times.start))


def test_an_extension_offers_only_days_that_are_accepted(counter: Counter) -> None:
    ticket = has_opened(counter)
    shows(counter, ticket)
    counter.presses(Qt.Key.Key_Y, CTRL)
    dialog = counter.dialog()
    limit = dialog.fields["limit"]
    settles(counter)
    assert [limit.allowed(date(2026, 3, day)) for day in range(4, 10)] == [False, True, True, False, False, True]
    limit.choose(date(2026, 3, 7))  # a Saturday
    assert limit.day == date(2026, 3, 5)
    dialog.fields["grounds"].setPlainText("等设计院勘查")
    limit.step(1)
    limit.step(1)
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("延期，已记录")
    counter.reads("（原定 3月4日（周三））")
    [found] = mine(counter)
    assert found.limit == date(2026, 3, 9)


def test_informing_merging_and_asking_for_special_time(counter: Counter) -> None:
    first, again = has_opened(counter), has_opened(counter, "又来问管道漏气")
    shows(counter, first)
    counter.presses(Qt.Key.Key_I, CTRL)
    counter.dialog()
    counter.types("on our way")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("on our way")
    counter.presses(Qt.Key.Key_U, CTRL)
    counter.dialog()
    counter.types("needs a survey")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.until(lambda store: views.digest(store, HALL, counter.times.start).special_asked)
    counter.reads("待站长同意")
    page = counter.opens("inquiries")
    page.table.select(again)
    counter.waits(lambda: page.detail.ticket_page and page.detail.ticket_page.ticket.id == again, "the other ticket")
    counter.presses(Qt.Key.Key_G, CTRL)
    counter.dialog()
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("请输入或选择一项")  # nothing is preselected
    counter.types(views.page(counter.store, first, counter.times.start).ticket.number)
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("合并，已记录")
    assert [t.id for t in mine(counter)] == [first]


def test_enter_in_an_empty_correction_takes_nothing_away_and_a_merge_needs_an_older_ticket(counter: Counter) -> None:
    ticket = has_opened(counter)
    shows(counter, ticket)
    for key, words in ((Qt.Key.Key_M, "请写明内容"), (Qt.Key.Key_G, "没有更早受理、还在办理的工单可以并入")):
        counter.presses(key, CTRL)
        counter.dialog()
        counter.presses(Qt.Key.Key_Return, CTRL)
        counter.reads(words)
        counter.presses(Qt.Key.Key_Escape)
        counter.closes()
    assert [t.id for t in views.by_phone(counter.store, "13840012345", counter.times.start)] == [ticket]


def test_after_registering_the_slip_is_the_new_customers(counter: Counter) -> None:
    ticket = has_opened(counter)
    shows(counter, ticket)
    page = counter.opens("inquiries")
    counter.presses(Qt.Key.Key_N, CTRL)
    counter.dialog()
    counter.types("meter is stuck")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.closes()
    counter.presses(Qt.Key.Key_P, CTRL)  # at once: before the list was read again nothing may be printed
    [new] = [each for each in counter.until(lambda _: len(mine(counter)) == 2 and mine(counter)) if each.id != ticket]
    counter.waits(lambda: page.detail.ticket_page and page.detail.ticket_page.ticket.id == new.id, "the new ticket")
    if QApplication.activeModalWidget() is None:
        counter.presses(Qt.Key.Key_P, CTRL)
    dialog = counter.dialog()
    assert any(new.number in label.text() for label in dialog.findChildren(QLabel))


def test_while_another_ticket_loads_what_is_pressed_waits_for_it(counter: Counter) -> None:
    first, second = has_opened(counter), has_opened(counter, "另一位用户")
    shows(counter, first)
    page = counter.opens("inquiries")
    page.table.select(second)
    assert page.detail.ticket_page is None  # still read
    page.detail.steps["Ctrl+Return"].click()
    number = page.table.current().number
    asked = counter.dialog()  # about the other one, once it is there
    assert any(number in label.text() for label in asked.findChildren(QLabel))


def test_search_finds_as_one_types_and_says_when_there_is_nothing(counter: Counter) -> None:
    ticket = has_opened(counter)
    shows(counter, ticket)
    page = counter.opens("inquiries")
    counter.presses(Qt.Key.Key_F, CTRL)
    counter.types("1384")
    counter.waits(lambda: page.table.current() and page.table.current().id == ticket, "the ticket")
    counter.types("9")
    counter.reads("没有找到“13849”")
    assert page.search.hasFocus()


def test_a_ticket_s_light_is_shown_by_a_word_and_a_mark(counter: Counter) -> None:
    has_opened(counter)
    counter.times.passed = 4 * 86_400_000
    page = counter.signs_in_at("1001", "inquiries")
    counter.waits(page.table.current, "the ticket")
    index = page.table.rows.index(0, 0)
    assert index.data() == "超期"
    assert page.table.rows.cell(index.row(), index.column()).tone == "bad"


def test_a_ticket_of_the_kiosk_appears_by_itself_and_is_found_by_its_number(counter: Counter) -> None:
    page = counter.signs_in_at("1001", "inquiries")
    page.tabs.setCurrentIndex(HALL_TAB)
    opened = actions.open_at_kiosk(counter.store, text="没有老花镜", now=counter.times.start)
    assert not isinstance(opened, Refusal)
    counter.waits(page.table.current, "the kiosk's ticket")
    counter.presses(Qt.Key.Key_F, CTRL)
    counter.types(opened.number.lower())
    counter.presses(Qt.Key.Key_Return)
    counter.waits(lambda: page.tabs.currentIndex() == 3 and page.table.current(), "the ticket found")
    assert page.table.current().id == opened.id
