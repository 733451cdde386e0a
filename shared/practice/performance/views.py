"""What may be asked about pay: a month's pools and sheets, a person's slip, appeals."""

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction

import msgspec
from peewee import SQL

from shared.domain import months as calendar
from shared.domain.policy import Policy
from shared.domain.refusal import Refusal
from shared.journal.store import Store
from shared.people.history import History
from shared.people.views import halls
from shared.practice.performance import figures as reading
from shared.practice.performance import reference_rates, settling, states, words
from shared.practice.performance.facts import MonthClosed, PayLine
from shared.practice.performance.figures import Figures, MonthSums
from shared.practice.performance.policy import Performance
from shared.practice.performance.rules import closing
from shared.practice.performance.rules.months import Settled
from shared.practice.performance.rules.pay import Member, Pool, Sheet, sheet
from shared.practice.performance.rules.points import Points
from shared.practice.performance.settling import lines, written_inputs
from shared.practice.performance.tables import AppealRow, MonthRow, PoolRow
from shared.reference.views import policy_version

Place = settling.Place
_UNCHANGED = Settled(0, 0)


class Computed(msgspec.Struct, frozen=True):
    """One pool's sheet with what went into it; `settled` by staff number: corrections of earlier months."""

    sheet: Sheet
    members: tuple[Member, ...]
    points: Mapping[str, Points]
    names: Mapping[str, str]
    settled: Mapping[str, Settled]


class Appeal(msgspec.Struct, frozen=True):
    """An appeal with its answer."""

    appeal: str
    staff: str
    line: str
    text: str
    answered: bool
    accepted: bool
    reason: str


def hall_of(store: Store, number: str, day: date) -> str:
    """The hall that somebody belongs to on a day, "" where nobody knows."""
    span = History(store).on(number, day)
    return span.hall if span else ""


def months(store: Store) -> tuple[str, ...]:
    """All months with pools, the newest first."""
    query = MonthRow.select(MonthRow.month).order_by(MonthRow.month.desc()).tuples()
    return tuple(month for (month,) in query.execute(store.db))


def pools(store: Store, month: str) -> dict[Place, Pool]:
    """The pools of a month, with what was carried from the reserve of the month before."""
    brought = carried(store, month)
    rows = PoolRow.select().where(PoolRow.month == month).order_by(PoolRow.hall, PoolRow.post).execute(store.db)
    return {
        (row.hall, row.post): Pool(
            month,
            row.post,
            row.hall,
            row.amount + brought.get((row.hall, row.post), 0),
            may_rest=row.amount == 0,
        )
        for row in rows
    }


def carried(store: Store, month: str) -> dict[Place, int]:
    """What each pool of a month has from the reserve of the month before, fen."""
    head = states.standing(store, calendar.moved(month, -1)).closed
    return {(each.hall, each.post): each.reserve for each in head.pools} if head else {}


def pool_amount(store: Store, month: str, hall: str, post: str) -> int | None:
    """What was set for a pool, without anything carried; None when nothing was."""
    where = (PoolRow.month == month) & (PoolRow.hall == hall) & (PoolRow.post == post)
    row = PoolRow.select().where(where).first(store.db)
    return None if row is None else row.amount


def computed(
    store: Store, month: str, place: Place | None = None, *, policy: Policy | None = None
) -> tuple[Computed, ...] | Refusal:
    """The sheets of a month's pools as today's journal gives them, or why one cannot be shared out.

    `policy`: by another one than that of the month, to see what would be.
    """
    known = pools(store, month)
    if place is not None and place not in known:
        return Refusal("pool_missing", {"month": month, "missing": named(store, [place])})
    found = _shared_out(store, month, known, policy or states.rules_of(store, month))
    wanted = [found[place]] if place is not None else list(found.values())
    refused = next((each for each in wanted if isinstance(each, Refusal)), None)
    return refused or tuple(each for each in wanted if isinstance(each, Computed))


def _shared_out(
    store: Store, month: str, known: Mapping[Place, Pool], policy: Policy
) -> dict[Place, Computed | Refusal]:
    """Every pool of the month, because a person's correction is settled over all pools that they share in."""
    sums, settings = MonthSums(store), policy[Performance]
    given = reading.figures(store, month, policy, sums)
    rates = {each.post: Fraction(each.rate) for each in reference_rates.references(store, month, sums)}
    made = {
        place: sheet(pool, given.members.get(place, ()), rates.get(pool.post, Fraction(0)), settings)
        for place, pool in known.items()
    }
    sheets = [each for each in made.values() if isinstance(each, Sheet)]
    changed = settling.settled(store, month, sheets, settings)
    return {
        place: _computed(given, each, changed)
        if isinstance(each, Sheet)
        else Refusal(each.code, {**each.details, "place": named(store, [place])})
        for place, each in made.items()
    }


