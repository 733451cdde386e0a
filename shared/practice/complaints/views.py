"""What may be asked about verdicts: a case, all cases, what counts about whom in a period, what waits for whom."""

from datetime import date

import msgspec
from msgspec.structs import replace

from shared.domain.actor import Actor
from shared.domain.policy import Policy
from shared.domain.roles import Act, may
from shared.journal.prepared_query import PreparedQuery
from shared.journal.store import Store
from shared.practice.complaints import rules
from shared.practice.complaints.facts import About, Verdict
from shared.practice.complaints.policy import Complaints
from shared.practice.complaints.rules import Case, Counts, Decision, State
from shared.practice.complaints.tables import ComplaintRow
from shared.practice.inquiries.views import (
    closed_complaints,
    first_ticket,
    hall_of,
    is_closed_complaint,
    merged,
    received_on,
)

__all__ = ["Case", "Complaint", "State", "first_ticket", "hall_of", "received_on"]


class Complaint(msgspec.Struct, frozen=True):
    """A case with the words that people wrote."""

    case: Case
    verdict: str
    grounds: str
    answer: str
    number: str = ""  # of the ticket, where it is known here
    text: str = ""  # masked
    hall: str = ""


def case(store: Store, ticket: str) -> Case | None:
    """The case of a complaint ticket, also before anybody has proposed a verdict; None when it is no complaint."""
    closed, into = is_closed_complaint(store, ticket), merged(store, [ticket]).get(ticket, "")
    row = ComplaintRow.select().where(ComplaintRow.subject == ticket).first(store.db)
    if row is not None:
        return _case(row, into)
    return None if closed is None else Case(ticket=ticket, closed=closed, about=About.COMPANY, merged_into=into)


def complaints(store: Store) -> tuple[Complaint, ...]:
    """All complaints on which there is at least a proposal."""
    rows = _COMPLAINTS.all(store.db)
    into = merged(store, [row.subject for row in rows])
    return tuple(Complaint(_case(row, into.get(row.subject, "")), row.verdict, row.grounds, row.answer) for row in rows)


_COMPLAINTS = PreparedQuery(lambda: ComplaintRow.select().order_by(ComplaintRow.subject))


def concerning(store: Store, actor: Actor, *, now: int) -> tuple[Complaint, ...]:
    """What a person may see: the office all, a supervisor also those of the hall without a verdict, others their own.

    What waits comes first. The tickets themselves are known only in their hall.
    """
    station, office = may(actor.role, Act.CONSENT), may(actor.role, Act.JUDGE)
    tickets = {each.id: each for each in closed_complaints(store, now, "" if office else actor.hall)}
    proposed = {each.case.ticket: each for each in complaints(store)}
    visible = {
        ticket: each
        for ticket, each in proposed.items()
        if office
        or each.case.person == actor.number
        or (station and (ticket in tickets or each.case.unit == actor.hall))
    }
    new = {ticket: _no_verdict(ticket) for ticket in tickets if station and ticket not in proposed}
    found = [
        replace(each, number=tickets[key].number, text=tickets[key].text, hall=tickets[key].hall)
        if key in tickets
        else replace(each, hall=each.case.unit)
        for key, each in (new | visible).items()
    ]
    return tuple(sorted(found, key=lambda each: each.case.state is State.FINAL))


def _no_verdict(ticket: str) -> Complaint:
    return Complaint(Case(ticket=ticket, closed=True, about=About.COMPANY), "", "", "")


def head(complaint: Complaint) -> str:
    """The ticket's number and what was complained of, as far as they are known here."""
    return " · ".join(filter(None, (complaint.number, complaint.text)))


def upheld(store: Store, first: date, last: date, policy: Policy) -> tuple[Counts, Counts]:
    """What counts by person and by unit of what became final from `first` to `last`."""
    return rules.upheld((each.case for each in complaints(store)), first, last, policy[Complaints])


def _case(row: ComplaintRow, merged_into: str) -> Case:
    decisions = (each.split(":") for each in row.decisions.split())
    return Case(
        ticket=row.subject,
        closed=True,
        about=About(row.about) if row.about else About.COMPANY,
        person=row.person,
        unit=row.unit,
        merged_into=merged_into,
        proposer=row.proposer,
        told=date.fromisoformat(row.told) if row.told else None,
        answered=bool(row.answer),
        open_again=bool(row.open_again),
        decisions=tuple(Decision(date.fromisoformat(day), Verdict(verdict)) for day, verdict in decisions),
    )
