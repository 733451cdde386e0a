"""What may be asked about pay: a month's pools and sheets, a person's slip, appeals, what differs from today."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

import msgspec
from peewee import SQL

from shared.domain import closing as periods
from shared.domain import months as calendar
from shared.domain.policy import Policy
from shared.domain.refusal import Refusal
from shared.journal.store import Store
from shared.people.history import History
from shared.people.views import halls
from shared.practice.performance import figures as reading
from shared.practice.performance import words
from shared.practice.performance.facts import MonthClosed, MonthOpened, PayLine, Reference
from shared.practice.performance.figures import Figures
from shared.practice.performance.policy import Performance
from shared.practice.performance.rules import closing
from shared.practice.performance.rules.months import Settled, State, amounts, deltas, settle
from shared.practice.performance.rules.pay import Member, Pool, Sheet, sheet
from shared.practice.performance.rules.points import Points
from shared.practice.performance.rules.quality import Exposure
from shared.practice.performance.tables import AppealRow, CorrectionRow, LineRow, MonthRow, PoolRow
from shared.reference.views import policy_on, policy_version

__all__ = ["Appeal", "Computed", "Standing", "State"]

Place = tuple[str, str]
"""(hall, post)."""


@dataclass(frozen=True)
class Computed:
    """One pool's sheet with what went into it; `settled` by staff number: corrections of earlier months."""

    sheet: Sheet
    members: tuple[Member, ...]
    points: Mapping[str, Points]
    names: Mapping[str, str]
    settled: Mapping[str, Settled]


@dataclass(frozen=True)
class Standing:
    """Where a month stands; `published` is the first day of its notice."""

    state: State
    preparer: str = ""
    published: date | None = None
    opened: MonthOpened | None = None
    closed: MonthClosed | None = None


@dataclass(frozen=True)
class Appeal:
    """An appeal with its answer."""

    appeal: str
    staff: str
    line: str
    text: str
    answered: bool
    accepted: bool
    reason: str


def standing(store: Store, month: str) -> Standing:
    """A month's state."""
    row = MonthRow.select().where(MonthRow.month == month).first(store.db)
    if row is None:
        return Standing(State.ABSENT)
    return Standing(
        state=State(row.state),
        preparer=row.preparer,
        published=date.fromisoformat(row.published) if row.published else None,
        opened=msgspec.json.decode(row.opened, type=MonthOpened) if row.opened else None,
        closed=msgspec.json.decode(row.closed, type=MonthClosed) if row.closed else None,
    )


def hall_of(store: Store, number: str, day: date) -> str:
    """The hall that somebody belongs to on a day, "" where nobody knows."""
    span = History(store).on(number, day)
    return span.hall if span else ""


def months(store: Store) -> tuple[str, ...]:
    """All months with pools, the newest first."""
    query = MonthRow.select(MonthRow.month).order_by(MonthRow.month.desc()).tuples()
    return tuple(month for (month,) in query.execute(store.db))


def rules_of(store: Store, month: str) -> Policy:
    """The policy that a month is computed by: that of its first day, frozen when it is opened or closed."""
    now = standing(store, month)
    frozen = now.closed or now.opened
    return policy_version(store, frozen.policy) if frozen else policy_on(store, calendar.first(month))


def pools(store: Store, month: str) -> dict[Place, Pool]:
    """The pools of a month, with what was carried from the reserve of the month before."""
    carried = _carried(store, calendar.moved(month, -1))
    rows = PoolRow.select().where(PoolRow.month == month).order_by(PoolRow.hall, PoolRow.post).execute(store.db)
    return {
        (row.hall, row.post): Pool(month, row.post, row.hall, row.amount + carried.get((row.hall, row.post), 0))
        for row in rows
    }


def _carried(store: Store, month: str) -> dict[Place, int]:
    head = standing(store, month).closed
    return {(each.hall, each.post): each.reserve for each in head.pools} if head else {}


def pool_amount(store: Store, month: str, hall: str, post: str) -> int | None:
    """What was set for a pool, without anything carried; None when nothing was."""
    where = (PoolRow.month == month) & (PoolRow.hall == hall) & (PoolRow.post == post)
    row = PoolRow.select().where(where).first(store.db)
    return None if row is None else row.amount


