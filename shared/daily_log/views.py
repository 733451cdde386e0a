"""Assemble the page of a day from the practices' own views and the journal."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, time, timedelta

import msgspec

from shared.daily_log import seal
from shared.daily_log.facts import Head
from shared.daily_log.lines import Names, lines
from shared.daily_log.page import (
    Breach,
    CardTotals,
    DailyLog,
    DeviceFreshness,
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
from shared.domain import masking
from shared.domain.actor import Actor
from shared.domain.fact import Fact
from shared.domain.workdays import day_of, ms_at
from shared.journal import stations
from shared.journal.event import Event
from shared.journal.store import Store
from shared.people import views as people
from shared.practice.cards import views as cards
from shared.practice.cards.facts import Giver, P, Verdict
from shared.practice.diary import views as diary
from shared.practice.diary.facts import Entry
from shared.practice.inquiries import views as inquiries
from shared.practice.inquiries.facts import InquiryOpened, InquiryWithdrawn, State
from shared.practice.line import views as line
from shared.practice.line.statistics import workload
from shared.practice.pauses import views as pauses
from shared.practice.workload.day_totals import served_told
from shared.reference import views as reference
from shared.sync.known_devices import DeviceSeen, seen


def day(store: Store, hall: str, on: date, *, now: int, reader: Actor | None = None) -> DailyLog:
    """The page of `hall` for the day `on`; the words of its diary only for a `reader` who may read them."""
    as_of = min(now, ms_at(on + timedelta(days=1), time.min) - 1)  # a past day is shown as it stood at its end
    read, names = _read(store, hall, on, as_of, reader), Names(store)
    signatures = _signatures(store, hall, on, read.events, names)
    known = {head.station: head.n for head in signatures[-1].heads} if signatures else None
    place, devices = people.hall(store, hall), _devices(store, hall, now)
    return DailyLog(
        hall=hall,
        hall_name=place.name if place else hall,
        branch=place.branch if place else "",
        day=on,
        made_at=now,
        policy_version=reference.policy(store).version,
        complete_to=_complete_to(devices, on, now),
        totals=_totals(read),
        breaches=_breaches(read, names),
        inquiries=tuple(_ticket(ticket, names) for ticket in _known(read.digest.open, as_of)),
        flagged=tuple(_flagged(card, names) for card in reversed(cards.suspect(store, hall)) if card.at <= as_of),
        diary=tuple(_diary(entry, names) for entry in read.entries),
        lines=lines(store, read.events, names),
        devices=devices,
        signatures=signatures,
        late=() if known is None else lines(store, (e for e in read.events if seal.late(e, known)), names),
        parts=tuple(each.day(store, hall, on, as_of) for each in declared().practices if each.day),
    )


class _Read(msgspec.Struct, frozen=True):
    """What the practices say of one day as it stood at `as_of`, each asked once."""

    on: date
    as_of: int
    events: list[Event]
    awarded: tuple[cards.Card, ...]
    granted: tuple[pauses.Pause, ...]
    overruns: tuple[pauses.Pause, ...]
    refused: int
    digest: inquiries.Digest
    tickets: tuple[inquiries.Ticket, ...]  # opened or closed that day
    entries: tuple[diary.DiaryEntry, ...]
    served: int
    called_twice: tuple[line.CalledTwice, ...]


def _read(store: Store, hall: str, on: date, as_of: int, reader: Actor | None) -> _Read:
    return _Read(
        on=on,
        as_of=as_of,
        events=events_of(store, hall, on),
        awarded=cards.of_day(store, hall, on),
        granted=pauses.of_day(store, hall, on),
        overruns=pauses.overruns(store, hall, as_of, on),
        refused=len(pauses.refused(store, hall, on)),
        digest=inquiries.digest(store, hall, as_of),
        tickets=inquiries.of_day(store, hall, on, as_of),
        entries=diary.of_day(store, hall, on, reader),
        served=sum(work.total for work in workload(store, on, on, hall)) or served_told(store, hall, on),
        called_twice=line.called_twice(store, hall, on, as_of),
    )


def events_of(store: Store, hall: str, on: date) -> list[Event]:
    """Everything that happened in a hall on a day, by its devices' clocks."""
    return store.events(hall=hall, start=ms_at(on, time.min), end=ms_at(on + timedelta(days=1), time.min))


# ---- totals ----------------------------------------------------------------------------------------------------------


