"""A month of inspections: drawn by lot, written down, locked and published."""

from datetime import date
from pathlib import Path

from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.roles import Role
from shared.journal.store import Store
from shared.people import actions as people
from shared.people.rules import RosterLine
from shared.practice.assessment import actions, inspections, plans
from shared.practice.assessment.facts import LineChecked, Visit
from shared.practice.assessment.plans import Visiting
from tests.support.builders import HALL, ROSTER, actor, at, staffed_store

MARCH, BEFORE, AFTER = "2026-03", date(2026, 2, 27), date(2026, 4, 1)
OFFICE = actor("9001", Role.OFFICE)
STATION = actor("2001", Role.SUPERVISOR)
OTHER = Actor(number="2101", name="吴强", role=Role.SUPERVISOR, post="cashier", hall="东风大厅")
OTHERS = (
    RosterLine("1101", "孙丽", "东风分公司", "东风大厅", "1", "cashier", Role.STAFF),
    RosterLine("2101", "吴强", "东风分公司", "东风大厅", "", "cashier", Role.SUPERVISOR),
    RosterLine("2201", "周平", "和平分公司", "南山大厅", "", "cashier", Role.SUPERVISOR),
)
JPEG = b"\xff\xd8" + b"x" * 100


def on(day: date, clock: str = "10:00") -> int:
    return at(clock, day)


def three_halls(folder: Path) -> Store:
    """Each hall a unit of its own, two of them of one branch."""
    opened = staffed_store(folder)
    people.import_staff(opened, [*ROSTER, *OTHERS], now=on(date(2026, 2, 2)))
    return opened


def lines(store: Store, **earned: str) -> tuple[LineChecked, ...]:
    """The whole checklist with full marks, but for those named: points, or "" for 不适用."""
    known = inspections.checklist(store).lines
    return tuple(
        LineChecked(each.code, earned.get(each.code, "4"), "地面有水" if each.code in earned else "") for each in known
    )


def written(store: Store, visit: Visiting, *, by: Actor = OFFICE, **earned: str) -> Refusal | None:
    draft = actions.Draft(visit.unit, visit.visit, visit.day, lines(store, **earned))
    return actions.save(store, by, visit.id, draft, now=on(visit.day, "16:00"))


def drawn(store: Store, unit: str = HALL, visit: Visit = Visit.OPEN) -> Visiting:
    if plans.plan(store, MARCH) is None:
        assert actions.draw_plan(store, OFFICE, MARCH, ["2101", "9001"], seed="5f" * 32, now=on(BEFORE)) is None
    return next(each for each in plans.visits(store, MARCH) if (each.unit, each.visit) == (unit, visit))


def locked(store: Store, visit: Visiting, **earned: str) -> None:
    assert written(store, visit, by=OFFICE, **earned) is None
    assert actions.lock(store, OFFICE, visit.id, now=on(visit.day, "17:00")) is None


def published(store: Store) -> None:
    assert actions.publish_month(store, OFFICE, MARCH, now=on(AFTER)) is None
