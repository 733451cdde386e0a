"""Bring in the verdicts of a paper register: complaints that were settled before the hall worked with tickets.

From a hall's first ticket on, verdicts are given on tickets, where the person concerned may answer.
"""

import uuid
from collections.abc import Iterable, Mapping
from datetime import date, time

import msgspec

from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.domain.spelling import folded
from shared.domain.workdays import ms_at
from shared.domain.written_day import day
from shared.domain.written_row import cells
from shared.journal.store import Store, Transaction
from shared.people.acting import allowed
from shared.people.history import History
from shared.practice.complaints import facts, words
from shared.practice.complaints.facts import About, Verdict
from shared.practice.complaints.tables import ComplaintRow
from shared.practice.complaints.views import first_ticket
from shared.reference.views import policy

HEADINGS = {"编号": "number", "日期": "date", "大厅": "hall", "工号": "staff", "结论": "verdict", "理由": "grounds"}
REQUIRED = ("number", "date", "hall", "verdict", "grounds")
_NAMESPACE = uuid.UUID("2b1f0a3c-5a0e-4d0e-9a54-0a7f6f1f8a11")  # of ids derived from numbers of the register
_NOON = time(12)
_CODES = {
    folded(name): verdict
    for verdict in Verdict
    for name in (verdict.value, words.VERDICTS[verdict.value].zh, words.VERDICTS[verdict.value].en)
}


class VerdictLine(msgspec.Struct, frozen=True):
    """One line of a register: about `staff`, or where that is empty about the hall."""

    number: str
    day: date
    hall: str
    verdict: Verdict
    grounds: str
    staff: str = ""


def verdict_line(
    row: Mapping[str, str], staff: Mapping[str, str], halls: Mapping[str, str], today: date
) -> VerdictLine | Refusal:
    """A line, or what is wrong with it. `staff`: numbers by their folded spelling; `halls`: names by code."""
    values = cells(row, REQUIRED, ("staff",))
    if isinstance(values, Refusal):
        return values
    on, verdict = day(values["date"]), _CODES.get(folded(values["verdict"]))
    hall = next((code for code, name in halls.items() if folded(values["hall"]) in (folded(code), folded(name))), "")
    if on is None or on > today:
        return Refusal("verdict_day", {"value": values["date"]})
    if not hall:
        return Refusal("verdict_hall", {"value": values["hall"], "known": tuple(halls.values())})
    if verdict is None:
        return Refusal("verdict_not_known", {"value": values["verdict"]})
    person = staff.get(folded(values["staff"].lstrip("'")), "") if values["staff"] else ""
    if values["staff"] and not person:
        return Refusal("unknown_person", {"number": values["staff"]})
    return VerdictLine(values["number"], on, hall, verdict, values["grounds"], person)


def import_verdicts(
    store: Store, lines: Iterable[VerdictLine], *, actor: Actor | None = None, now: int
) -> int | Refusal:
    """Enter final verdicts, known by their number in the register; the same again adds nothing. How many were new.

    Refused whole where a hall had tickets already: there the person concerned is asked first.
    """
    lines = list(lines)
    with store.transaction(now) as tx:
        by = allowed(tx, actor, Act.JUDGE)
        if isinstance(by, Refusal):
            return by
        for line in lines:
            begun = first_ticket(store, line.hall)
            if begun and begun <= line.day:
                return Refusal("verdict_by_ticket", {"number": line.number, "day": begun})
        history = History(store)
        return sum(_enter(tx, line, by, history) for line in lines)


def _enter(tx: Transaction, line: VerdictLine, by: str, history: History) -> bool:
    """Record one line; False where the same is known already."""
    subject = f"complaint:{uuid.uuid5(_NAMESPACE, line.number).hex}"
    span = history.on(line.staff, line.day) if line.staff else None
    fact = facts.ComplaintJudged(
        verdict=line.verdict,
        about=About.PERSON if line.staff else About.UNIT,
        grounds=line.grounds,
        policy=policy(tx.store).version,
        person=line.staff,
        unit=span.hall if span else line.hall,
    )
    row = ComplaintRow.select().where(ComplaintRow.subject == subject).first(tx.store.db)
    known = row and (row.person, row.unit, row.decisions.split()[-1:])
    if known == (fact.person, fact.unit, [f"{line.day.isoformat()}:{line.verdict.value}"]):
        return False
    tx.record(fact, subject=subject, actor=by, hall=line.hall, occurred_at=ms_at(line.day, _NOON))
    return True