def _totals(read: _Read) -> Totals:
    entries = Counter(entry.entry for entry in read.entries)
    return Totals(
        cards=_card_totals(read.awarded),
        pauses=_pause_totals(read),
        inquiries=_inquiry_totals(read),
        served=read.served,
        rated=sum(card.verified and card.giver is Giver.CUSTOMER and not card.duplicate for card in read.awarded),
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


def _pause_totals(read: _Read) -> PauseTotals:
    return PauseTotals(
        granted=len(read.granted),
        refused=read.refused,
        over_quota=sum(pause.over_quota for pause in read.granted),
        overrun=len(read.overruns),
    )


def _inquiries(read: _Read, kind: type[Fact]) -> set[str]:
    """The tickets to which this happened."""
    return {event.subject for event in read.events if event.kind == kind.kind()}


def _inquiry_totals(read: _Read) -> InquiryTotals:
    closed = (ticket.closed_at or 0 for ticket in read.tickets if ticket.state is State.CLOSED)
    return InquiryTotals(
        opened=len(_inquiries(read, InquiryOpened) - _inquiries(read, InquiryWithdrawn)),
        closed=sum(day_of(moment) == read.on for moment in closed),
        open=len(_known(read.digest.open, read.as_of)),
        due=len(_known(read.digest.due_today, read.as_of)),
        overdue=len(_known(read.digest.overdue, read.as_of)),
    )


# ---- lists -----------------------------------------------------------------------------------------------------------


def _breaches(read: _Read, names: Names) -> tuple[Breach, ...]:
    beyond = (pause for pause in read.granted if pause.over_quota)
    informing, overdue = _known(read.digest.to_inform, read.as_of), _known(read.digest.overdue, read.as_of)
    silent = (ticket for ticket in informing if ticket.inform_by < day_of(read.as_of))
    answered = (ticket for ticket in read.tickets if ticket.late and day_of(ticket.closed_at or 0) == read.on)
    return (
        *(
            Breach("called_twice", " / ".join(map(names, each.staff)), each.label, at=each.at)
            for each in read.called_twice
        ),
        *(Breach("over_quota", names(pause.staff), at=pause.at) for pause in beyond),
        *(Breach("overrun", names(pause.staff), at=pause.at) for pause in read.overruns),
        *(Breach("late_answer", names(ticket.handler), ticket.number, since=ticket.limit) for ticket in answered),
        *(Breach("overdue", names(ticket.handler), ticket.number, since=ticket.limit) for ticket in overdue),
        *(Breach("not_informed", names(ticket.handler), ticket.number, since=ticket.inform_by) for ticket in silent),
    )


def _known(tickets: Iterable[inquiries.Ticket], as_of: int) -> tuple[inquiries.Ticket, ...]:
    """The tickets received until `as_of`."""
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
        light=ticket.light.state.value,
    )


def _flagged(card: cards.Card, names: Names) -> FlaggedCard:
    return FlaggedCard(names(card.staff), card.p.value, card.giver.value, card.at, tuple(f.value for f in card.flags))


def _diary(entry: diary.DiaryEntry, names: Names) -> DiaryLine:
    text = None if entry.text is None else masking.numbers(entry.text)
    return DiaryLine(entry.at, names(entry.staff), entry.entry.value, text)


# ---- how fresh, and signed by whom -----------------------------------------------------------------------------------


def _devices(store: Store, hall: str, now: int) -> tuple[DeviceFreshness, ...]:
    """The hall's devices with the moment (ms) up to which each one's records are here; this device's are complete.

    A silent device that called the hub and has nothing waiting is complete up to that call.
    """
    heard = store.last_heard(hall)
    here = DeviceFreshness(store.station, heard.get(store.station, now), True)
    own = stations.past(store.db, store.station).own
    called = {device.station: device for device in seen(store).devices if device.station}
    others = (
        DeviceFreshness(station, max(at, _complete(called.get(station))), False)
        for station, at in heard.items()
        if station not in own and (station not in called or called[station].hall == hall)
    )
    return (here, *others)


def _complete(device: DeviceSeen | None) -> int:
    """Up to when the hub has everything of a device."""
    if device is None:
        return 0
    return (device.oldest if device.backlog else device.last_seen) or 0


def _complete_to(devices: Iterable[DeviceFreshness], on: date, now: int) -> int:
    end = ms_at(on + timedelta(days=1), time.min)
    return min(end, now, *(device.last_at for device in devices if not device.here))


def _signatures(store: Store, hall: str, on: date, events: list[Event], names: Names) -> tuple[Signature, ...]:
    query = SignedRow.select().where(SignedRow.hall == hall, SignedRow.day == on.isoformat())
    rows = query.order_by(SignedRow.ts, SignedRow.station, SignedRow.n).execute(store.db)
    return tuple(_signature(store, row, events, names) for row in rows)


def _signature(store: Store, row: SignedRow, events: list[Event], names: Names) -> Signature:
    heads = msgspec.json.decode(row.heads, type=tuple[Head, ...])
    intact = seal.seal(events, heads) == row.seal
    aside = 0 if intact else _aside(store, heads)
    return Signature(names(row.actor), row.at, row.note, row.seal, heads, intact, aside)


def _aside(store: Store, heads: Iterable[Head]) -> int:
    """How many events of these stations the hub has quarantined; 0 where the difference is a change here."""
    if not all(seal.fits(store, head) for head in heads):
        return 0
    stations = {head.station for head in heads}
    return sum(device.quarantined for device in seen(store).devices if device.station in stations)