def preview(store: Store, month: str) -> tuple[tuple[Computed, ...], tuple[Refusal, ...]]:
    """The sheets of a month; and which pools cannot be shared out, or were not set."""
    if states.standing(store, month).closed:
        kept = sheets(store, month)
        return ((), (kept,)) if isinstance(kept, Refusal) else (kept, ())
    known = pools(store, month)
    found = list(_shared_out(store, month, known, states.rules_of(store, month)).values())
    refused = [each for each in found if isinstance(each, Refusal)]
    if missing := [place for place in places(store, month) if place not in known]:
        refused.append(Refusal("pool_missing", {"month": month, "missing": named(store, missing)}))
    return tuple(each for each in found if isinstance(each, Computed)), tuple(refused)


def _computed(given: Figures, made: Sheet, changed: Mapping[tuple[str, str, str], Settled]) -> Computed:
    place = (made.pool.hall, made.pool.post)
    settled = {paid.number: changed.get((*place, paid.number), _UNCHANGED) for paid in made.people}
    return Computed(made, given.members.get(place, ()), given.points.get(place, {}), given.names, settled)


def slip(store: Store, month: str, staff: str) -> tuple[Computed, ...] | Refusal:
    """One person's pools of a month, as closed, or by today's records."""
    found = sheets(store, month)
    if isinstance(found, Refusal):
        return found
    own = tuple(each for each in found if any(paid.number == staff for paid in each.sheet.people))
    return own or Refusal("no_slip", {"month": month, "number": staff})


def sheets(store: Store, month: str, place: Place | None = None) -> tuple[Computed, ...] | Refusal:
    """A month's sheets: computed from its own closed lines once it is closed, before that from today's journal."""
    head = states.standing(store, month).closed
    if head is None:
        return computed(store, month, place)
    kept, policy = lines(store, month), policy_version(store, head.policy)
    made = tuple(_closed(store, head, each, kept, policy) for each in closing.pools(head))
    found = tuple(each for each in made if place in (None, (each.sheet.pool.hall, each.sheet.pool.post)))
    return found or Refusal("pool_missing", {"month": month, "missing": named(store, [place] if place else [])})


def _closed(store: Store, head: MonthClosed, pool: Pool, kept: tuple[PayLine, ...], policy: Policy) -> Computed:
    own = [line for line in kept if (line.hall, line.post) == (pool.hall, pool.post)]
    members = tuple(closing.member(line.staff, line.inputs) for line in own)
    rates = {each.post: Fraction(each.rate) for each in head.references}
    made = sheet(pool, members, rates.get(pool.post, Fraction(0)), policy[Performance])
    if isinstance(made, Refusal):
        # a bug: the same inputs were shared out when the month was closed
        raise RuntimeError(f"a closed pool cannot be shared out again: {made.code}")
    points = {line.staff: closing.points(line) for line in own}
    names = {number: name for number, name in reading.names(store, head.month).items() if number in points}
    settled = {line.staff: Settled(line.correction, 0) for line in own}
    return Computed(made, members, points, names, settled)


def recheck(store: Store, month: str) -> Refusal | None:
    """Whether a closed month's lines give its closed figures again."""
    head = states.standing(store, month).closed
    if head is None:
        return Refusal("not_closed_yet", {"month": month})
    policy = policy_version(store, head.policy)[Performance]
    return closing.recheck(head, lines(store, month), policy, written_inputs(store, month))


def places(store: Store, month: str) -> tuple[Place, ...]:
    """Every (hall, post) with somebody who shares in its pool in this month."""
    return tuple(reading.figures(store, month, states.rules_of(store, month)).members)


def staff_days(store: Store, month: str, post: str) -> dict[str, int]:
    """By hall, the days that people of a post worked there in a month."""
    return reading.staff_days(store, month, post, states.rules_of(store, month)[Performance])


def named(store: Store, wanted: Iterable[Place]) -> str:
    """Pools in words: 和平大厅购气员、…"""
    names = {hall.code: hall.name for hall in halls(store)}
    return "、".join(f"{names.get(hall, hall)} {words.post(post)}" for hall, post in wanted)


def appeals(store: Store, month: str) -> tuple[Appeal, ...]:
    """The appeals of a month, the oldest first."""
    rows = AppealRow.select().where(AppealRow.month == month).order_by(SQL("id")).execute(store.db)
    return tuple(
        Appeal(row.appeal, row.staff, row.line, row.text, row.answered, row.accepted, row.reason) for row in rows
    )
