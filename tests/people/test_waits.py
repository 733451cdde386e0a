"""The wait after wrong PINs: neither a changed clock nor a second program shortens it, and any number waits alike."""

import ast
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from shared.domain.policy import default
from shared.journal.opening import open_store
from shared.journal.store import Store
from shared.people import actions, kiosk_exit, pins, rules
from shared.people.policy import PinsPolicy
from shared.people.wrong_pins import WrongPins
from shared.registry import PROJECTIONS
from tests.support.builders import MORNING, PIN, code, staffed_store

ROOT = Path(__file__).parents[2]
PINS = default()[PinsPolicy]
HOUR = 3_600_000
UP = 500_000_000  # the PC has run for so long


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = staffed_store(tmp_path)
    actions.set_pin(store, "1001", PIN, now=MORNING)
    yield store
    store.close()


def try_wrong(
    store: Store, number: str = "1001", times: int = 4, *, now: int = MORNING, steady: int = UP
) -> list[str | None]:
    return [code(actions.sign_in(store, number, "000001", now=now, steady=steady)) for _ in range(times)]


@pytest.mark.parametrize(
    ("now", "steady", "left"),
    [
        (0, 0, 10),
        (4, 4, 6),
        (10, 10, 0),
        (HOUR, 1, 9),  # set ahead
        (-HOUR, 4, 6),  # set back: only the steady clock speaks
        (2, 11, 8),  # stopped, or set back a little
        (HOUR, None, 0),
    ],
)
def test_both_clocks_have_to_say_that_it_is_over(now: int, steady: int | None, left: int) -> None:
    tried = WrongPins(PINS.free_tries + 1, MORNING, UP)  # waits 10 s
    ticked = None if steady is None else UP + steady * 1000
    assert rules.wait_left(tried, MORNING + now * 1000, ticked, PINS) == left * 1000


@pytest.mark.parametrize(("up", "left"), [(0, 10), (3000, 7), (11_000, 0)])
def test_a_pc_started_again_waits_from_its_start(up: int, left: int) -> None:
    assert rules.wait_left(WrongPins(PINS.free_tries + 1, MORNING, UP), MORNING + HOUR, up, PINS) == left * 1000


def test_a_clock_set_ahead_ended_the_wait(store: Store) -> None:
    try_wrong(store)
    assert code(actions.sign_in(store, "1001", PIN, now=MORNING + HOUR, steady=UP + 1000)) == "pin_wait"
    assert code(actions.sign_in(store, "1001", PIN, now=MORNING + HOUR, steady=UP + 11_000)) is None


def test_a_second_program_begins_no_new_count(store: Store, tmp_path: Path) -> None:
    try_wrong(store)
    with closing(open_store(tmp_path, PROJECTIONS)) as other:
        assert code(actions.sign_in(other, "1001", PIN, now=MORNING + HOUR, steady=UP + 1000)) == "pin_wait"


@pytest.mark.parametrize("number", ["1001", "1002", "7777", "ＡＢ－１", ""])
def test_a_wait_told_known_numbers_from_others(store: Store, number: str) -> None:
    """王芳 has a PIN, 李娜 none yet, nobody has the others: all answer alike, also after the wait."""
    assert try_wrong(store, number, 5) == ["wrong_pin"] * 3 + ["pin_wait"] * 2
    assert try_wrong(store, number, 2, now=MORNING + 6000, steady=UP + 6000) == ["wrong_pin", "pin_wait"]
    assert try_wrong(store, number, 1, now=MORNING + 14_000, steady=UP + 14_000) == ["pin_wait"]


def test_every_number_takes_the_same_steps(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Measured times would vary: what takes the time is counted instead, hashing and one transaction."""
    steps: list[str] = []
    matches, transaction = pins.matches, Store.transaction

    def counted(pin: str, text: str, key: bytes) -> bool:
        steps.append("hash " + text.rpartition("$")[0].rpartition("$")[0])
        return matches(pin, text, key)

    def begun(self: Store, now: int) -> object:
        steps.append("transaction")
        return transaction(self, now)

    monkeypatch.setattr(pins, "matches", counted)
    monkeypatch.setattr(Store, "transaction", begun)
    taken = []
    for number in ("1001", "1002", "7777"):
        steps.clear()
        try_wrong(store, number, 1)
        taken.append(tuple(steps))
    assert len(set(taken)) == 1
    assert len(taken[0]) == 2


def test_what_was_typed_as_a_number_is_not_stored(store: Store) -> None:
    try_wrong(store, "739164", 2)  # a PIN, in haste
    settings = store.db.execute_sql("SELECT value FROM meta").fetchall()
    assert "739164" not in str(settings)


def test_the_kiosk_s_exit_waits_by_the_steady_clock_too(tmp_path: Path, store: Store) -> None:
    pins.keep_exit_pin(tmp_path, "402913")
    for _ in range(4):
        kiosk_exit.ExitCheck(tmp_path).check("", "000000", now=MORNING, steady=UP)
        actions.leave_kiosk(store, "000000", now=MORNING, steady=UP)
    later = {"now": MORNING + HOUR, "steady": UP + 1000}
    answer = kiosk_exit.ExitCheck(tmp_path).check("", "402913", **later)
    assert answer is not None
    assert answer.code == "pin_wait"
    answer = actions.leave_kiosk(store, "402913", **later)
    assert answer is not None
    assert answer.code == "pin_wait"


def test_programs_give_the_steady_clock() -> None:
    """Without it a clock set ahead ends the wait: no program may forget it."""
    asking = {"sign_in", "leave_kiosk", "check"}
    forgot = []
    for file in (each for place in ("kiosk", "counter", "shared/cli") for each in (ROOT / place).rglob("*.py")):
        text = file.read_text("utf-8")
        tree = ast.parse(text if any(f".{name}(" in text for name in asking) else "")  # parsing all takes seconds
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in asking:
                given = {each.arg for each in node.keywords}
                if "now" in given and "steady" not in given:
                    forgot.append(f"{file}:{node.lineno}")
    assert forgot == []
