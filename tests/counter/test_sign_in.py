"""Signing in and out: PIN, lock, change of person, the pages of each role, nothing left of who went."""

import itertools
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from counter.__main__ import build
from counter.kit import page_change
from counter.workspace import Workspace
from shared.domain.roles import Role
from shared.journal.store import Store
from shared.people import actions as people
from shared.people.views import person_today
from shared.practice.line import actions as line
from shared.practice.pauses import views as pauses
from shared.reference import actions as reference
from tests.counter.conftest import CTRL, Counter, Times
from tests.counter.walker import settles
from tests.support import builders, patience
from tests.support.builders import HALL, MONDAY, PIN, actor


def test_number_and_pin_by_keyboard_open_the_work(counter: Counter) -> None:
    counter.signs_in("1001")
    assert counter.reads("王芳")
    assert counter.reads("1号窗口 · 在岗")


def test_a_wrong_pin_says_so_and_never_which_part(counter: Counter) -> None:
    counter.types("1001")
    counter.presses(Qt.Key.Key_Return)
    counter.types("999999")
    assert counter.reads("工号或密码不对")
    assert counter.window.workspace is None


def test_after_a_wrong_pin_escape_begins_anew_with_the_number(counter: Counter) -> None:
    counter.waits(lambda: counter.window.session.here.people, "the roster")
    counter.types("1001")
    counter.presses(Qt.Key.Key_Return)
    counter.types("000000")
    counter.reads("工号或密码不对")
    counter.presses(Qt.Key.Key_Escape)
    assert counter.window.sign_in.number.hasFocus()
    counter.signs_in("1002")


def test_two_people_change_over_within_five_seconds(counter: Counter) -> None:
    counter.signs_in("1001")
    people = itertools.cycle(("1002", "1001"))
    assert patience.once_within(5, lambda: counter.signs_in(next(people)))


