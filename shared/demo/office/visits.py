"""班组考核: last month's inspections are published and may be appealed against; this month's are drawn."""

from functools import partial

from shared.demo.acting import done
from shared.demo.agenda import Agenda
from shared.demo.scene import ACTORS, HALL, OTHER_HALL, OTHER_SUPERVISOR, PREPARER, SUPERVISOR, Scene
from shared.domain import months
from shared.journal.store import Store
from shared.practice.assessment import actions, inspections, plans
from shared.practice.assessment.actions import Draft
from shared.practice.assessment.checklist import NAME
from shared.practice.assessment.facts import LineChecked
from shared.practice.assessment.plans import Visiting

_OFFICE = ACTORS[PREPARER]
_INSPECTORS = (PREPARER, SUPERVISOR, OTHER_SUPERVISOR)
_DEDUCTED = {HALL: {3: "做得不够", 6: "让用户久等"}, OTHER_HALL: {1: "不整洁", 6: "做得不够", 9: "未做到"}}  # by place


def plan(scene: Scene, agenda: Agenda) -> None:
    """Two visits of each hall a month."""
    last, this = scene.last_month, f"{scene.first:%Y-%m}"
    if sum(day > scene.first for day in scene.of_month(this)) < 2:  # too late for a lot
        this = months.moved(this, 1)
    agenda.at(scene.of_month(months.moved(last, -1))[-1], "15:00", partial(_draw, scene.store, agenda, last))
    agenda.at(scene.first, "07:30", partial(_publish, scene.store, last))
    agenda.at(scene.first, "07:40", partial(_draw, scene.store, None, this))


def _draw(store: Store, agenda: Agenda | None, month: str, now: int) -> None:
    done(actions.draw_plan(store, _OFFICE, month, _INSPECTORS, now=now))
    if agenda is not None:
        for visit in plans.visits(store, month):
            agenda.at(visit.day, f"{visit.hour:02}:40", partial(_make, store, visit))


def _make(store: Store, visit: Visiting, now: int) -> None:
    lines = inspections.lines_of(store, NAME, inspections.checklist_version(store))
    deducted = _DEDUCTED[visit.unit]
    checked = tuple(
        LineChecked(line.code, str(int(line.points) - (place in deducted)), deducted.get(place, ""))
        for place, line in enumerate(lines)
    )
    who = ACTORS[visit.inspector]
    done(actions.save(store, who, visit.id, Draft(visit.unit, visit.visit, visit.day, checked, now), now=now))
    done(actions.lock(store, who, visit.id, now=now))


def _publish(store: Store, month: str, now: int) -> None:
    done(actions.publish_month(store, _OFFICE, month, now=now))
