"""After a month is closed: where today's journal gives other pay, what a correction changes, what is still unpaid."""

from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

from shared.domain import closing as periods
from shared.domain import months as calendar
from shared.domain.refusal import Refusal
from shared.journal.store import Store
from shared.people.history import History
from shared.practice.performance import figures, settling, states, views
from shared.practice.performance.facts import MonthClosed
from shared.practice.performance.policy import Performance
from shared.practice.performance.rules.months import amounts, deltas
from shared.practice.performance.settling import Place, lines
from shared.practice.performance.tables import CorrectionRow


def differences(store: Store, month: str) -> tuple[periods.Difference[int], ...] | Refusal:
    """Where today's journal gives other pay than was closed, by `post/hall/staff`."""
    today = views.computed(store, month)
    if isinstance(today, Refusal):
        return today
    then = {f"{line.post}/{line.hall}/{line.staff}": line.figures.pay for line in lines(store, month)}
    return periods.differences(then, _pay_by_key(today))


class Differing(msgspec.Struct, frozen=True):
    """Where today's journal gives another amount than a closed pool with its corrections; `staff` "": the reserve."""

    hall: str
    post: str
    staff: str
    name: str
    closed: int
    corrected: int
    today: int


def differing(store: Store, month: str) -> tuple[Differing, ...] | Refusal:
    """The amounts that facts recorded after the closing change; a correction pays exactly these differences."""
    head, today = states.standing(store, month).closed, views.computed(store, month)
    if head is None:
        return Refusal("not_closed_yet", {"month": month})
    if isinstance(today, Refusal):
        return today
    names = figures.names(store, month)
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


class Unpaid(msgspec.Struct, frozen=True):
    """What corrections still owe to somebody who shares in no pool any more, fen; negative: to be recovered."""

    staff: str
    name: str
    fen: int
    months: tuple[str, ...]  # the corrected ones


def unpaid(store: Store, month: str, sheets: Iterable[views.Computed]) -> tuple[Unpaid, ...]:
    """Of the corrections due by `month`, those that no pool of it pays; `sheets` are the month's."""
    settings = states.rules_of(store, month)[Performance]
    sharing = {paid.number for each in sheets for paid in each.sheet.people}
    left = settling.outside(store, month, sharing, settings)
    if left and states.standing(store, month).closed is None:  # a pool that was not set yet may still pay them
        given = figures.figures(store, month, states.rules_of(store, month)).members
        left = settling.outside(store, month, sharing | {m.number for each in given.values() for m in each}, settings)
    history, last = History(store), calendar.last(month)
    spans = {number: history.on(number, last) for number in left}
    return tuple(
        Unpaid(number, span.name if (span := spans[number]) else "", fen, tuple(sorted(corrected)))
        for number, (fen, corrected) in left.items()
    )


def unpaid_of(store: Store, month: str) -> tuple[Unpaid, ...]:
    """What corrections of `month` leave open as of the last month that any is paid with."""
    last = max([month, *views.months(store)[:1], settling.last_paid_with(store)])
    return tuple(each for each in unpaid(store, last, views.preview(store, last)[0]) if month in each.months)


def corrections(store: Store, month: str) -> dict[Place, dict[str, int]] | Refusal:
    """By pool, what a rerun changes against what was closed and corrected before; the changes add up to 0."""
    today, head = views.computed(store, month), states.standing(store, month).closed
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


def _pay_by_key(sheets: Iterable[views.Computed]) -> dict[str, int]:
    return {
        f"{each.sheet.pool.post}/{each.sheet.pool.hall}/{paid.number}": paid.pay
        for each in sheets
        for paid in each.sheet.people
    }
