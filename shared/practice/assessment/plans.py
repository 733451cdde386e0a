"""What may be asked about a month's plan and its publication: visits, the pool of the lot, published inspections."""

import uuid
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import msgspec
from msgspec.structs import replace
from peewee import SQL

from shared.domain import months
from shared.domain.refusal import Refusal
from shared.domain.roles import Role
from shared.domain.sections import Hours
from shared.journal.prepared_query import PreparedQuery
from shared.journal.store import Store
from shared.people.history import History
from shared.practice.assessment import inspections
from shared.practice.assessment.facts import (
    Drawable,
    InspectionShown,
    InspectionsPublished,
    Inspector,
    PlanDrawn,
    Pool,
    Unit,
    Visit,
)
from shared.practice.assessment.inspections import Inspection
from shared.practice.assessment.policy import Assessment
from shared.practice.assessment.rules import lot
from shared.practice.assessment.rules.lot import Slot
from shared.practice.assessment.rules.visits import VisitState
from shared.practice.assessment.tables import ItemAppealRow, PlanRow, PublishedRow, ShownRow
from shared.practice.line.statistics import served_by_hour
from shared.reference.views import calendar, policy_on, policy_version

_NAMESPACE = uuid.UUID("5b0a4c0e-92c6-4f0c-8d55-1c8e6a5b7f42")  # of the ids of drawn visits
_BUSY_DAYS = 90  # days before, by whose served numbers the busiest hours are found


__all__ = ["VisitState"]


class Plan(msgspec.Struct, frozen=True):
    """A month's plan as far as it is known here; only the office knows `drawn`."""

    month: str
    commitment: str
    policy: int
    drawn: PlanDrawn | None


class Visiting(msgspec.Struct, frozen=True):
    """A visit of a month: drawn, or made without a plan; `inspection` once it is begun. `hour` 0: not drawn."""

    id: str
    unit: str
    visit: Visit
    day: date
    hour: int
    inspector: str
    drawn: bool
    inspection: Inspection | None

    @property
    def state(self) -> VisitState:
        """Planned, begun or locked."""
        if self.inspection is None:
            return VisitState.PLANNED
        return VisitState.LOCKED if self.inspection.done else VisitState.DRAFT


class ItemAppeal(msgspec.Struct, frozen=True):
    """An appeal against a line of a published inspection, and what was decided."""

    inspection: str
    line: str
    text: str
    actor: str
    decided: bool
    accepted: bool
    reason: str
    earned: str


_PLAN = PreparedQuery(lambda month: PlanRow.select().where(PlanRow.month == month))
_PUBLISHED = PreparedQuery(lambda month: PublishedRow.select(PublishedRow.body).where(PublishedRow.month == month))


def plan(store: Store, month: str) -> Plan | None:
    """The plan of a month."""
    row = _PLAN.first(store.db, month)
    if row is None:
        return None
    drawn = msgspec.json.decode(row.drawn, type=PlanDrawn) if row.drawn else None
    return Plan(month, row.commitment, row.policy, drawn)


def visit_id(month: str, unit: str, visit: Visit, place: int) -> str:
    """The subject of a drawn visit: the same on every device."""
    return f"inspection:{uuid.uuid5(_NAMESPACE, f'{month}|{unit}|{visit.value}|{place}').hex}"


def visits(store: Store, month: str) -> tuple[Visiting, ...]:
    """The month's visits: the drawn ones by day, each with its inspection once begun, then the unplanned ones."""
    made = {each.id: each for each in inspections.inspections(store, months.first(month), months.last(month))}
    begun = [_with(each, made.get(each.id)) for each in _drawn(store, month)]
    ids = {each.id for each in begun}
    others = [
        Visiting(each.id, each.unit, each.visit, each.day, 0, each.inspector, False, each)
        for each in made.values()
        if each.id not in ids
    ]
    return tuple(sorted(begun, key=lambda each: (each.day, each.hour, each.unit)) + others)


def _drawn(store: Store, month: str) -> Iterable[Visiting]:
    known = plan(store, month)
    for place, each in enumerate(known.drawn.visits if known and known.drawn else ()):
        subject = visit_id(month, each.unit, each.visit, place)
        yield Visiting(subject, each.unit, each.visit, each.day, each.hour, each.inspector, True, None)


def _with(visit: Visiting, made: Inspection | None) -> Visiting:
    return visit if made is None else replace(visit, day=made.day, inspection=made)


def visiting(store: Store, month: str, subject: str) -> Visiting | None:
    """One visit of a month."""
    return next((each for each in visits(store, month) if each.id == subject), None)


def month_of(store: Store, subject: str, today: date) -> str:
    """The month a visit was drawn for: last month, this one or the next; "" for any other visit."""
    near = (months.moved(f"{today:%Y-%m}", by) for by in (-1, 0, 1))
    return next((month for month in near if any(each.id == subject for each in _drawn(store, month))), "")


