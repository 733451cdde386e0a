"""Opening a ticket: at the counter by the first to be asked, at the kiosk by the customer."""

import msgspec

from shared.domain import phones
from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.roles import Act, Role
from shared.domain.workdays import day_of
from shared.journal.event import new_id
from shared.journal.store import Store, Transaction
from shared.people import views as people
from shared.people.acting import action
from shared.practice.inquiries import facts, rules, views
from shared.practice.inquiries.actions.common import record
from shared.practice.inquiries.facts import Channel, Kind, Promise, State, Topic
from shared.practice.inquiries.tables import InquiryRow


class Opened(msgspec.Struct, frozen=True):
    """The new ticket, what to call it by, whose it is, and what the customer may be told."""

    id: str
    number: str
    owner: str
    promise: Promise
    at: int = 0
    """When, epoch ms."""


class _Asked(msgspec.Struct, frozen=True):
    """What a customer asked, how and when (epoch ms); `phone` as digits."""

    text: str
    name: str
    phone: str
    channel: Channel
    topic: Topic
    received_at: int


@action(Act.SERVE)
def open_inquiry(
    tx: Transaction,
    who: Actor,
    *,
    text: str,
    name: str = "",
    phone: str = "",
    channel: Channel = Channel.VISIT,
    topic: Topic = Topic.QUESTION,
    received_at: int | None = None,
    answer: str = "",
    special_grounds: str = "",
    now: int,
) -> Opened | Refusal:
    """The first to be asked opens the ticket and owns it; with an `answer` it is closed on the spot.

    `received_at` (ms) is when the customer asked, if that was earlier. `special_grounds` ask for the special time.
    """
    terms, received, digits = views.terms(tx.store), now if received_at is None else received_at, phones.phone(phone)
    if received > now:
        return Refusal("received_in_future")
    if isinstance(digits, Refusal):
        return digits
    checks = (
        rules.required_text(text, terms.policy),
        *(rules.optional_text(t, terms.policy) for t in (answer, special_grounds)),
        *(rules.optional_name(t) for t in (name, phone)),
    )
    if refusal := next(filter(None, checks), None):
        return refusal
    asked = _Asked(text, name, digits, channel, topic, received)
    opened = _open(tx, asked, terms, owner=who.number, by=who.number)
    _record_first_step(tx, who, opened.id, answer.strip(), special_grounds.strip())
    return opened


def _record_first_step(tx: Transaction, who: Actor, ticket: str, answer: str, special_grounds: str) -> None:
    if answer:
        record(tx, ticket, who, facts.InquiryClosed(answer=answer, on_the_spot=True))
    elif special_grounds:
        record(tx, ticket, who, facts.InquirySpecialAsked(grounds=special_grounds))


def open_at_kiosk(
    store: Store,
    *,
    text: str = "",
    name: str = "",
    phone: str = "",
    topic: Topic = Topic.COMPLAINT,
    person: str = "",
    now: int,
) -> Opened | Refusal:
    """A customer opens a ticket without signing in; the text may be empty, the topic says enough.

    The owner is the `person` chosen when on the hall's roster, else the hall's supervisor (on duty before off), else
    anyone on duty, else any of the hall; in a hall without staff the ticket has no owner, and the digest shows it.
    """
    terms, digits = views.terms(store), phones.phone(phone)
    if isinstance(digits, Refusal):
        return digits
    if refusal := rules.optional_text(text, terms.policy):
        return refusal
    with store.transaction(now) as tx:
        asked = _Asked(text, name, digits, Channel.KIOSK, topic, now)
        return _open(tx, asked, terms, owner=_first_asked(store, person, now), by="")


def take_back(store: Store, ticket: str, *, now: int) -> Refusal | None:
    """提交错了: the customer takes back what this kiosk has just handed in, within the time to undo."""
    with store.transaction(now) as tx:
        own = (InquiryRow.subject == ticket) & (InquiryRow.station == store.station)
        row = InquiryRow.select().where(own, InquiryRow.channel == Channel.KIOSK.value).first(store.db)
        return _withdraw(tx, row, "")


@action(Act.SERVE)
def withdraw(tx: Transaction, who: Actor, ticket: str, *, now: int) -> Refusal | None:
    """登记错了: whoever opened the ticket at this counter takes it back, within the time to undo."""
    own = (InquiryRow.subject == ticket) & (InquiryRow.station == tx.store.station)
    row = InquiryRow.select().where(own, InquiryRow.owner == who.number).first(tx.store.db)
    return _withdraw(tx, row, who.number)


def _withdraw(tx: Transaction, row: InquiryRow | None, by: str) -> Refusal | None:
    """A new fact: ticket and words stay in the journal, until they are erased like those of a closed one."""
    if row is None:
        return Refusal("not_found")
    if row.state != State.OPEN.value and not row.on_the_spot:
        return Refusal("not_open")
    if refusal := rules.undone_in_time(row.opened_at, tx.now, views.terms(tx.store).policy):
        return refusal
    tx.record(facts.InquiryWithdrawn(), subject=row.subject, actor=by, hall=row.hall)
    return None


def _open(tx: Transaction, asked: _Asked, terms: rules.Terms, *, owner: str, by: str) -> Opened:
    ticket = f"inquiry:{new_id(tx.now)}"
    fact = facts.InquiryOpened(
        number=_next_number(tx),
        owner=owner,
        channel=asked.channel,
        topic=asked.topic,
        received_at=asked.received_at,
        promise=rules.promise(asked.received_at, Kind.GENERAL, terms),
        text=asked.text.strip(),
        name=asked.name.strip(),
        phone=asked.phone,
    )
    event = tx.record(fact, subject=ticket, actor=by)
    return Opened(ticket, fact.number, fact.owner, fact.promise, event.occurred_at)


def _next_number(tx: Transaction) -> str:
    """The next free number of this device and day."""
    day, station = day_of(tx.now), tx.store.station
    start = rules.ticket_number(day, station, 0).rsplit("-", 1)[0] + "-"
    # Between two texts, not `startswith`: its LIKE would read the numbers of all tickets.
    given = InquiryRow.select(InquiryRow.number).where(InquiryRow.number.between(start, start + "~"))
    serial = rules.next_serial(number for (number,) in given.tuples().execute(tx.store.db))
    return rules.ticket_number(day, station, serial)


def _first_asked(store: Store, chosen: str, now: int) -> str:
    everyone = people.everyone_today(store, store.hall, now=now)
    ranked = sorted(everyone, key=lambda p: (p.number != chosen, p.role is not Role.SUPERVISOR, not p.on_duty))
    return ranked[0].number if ranked else ""
