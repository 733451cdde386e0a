"""Assemble the page of a day from the practices' own views and the journal."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, time, timedelta

import msgspec
import peewee

from shared.daily_log import seal
from shared.daily_log.facts import Head
from shared.daily_log.lines import Names, lines
from shared.daily_log.masking import masked
from shared.daily_log.page import (
    Breach,
    CardTotals,
    DailyLog,
    Device,
    DiaryLine,
    FlaggedCard,
    InquiryTotals,
    PauseTotals,
    Signature,
    TicketLine,
    Totals,
)
from shared.daily_log.tables import SignedRow
from shared.declaration.declared import declared
from shared.domain.actor import Actor
from shared.domain.workdays import day_of, ms_at
from shared.journal import stations
from shared.journal.event import Event
from shared.journal.store import Store
from shared.journal.tables import EventRow
from shared.people import views as people
from shared.practice.cards import views as cards
from shared.practice.cards.facts import Giver, P, Verdict
from shared.practice.diary import views as diary
from shared.practice.diary.facts import Entry
from shared.practice.inquiries import views as inquiries
from shared.practice.inquiries.facts import InquiryOpened, State
from shared.practice.line import views as line
from shared.practice.pauses import views as pauses
from shared.reference import views as reference
from shared.sync.known_devices import DeviceSeen, seen


def day(store: Store, hall: str, on: date, *, now: int, reader: Actor | None = None) -> DailyLog:
    """The page of `hall` for the day `on`; the words of its diary only for a `reader` who may read them."""
    events, names = events_of(store, hall, on), Names(store)
    signatures = _signatures(store, hall, on, events, names)
    known = {head.station: head.n for head in signatures[-1].heads} if signatures else None
    place, devices = people.hall(store, hall), _devices(store, hall, now)
    as_of = min(now, ms_at(on + timedelta(days=1), time.min) - 1)  # a past day is shown as it stood at its end
    return DailyLog(
        hall=hall,
        hall_name=place.name if place else hall,
        branch=place.branch if place else "",
        day=on,
        made_at=now,
        policy_version=reference.policy(store).version,
        complete_to=_complete_to(devices, on, now),
        totals=_totals(store, hall, on, as_of, events),
        breaches=_breaches(store, hall, on, as_of, names),
        inquiries=tuple(_ticket(ticket, names) for ticket in _known(inquiries.open_tickets(store, hall, as_of), as_of)),
        flagged=tuple(_flagged(card, names) for card in reversed(cards.suspect(store, hall)) if card.at <= as_of),
        diary=tuple(_diary(entry, names) for entry in diary.of_day(store, hall, on, reader)),
        lines=lines(store, events, names),
        devices=devices,
        signatures=signatures,
        late=() if known is None else lines(store, (e for e in events if seal.late(e, known)), names),
        parts=tuple(each.day(store, hall, on, as_of) for each in declared().practices if each.day),
    )


def events_of(store: Store, hall: str, on: date) -> list[Event]:
    """Everything that happened in a hall on a day, by its devices' clocks."""
    return store.events(hall=hall, start=ms_at(on, time.min), end=ms_at(on + timedelta(days=1), time.min))


# ---- totals ----------------------------------------------------------------------------------------------------------


def _totals(store: Store, hall: str, on: date, now: int, events: list[Event]) -> Totals:
    entries = Counter(entry.entry for entry in diary.of_day(store, hall, on))
    of_day = cards.of_day(store, hall, on)
    return Totals(
        cards=_card_totals(of_day),
        pauses=_pause_totals(store, hall, on, now),
        inquiries=_inquiry_totals(store, hall, on, now, events),
        served=sum(work.total for work in line.workload(store, on, on, hall)),
        rated=sum(card.verified and card.giver is Giver.CUSTOMER and not card.duplicate for card in of_day),
        diary={entry.value: entries[entry] for entry in Entry.and_newer(entries)},
    )


def _card_totals(of_day: Iterable[cards.Card]) -> CardTotals:
    found = tuple(of_day)
    customers = Counter(card.p for card in found if card.counted and card.giver is Giver.CUSTOMER)
    staff = Counter(card.p for card in found if card.counted and card.giver is not Giver.CUSTOMER)
    return CardTotals(
        customers={p.value: customers[p] for p in P.and_newer(customers)},
        staff={p.value: staff[p] for p in P.and_newer(staff)},
        suspect=sum(bool(card.flags) and not card.verdict for card in found),
        excluded=sum(card.verdict == Verdict.EXCLUDE for card in found),
    )


def _pause_totals(store: Store, hall: str, on: date, now: int) -> PauseTotals:
    of_day = pauses.of_day(store, hall, on)
    return PauseTotals(
        granted=len(of_day),
        refused=len(pauses.refused(store, hall, on)),
        over_quota=sum(pause.over_quota for pause in of_day),
        overrun=len(pauses.overruns(store, hall, now, on)),
    )


