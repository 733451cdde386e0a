"""The states of a round from nominations to the annals: consent, who may judge, what each state allows."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from shared.domain.refusal import Refusal
from shared.practice.caring.policy import Caring


class State(StrEnum):
    """Where a round stands."""

    NOMINATING = "nominating"
    JUDGING = "judging"
    DECIDED = "decided"
    ANNOUNCED = "announced"  # notice with names runs
    FINAL = "final"


ORDER = tuple(State)


class Step(StrEnum):
    """Where an entry of a round stands before the jury is done."""

    NOMINATED = "nominated"  # the office has not asked the hero yet
    ASKED = "asked"
    AGREED = "agreed"  # no text for the jury yet
    JUDGED = "judged"
    OUT = "out"


class Consent(StrEnum):
    """What a hero or author said. Declining is silent: no trace outside the office."""

    OPEN = "open"
    GIVEN = "given"
    DECLINED = "declined"


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A deed in a round. `halls`: the hero's at the deed and now; `supervisors`: the hero's, then and now.

    `then`: those of the deed alone.
    """

    hero: str
    author: str
    nominator: str
    halls: frozenset[str]
    supervisors: frozenset[str]
    then: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Juror:
    """A member of the jury: an appointment in the round, not a role. `then`: their hall on the day of the deed."""

    number: str
    hall: str
    then: str = ""


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


def appointed(jury: Sequence[Juror], settings: Caring) -> Refusal | None:
    """Whether a jury has its size, by default odd, and nobody twice."""
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
        ("same_hall", juror.hall in entry.halls or juror.then in entry.then),
        ("recognised", juror.number in recognised),
    )
    return next((code for code, holds in reasons if holds), "")


def told(reason: str) -> str:
    """The reason as the juror's own device may know it: it says in which hall the hero is, and nothing else of whom."""
    return reason if reason in ("same_hall", "recognised") else "concerned"


def step(hero: Consent, author: Consent, asked: bool, prepared: bool, withdrawn: bool) -> Step:
    """Where an entry stands."""
    if withdrawn or Consent.DECLINED in (hero, author):
        return Step.OUT
    if hero is not Consent.GIVEN or author is not Consent.GIVEN:
        return Step.ASKED if asked else Step.NOMINATED
    return Step.JUDGED if prepared else Step.AGREED


def may_judge(entry: Entry, hero: Consent, author: Consent, prepared: bool) -> Refusal | None:
    """An entry goes to the jury with the hero's consent, the author's if another person, and a text read blind."""
    if hero is not Consent.GIVEN:
        return Refusal("hero_has_not_consented")
    if entry.author and entry.author != entry.hero and author is not Consent.GIVEN:
        return Refusal("author_has_not_consented")
    return None if prepared else Refusal("text_not_prepared")


def advance(state: State, to: State) -> Refusal | None:
    """A round goes on step by step; a decision taken back for an objection judges again."""
    forward = ORDER.index(to) == ORDER.index(state) + 1
    back = to is State.JUDGING and state in (State.DECIDED, State.ANNOUNCED)
    return None if forward or back else Refusal("round_order", {"state": state, "to": to})


def withdrawn(state: State) -> str:
    """What a withdrawn consent does: before the end the entry vanishes; in the annals the name does."""
    return "name_removed" if state is State.FINAL else "entry_removed"
