"""What the page of contests shows: all contests, and of the one that is looked at contestants, points and results."""

from collections.abc import Mapping
from fractions import Fraction

import msgspec

from counter.store_type import Store
from shared.domain.refusal import Refusal
from shared.domain.wording import refusal
from shared.practice.assessment.inspections import units
from shared.practice.learning import contests, papers
from shared.practice.learning.contests import Contest, Contestant


class ContestantRow(msgspec.Struct, frozen=True):
    """A contestant with points (None: none yet) and place (0: none), now or as closed."""

    who: Contestant
    theory: Fraction | None
    practice: Fraction | None
    speed: Fraction | None
    total: Fraction | None
    place: int


class ContestsData(msgspec.Struct, frozen=True):
    """All contests; of the one that is looked at the contestants, results by unit, and why it cannot be closed yet."""

    contests: tuple[Contest, ...]
    shown: str
    lines: tuple[ContestantRow, ...]
    units: Mapping[str, Fraction]
    refused: str
    banks: tuple[str, ...]


def read(store: Store, wanted: str) -> ContestsData:
    """All contests, and the one with the id `wanted`, else the latest, whole."""
    every = contests.contests_of(store)
    shown = next((each for each in every if each.id == wanted), next(iter(every), None))
    standing = contests.standing(store, shown) if shown else None
    refused = standing if isinstance(standing, Refusal) else None
    return ContestsData(
        contests=every,
        shown=shown.id if shown else "",
        lines=_lines(store, shown, None if isinstance(standing, Refusal) else standing) if shown else (),
        units=_unit_results(store, shown) if shown else {},
        refused=refusal(refused) if refused else "",
        banks=papers.banks(store),
    )


def _unit_results(store: Store, found: Contest) -> dict[str, Fraction]:
    known = units(store)
    results = contests.unit_results(store, found, {unit.code: unit.halls for unit in known})
    return _by_name(results, {unit.code: unit.name for unit in known})


def _by_name(results: Mapping[str, Fraction], names: Mapping[str, str]) -> dict[str, Fraction]:
    best_first = sorted(results, key=lambda unit: -results[unit])
    return {names[unit]: results[unit] for unit in best_first}


def _lines(store: Store, found: Contest, standing: contests.Standing | None) -> tuple[ContestantRow, ...]:
    """The contestants by place, those without one last; places and totals of a closed contest are as closed."""
    closed = {each.staff: (each.place, each.total) for each in contests.places(store, found.id)}
    scores = {each.staff: each for each in standing.scores} if standing else {}
    rows = []
    for who in standing.contestants if standing else contests.contestants(store, found):
        score = scores.get(who.number)
        now = (standing.places[who.number], score.total) if standing and score else (0, None)
        place, total = closed.get(who.number, now)
        theory = score.theory if score and found.rounds.theory else None
        practice = score.practice if score and found.rounds.practice else None
        speed = score.speed if score and found.rounds.speed else None
        rows.append(ContestantRow(who, theory, practice, speed, total, place))
    return tuple(sorted(rows, key=lambda line: (line.place == 0, line.place, line.who.number)))
