"""The open counter follows the record of whoever is signed in, and the day; a badge names its owner at any pace."""

from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from counter.second_screen import SecondScreen
from shared.device import codes
from shared.domain.roles import Role
from shared.people import actions as people
from tests.counter.conftest import CTRL, Counter
from tests.counter.walker import settles
from tests.support.builders import MONDAY, PIN, ROSTER, actor, at

TUESDAY = MONDAY + timedelta(days=1)


def roster(counter: Counter, number: str, **values: object) -> None:
    """What another program's import says of one person."""
    line = next(line for line in ROSTER if line.number == number)
    said = replace(line, **values)
    assert people.import_staff(counter.store, [said], now=counter.times.start) == 1


def is_locked(counter: Counter) -> bool:
    return counter.window.session.actor is None and counter.window.sign_in.isVisible()


def places(counter: Counter) -> set[str]:
    assert counter.window.workspace
    return {place.key for place in counter.window.workspace.places}


def test_a_leaver_s_open_counter_and_dialog_stayed_open(counter: Counter) -> None:
    counter.signs_in_at("2001", "roster")
    counter.presses(Qt.Key.Key_M, CTRL)
    dialog = counter.dialog()
    roster(counter, "2001", active=False)
    counter.waits(lambda: is_locked(counter), "the lock")
    assert not dialog.isVisible()
    counter.reads("您的岗位资料刚有变动")
    counter.types("2001")
    counter.presses(Qt.Key.Key_Return)
    counter.types(PIN)
    counter.reads("工号或密码不对")


def test_rights_lost_while_the_workspace_is_built_lock_it(counter: Counter) -> None:
    signed_in, session = counter.window.sign_in.signed_in, counter.window.session
    changed = signed_in.connect(lambda _actor: session.rights_changed.emit())  # after the window was told
    counter.types("2001")
    counter.presses(Qt.Key.Key_Return)
    counter.types(PIN)
    counter.reads("您的岗位资料刚有变动")
    loaded: list[bool] = []
    counter.window.loader.load(Role.SUPERVISOR, lambda: loaded.append(True))
    counter.waits(lambda: bool(loaded), "the pages")
    assert is_locked(counter)
    assert counter.window.workspace is None
    signed_in.disconnect(changed)
    counter.signs_in("2001")
    assert places(counter)


@pytest.mark.parametrize(
    ("number", "role", "gained", "lost"),
    [("2001", Role.STAFF, "", "flagged"), ("1001", Role.SUPERVISOR, "flagged", "")],
    ids=["demoted", "promoted"],
)
def test_the_navigation_stayed_that_of_the_old_role(
    counter: Counter, number: str, role: Role, gained: str, lost: str
) -> None:
    counter.signs_in(number)
    before = places(counter)
    roster(counter, number, role=role)
    counter.waits(lambda: is_locked(counter), "the lock")
    counter.signs_in(number)
    after = places(counter)
    assert gained in {"", *(after - before)}
    assert lost in {"", *(before - after)}
    assert after != before


def test_a_person_moved_to_another_hall_is_locked_out(counter: Counter) -> None:
    counter.signs_in("2001")
    roster(counter, "2001", hall="二号厅")
    counter.waits(lambda: is_locked(counter), "the lock")


def test_a_new_name_or_home_window_locks_nobody(counter: Counter) -> None:
    counter.signs_in("1001")
    roster(counter, "1001", window="7")
    roster(counter, "1001", window="7", name="王芳芳")
    counter.waits(lambda: counter.window.session.here.name("1001") == "王芳芳", "the news")
    settles(counter)
    assert not is_locked(counter)
    assert counter.reads("1号窗口 · 在岗")


def test_at_midnight_the_open_counter_still_said_on_duty(counter: Counter) -> None:
    people.set_duty(counter.store, actor(), "1001", True, "5", now=at("10:00"))
    counter.signs_in("1001")
    counter.reads("5号窗口 · 在岗")
    second = counter.window.findChild(SecondScreen)
    assert second
    assert second.shown.large == "5号窗口"
    counter.times.start = at("00:00:01", TUESDAY)
    counter.reads("1号窗口 · 未上岗")
    assert second.shown.large == "1号窗口"
    counter.presses(Qt.Key.Key_D, CTRL)
    counter.reads("1号窗口 · 在岗")


def test_a_clock_set_back_over_midnight_and_right_again(counter: Counter) -> None:
    counter.signs_in("1001")
    counter.reads("1号窗口 · 在岗")
    counter.times.start = at("23:00", MONDAY - timedelta(days=1))
    counter.reads("1号窗口 · 未上岗")
    counter.times.start = at("10:31")
    counter.reads("1号窗口 · 在岗")


SCANNERS = (
    ("2001", str.lower, 0),
    ("9001", "]Q1{}".format, 0),
    ("1002", str, 0),
    ("2001", str, 70),  # what a scanner in a hall took between two keys, ms
)


def test_a_badge_scanned_into_the_pin_was_three_wrong_pins(counter: Counter) -> None:
    counter.signs_in("1001")
    counter.presses(Qt.Key.Key_L, CTRL)
    sign_in = counter.window.sign_in
    for number, spoilt, pace_ms in SCANNERS:
        sign_in.pin.setFocus()
        for letter in spoilt(codes.text(codes.Badge(number), codes.key(counter.folder))):
            QTest.qWait(pace_ms)
            key: Any = letter
            QTest.keyClick(counter.window.windowHandle(), key)
        QTest.keyClick(counter.window.windowHandle(), Qt.Key.Key_Return)
        counter.waits(lambda number=number: sign_in.number.text() == number, "the badge's number")
        assert (sign_in.pin.text(), sign_in.pin.hasFocus()) == ("", True)
    assert not [event for event in counter.store.events() if event.kind == "pin_failed"]
    counter.types(PIN)
    counter.reads("陈静")


def test_a_badge_scanned_as_a_number_names_its_owner_and_a_forged_one_nobody(counter: Counter) -> None:
    counter.waits(lambda: counter.window.session.here.people, "the roster")
    counter.types(codes.text(codes.Badge("1002"), b"another site's key, 32 bytes long"))
    counter.presses(Qt.Key.Key_Return)
    counter.types(PIN)
    counter.reads("工号或密码不对")
    assert counter.window.workspace is None
    counter.presses(Qt.Key.Key_Escape)
    counter.types(codes.text(codes.Badge("1002"), codes.key(counter.folder)))
    counter.presses(Qt.Key.Key_Return)
    counter.waits(lambda: counter.window.sign_in.number.text() == "1002", "the badge's number")
    counter.types(PIN)
    counter.reads("李娜")
