"""The states of a round from nominations to the annals: consent, who may judge, what each state allows."""

from collections.abc import Collection, Sequence
from datetime import date
from enum import StrEnum

import msgspec

from shared.domain.refusal import Refusal
from shared.practice.caring.policy import Caring


class State(StrEnum):
    """The state of a round."""

    NOMINATING = "nominating"
    JUDGING = "judging"
    DECIDED = "decided"
    ANNOUNCED = "announced"  # notice with names runs
    FINAL = "final"


ORDER = tuple(State)


class Step(StrEnum):
    """The step of an entry before the jury is closed."""

    NOMINATED = "nominated"  # the office has not asked the hero yet
    ASKED = "asked"
    AGREED = "agreed"  # no text for the jury yet
    JUDGED = "judged"
    OUT = "out"


class Consent(StrEnum):
    """What a hero or author said. That somebody declined is known to the office only."""

    OPEN = "open"
    GIVEN = "given"
    DECLINED = "declined"


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """What recusals need of a deed. `halls`: the hero's at the deed and now; `supervisors`: of the hero, then and now.

    `halls_at_deed`: the hero's at the deed alone.
    """

    hero: str
    author: str
    nominator: str
    halls: frozenset[str]
    supervisors: frozenset[str]
    halls_at_deed: frozenset[str] = frozenset()


class Juror(msgspec.Struct, frozen=True):
    """A member of the jury, which is an appointment in the round, not a role; with their hall now and at the deed."""

    number: str
    hall: str
    hall_at_deed: str = ""


def may_open(year: int, known: bool, today: date, nominate_until: date, judge_until: date) -> Refusal | None:
    """One round a year; its days lie ahead and in order."""
    if known:
        return Refusal("round_exists", {"year": year})
    if not today <= nominate_until < judge_until:
        return Refusal("round_days")
    return None


def stage(state: State, today: date, nominate_until: date) -> State:
    """A round takes nominations until its day; from then on it judges."""
    return State.JUDGING if state is State.NOMINATING and today > nominate_until else state


def may_appoint(jury: Sequence[Juror], settings: Caring) -> Refusal | None:
    """Whether a jury has the size that the policy asks for, and nobody twice."""
    size = len({juror.number for juror in jury})
    if size != len(jury):
        return Refusal("juror_twice")
    if not settings.jury_least <= size <= settings.jury_most or (settings.jury_odd and size % 2 == 0):
        return Refusal(
            "jury_size", {"least": settings.jury_least, "most": settings.jury_most, "odd": settings.jury_odd}
        )
    return None


def recusal(juror: Juror, entry: Entry, recognised: Collection[str] = ()) -> str:
    """Why this juror may not score this entry; "" when they may.

    `recognised`: the jurors who pressed 我认出了当事人 at this entry.
    """
    reasons = (
        ("is_hero", juror.number == entry.hero),
        ("is_author", juror.number == entry.author),
        ("is_nominator", juror.number == entry.nominator),
        ("supervises_hero", juror.number in entry.supervisors),
        ("same_hall", juror.hall in entry.halls or juror.hall_at_deed in entry.halls_at_deed),
        ("recognised", juror.number in recognised),
    )
    return next((code for code, holds in reasons if holds), "")


def shown_to_juror(reason: str) -> str:
    """The reason as the juror's own device learns it: only the hall of the hero may be told by it, nothing else."""
    return reason if reason in ("same_hall", "recognised") else "concerned"


def step(hero: Consent, author: Consent, asked: bool, prepared: bool, withdrawn: bool) -> Step:
    """The step of an entry."""
    if withdrawn or Consent.DECLINED in (hero, author):
        return Step.OUT
    if hero is not Consent.GIVEN or author is not Consent.GIVEN:
        return Step.ASKED if asked else Step.NOMINATED
    return Step.JUDGED if prepared else Step.AGREED


def may_advance(state: State, to: State) -> Refusal | None:
    """Whether a round may go to this state: the next one, or back to judging after an objection."""
    forward = ORDER.index(to) == ORDER.index(state) + 1
    back = to is State.JUDGING and state in (State.DECIDED, State.ANNOUNCED)
    return None if forward or back else Refusal("round_order", {"state": state, "to": to})