def references(store: Store, month: str) -> tuple[Reference, ...]:
    """r₀ by post: as it was frozen when the month opened, else over the months before that are or will be closed.

    Months are closed in order, so an earlier month with pools is closed before this one can be published. Where there
    is none the month is the first ever, and goes by its own figures.
    """
    opened = standing(store, month).opened
    if opened:
        return opened.references
    settings = rules_of(store, month)[Performance]
    before = [calendar.moved(month, -n) for n in range(1, settings.reference_months + 1)]
    known = [
        reading.exposure(store, each, settings) for each in before if standing(store, each).state is not State.ABSENT
    ]
    own = reading.exposure(store, month, settings)
    posts = sorted({post for each in (*known, own) for post in each})
    return tuple(_reference(post, known, own) for post in posts)


def _reference(post: str, known: Iterable[Mapping[str, Exposure]], own: Mapping[str, Exposure]) -> Reference:
    of = reading.reference([each[post] for each in known if post in each], own.get(post))
    return Reference(post, str(reading.reference_rate(of)), of.cards, str(of.points))


def computed(
    store: Store, month: str, place: Place | None = None, *, policy: Policy | None = None
) -> tuple[Computed, ...] | Refusal:
    """The sheets of a month's pools as today's journal gives them, or why one cannot be shared out.

    `policy`: by another one than that of the month, to see what would be.
    """
    found = pools(store, month)
    if place is not None:
        if place not in found:
            return Refusal("pool_missing", {"month": month, "missing": named(store, [place])})
        found = {place: found[place]}
    sheets: list[Computed] = []
    for one in _shared_out(store, month, found.values(), policy or rules_of(store, month)):
        if isinstance(one, Refusal):
            return one
        sheets.append(one)
    return tuple(sheets)


def _shared_out(store: Store, month: str, wanted: Iterable[Pool], policy: Policy) -> Iterator[Computed | Refusal]:
    rates = {each.post: Fraction(each.rate) for each in references(store, month)}
    given = reading.figures(store, month, policy)
    return (_one(store, pool, given, rates, policy) for pool in wanted)


def preview(store: Store, month: str) -> tuple[tuple[Computed, ...], tuple[Refusal, ...]]:
    """The sheets of a month; and which pools cannot be shared out, or were not set."""
    if standing(store, month).closed:
        kept = sheets(store, month)
        return ((), (kept,)) if isinstance(kept, Refusal) else (kept, ())
    known = pools(store, month)
    found = list(_shared_out(store, month, known.values(), rules_of(store, month)))
    refused = [each for each in found if isinstance(each, Refusal)]
    if missing := [place for place in places(store, month) if place not in known]:
        refused.append(Refusal("pool_missing", {"month": month, "missing": named(store, missing)}))
    return tuple(each for each in found if isinstance(each, Computed)), tuple(refused)


def _one(store: Store, pool: Pool, given: Figures, rates: Mapping[str, Fraction], policy: Policy) -> Computed | Refusal:
    key = (pool.hall, pool.post)
    members = given.members.get(key, ())
    made = sheet(pool, members, rates.get(pool.post, Fraction(0)), policy[Performance])
    if isinstance(made, Refusal):
        return made
    settled = _settled(store, pool, made, policy)
    return Computed(made, members, given.points.get(key, {}), given.names, settled)


def _settled(store: Store, pool: Pool, made: Sheet, policy: Policy) -> dict[str, Settled]:
    """What earlier corrections change in this pool's figures, by staff number."""
    due = _due(store, pool)
    return {
        paid.number: _settled_with(store, pool, paid.number, paid.pay, due.get(paid.number, {}), policy)
        for paid in made.people
    }


def _due(store: Store, pool: Pool) -> dict[str, dict[str, int]]:
    """By staff number and the month that it is paid with, what corrections of this pool come to, fen."""
    rows = CorrectionRow.select().where(
        CorrectionRow.post == pool.post, CorrectionRow.hall == pool.hall, CorrectionRow.paid_with <= pool.month
    )
    due: dict[str, dict[str, int]] = {}
    for row in rows.execute(store.db):
        own = due.setdefault(row.staff, {})
        own[row.paid_with] = own.get(row.paid_with, 0) + row.fen
    return due


