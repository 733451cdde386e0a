"""PINs: what may be chosen, how wrong ones slow down the next try, and that no answer says which part was wrong."""

import json
import stat
import subprocess
import sys
from datetime import time
from pathlib import Path

import pytest

from shared.device import pepper
from shared.domain.actor import Actor
from shared.domain.policy import default
from shared.domain.refusal import Refusal
from shared.domain.roles import Role
from shared.domain.workdays import ms_at
from shared.people import actions, facts, kiosk_exit, pins, rules, views
from shared.people.policy import PinsPolicy
from tests.support import patience
from tests.support.builders import HALL, MONDAY, MORNING, PIN, actor, line, staffed_store

PINS = default()[PinsPolicy]
ROOT = Path(__file__).parents[2]
SECOND = 1000


@pytest.fixture
def store(tmp_path):
    store = staffed_store(tmp_path)
    assert actions.set_pin(store, "1001", PIN, now=MORNING) is None
    return store


@pytest.mark.parametrize(
    ("failures", "seconds"),
    [(0, 0), (1, 0), (2, 0), (3, 5), (4, 10), (5, 20), (6, 40), (10, 640), (11, 900), (12, 900), (10_000, 900)],
)
def test_how_long_the_next_try_waits(failures, seconds):
    assert rules.wait_ms(failures, PINS) == seconds * SECOND


@pytest.mark.parametrize(
    ("pin", "code"),
    [
        ("240518", None),
        ("112233", None),
        ("24051", "pin_form"),
        ("2405188", "pin_form"),
        ("24o518", "pin_form"),
        ("２４０５１８", "pin_form"),
        ("", "pin_form"),
        ("111111", "pin_too_simple"),
        ("123456", "pin_too_simple"),
        ("987654", "pin_too_simple"),
    ],
)
def test_which_pins_may_be_chosen(pin, code):
    refusal = rules.check_new_pin(pin, PINS)
    assert (refusal.code if refusal else None) == code


@pytest.mark.parametrize("spelt", ["SY-001", "sy-001", " ＳＹ－００１", "SY–001\u200b"])
def test_a_number_signs_in_by_any_spelling_also_where_the_journal_cannot_be_read(store, spelt):
    keeper = line("SY-001", "陈静", "", role=Role.SUPERVISOR)
    actions.import_staff(store, [keeper], now=MORNING)
    actions.set_pin(store, "SY-001", PIN, now=MORNING)
    signed_in = actions.sign_in(store, spelt, PIN, now=MORNING)
    assert isinstance(signed_in, Actor)
    assert signed_in.number == "SY-001"
    kiosk_exit.save_exit_people(store)
    assert kiosk_exit.ExitCheck(store.folder).check(spelt, PIN, now=MORNING) is None


def test_a_number_that_an_earlier_version_kept_in_small_letters_is_still_known(store):
    with store.transaction(MORNING) as tx:
        fact = facts.StaffSet(
            number="a007", name="赵敏", branch="b", hall=HALL, window="", post="cashier", role=Role.STAFF
        )
        tx.record(fact, subject="staff:a007", hall=HALL)
    actions.set_pin(store, "a007", PIN, now=MORNING)
    assert actions.sign_in(store, "A007", PIN, now=MORNING).number == "a007"
    assert actions.import_staff(store, [line("A007", "赵敏敏", "")], now=MORNING) == 1
    assert views.person(store, "a007").name == "赵敏敏"
    assert views.person(store, "A007") is None


def test_a_right_pin_signs_in_and_says_who(store):
    signed_in = actions.sign_in(store, "1001", PIN, now=MORNING)
    assert signed_in == actor("1001")
    assert isinstance(signed_in, Actor)


