"""Who may judge, and how a round goes (resources/handbook/practices.en.md §6)."""

from datetime import date

import pytest

from shared.domain import policy_check
from shared.practice.caring.policy import Caring
from shared.practice.caring.rules import rounds
from shared.practice.caring.rules.rounds import Entry, Juror, State

OURS = Caring()
ENTRY = Entry(
    hero="1001", author="1002", nominator="1003", halls=frozenset({"H1", "H4"}), supervisors=frozenset({"9001"})
)


@pytest.mark.parametrize(
    ("number", "hall", "reason"),
    [
        ("1001", "H9", "is_hero"),
        ("1002", "H9", "is_author"),
        ("1003", "H9", "is_nominator"),
        ("9001", "H9", "supervises_hero"),
        ("1050", "H1", "same_hall"),  # at the deed
        ("1050", "H4", "same_hall"),  # now
        ("1060", "H9", "recognised"),
        ("1050", "H9", ""),
    ],
)
def test_who_is_recused(number, hall, reason):
    assert rounds.recusal(Juror(number, hall), ENTRY, recognised={"1060"}) == reason


@pytest.mark.parametrize(
    ("size", "odd", "code"),
    [
        (5, True, None),
        (9, True, None),
        (4, True, "jury_size"),
        (6, True, "jury_size"),
        (6, False, None),
        (11, True, "jury_size"),
    ],
)
def test_the_size_of_a_jury(size, odd, code):
    answer = rounds.may_appoint([Juror(str(n), "H1") for n in range(size)], Caring(jury_odd=odd))
    assert (answer.code if answer else None) == code


def test_nobody_sits_twice():
    assert rounds.may_appoint([Juror(str(n % 4), "H1") for n in range(5)], OURS).code == "juror_twice"


@pytest.mark.parametrize(
    ("state", "to", "allowed"),
    [
        (State.NOMINATING, State.JUDGING, True),
        (State.NOMINATING, State.DECIDED, False),
        (State.DECIDED, State.ANNOUNCED, True),
        (State.ANNOUNCED, State.JUDGING, True),
        (State.FINAL, State.JUDGING, False),
        (State.ANNOUNCED, State.FINAL, True),
        (State.JUDGING, State.JUDGING, False),
    ],
)
def test_the_order_of_a_round(state, to, allowed):
    assert (rounds.may_advance(state, to) is None) is allowed


@pytest.mark.parametrize(
    ("state", "day", "stands"),
    [
        (State.NOMINATING, 10, State.NOMINATING),  # the last day is one
        (State.NOMINATING, 11, State.JUDGING),
        (State.FINAL, 11, State.FINAL),
    ],
)
def test_a_round_takes_nominations_to_the_end_of_its_day(state, day, stands):
    assert rounds.stage(state, date(2026, 3, day), date(2026, 3, 10)) is stands


@pytest.mark.parametrize("changes", [{"trim": 0.5}, {"jurors_least": 0}, {"jury_least": 2}])
def test_values_that_leave_no_jury(changes):
    assert policy_check.revised({}, {"caring": changes}, (Caring,)).code in ("policy_value", "policy_relation")
