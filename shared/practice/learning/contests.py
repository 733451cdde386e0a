"""What may be asked about contests: contestants, scores, places, units' results of a year."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction

import msgspec

from shared.domain import closing
from shared.domain.ranking import mean
from shared.domain.refusal import Refusal
from shared.journal.store import Store
from shared.people.history import History
from shared.practice.learning import papers
from shared.practice.learning.facts import ContestClosed, ContestPlanned
from shared.practice.learning.policy import Learning
from shared.practice.learning.rules import attending, contests
from shared.practice.learning.rules.contests import Entrant, Rounds, Score
from shared.practice.learning.tables import ContestRow, MarkRow, PlaceRow
from shared.practice.workload.views import away_on
from shared.reference.views import policy


class Contest(msgspec.Struct, frozen=True):
    """A contest as planned, and as closed."""

    id: str
    plan: ContestPlanned
    closed: ContestClosed | None

    @property
    def rounds(self) -> Rounds:
        """The rounds that the contest has."""
        return Rounds(self.plan.shown > 0, bool(self.plan.judges), self.plan.speed)


class Contestant(msgspec.Struct, frozen=True):
    """Somebody who is expected at a contest, or excused from it, and what they have done as far as is known here."""

    number: str
    name: str
    hall: str
    excused: bool
    reason: str
    entrant: Entrant


class Place(msgspec.Struct, frozen=True):
    """A place in a closed contest."""

    staff: str
    name: str
    hall: str
    place: int
    total: Fraction


def contests_of(store: Store, year: int = 0) -> tuple[Contest, ...]:
    """The contests of a year, or all, the latest first."""
    rows = ContestRow.select().where(ContestRow.plan != "").execute(store.db)
    found = (_contest(row) for row in rows if year in (0, row.year))
    return tuple(sorted(found, key=lambda each: (each.plan.day, each.id), reverse=True))


def contest(store: Store, subject: str) -> Contest | None:
    """One contest."""
    return next((each for each in contests_of(store) if each.id == subject), None)


def _contest(row: ContestRow) -> Contest:
    closed = msgspec.json.decode(row.closed, type=ContestClosed) if row.closed else None
    return Contest(row.subject, msgspec.json.decode(row.plan, type=ContestPlanned), closed)


def contestants(store: Store, found: Contest) -> tuple[Contestant, ...]:
    """Everybody employed on its day whose post is in it, by number; only the office's device knows all marks."""
    history, away, day = History(store), away_on(store, found.plan.day), found.plan.day
    rows = list(MarkRow.select().where(MarkRow.subject == found.id).execute(store.db))
    theory = _theory(store, found)
    answer = []
    for number in history.numbers:
        span = history.on(number, day)
        if span is None or not span.active or not attending.must_take(span.post, span.role.value, found.plan.posts, ()):
            continue
        own = [row for row in rows if row.staff == number]
        excuse = next((row for row in own if row.excused), None)
        entrant = Entrant(
            number,
            theory.get(number),
            tuple(row.points for row in own if row.judge in found.plan.judges),
            next((row.tenths for row in own if row.tenths), None),
        )
        excused = (excuse is not None or number in away) and not entrant.took_part
        answer.append(Contestant(number, span.name, span.hall, excused, excuse.reason if excuse else "", entrant))
    return tuple(sorted(answer, key=lambda each: each.number))


def _theory(store: Store, found: Contest) -> dict[str, Fraction]:
    """By person, the share of right answers in their first paper."""
    first = papers.counts_first(papers.attempts(store, of=found.id))
    banks = papers.Banks(store)
    grades = {number: papers.grade(store, each, banks) for number, each in first.items()}
    return {number: each.share for number, each in grades.items() if each}


class Standing(msgspec.Struct, frozen=True):
    """A contest as it stands: scores of who took part, their places, who was expected."""

    contestants: tuple[Contestant, ...]
    scores: tuple[Score, ...]
    places: Mapping[str, int]

    @property
    def expected(self) -> dict[str, int]:
        """By hall, how many are expected; who is excused is not."""
        return dict(Counter(each.hall for each in self.contestants if not each.excused))

    @property
    def took_part(self) -> dict[str, int]:
        """By hall, how many took part."""
        return dict(Counter(each.hall for each in self.contestants if each.entrant.took_part))


def standing(store: Store, found: Contest) -> Standing | Refusal:
    """Today's scores and places; refused where too few judges have marked somebody."""
    people = contestants(store, found)
    scores = contests.scores([each.entrant for each in people], found.rounds, policy(store)[Learning])
    return scores if isinstance(scores, Refusal) else Standing(people, scores, contests.places(scores))


def digest(found: Standing) -> str:
    """The digest of what the places were computed from."""
    inputs = ((e.staff, str(e.theory), e.points, e.tenths) for e in (each.entrant for each in found.contestants))
    return closing.digest(sorted(inputs, key=lambda each: each[0]))


def places(store: Store, subject: str) -> tuple[Place, ...]:
    """The places of a closed contest, the first first."""
    found, history = contest(store, subject), History(store)
    rows = PlaceRow.select().where(PlaceRow.subject == subject).order_by(PlaceRow.place, PlaceRow.staff)
    day = found.plan.day if found else date.max
    return tuple(
        Place(
            row.staff,
            span.name if (span := history.on(row.staff, day)) else row.staff,
            row.hall,
            row.place,
            Fraction(row.total),
        )
        for row in rows.execute(store.db)
    )


def unit_results(store: Store, found: Contest, units: Mapping[str, Iterable[str]]) -> dict[str, Fraction]:
    """By unit (`units`: its halls), the result of a closed contest, 0–100; units with nobody expected are left out."""
    if found.closed is None:
        return {}
    totals: dict[str, list[Fraction]] = {}
    for each in places(store, found.id):
        totals.setdefault(each.hall, []).append(each.total)
    results = {unit: contests.of_unit(halls, totals, found.closed.expected) for unit, halls in units.items()}
    return {unit: result for unit, result in results.items() if result is not None}


def year_results(store: Store, year: int, units: Mapping[str, Iterable[str]]) -> dict[str, Fraction]:
    """By unit, the mean of its results in the year's closed contests, as a share of the whole: for 班组考核."""
    own = {unit: tuple(halls) for unit, halls in units.items()}
    found = [unit_results(store, each, own) for each in contests_of(store, year)]
    means = {unit: mean(results[unit] for results in found if unit in results) for unit in own}
    return {unit: value / contests.FULL for unit, value in means.items() if value is not None}