def _settled_with(store: Store, pool: Pool, staff: str, figure: int, due: Mapping[str, int], policy: Policy) -> Settled:
    """What they change in one person's figure, month by month since the first."""
    balance, month = 0, min(due, default=pool.month)
    while month < pool.month:
        paid = [
            line.figures.pay for line in lines(store, month, staff) if (line.hall, line.post) == (pool.hall, pool.post)
        ]
        balance = settle(balance + due.get(month, 0), sum(paid), policy[Performance]).carried
        month = calendar.moved(month, 1)
    return settle(balance + due.get(pool.month, 0), figure, policy[Performance])


def lines(store: Store, month: str, staff: str = "") -> tuple[PayLine, ...]:
    """The closed lines of a month, of everybody or of one person."""
    query = LineRow.select(LineRow.body).where(LineRow.month == month).order_by(LineRow.staff, SQL("id"))
    query = query.where(LineRow.staff == staff) if staff else query
    return tuple(msgspec.json.decode(body, type=PayLine) for (body,) in query.tuples().execute(store.db))


def slip(store: Store, month: str, staff: str) -> tuple[Computed, ...] | Refusal:
    """One person's pools of a month, as closed, or as they stand today."""
    found = sheets(store, month)
    if isinstance(found, Refusal):
        return found
    own = tuple(each for each in found if any(paid.number == staff for paid in each.sheet.people))
    return own or Refusal("no_slip", {"month": month, "number": staff})


def sheets(store: Store, month: str, place: Place | None = None) -> tuple[Computed, ...] | Refusal:
    """A month's sheets: computed from its own closed lines once it is closed, before that from today's journal."""
    head = standing(store, month).closed
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
        raise RuntimeError(
            f"a closed pool cannot be shared out again: {made.code}"
        )  # a bug: it could be shared out when it was closed
    points = {line.staff: closing.points(line) for line in own}
    names = {number: name for number, name in reading.names(store, head.month).items() if number in points}
    settled = _settled(store, pool, made, policy)
    return Computed(made, members, points, names, settled)


def recheck(store: Store, month: str) -> Refusal | None:
    """Whether a closed month's lines give its closed figures again."""
    head = standing(store, month).closed
    if head is None:
        return Refusal("not_closed_yet", {"month": month})
    return closing.recheck(head, lines(store, month), policy_version(store, head.policy)[Performance])


def differences(store: Store, month: str) -> tuple[periods.Difference[int], ...] | Refusal:
    """Where today's journal gives other pay than was closed, by `post/hall/staff`."""
    today = computed(store, month)
    if isinstance(today, Refusal):
        return today
    then = {f"{line.post}/{line.hall}/{line.staff}": line.figures.pay for line in lines(store, month)}
    return periods.differences(then, _pay_by_key(today))


def corrections(store: Store, month: str) -> dict[Place, dict[str, int]] | Refusal:
    """By pool, what a rerun changes against what was closed and corrected before; the changes add up to 0."""
    today, head = computed(store, month), standing(store, month).closed
    if isinstance(today, Refusal) or head is None:
        return today if isinstance(today, Refusal) else {}
    found = {}
    for each in today:
        place = (each.sheet.pool.hall, each.sheet.pool.post)
        if changes := deltas(_closed_amounts(store, head, place), _corrected(store, month, place), amounts(each.sheet)):
            found[place] = changes
    return found


def _closed_amounts(store: Store, head: MonthClosed, place: Place) -> dict[str, int]:
    pay = {each.staff: each.figures.pay for each in lines(store, head.month) if (each.hall, each.post) == place}
    return {"": sum(each.reserve for each in head.pools if (each.hall, each.post) == place), **pay}


def _corrected(store: Store, month: str, place: Place) -> list[dict[str, int]]:
    where = (CorrectionRow.month == month) & (CorrectionRow.hall == place[0]) & (CorrectionRow.post == place[1])
    return [{row.staff: row.fen} for row in CorrectionRow.select().where(where).execute(store.db)]


def _pay_by_key(sheets: Iterable[Computed]) -> dict[str, int]:
    return {
        f"{each.sheet.pool.post}/{each.sheet.pool.hall}/{paid.number}": paid.pay
        for each in sheets
        for paid in each.sheet.people
    }


def places(store: Store, month: str) -> tuple[Place, ...]:
    """Every (hall, post) with somebody who shares in its pool in this month."""
    return tuple(reading.figures(store, month, rules_of(store, month)).members)


def staff_days(store: Store, month: str, post: str) -> dict[str, int]:
    """By hall, the days that people of a post worked there in a month."""
    return reading.staff_days(store, month, post, rules_of(store, month)[Performance])


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
