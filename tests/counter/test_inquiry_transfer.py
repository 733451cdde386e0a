"""A ticket goes to somebody else: transfer and stand-in, found by number or name."""

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from shared.people import actions as people
from shared.people.rules import RosterLine
from shared.practice.inquiries import views
from tests.counter.conftest import CTRL, Counter
from tests.counter.tickets import has_opened, mine, shows
from tests.support.builders import ROSTER, actor


def elsewhere() -> RosterLine:
    return replace(ROSTER[0], number="3001", name="孙丽", hall="铁西大厅")


def test_transfer_goes_to_whoever_was_typed_and_never_changes_the_owner(counter: Counter) -> None:
    typed = {"1003": "1003", "张伟": "1003", "李": "1002", "1004 刘": "1004"}
    tickets = {has_opened(counter, words): words for words in typed}
    page = counter.signs_in_at("1001", "inquiries")
    for ticket, words in tickets.items():
        page.table.select(ticket)
        counter.waits(
            lambda ticket=ticket: (read := page.detail.ticket_page) and read.ticket.id == ticket, "the ticket"
        )
        counter.presses(Qt.Key.Key_T, CTRL)
        counter.dialog()
        counter.types(words)
        counter.presses(Qt.Key.Key_Return, CTRL)
        counter.closes()
        moved = views.page(counter.store, ticket, counter.times.start)
        assert moved is not None
        assert (moved.ticket.owner, moved.ticket.handler) == ("1001", typed[words])


def test_a_transfer_to_nobody_in_particular_is_asked_again_and_then_goes_on(counter: Counter) -> None:
    shows(counter, has_opened(counter))
    counter.presses(Qt.Key.Key_T, CTRL)
    dialog = counter.dialog()
    for typed, said in (("100", "请写得更清楚"), ("王五", "没有找到“王五”"), (" ", "请输入或选择一项")):
        counter.presses(Qt.Key.Key_A, CTRL)
        counter.types(typed)
        counter.presses(Qt.Key.Key_Return, CTRL)
        counter.reads(said)
        assert dialog.isVisible()
        assert [ticket.handler for ticket in mine(counter)] == ["1001"]
    counter.presses(Qt.Key.Key_A, CTRL)
    counter.types("1003")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("转办，已记录")
    assert [ticket.handler for ticket in mine(counter)] == ["1003"]


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
    counter.waits(lambda: "3001" in counter.window.session.here.people, "the colleague elsewhere")
    for key, found in ((Qt.Key.Key_T, False), (Qt.Key.Key_B, True)):
        counter.presses(key, CTRL)
        field = next(iter(counter.dialog().fields.values()))
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