def _inquiry_totals(store: Store, hall: str, on: date, now: int, events: list[Event]) -> InquiryTotals:
    of_day, digest = inquiries.of_day(store, hall, on, now), inquiries.digest(store, hall, now)
    return InquiryTotals(
        opened=sum(event.kind == InquiryOpened.kind() for event in events),
        closed=sum(ticket.state is State.CLOSED and day_of(ticket.closed_at or 0) == on for ticket in of_day),
        open=len(_known(inquiries.open_tickets(store, hall, now), now)),
        due=len(_known(digest.due_today, now)),
        overdue=len(_known(digest.overdue, now)),
    )


# ---- lists -----------------------------------------------------------------------------------------------------------


def _breaches(store: Store, hall: str, on: date, now: int, names: Names) -> tuple[Breach, ...]:
    beyond = (pause for pause in pauses.of_day(store, hall, on) if pause.over_quota)
    digest = inquiries.digest(store, hall, now)
    silent = (ticket for ticket in _known(digest.to_inform, now) if ticket.inform_by < day_of(now))
    overdue = _known(digest.overdue, now)
    answered = (t for t in inquiries.of_day(store, hall, on, now) if t.late and day_of(t.closed_at or 0) == on)
    twice = line.called_twice(store, hall, on, now)
    return (
        *(Breach("called_twice", " / ".join(map(names, each.staff)), each.label, at=each.at) for each in twice),
        *(Breach("over_quota", names(pause.staff), at=pause.at) for pause in beyond),
        *(Breach("overrun", names(pause.staff), at=pause.at) for pause in pauses.overruns(store, hall, now, on)),
        *(Breach("late_answer", names(ticket.handler), ticket.number, since=ticket.limit) for ticket in answered),
        *(Breach("overdue", names(ticket.handler), ticket.number, since=ticket.limit) for ticket in overdue),
        *(Breach("not_informed", names(ticket.handler), ticket.number, since=ticket.inform_by) for ticket in silent),
    )


def _known(tickets: Iterable[inquiries.Ticket], as_of: int) -> tuple[inquiries.Ticket, ...]:
    """Those that had been received by then."""
    return tuple(ticket for ticket in tickets if ticket.received_at <= as_of)


def _ticket(ticket: inquiries.Ticket, names: Names) -> TicketLine:
    return TicketLine(
        number=ticket.number,
        topic=ticket.topic.value,
        owner=names(ticket.owner),
        handler=names(ticket.stand_in or ticket.handler),
        target=ticket.target,
        limit=ticket.limit,
        first_limit=ticket.first_limit,
        inform_by=ticket.inform_by,
        light=ticket.light.word.value,
    )


def _flagged(card: cards.Card, names: Names) -> FlaggedCard:
    return FlaggedCard(names(card.staff), card.p.value, card.giver.value, card.at, tuple(f.value for f in card.flags))


def _diary(entry: diary.DiaryEntry, names: Names) -> DiaryLine:
    text = None if entry.text is None else masked(entry.text)
    return DiaryLine(entry.at, names(entry.staff), entry.entry.value, text)


# ---- how fresh, and signed by whom -----------------------------------------------------------------------------------


def _devices(store: Store, hall: str, now: int) -> tuple[Device, ...]:
    """Our own part is known up to `now`; of another device of the hall, what was last heard of it.

    What the hub heard counts too: a quiet device that called and has nothing waiting is complete to that moment.
    """
    last = (
        EventRow.select(EventRow.station, peewee.fn.MAX(EventRow.occurred_at))
        .where(EventRow.hall == hall)
        .group_by(EventRow.station)
        .order_by(EventRow.station)
    )
    heard: Mapping[str, int] = dict(last.tuples().execute(store.db))
    here = Device(store.station, heard.get(store.station, now), True)
    own = stations.past(store.db, store.station).own
    called = {device.station: device for device in seen(store).devices if device.station}
    others = (
        Device(station, max(at, _complete(called.get(station))), False)
        for station, at in heard.items()
        if station not in own and (station not in called or called[station].hall == hall)
    )
    return (here, *others)


def _complete(device: DeviceSeen | None) -> int:
    """Up to when the hub has everything of a device."""
    if device is None:
        return 0
    return (device.oldest if device.backlog else device.last_seen) or 0


def _complete_to(devices: Iterable[Device], on: date, now: int) -> int:
    end = ms_at(on + timedelta(days=1), time.min)
    return min(end, now, *(device.last_at for device in devices if not device.here))


def _signatures(store: Store, hall: str, on: date, events: list[Event], names: Names) -> tuple[Signature, ...]:
    query = SignedRow.select().where(SignedRow.hall == hall, SignedRow.day == on.isoformat())
    rows = query.order_by(SignedRow.ts, SignedRow.station, SignedRow.n).execute(store.db)
    return tuple(_signature(row, events, names) for row in rows)


def _signature(row: SignedRow, events: list[Event], names: Names) -> Signature:
    heads = msgspec.json.decode(row.heads, type=tuple[Head, ...])
    intact = seal.seal(events, heads) == row.seal
    return Signature(names(row.actor), row.at, row.note, row.seal, heads, intact)
