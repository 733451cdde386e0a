"""A month of inspections: its visits drawn by lot beforehand, its results published after its end."""

import secrets
from collections.abc import Iterator, Sequence
from datetime import date

from shared.domain import closing as periods
from shared.domain import months
from shared.domain.actor import Actor
from shared.domain.policy_check import understood
from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.domain.workdays import day_of
from shared.journal.store import Store, Transaction
from shared.people.acting import action
from shared.people.views import everyone
from shared.practice.assessment import facts, inspections, plans
from shared.practice.assessment.facts import DrawnVisit, InspectionShown, ItemScore, LineChecked, PlanDrawn, Visit
from shared.practice.assessment.plans import Visiting
from shared.practice.assessment.policy import Assessment
from shared.practice.assessment.rules import lot, visits
from shared.practice.assessment.rules.visits import VisitState
from shared.reference import views as reference
from shared.reference.views import calendar, policy_on

_SEED_BYTES = 32


@action(Act.ASSESS)
def draw_plan(
    tx: Transaction, who: Actor, month: str, inspectors: Sequence[str], *, seed: str = "", now: int
) -> Refusal | None:
    """Appoint inspectors and draw the month's visits; until it is published halls have only a commitment (hash)."""
    known = {each.number for each in everyone(tx.store)}
    if strange := next((number for number in inspectors if number not in known), ""):
        return Refusal("inspector_unknown", {"number": strange})
    policy = policy_on(tx.store, months.first(month))
    settings, seed = policy[Assessment], seed or secrets.token_hex(_SEED_BYTES)
    appointed = tuple(dict.fromkeys(inspectors))
    pool = plans.pool(tx.store, month, appointed, day_of(now), settings)
    if refusal := visits.may_draw(month, plans.plan(tx.store, month) is not None, len(appointed), len(pool.days)):
        return refusal
    slots = lot.draw(seed, pool, settings)
    if isinstance(slots, Refusal):
        return slots
    aliases = {str(place): number for place, number in enumerate(appointed, start=1)}
    drawn = tuple(DrawnVisit(s.unit, s.visit, s.day, s.hour, aliases[s.inspector]) for s in slots)
    hidden = PlanDrawn(month=month, visits=drawn, seed=seed, pool=pool, appointed=aliases)
    told = facts.PlanCommitted(month=month, commitment=lot.commitment(seed, pool), policy=policy.version)
    for fact in (told, hidden):
        tx.record(fact, subject=f"plan:{month}", actor=who.number)
    return None


@action(Act.ASSESS)
def publish_month(tx: Transaction, who: Actor, month: str, *, now: int) -> Refusal | None:
    """Publish a month: scores, seed and pool to every hall, and to each hall its own inspections."""
    found = plans.visits(tx.store, month)
    states = [each.state for each in found]
    over = day_of(now) >= months.last(month)
    drafts, locked = states.count(VisitState.DRAFT), states.count(VisitState.LOCKED)
    if refusal := visits.may_publish(month, plans.published(tx.store, month) is not None, drafts, locked, over):
        return refusal
    policy, known = policy_on(tx.store, months.first(month)), plans.plan(tx.store, month)
    if refusal := understood(policy, Assessment) or reference.understood(tx.store, inspections.UNITS, facts.Units):
        return refusal
    settings = policy[Assessment]
    until = periods.notice_until(day_of(now), settings.notice_days, calendar(tx.store))
    drawn = known.drawn if known else None
    fact = facts.InspectionsPublished(
        month=month,
        seed=drawn.seed if drawn else "",
        scores=tuple(_scores(tx.store, month, settings)),
        policy=policy.version,
        pool=drawn.pool if drawn else None,
        until=until,
    )
    tx.record(fact, subject=f"plan:{month}", actor=who.number)
    halls = {unit.code: unit.halls for unit in inspections.units(tx.store)}
    for each, told in _shown(tx.store, month, found, drawn, until):
        for hall in halls.get(each.unit, ()):
            tx.record(told, subject=each.id, actor=who.number, hall=hall)
    return None


def _scores(store: Store, month: str, settings: Assessment) -> Iterator[ItemScore]:
    for unit, items in sorted(inspections.month_scores(store, month, settings).items()):
        for item, score in items.items():
            yield ItemScore(unit, item, str(score))


def _shown(
    store: Store, month: str, found: Sequence[Visiting], drawn: PlanDrawn | None, until: date
) -> Iterator[tuple[Visiting, InspectionShown]]:
    names = {each.number: each.name for each in everyone(store)}
    covert = _aliases(found, drawn)
    for each in found:
        made = each.inspection
        if made is None or not made.done:
            continue
        inspector = covert[made.inspector] if made.visit is Visit.COVERT else names.get(made.inspector, "")
        yield (
            each,
            InspectionShown(
                month=month,
                unit=made.unit,
                visit=made.visit,
                day=made.day,
                inspector=inspector,
                checklist=made.checklist,
                checklist_version=made.checklist_version,
                lines=tuple(
                    LineChecked(line.code, "" if line.earned is None else str(line.earned), line.reason)
                    for line in made.lines
                ),
                until=until,
                hour=each.hour,
                seen_at=made.seen_at,
                photos=tuple((photo.line, photo.sha256) for photo in inspections.photos(store, each.id)),
            ),
        )


def _aliases(found: Sequence[Visiting], drawn: PlanDrawn | None) -> dict[str, str]:
    """By staff number, the alias under which halls see covert inspectors: as in the pool, else counted on."""
    known = {number: alias for alias, number in (drawn.appointed if drawn else {}).items()}
    for each in found:
        if each.visit is Visit.COVERT and each.inspector not in known:
            known[each.inspector] = str(len(known) + 1)
    return known
