"""What may be asked about pay: a month's pools and sheets, a person's slip, appeals, what differs from today."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

import msgspec
from peewee import SQL

from shared.domain import closing as periods
from shared.domain import months as calendar
from shared.domain.money import decimal
from shared.domain.policy import Policy
from shared.domain.refusal import Refusal
from shared.journal.store import Store
from shared.people.history import History
from shared.people.views import halls
from shared.practice.performance import figures as reading
from shared.practice.performance import settling, words
from shared.practice.performance.facts import MonthClosed, MonthOpened, PayLine, Reference
from shared.practice.performance.figures import Figures, MonthSums
from shared.practice.performance.policy import Performance
from shared.practice.performance.rules import closing
from shared.practice.performance.rules.months import Settled, State, amounts, deltas
from shared.practice.performance.rules.pay import Member, Pool, Sheet, sheet
from shared.practice.performance.rules.points import Points
from shared.practice.performance.rules.quality import Exposure
from shared.practice.performance.settling import lines
from shared.practice.performance.tables import AppealRow, CorrectionRow, MonthRow, PoolRow
from shared.reference.views import policy_on, policy_version

__all__ = ["Appeal", "Computed", "Standing", "State", "lines"]

Place = settling.Place
_UNCHANGED = Settled(0, 0)


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
        (row.hall, row.post): Pool(
            month,
            row.post,
            row.hall,
            row.amount + carried.get((row.hall, row.post), 0),
            may_rest=row.amount == 0,
        )
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


def references(store: Store, month: str, sums: MonthSums | None = None) -> tuple[Reference, ...]:
    """r₀ by post: as it was frozen when the month opened, else over the months before that are or will be closed.

    Months are closed in order, so an earlier month with pools is closed before this one can be published. Where there
    is none the month is the first ever, and goes by its own figures.
    """
    opened = standing(store, month).opened
    if opened and not opened.early:
        return opened.references
    fixed = {each.post: each for each in opened.references} if opened else {}
    sums = sums or MonthSums(store)
    known, own = _before(store, month, sums), sums.exposure(month, rules_of(store, month)[Performance])
    posts = sorted({*fixed, *(post for each in (*known, own) for post in each)})
    return tuple(fixed.get(post) or _reference(post, known, own) for post in posts)


def references_before(store: Store, month: str) -> tuple[Reference, ...]:
    """r₀ of each post that has earlier months: what can be published when a month begins."""
    known = _before(store, month, MonthSums(store))
    return tuple(_reference(post, known, {}) for post in sorted({post for each in known for post in each}))


def published(store: Store, month: str) -> str:
    """The published reference rates in words, "" before they are."""
    opened = standing(store, month).opened
    rates = {each.post: decimal(1000 * Fraction(each.rate)) for each in opened.references} if opened else {}
    return "、".join(str(words.REFERENCE).format(post=words.post(post), rate=rate) for post, rate in rates.items())


def _before(store: Store, month: str, sums: MonthSums) -> list[dict[str, Exposure]]:
    settings = rules_of(store, month)[Performance]
    before = [calendar.moved(month, -n) for n in range(1, settings.reference_months + 1)]
    return [sums.exposure(each, settings) for each in before if standing(store, each).state is not State.ABSENT]


def _reference(post: str, known: Iterable[Mapping[str, Exposure]], own: Mapping[str, Exposure]) -> Reference:
    of = reading.reference([each[post] for each in known if post in each], own.get(post))
    return Reference(post, str(reading.reference_rate(of)), of.cards, str(of.points))


def computed(
    store: Store, month: str, place: Place | None = None, *, policy: Policy | None = None
) -> tuple[Computed, ...] | Refusal:
    """The sheets of a month's pools as today's journal gives them, or why one cannot be shared out.

    `policy`: by another one than that of the month, to see what would be.
    """
    known = pools(store, month)
    if place is not None and place not in known:
        return Refusal("pool_missing", {"month": month, "missing": named(store, [place])})
    found = _shared_out(store, month, known, policy or rules_of(store, month))
    wanted = [found[place]] if place is not None else list(found.values())
    refused = next((each for each in wanted if isinstance(each, Refusal)), None)
    return refused or tuple(each for each in wanted if isinstance(each, Computed))


def _shared_out(
    store: Store, month: str, known: Mapping[Place, Pool], policy: Policy
) -> dict[Place, Computed | Refusal]:
    """Every pool, for what is corrected of a person looks at all pools that they share in."""
    sums, settings = MonthSums(store), policy[Performance]
    given = reading.figures(store, month, policy, sums)
    rates = {each.post: Fraction(each.rate) for each in references(store, month, sums)}
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
    if standing(store, month).closed:
        kept = sheets(store, month)
        return ((), (kept,)) if isinstance(kept, Refusal) else (kept, ())
    known = pools(store, month)
    found = list(_shared_out(store, month, known, rules_of(store, month)).values())
    refused = [each for each in found if isinstance(each, Refusal)]
    if missing := [place for place in places(store, month) if place not in known]:
        refused.append(Refusal("pool_missing", {"month": month, "missing": named(store, missing)}))
    return tuple(each for each in found if isinstance(each, Computed)), tuple(refused)


def _computed(given: Figures, made: Sheet, changed: Mapping[tuple[str, str, str], Settled]) -> Computed:
    place = (made.pool.hall, made.pool.post)
    settled = {paid.number: changed.get((*place, paid.number), _UNCHANGED) for paid in made.people}
    return Computed(made, given.members.get(place, ()), given.points.get(place, {}), given.names, settled)


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
    settled = {line.staff: Settled(line.correction, 0) for line in own}
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


@dataclass(frozen=True)
class Differing:
    """Where today's journal gives another amount than a closed pool with its corrections; `staff` "": the reserve."""

    hall: str
    post: str
    staff: str
    name: str
    closed: int
    corrected: int
    today: int


