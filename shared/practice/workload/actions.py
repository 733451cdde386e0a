"""Import workload and absences from files, set and withdraw absences; what is known already adds nothing."""

import uuid
from collections.abc import Iterable
from datetime import date

from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.journal.store import Store, Transaction
from shared.people.acting import action, allowed
from shared.people.history import History
from shared.practice.workload import facts, views
from shared.practice.workload.facts import Absence
from shared.practice.workload.rules import AbsenceLine, WorkLine
from shared.practice.workload.tables import AbsenceRow

_NAMESPACE = uuid.UUID("6f0f5a52-27d0-4f53-9f8e-7ad6c2d1b6a1")  # of absences' ids, derived from what they say


def import_workload(
    store: Store, lines: Iterable[WorkLine], source: str, *, actor: Actor | None = None, now: int
) -> int | Refusal:
    """Enter the lines; a count that is known already adds nothing, another one replaces it. How many changed.

    `actor`: who does it, None for whoever runs a single PC.
    """
    changed, history = 0, History(store)
    with store.transaction(now) as tx:
        by = allowed(tx, actor, Act.PAY)
        if isinstance(by, Refusal):
            return by
        for line in lines:
            if views.imported(store, line.staff, line.day, line.service) == line.count:
                continue
            span = history.on(line.staff, line.day)
            fact = facts.WorkloadImported(
                day=line.day, staff=line.staff, service=line.service, count=line.count, source=source
            )
            subject = f"workload:{line.staff}/{line.day.isoformat()}"
            tx.record(fact, subject=subject, actor=by, hall=span.hall if span else "")
            changed += 1
    return changed


@action(Act.PAY)
def set_absence(
    tx: Transaction, who: Actor, staff: str, absence: Absence, first: date, last: date, *, now: int
) -> Refusal | None:
    """Enter that somebody is away, both days included; the same absence again adds nothing."""
    if last < first:
        return Refusal("days_reversed")
    _set(tx, History(tx.store), AbsenceLine(staff, absence, first, last), who.number)
    return None


@action(Act.PAY)
def withdraw_absence(tx: Transaction, who: Actor, absence: str, *, now: int) -> Refusal | None:
    """Take an absence back: it was entered in error."""
    found = next((each for each in views.absences(tx.store) if each.id == absence), None)
    if found is None:
        return Refusal("not_found")
    span = History(tx.store).on(found.staff, found.first)
    fact = facts.AbsenceSet(
        staff=found.staff, absence=Absence(found.absence), first=found.first, last=found.last, withdrawn=True
    )
    tx.record(fact, subject=absence, actor=who.number, hall=span.hall if span else "")
    return None


def import_absences(
    store: Store, lines: Iterable[AbsenceLine], *, actor: Actor | None = None, now: int
) -> int | Refusal:
    """Enter absences; the same one adds nothing. How many were new.

    `actor`: as for `import_workload`.
    """
    history = History(store)
    with store.transaction(now) as tx:
        by = allowed(tx, actor, Act.PAY)
        return by if isinstance(by, Refusal) else sum(_set(tx, history, line, by) for line in lines)


def _set(tx: Transaction, history: History, line: AbsenceLine, by: str) -> bool:
    """Record an absence; False where it is known already."""
    name = f"{line.staff}|{line.absence}|{line.first}|{line.last}"
    subject = f"absence:{uuid.uuid5(_NAMESPACE, name).hex}"
    if AbsenceRow.select().where(AbsenceRow.subject == subject, ~AbsenceRow.withdrawn).exists(tx.store.db):
        return False
    span = history.on(line.staff, line.first)
    fact = facts.AbsenceSet(staff=line.staff, absence=line.absence, first=line.first, last=line.last)
    tx.record(fact, subject=subject, actor=by, hall=span.hall if span else "")
    return True
