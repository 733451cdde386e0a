"""The happy station: hotlines and group on one page, help that goes only to the chosen, greetings taken back."""

import pytest
import zxingcpp
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from shared.domain.roles import Role
from shared.journal.store import Store
from shared.people import actions as people
from shared.practice.happiness import actions, views
from shared.practice.happiness.facts import Hotline, Station, Topic
from shared.practice.pauses import actions as pauses
from tests.counter.conftest import CTRL, Counter
from tests.support.builders import actor, at, attested
from tests.support.person import Person

OFFICE, LEADER = actor("9001", Role.OFFICE), actor("2001", Role.SUPERVISOR)
GROUP = "https://example.org/g/warm-window"


@pytest.fixture
def published(store: Store) -> Station:
    lines = (Hotline("经理热线", "024-1234"), Hotline("关爱热线", "024-5678"))
    station = Station(hotlines=lines, group="暖窗一家人", group_code=GROUP)
    actions.publish(store, OFFICE, station, now=at("09:00"))
    return station


def test_both_hotlines_and_the_group_are_one_key_away(counter: Counter, published: Station) -> None:
    counter.signs_in("1001")
    counter.waits(counter.window.isActiveWindow, "the window")
    counter.presses_key_of("happy")
    counter.reads("024-1234")
    counter.reads("024-5678")
    counter.reads("暖窗一家人")
    page = counter.opens("happy")
    assert not page.offer.isVisible(), "help is offered for nothing"
    picture = page.qr.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    scanned = zxingcpp.read_barcodes(memoryview(picture.bits()).cast("B", (picture.height(), picture.bytesPerLine())))
    assert [code.text for code in scanned] == [GROUP]  # any phone can read it off the screen


def test_help_goes_to_the_chosen_alone_and_their_answer_comes_back(counter: Counter, store: Store) -> None:
    page = counter.signs_in_at("1001", "happy")
    counter.reads("还没有公布热线")
    counter.waits(page.help.words.hasFocus, "the cursor in the words")
    boxes = list(page.help.boxes.values())
    counter.waits(lambda: all(box.isVisible() for box in boxes), "the boxes on the screen, a turn after their page")
    for box in reversed(boxes):
        counter.presses(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        assert box.hasFocus(), "whom to ask comes before the words, as on the page"
    page.help.words.setFocus()
    counter.types("sleep is bad")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("请选择向谁求助")
    counter.tap("陈静")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("已发出。只有您选的人能看到。")
    [request] = views.requests(store, LEADER)
    assert (request.staff, request.to, request.topic) == ("1001", ("2001",), Topic.WORK)
    assert views.requests(store, OFFICE) == ()  # not chosen, whatever the rank
    actions.follow_up(store, LEADER, request.id, "中午聊聊", now=at("10:31"))
    counter.reads("中午聊聊")


def test_the_person_asked_for_help_follows_up_and_settles(counter: Counter, store: Store) -> None:
    actions.ask(store, actor("1001"), Topic.LIFE, ["2001"], "家里有事", now=at("10:00"))
    page = counter.signs_in_at("2001", "happy")
    counter.reads("家里有事")
    page.help.settle.click()
    dialog = counter.dialog()
    Person(dialog).types("准假一天", into="说明")
    Person(dialog).tap("确定")
    [request] = counter.until(lambda store: [r for r in views.requests(store, LEADER) if r.done])
    assert [(step.by, step.text, step.done) for step in request.steps] == [("2001", "准假一天", True)]
    counter.reads("准假一天（已解决）")


def test_help_is_offered_after_three_pauses_in_a_week(counter: Counter, store: Store) -> None:
    for day, clock in ((-2, "10:00"), (-1, "10:00"), (0, "09:30")):
        now = at(clock) + day * 86_400_000
        people.set_duty(store, actor("1002"), "1002", True, now=now - 3_600_000)
        count = attested(1, now)
        started = pauses.request(store, actor(), waiting=count, now=now)
        pauses.end(store, actor(), started.pause, 200_000, now=now + 200_000)
    counter.signs_in_at("1001", "happy")
    counter.reads("这几天辛苦了")


def test_a_greeting_is_put_up_and_taken_back_by_keys(counter: Counter, store: Store) -> None:
    actions.greet(store, actor("1002"), "大家早", now=at("09:00"))
    page = counter.signs_in_at("1001", "happy")
    counter.presses(Qt.Key.Key_PageDown, CTRL)
    counter.types("good morning")
    counter.presses(Qt.Key.Key_Return)
    counter.reads("已送出")
    counter.until(lambda store: [g.text for g in views.board(store, at("10:30"))] == ["good morning", "大家早"])
    counter.waits(lambda: page.greetings.table.rows.rowCount() == 2, "both greetings")
    page.greetings.table.selectRow(1)
    assert not page.greetings.remove.isEnabled()  # a colleague's stays
    page.greetings.table.selectRow(0)
    counter.presses(Qt.Key.Key_Delete, CTRL)
    counter.until(lambda store: [g.text for g in views.board(store, at("10:30"))] == ["大家早"])
