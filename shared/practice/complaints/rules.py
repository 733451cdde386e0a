"""The states of a verdict (proposed, answered, decided; reopened), and what counts about whom in which period. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from fractions import Fraction

import msgspec

from shared.domain.money import rate
from shared.domain.refusal import Refusal
from shared.domain.workdays import Calendar
from shared.practice.complaints.facts import About, Verdict
from shared.practice.complaints.policy import Complaints


class State(StrEnum):
    """The state of a complaint."""

    OPEN = "open"  # no verdict proposed yet
    PROPOSED = "proposed"
    ANSWERED = "answered"
    FINAL = "final"


class Decision(msgspec.Struct, frozen=True):
    """One final verdict, on the day it was made."""

    day: date
    verdict: Verdict


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """A complaint ticket as it stands. `unit` is the unit concerned, for a person the one of the day it happened."""

    ticket: str
    closed: bool  # the ticket itself
    about: About
    person: str = ""
    unit: str = ""
    merged_into: str = ""
    proposer: str = ""
    told: date | None = None  # since when the person may answer
    answered: bool = False
    open_again: bool = False  # reopened, and not decided since
    decisions: tuple[Decision, ...] = ()

    @property
    def state(self) -> State:
        """The state of the complaint."""
        if self.decisions and not self.open_again:
            return State.FINAL
        if not self.proposer:
            return State.OPEN
        return State.ANSWERED if self.answered else State.PROPOSED

    @property
    def unsettled(self) -> bool:
        """Whether a verdict is still awaited; a ticket that was merged into another needs none of its own."""
        return self.state is not State.FINAL and not self.merged_into


def may_propose(case: Case, by: str) -> Refusal | None:
    """The supervisor proposes on a closed ticket; nobody about themselves."""
    if case.merged_into:
        return Refusal("merged", {"into": case.merged_into})
    if case.state is State.FINAL:
        return Refusal("already_final")
    if case.person == by:
        return Refusal("about_yourself")
    return None if case.closed else Refusal("ticket_open")


def may_answer(case: Case, by: str, today: date, calendar: Calendar, settings: Complaints) -> Refusal | None:
    """The person concerned answers within the days given, while nothing is decided."""
    if by != case.person:
        return Refusal("not_about_you")
    if case.state not in (State.PROPOSED, State.ANSWERED):
        return Refusal("nothing_to_answer")
    last = _last_day(case, calendar, settings)
    return Refusal("too_late", {"until": last}) if last and today > last else None


def may_decide(case: Case, by: str, today: date, calendar: Calendar, settings: Complaints) -> Refusal | None:
    """The office decides: not the proposer, not about themselves, and after the answer or its time."""
    if case.state not in (State.PROPOSED, State.ANSWERED):
        return Refusal("nothing_proposed")
    if by in (case.proposer, case.person):
        return Refusal("proposer_decides" if by == case.proposer else "about_yourself")
    last = _last_day(case, calendar, settings)
    waiting = case.about is About.PERSON and not case.answered and (last is None or today <= last)
    return Refusal("answer_awaited", {"until": last}) if waiting else None


def may_reopen(case: Case, evidence: str) -> Refusal | None:
    """A final verdict is taken up again on new evidence."""
    if case.state is not State.FINAL:
        return Refusal("not_final")
    return None if evidence.strip() else Refusal("evidence_needed")


def _last_day(case: Case, calendar: Calendar, settings: Complaints) -> date | None:
    return calendar.add(case.told, settings.answer_days) if case.told else None


def counts(verdict: Verdict, settings: Complaints) -> Fraction:
    """How much a verdict counts by the policy; one that only a newer version knows counts nothing."""
    weights = {Verdict.UPHELD: settings.upheld, Verdict.PARTLY: settings.partly, Verdict.UNFOUNDED: settings.unfounded}
    return rate(weights.get(verdict, 0))


def counted_on(decisions: Sequence[Decision], settings: Complaints) -> Decision | None:
    """The decision by whose day a case counts; None when it counts nothing.

    A verdict that is confirmed after a reopening keeps its first day, so it is not counted in two periods; one that is
    changed counts from the day of the change.
    """
    found: Decision | None = None
    for decision in decisions:
        weight = counts(decision.verdict, settings)
        if not weight:
            found = None
        elif found is None or counts(found.verdict, settings) != weight:
            found = decision
    return found


Counts = dict[str, Fraction]
"""How much counts, by staff number or unit."""


def upheld(cases: Iterable[Case], first: date, last: date, settings: Complaints) -> tuple[Counts, Counts]:
    """What counts by person and by unit of what became final from `first` to `last`.

    About a person counts for the person and the unit; about a unit for the unit; merged tickets count once, in the
    ticket they were merged into; a reopened case counts for nobody until it is decided again.
    """
    persons: Counts = {}
    units: Counts = {}
    for case in cases:
        weight = _weight(case, first, last, settings)
        if weight and case.about in (About.PERSON, About.UNIT):
            units[case.unit] = units.get(case.unit, Fraction(0)) + weight
            if case.about is About.PERSON:
                persons[case.person] = persons.get(case.person, Fraction(0)) + weight
    return persons, units


def _weight(case: Case, first: date, last: date, settings: Complaints) -> Fraction:
    if case.merged_into or case.state is not State.FINAL:
        return Fraction(0)
    decision = counted_on(case.decisions, settings)
    inside = decision is not None and first <= decision.day <= last
    return counts(decision.verdict, settings) if decision and inside else Fraction(0)


def every_unit(counted: Mapping[str, Fraction], units: Iterable[str]) -> Counts:
    """The counts of all units, 0 for those without a complaint; disqualification is computed from them."""
    return {unit: counted.get(unit, Fraction(0)) for unit in units}