def differing(store: Store, month: str) -> tuple[Differing, ...] | Refusal:
    """What came later, amount by amount; a correction with these deltas would pay it."""
    head, today = standing(store, month).closed, computed(store, month)
    if head is None:
        return Refusal("not_closed_yet", {"month": month})
    if isinstance(today, Refusal):
        return today
    names = reading.names(store, month)
    return tuple(
        Differing(*place, staff, names.get(staff, ""), *three)
        for each in today
        for place in [(each.sheet.pool.hall, each.sheet.pool.post)]
        for staff, three in _amounts(store, head, place, amounts(each.sheet)).items()
        if three[0] + three[1] != three[2]
    )


def _amounts(
    store: Store, head: MonthClosed, place: Place, today: Mapping[str, int]
) -> dict[str, tuple[int, int, int]]:
    """By staff number: closed, corrected since, and as today's journal gives it."""
    closed, since = _closed_amounts(store, head, place), Counter[str]()
    for each in _corrected(store, head.month, place):
        since.update(each)
    keys = sorted({*closed, *since, *today})
    return {key: (closed.get(key, 0), since[key], today.get(key, 0)) for key in keys}


@dataclass(frozen=True)
class Unpaid:
    """What corrections leave open of somebody who shares in no pool any more, fen; negative: to be recovered."""

    staff: str
    name: str
    fen: int
    months: tuple[str, ...]  # that were corrected


def unpaid(store: Store, month: str, sheets: Iterable[Computed]) -> tuple[Unpaid, ...]:
    """Of the corrections due by `month`, those that no pool of it pays; `sheets` are the month's."""
    settings = rules_of(store, month)[Performance]
    sharing = {paid.number for each in sheets for paid in each.sheet.people}
    left = settling.outside(store, month, sharing, settings)
    if left and standing(store, month).closed is None:  # a pool that was not set yet may still pay them
        given = reading.figures(store, month, rules_of(store, month)).members
        left = settling.outside(store, month, sharing | {m.number for each in given.values() for m in each}, settings)
    history, last = History(store), calendar.last(month)
    spans = {number: history.on(number, last) for number in left}
    return tuple(
        Unpaid(number, span.name if (span := spans[number]) else "", fen, tuple(sorted(corrected)))
        for number, (fen, corrected) in left.items()
    )


def unpaid_of(store: Store, month: str) -> tuple[Unpaid, ...]:
    """What corrections of `month` leave open as of the last month that any is paid with."""
    last = max([month, *months(store)[:1], settling.last_paid_with(store)])
    return tuple(each for each in unpaid(store, last, preview(store, last)[0]) if month in each.months)


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