def test_the_last_people_are_one_key_away(counter: Counter) -> None:
    counter.signs_in("1001")
    counter.signs_in("1002")
    counter.presses(Qt.Key.Key_L, CTRL)
    counter.reads("Alt+2")
    counter.presses(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    counter.types(PIN)
    actor_now = counter.waits(lambda: counter.window.session.actor, "somebody")
    assert actor_now.number == "1001"


@pytest.mark.parametrize("ms", range(0, 60, 6))
def test_the_window_may_close_while_the_work_is_built(folder: Path, qtbot: QtBot, ms: int) -> None:
    """Nothing stays: Python's collector would clear it on another thread, and Qt send events to what is left."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before = set(app.topLevelWidgets())  # keeps those of other tests
    window = build(app, folder, clock=Times().clock())
    window.start()
    qtbot.waitUntil(lambda: bool(window.session.here.people), timeout=patience.MS)
    loaded: list[bool] = []
    window.loader.load(Role.STAFF, lambda: loaded.append(True))
    qtbot.waitUntil(lambda: bool(loaded), timeout=patience.MS)
    window.sign_in.signed_in.emit(actor("1001"))
    qtbot.wait(ms)
    window.translation.uninstall()
    window.close()
    Shiboken.delete(window)
    assert set(app.topLevelWidgets()) <= before
    qtbot.wait(20)  # what raises in an event fails the test


def test_a_pin_before_the_pages_are_loaded_does_not_load_them_in_one_call(counter: Counter) -> None:
    counter.waits(lambda: counter.window.session.here.people, "the roster")
    work: list[Workspace | None] = []
    counter.window.loader.load(Role.STAFF, lambda: work.append(counter.window.workspace))
    for number in ("1002", "1001"):  # somebody else before the first one's pages are there
        counter.window.sign_in.signed_in.emit(actor(number))
    counter.waits(lambda: (w := counter.window.workspace) and w.pages, "the pages")
    assert work == [None]  # once they were loaded, none was built yet
    assert counter.window.findChildren(Workspace) == [counter.window.workspace]
    assert counter.reads("王芳")
    counter.window.loader.load(Role.STAFF, lambda: work.append(counter.window.workspace))
    assert work == [None, counter.window.workspace]


def test_the_same_person_finds_their_words_again_another_one_does_not(counter: Counter) -> None:
    counter.signs_in_at("1001", "diary").words.setPlainText("写到一半")
    counter.presses(Qt.Key.Key_L, CTRL)
    assert counter.signs_in_at("1001", "diary").words.text() == "写到一半"
    assert counter.signs_in_at("1002", "diary").words.text() == ""


def test_it_locks_by_itself_and_restores_the_unfinished_text(counter: Counter) -> None:
    values = {"counter": {"lock_after_seconds": 77, "undo_seconds": 10}}
    office = actor("9001", Role.OFFICE)
    assert isinstance(reference.publish(counter.store, office, "policy", values, now=counter.times.start), int)
    counter.waits(lambda: counter.window.session.here.policy.version == 2, "the new policy")
    counter.signs_in_at("1001", "inquiries").open_form()
    form = counter.dialog()
    form.question.setPlainText("写到一半")
    idle = counter.window.idle.timer
    assert (idle.isActive(), idle.interval()) == (True, 77_000)
    idle.timeout.emit()  # nobody touched anything for so long
    assert counter.window.session.actor is None
    assert counter.window.sign_in.isVisible()
    assert not form.isVisible()
    counter.waits(lambda: counter.window.sign_in.pin.hasFocus(), "the keyboard at the sign-in")
    counter.signs_in("1001")
    assert form.isVisible()
    assert form.question.text() == "写到一半"


def test_events_of_other_windows_do_not_postpone_the_lock(counter: Counter) -> None:
    page, idle = counter.signs_in_at("1001", "queue"), counter.window.idle.timer
    counter.waits(lambda: idle.remainingTime() < idle.interval() - 100, "some time without a key")
    before = idle.remainingTime()
    line.take(counter.store, now=counter.times.start)  # somebody comes
    counter.waits(lambda: page.control.state.waiting, "the news")
    assert idle.remainingTime() < before


@pytest.mark.parametrize(
    ("number", "pages"),
    [
        (
            "1001",
            "queue home inquiries diary my_cards give_card my_pay survey happy rulebook verdicts learning award"
            " annals column standings my_inspections trainer desk",
        ),
        (
            "2001",
            "day live_board flagged consent roster devices late ideas hall_training inspected queue home inquiries"
            " diary my_cards give_card my_pay survey happy rulebook verdicts learning award annals column"
            " standings my_inspections trainer desk",
        ),
        (
            "9001",
            "overview report promotions award_round award_texts diary_yield surveys column_desk give_card happy"
            " award annals column pay year_board inspections gaps imports absences day roster verdicts"
            " standings my_inspections policy standards training holidays contests template rulebook chapters learning"
            " trainer escalated effect devices late ideas desk",
        ),
    ],
)
def test_each_role_sees_its_pages(counter: Counter, number: str, pages: str) -> None:
    counter.signs_in(number)
    assert counter.window.workspace is not None
    assert [place.key for place in counter.window.workspace.places] == pages.split()


def test_every_page_of_the_navigation_has_its_key(counter: Counter) -> None:
    counter.signs_in("2001")
    work = counter.window.workspace
    assert work is not None
    for number, place in enumerate(work.places[:9], start=1):
        counter.presses(Qt.Key(Qt.Key.Key_0 + number), CTRL)
        assert work.stack.currentWidget() is work.pages[place.key]


def test_the_pin_is_never_asked_for_in_clear_after_the_lock(counter: Counter) -> None:
    counter.signs_in("1001")
    counter.presses(Qt.Key.Key_L, CTRL)
    sign_in = counter.window.sign_in
    counter.waits(sign_in.pin.hasFocus, "the cursor in the PIN")
    assert (sign_in.who.text(), sign_in.number.isVisible()) == ("王芳 1001", False)
    counter.presses(Qt.Key.Key_Escape)
    assert (sign_in.number.hasFocus(), sign_in.number.text(), sign_in.who.isVisible()) == (True, "", False)


def test_two_impatient_enters_after_the_pin_start_nothing(counter: Counter) -> None:
    counter.signs_in("1001")
    page_change.note()  # as the page comes up
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_F9, Qt.Key.Key_Space):
        counter.presses(key)
    work = counter.window.workspace
    assert work is not None
    assert work.stack.currentWidget() is work.pages["queue"]
    counter.opens("home")
    page_change.note()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_F9, Qt.Key.Key_F9):
        counter.presses(key)
    settles(counter)
    assert pauses.of_day(counter.store, HALL, MONDAY) == ()
    assert pauses.refused(counter.store, HALL, MONDAY) == ()


def test_a_second_f9_in_impatience_does_not_end_the_pause(counter: Counter) -> None:
    page = counter.signs_in_at("1001", "home")
    counter.types("2")
    counter.presses(Qt.Key.Key_F9)
    counter.waits(page.pause.away.isVisible, "the pause")
    for _ in range(2):
        counter.presses(Qt.Key.Key_F9)
    settles(counter)
    assert [pause.running for pause in pauses.of_day(counter.store, HALL, MONDAY)] == [True]


def test_going_off_duty_and_on_again(counter: Counter) -> None:
    counter.signs_in("1001")
    counter.presses(Qt.Key.Key_D, CTRL)
    counter.until(lambda store: not person_today(store, "1001", counter.times.start).on_duty)
    counter.reads("未上岗")
    counter.presses(Qt.Key.Key_D, CTRL)
    counter.until(lambda store: person_today(store, "1001", counter.times.start).on_duty)


def test_the_language_is_chosen_before_anybody_signs_in(counter: Counter) -> None:
    counter.presses(Qt.Key.Key_E, CTRL)
    counter.reads("Sign in")
    counter.presses(Qt.Key.Key_E, CTRL)
    counter.reads("登录")


def test_signing_out_closes_every_window_of_that_person(counter: Counter) -> None:
    """A counter runs for weeks, and two people share it: what each leaves would add up."""
    left: list[int] = []
    for number in ("1001", "1002", "1001"):
        before = counter.window.workspace
        counter.signs_in(number)
        work = counter.window.workspace
        assert work
        for place in work.places:
            counter.opens(place.key)
        counter.waits(lambda before=before: before is None or not Shiboken.isValid(before), "the end of who left")
        left.append(len(QApplication.topLevelWidgets()))
    assert left[1] == left[2]


def test_a_long_name_is_whole_on_its_tile(counter: Counter, store: Store) -> None:
    long = "阿卜杜拉·买买提·阿卜杜热合曼江哈"
    people.import_staff(store, [builders.line("1002", long, "2")], now=counter.times.start)
    counter.signs_in("1002")
    counter.signs_in("1001")
    counter.presses(Qt.Key.Key_L, CTRL)
    words = counter.waits(lambda: _tile_words(counter), "the tile")
    assert words.text().replace("\n", "") == long
    assert words.sizeHint().width() <= words.width()
    assert words.sizeHint().height() <= words.height()


def _tile_words(counter: Counter) -> QLabel | None:
    shown = (part for part in counter.window.findChildren(QLabel) if part.isVisible())
    return next((part for part in shown if part.text().startswith("阿卜杜拉") and "\n" in part.text()), None)
