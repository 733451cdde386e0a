"""Verdicts: who may do what when, and what counts in which period (resources/handbook/practices.en.md §9)."""

from datetime import date
from fractions import Fraction

import pytest
from msgspec.structs import replace

from shared.domain.workdays import Calendar
from shared.practice.complaints import rules
from shared.practice.complaints.facts import About, Verdict
from shared.practice.complaints.policy import Complaints
from shared.practice.complaints.rules import Case, Decision, State
from tests.support.builders import code

OURS = Complaints()
WEEKDAYS = Calendar(version=1, years={})
TOLD = date(2026, 3, 2)  # a Monday: five working days end on Monday the 9th
OPEN = Case(ticket="t1", closed=True, about=About.PERSON, person="1001", unit="H1")
PROPOSED = replace(OPEN, proposer="5001", told=TOLD)
ANSWERED = replace(PROPOSED, answered=True)
FINAL = replace(ANSWERED, decisions=(Decision(date(2026, 3, 10), Verdict.UPHELD),))
AGAIN = replace(FINAL, open_again=True)


@pytest.mark.parametrize(
    ("case", "state"),
    [
        (OPEN, State.OPEN),
        (PROPOSED, State.PROPOSED),
        (ANSWERED, State.ANSWERED),
        (FINAL, State.FINAL),
        (replace(AGAIN, answered=False), State.PROPOSED),
    ],
)
def test_where_a_case_stands(case, state):
    assert case.state is state


@pytest.mark.parametrize(
    ("case", "by", "answer"),
    [
        (OPEN, "5001", None),
        (AGAIN, "5001", None),
        (replace(OPEN, closed=False), "5001", "ticket_open"),
        (OPEN, "1001", "about_yourself"),
        (FINAL, "5001", "already_final"),
        (replace(OPEN, merged_into="t0"), "5001", "merged"),
    ],
)
def test_who_may_propose(case, by, answer):
    assert code(rules.may_propose(case, by)) == answer


@pytest.mark.parametrize(
    ("case", "by", "day", "answer"),
    [
        (PROPOSED, "1001", 9, None),
        (PROPOSED, "1001", 10, "too_late"),
        (ANSWERED, "1001", 9, None),  # they may say it better
        (PROPOSED, "1002", 3, "not_about_you"),
        (OPEN, "1001", 3, "nothing_to_answer"),
        (FINAL, "1001", 3, "nothing_to_answer"),
    ],
)
def test_the_person_may_answer_for_five_working_days(case, by, day, answer):
    assert code(rules.may_answer(case, by, date(2026, 3, day), WEEKDAYS, OURS)) == answer


@pytest.mark.parametrize(
    ("case", "by", "day", "answer"),
    [
        (ANSWERED, "9001", 3, None),
        (PROPOSED, "9001", 9, "answer_awaited"),
        (PROPOSED, "9001", 10, None),  # silence: the time is over
        (replace(PROPOSED, told=None), "9001", 30, "answer_awaited"),  # nobody told them
        (replace(PROPOSED, about=About.UNIT, person=""), "9001", 3, None),
        (ANSWERED, "5001", 3, "proposer_decides"),
        (ANSWERED, "1001", 3, "about_yourself"),
        (OPEN, "9001", 30, "nothing_proposed"),
        (FINAL, "9001", 30, "nothing_proposed"),
    ],
)
def test_the_office_decides_after_the_answer(case, by, day, answer):
    assert code(rules.may_decide(case, by, date(2026, 3, day), WEEKDAYS, OURS)) == answer


@pytest.mark.parametrize(
    ("case", "evidence", "answer"),
    [(FINAL, "录像", None), (FINAL, " ", "evidence_needed"), (ANSWERED, "录像", "not_final")],
)
def test_a_verdict_is_taken_up_again_on_evidence(case, evidence, answer):
    assert code(rules.may_reopen(case, evidence)) == answer


def decisions(*made: tuple[int, Verdict]) -> tuple[Decision, ...]:
    return tuple(Decision(date(2026, month, 10), verdict) for month, verdict in made)


UPHELD, PARTLY, UNFOUNDED = Verdict.UPHELD, Verdict.PARTLY, Verdict.UNFOUNDED


@pytest.mark.parametrize(
    ("made", "month"),
    [
        (((3, UPHELD),), 3),
        (((3, UPHELD), (5, UPHELD)), 3),  # confirmed: not counted a second time
        (((3, UPHELD), (5, UNFOUNDED)), None),
        (((3, UNFOUNDED), (5, UPHELD)), 5),  # the closed month stays closed
        (((3, UPHELD), (4, PARTLY), (5, UPHELD)), 5),
        (((3, PARTLY),), None),
        ((), None),
    ],
)
def test_by_which_decision_a_case_counts(made, month):
    found = rules.counted_on(decisions(*made), OURS)
    assert (found.day.month if found else None) == month


def test_partly_may_be_made_to_count_half():
    half = Complaints(partly=0.5)
    made = decisions((3, PARTLY), (5, UPHELD))
    assert rules.counted_on(made, half).day.month == 5
    persons, _ = rules.upheld([replace(FINAL, decisions=made[:1])], date(2026, 3, 1), date(2026, 3, 31), half)
    assert persons == {"1001": Fraction(1, 2)}


@pytest.mark.parametrize(
    ("case", "persons", "units"),
    [
        (FINAL, {"1001": 1}, {"H1": 1}),
        (replace(FINAL, about=About.UNIT, person=""), {}, {"H1": 1}),
        (replace(FINAL, about=About.COMPANY), {}, {}),
        (replace(FINAL, about=About("of_tomorrow")), {}, {}),
        (replace(FINAL, decisions=decisions((3, Verdict("of_tomorrow")))), {}, {}),  # it stopped everybody's pay
        (replace(FINAL, merged_into="t0"), {}, {}),
        (AGAIN, {}, {}),
        (ANSWERED, {}, {}),
        (PROPOSED, {}, {}),
        (replace(FINAL, decisions=(Decision(date(2026, 2, 28), UPHELD),)), {}, {}),
        (replace(FINAL, decisions=(Decision(date(2026, 3, 1), UPHELD),)), {"1001": 1}, {"H1": 1}),
        (replace(FINAL, decisions=(Decision(date(2026, 3, 31), UPHELD),)), {"1001": 1}, {"H1": 1}),
        (replace(FINAL, decisions=(Decision(date(2026, 4, 1), UPHELD),)), {}, {}),
    ],
)
def test_what_counts_in_march(case, persons, units):
    by_person, by_unit = rules.upheld([case], date(2026, 3, 1), date(2026, 3, 31), OURS)
    assert dict(by_person) == persons
    assert dict(by_unit) == units


def test_a_merged_ticket_counts_once_and_opened_ones_never():
    cases = [FINAL, replace(FINAL, ticket="t2", merged_into="t1"), replace(OPEN, ticket="t3")]
    cases.append(replace(OPEN, ticket="t4", merged_into="t1"))
    persons, units = rules.upheld(cases, date(2026, 3, 1), date(2026, 3, 31), OURS)
    assert persons == {"1001": Fraction(1)}
    assert rules.every_unit(units, ["H1", "H2"]) == {"H1": Fraction(1), "H2": Fraction(0)}
    assert [case.ticket for case in cases if case.unsettled] == ["t3"]