def mine(store: Store, number: str, today: date) -> tuple[Visiting, ...]:
    """Somebody's visits, drawn or begun by themselves, of last month, this one and the next.

    Of a published month only those that were made: the others cannot be made any more.
    """
    near = (months.moved(f"{today:%Y-%m}", by) for by in (-1, 0, 1))
    return tuple(
        each
        for month in near
        for each in visits(store, month)
        if each.inspector == number and (each.state is VisitState.LOCKED or published(store, month) is None)
    )


def to_make(store: Store, number: str, today: date) -> tuple[Visiting, ...]:
    """Somebody's visits that are still to be made or locked, up to the end of this month."""
    last = months.last(f"{today:%Y-%m}")
    return tuple(v for v in mine(store, number, today) if v.state is not VisitState.LOCKED and v.day <= last)


def pool(store: Store, month: str, appointed: Sequence[str], after: date, settings: Assessment) -> Pool:
    """The pool a month is drawn from: units, working days after `after`, inspectors under aliases.

    Office staff belong to no branch here: they may inspect everywhere.
    """
    hours, history = policy_on(store, months.first(month))[Hours], History(store)
    opening = tuple(range(hours.open.hour, max(hours.close.hour, hours.open.hour + 1)))
    spans = [history.on(number, after) for number in appointed]
    return Pool(
        month,
        tuple(_drawable(store, unit, opening, after, settings) for unit in inspections.units(store)),
        _workdays(store, month, after),
        tuple(
            Inspector(str(place), "" if span is None or span.role is Role.OFFICE else span.branch)
            for place, span in enumerate(spans, start=1)
        ),
    )


def _drawable(store: Store, unit: Unit, opening: tuple[int, ...], after: date, settings: Assessment) -> Drawable:
    served = served_by_hour(store, unit.halls, after - timedelta(days=_BUSY_DAYS), after)
    busiest = sorted((hour for hour in opening if served.get(hour)), key=lambda hour: (-served[hour], hour))
    return Drawable(unit.code, unit.branch, opening, tuple(sorted(busiest[: settings.busy_hours])))


def _workdays(store: Store, month: str, after: date) -> tuple[date, ...]:
    days, first = calendar(store), months.first(month)
    all_days = (first + timedelta(n) for n in range((months.last(month) - first).days + 1))
    return tuple(day for day in all_days if day > after and days.is_workday(day))


def published(store: Store, month: str) -> InspectionsPublished | None:
    """A month's publication."""
    row = _PUBLISHED.first(store.db, month)
    return None if row is None else msgspec.json.decode(row.body, type=InspectionsPublished)


def published_months(store: Store) -> tuple[str, ...]:
    """The published months, the newest first."""
    query = PublishedRow.select(PublishedRow.month).order_by(PublishedRow.month.desc()).tuples()
    return tuple(month for (month,) in query.execute(store.db))


def shown(store: Store, month: str) -> dict[str, InspectionShown]:
    """The inspections of a published month that are known here, by subject."""
    rows = ShownRow.select().where(ShownRow.month == month).order_by(ShownRow.subject).execute(store.db)
    return {row.subject: msgspec.json.decode(row.body, type=InspectionShown) for row in rows}


def one_shown(store: Store, subject: str) -> InspectionShown | None:
    """One inspection as it was published."""
    row = ShownRow.select().where(ShownRow.subject == subject).first(store.db)
    return None if row is None else msgspec.json.decode(row.body, type=InspectionShown)


def appeals(store: Store, *, open_only: bool = False) -> tuple[ItemAppeal, ...]:
    """Appeals against lines of inspections, the oldest first."""
    query = ItemAppealRow.select().order_by(SQL("id"))
    query = query.where(~ItemAppealRow.decided) if open_only else query
    return tuple(
        ItemAppeal(r.subject, r.line, r.text, r.actor, r.decided, r.accepted, r.reason, r.earned)
        for r in query.execute(store.db)
    )


class LotCheck(msgspec.Struct, frozen=True):
    """Whether a published month was drawn as committed to (`refusal` None); `slots`: what its seed draws, by alias."""

    refusal: Refusal | None
    slots: tuple[Slot, ...]


def lot_check(store: Store, month: str) -> LotCheck | None:
    """Draw a published month's lot again, as every hall can; None where none was drawn, or nothing is published."""
    known, shown_ = plan(store, month), published(store, month)
    if known is None or shown_ is None or shown_.pool is None:
        return None
    policy = policy_version(store, known.policy) if known.policy else policy_on(store, months.first(month))
    seed, pool_ = shown_.seed, shown_.pool
    drawn = lot.draw(seed, pool_, policy[Assessment])
    if isinstance(drawn, Refusal):
        return LotCheck(drawn, ())
    return LotCheck(lot.verify(seed, pool_, known.commitment, drawn, policy[Assessment]), drawn)
