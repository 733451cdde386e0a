from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from counter.staff.inquiries import _CLOSED, _HALL
from shared.kernel import Refusal
from shared.people import actions as people
from shared.people.rules import RosterLine
from shared.practice.inquiries import actions, views
from shared.practice.inquiries.facts import Channel, InquiryPersonalOpened, Satisfaction, State
from shared.practice.inquiries.views import Ticket
from tests.builders import HALL, ROSTER, actor
from tests.counter.conftest import CTRL, Counter

TAB = Qt.Key.Key_Tab


def elsewhere() -> RosterLine:
    return replace(ROSTER[0], number="3001", name="孙丽", hall="铁西大厅")


def mine(counter: Counter) -> tuple[Ticket, ...]:
    return views.of_person(counter.store, "1001", counter.times.start)


def has_opened(counter: Counter, text: str = "管道漏气怎么报修", phone: str = "13840012345") -> str:
    """A ticket of 1001, opened a minute ago by another counter."""
    opened = actions.open_inquiry(
        counter.store, actor("1001"), text=text, name="周建国", phone=phone, now=counter.times.start - 60_000
    )
    assert not isinstance(opened, Refusal)
    return opened.id


def shows(counter: Counter, ticket: str) -> None:
    counter.signs_in("1001")
    page = counter.opens("inquiries")
    counter.waits(lambda: page.detail.whole and page.detail.whole.ticket.id == ticket, "the ticket")


def test_a_ticket_by_keyboard_alone_while_on_the_phone(counter: Counter) -> None:
    counter.signs_in("1001")
    counter.opens("inquiries")
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