def test_wrong_pins_slow_down_and_are_recorded(store):
    now = MORNING
    for _ in range(3):
        assert actions.sign_in(store, "1001", "000001", now=now) == Refusal("wrong_pin")
    assert actions.sign_in(store, "1001", PIN, now=now + 4 * SECOND) == Refusal("pin_wait", {"seconds": 1})
    assert actions.sign_in(store, "1001", "000001", now=now + 5 * SECOND) == Refusal("wrong_pin")
    assert actions.sign_in(store, "1001", PIN, now=now + 6 * SECOND) == Refusal("pin_wait", {"seconds": 9})
    kinds = [event.kind for event in store.events(subject="staff:1001")]
    assert kinds.count("pin_failed") == 4  # a try refused for waiting was no try
    assert actions.sign_in(store, "1001", PIN, now=now + 15 * SECOND) == actor("1001")
    assert actions.sign_in(store, "1001", "000001", now=now + 16 * SECOND) == Refusal("wrong_pin")
    assert isinstance(actions.sign_in(store, "1001", PIN, now=now + 16 * SECOND), Actor)  # counted anew


def test_a_clock_set_back_locks_nobody_out_for_long(store):
    for _ in range(4):
        actions.sign_in(store, "1001", "000001", now=ms_at(MONDAY.replace(year=2036), time(9)))
    assert isinstance(actions.sign_in(store, "1001", PIN, now=MORNING), Actor)


def test_nothing_tells_a_wrong_number_from_a_wrong_pin(store):
    assert actions.sign_in(store, "7777", PIN, now=MORNING) == Refusal("wrong_pin")
    assert actions.sign_in(store, "1002", PIN, now=MORNING) == Refusal("wrong_pin")  # no PIN yet
    assert actions.sign_in(store, "1001", "000001", now=MORNING) == Refusal("wrong_pin")


def test_who_may_set_whose_pin(store):
    assert actions.set_pin(store, "1002", PIN, actor=actor("1001"), now=MORNING) == Refusal("not_allowed")
    assert actions.set_pin(store, "1001", PIN, actor=actor("1001"), now=MORNING) is None
    assert actions.set_pin(store, "1002", PIN, actor=actor("2001"), now=MORNING) is None
    assert actions.set_pin(store, "9001", PIN, actor=actor("2001"), now=MORNING) == Refusal("not_allowed")
    assert actions.set_pin(store, "7777", PIN, now=MORNING) == Refusal("unknown_person", {"number": "7777"})
    stranger = Actor(number="2009", name="孙杰", role=actor("2001").role, post="", hall="别的大厅")
    assert actions.set_pin(store, "1002", PIN, actor=stranger, now=MORNING) == Refusal("not_allowed")


def test_a_new_pin_ends_the_waiting(store):
    for _ in range(5):
        actions.sign_in(store, "1001", "000001", now=MORNING)
    actions.set_pin(store, "1001", "350617", actor=actor("2001"), now=MORNING)
    assert isinstance(actions.sign_in(store, "1001", "350617", now=MORNING), Actor)


def test_the_pin_is_nowhere_in_the_journal_and_hashes_need_the_pepper(store):
    events = store.events(subject="staff:1001")
    assert PIN not in json.dumps([event.body for event in events])
    hashed = next(event.body["hash"] for event in events if event.kind == "pin_set")
    assert hashed.startswith("$argon2id$")
    assert pins.matches(PIN, hashed, pepper.pepper(store.folder))
    assert not pins.matches(PIN, hashed, b"another site's pepper")
    assert not pins.matches(PIN, "no hash", pepper.pepper(store.folder))


def test_the_programs_hash_at_full_cost():
    """Asked of a program: in the tests hashes are cheap (`tests/conftest.py`)."""
    program = "from shared.people import pins; print(pins.hash_pin('240518', b'salt'))"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT, timeout=patience.SECONDS
    )
    assert done.stdout.startswith("$argon2id$v=19$m=65536,t=3,p=4$")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps files by their owner's profile")
def test_the_pepper_is_made_once_and_private(tmp_path):
    first = pepper.pepper(tmp_path)
    assert pepper.pepper(tmp_path) == first
    assert len(first) == 32
    assert stat.S_IMODE((tmp_path / pepper.FILE).stat().st_mode) == 0o600