@pytest.mark.parametrize("page", ["home", "line", "give_card", "inquiries"])
def test_a_call_is_taken_over_any_page_and_its_way_is_one_key(counter: Counter, page: str) -> None:
    counter.signs_in("1001")
    shown = counter.opens(page)
    counter.presses(Qt.Key.Key_N, CTRL)
    form = counter.dialog()
    counter.waits(form.question.hasFocus, "the cursor in the question")
    counter.types("no gas")
    counter.presses(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert form.question.hasFocus()
    counter.types(" since noon")
    counter.presses(Qt.Key.Key_Return, CTRL)
    assert "您是首问责任人" in counter.reads("已登记")
    assert shown.isVisible()
    [ticket] = mine(counter)
    assert (ticket.channel, ticket.text) == (Channel.PHONE, "no gas since noon")


def test_the_office_takes_no_inquiries(counter: Counter) -> None:
    counter.signs_in("9001")
    counter.opens("report")
    counter.presses(Qt.Key.Key_N, CTRL)
    assert QApplication.activeModalWidget() is None


def test_an_answer_on_the_spot_closes_it_at_once(counter: Counter) -> None:
    counter.signs_in("1001")
    page = counter.opens("inquiries")
    counter.presses(Qt.Key.Key_N, CTRL)
    counter.dialog()
    counter.types("price of a new card?")
    for _ in range(5):
        counter.presses(TAB)
    counter.types("20 yuan")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("当场办结")
    counter.closes()
    counter.presses(Qt.Key.Key_PageDown, CTRL)
    counter.presses(Qt.Key.Key_PageDown, CTRL)
    assert page.tabs.currentIndex() == _CLOSED
    counter.waits(page.table.current, "the closed ticket")
    assert page.table.current().on_the_spot


def test_an_empty_question_is_refused_and_nothing_typed_is_lost(counter: Counter) -> None:
    counter.signs_in("1001")
    counter.opens("inquiries")
    counter.presses(Qt.Key.Key_N, CTRL)
    form = counter.dialog()
    counter.types("13840012345", into="电话（选填）")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("请写明内容")
    assert form.isVisible()
    assert form.phone.text() == "13840012345"


def test_a_known_phone_shows_earlier_tickets_masked(counter: Counter) -> None:
    has_opened(counter, "13840012345打过电话，管道漏气")
    counter.signs_in("1001")
    counter.opens("inquiries")
    counter.presses(Qt.Key.Key_N, CTRL)
    form = counter.dialog()
    form.phone.setText("138 4001 2345")
    counter.reads("以前有 1 张工单")
    assert "13840012345" not in form.history.text()


def test_personal_data_is_masked_until_opened_on_purpose_and_that_is_recorded(counter: Counter) -> None:
    ticket = has_opened(counter)
    shows(counter, ticket)
    counter.reads("周** · 138****2345")
    counter.presses(Qt.Key.Key_K, CTRL)
    counter.reads("周建国 · 13840012345")
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
    shown.tabs.setCurrentIndex(_CLOSED)
    counter.waits(lambda: shown.detail.whole and shown.detail.whole.ticket.state is State.CLOSED, "the closed ticket")
    counter.presses(Qt.Key.Key_R, CTRL)
    counter.dialog()
    counter.types("it leaks again")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.until(lambda store: views.of_person(store, "1001", counter.times.start))


def transfers(counter: Counter, *typed: str) -> Ticket:
    """1001's ticket, handed to whoever is typed; the first words may not be clear enough."""
    ticket = has_opened(counter)
    shows(counter, ticket)
    counter.presses(Qt.Key.Key_T, CTRL)
    counter.dialog()
    for words in typed:
        counter.presses(Qt.Key.Key_A, CTRL)
        counter.types(words)
        counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("转办，已记录")
    page = views.page(counter.store, ticket, counter.times.start)
    assert page is not None
    return page.ticket


@pytest.mark.parametrize(
    ("typed", "handler"), [("1003", "1003"), ("张伟", "1003"), ("李", "1002"), ("1004 刘", "1004")]
)
def test_transfer_goes_to_whoever_was_typed_and_never_changes_the_owner(
    counter: Counter, typed: str, handler: str
) -> None:
    ticket = transfers(counter, typed)
    assert (ticket.owner, ticket.handler) == ("1001", handler)


@pytest.mark.parametrize(
    ("typed", "said"), [("100", "请写得更清楚"), ("王五", "没有找到“王五”"), (" ", "请输入或选择一项")]
)
def test_a_transfer_to_nobody_in_particular_is_asked_again(counter: Counter, typed: str, said: str) -> None:
    shows(counter, has_opened(counter))
    counter.presses(Qt.Key.Key_T, CTRL)
    dialog = counter.dialog()
    counter.types(typed)
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads(said)
    assert dialog.isVisible()
    assert [ticket.handler for ticket in mine(counter)] == ["1001"]


def test_after_the_question_the_transfer_goes_on(counter: Counter) -> None:
    assert transfers(counter, "100", "1003").handler == "1003"


def test_the_suggestions_do_not_swallow_the_key_that_does_it(counter: Counter) -> None:
    shows(counter, has_opened(counter))
    counter.presses(Qt.Key.Key_T, CTRL)
    counter.dialog()
    counter.types("1003")
    offers = counter.waits(QApplication.activePopupWidget, "the suggestions")
    QTest.keyClick(offers, Qt.Key.Key_Return, CTRL)
    counter.reads("转办，已记录")
    assert [ticket.handler for ticket in mine(counter)] == ["1003"]


def test_transfer_offers_only_the_hall_a_stand_in_may_come_from_anywhere(counter: Counter) -> None:
    people.import_staff(counter.store, [elsewhere()], now=counter.times.start - 60_000)
    shows(counter, has_opened(counter))
    counter.waits(lambda: "3001" in counter.window.desk.here.people, "the colleague elsewhere")
    for key, found in ((Qt.Key.Key_T, False), (Qt.Key.Key_B, True)):
        counter.presses(key, CTRL)
        field = next(iter(counter.dialog()._fields.values()))
        assert (field.findData("3001") >= 0) is found
        counter.presses(Qt.Key.Key_Escape)
        counter.closes()


def test_a_stand_in_is_found_by_name(counter: Counter) -> None:
    people.set_duty(counter.store, actor("1001"), "1001", False, now=counter.times.start - 60_000)
    shows(counter, has_opened(counter))
    counter.presses(Qt.Key.Key_B, CTRL)
    counter.dialog()
    counter.types("李娜")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("代办，已记录")
    assert [ticket.stand_in for ticket in mine(counter)] == ["1002"]


def test_a_stale_date_for_an_extension_is_refused_in_the_dialog_then_corrected(counter: Counter) -> None:
    ticket = has_opened(counter)
    shows(counter, ticket)
    counter.presses(Qt.Key.Key_Y, CTRL)
    dialog = counter.dialog()
    dialog._fields["limit"].setDate(date(2026, 3, 7))  # a Saturday
    dialog._fields["grounds"].setPlainText("等设计院勘查")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("不是工作日，可选 3月9日")
    dialog._fields["limit"].setDate(date(2026, 3, 9))
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
    counter.presses(Qt.Key.Key_S, CTRL)
    counter.dialog()
    counter.types("needs a survey")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.until(lambda store: views.digest(store, HALL, counter.times.start).special_asked)
    page = counter.opens("inquiries")
    page.table.select(again)
    counter.waits(lambda: page.detail.whole.ticket.id == again, "the other ticket")
    counter.presses(Qt.Key.Key_G, CTRL)
    counter.dialog()
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


def test_the_light_is_a_word_and_a_mark(counter: Counter) -> None:
    has_opened(counter)
    counter.times.passed = 4 * 86_400_000
    counter.signs_in("1001")
    page = counter.opens("inquiries")
    counter.waits(page.table.current, "the ticket")
    index = page.table.rows.index(0, 0)
    assert index.data() == "超期"
    assert not index.data(Qt.ItemDataRole.DecorationRole).isNull()


def test_a_ticket_of_the_kiosk_appears_by_itself_and_is_found_by_its_number(counter: Counter) -> None:
    counter.signs_in("1001")
    page = counter.opens("inquiries")
    page.tabs.setCurrentIndex(_HALL)
    opened = actions.open_at_kiosk(counter.store, text="没有老花镜", now=counter.times.start)
    assert not isinstance(opened, Refusal)
    counter.waits(page.table.current, "the kiosk's ticket")
    counter.presses(Qt.Key.Key_F, CTRL)
    counter.types(opened.number.lower())
    counter.presses(Qt.Key.Key_Return)
    counter.waits(lambda: page.tabs.currentIndex() == 3 and page.table.current(), "the ticket found")
    assert page.table.current().id == opened.id
