"""How facts change the tables of the tickets."""

from shared.domain.fact import Fact
from shared.domain.workdays import day_of
from shared.journal.event import Event, personal_fields
from shared.journal.projection import Rows
from shared.practice.inquiries import facts
from shared.practice.inquiries.facts import Aspect, Deadlines, Kind, State
from shared.practice.inquiries.tables.rows import AspectRow, InquiryRow, projection

_AT_ONCE_MS = 600_000  # the longest time to undo that a policy may give


def _change(rows: Rows, fact: Fact, **values: object) -> None:
    """Set columns of the ticket, if it is here yet."""
    if ticket := rows.one(InquiryRow):
        for name, value in values.items():
            setattr(ticket, name, value)
        if any(getattr(fact, name) for name in personal_fields(type(fact))):
            ticket.personal = True


def _set_aspect(rows: Rows, event: Event, aspect: Aspect, seen: str, value: str = "") -> None:
    """Record who set this aspect to what.

    It replaces the event that its author had `seen`, or one that set the same value; any other stays: a clash.
    """
    for row in [row for row in rows.of(AspectRow) if row.aspect == aspect]:
        row.kept = False
        if row.event_id == seen or (row.what == event.kind and row.value == value):
            rows.remove(AspectRow, row)
    rows.add(
        AspectRow,
        aspect=aspect.value,
        event_id=event.id,
        kept=True,
        what=event.kind,
        value=value,
        actor=event.actor,
        at=event.occurred_at,
    )


@projection.on(facts.InquiryClashSettled)
def _settled(rows: Rows, event: Event, fact: facts.InquiryClashSettled) -> None:
    """The overridden events that were shown are settled; one that arrives later is a new clash."""
    for row in list(rows.of(AspectRow)):
        if row.event_id in fact.others and not row.kept:
            rows.remove(AspectRow, row)


def _after(event: Event, day: str) -> bool:
    """Whether it happened after this day (ISO)."""
    return day_of(event.occurred_at).isoformat() > day


def _days(promised: Deadlines) -> dict[str, object]:
    """Promised days as columns."""
    return {
        "target": promised.target.isoformat(),
        "limit": promised.limit.isoformat(),
        "inform_by": promised.inform_by.isoformat(),
        "unconfirmed": promised.unconfirmed,
    }


@projection.on(facts.InquiryOpened)
def _opened(rows: Rows, event: Event, fact: facts.InquiryOpened) -> None:
    if rows.one(InquiryRow):
        return
    rows.add(
        InquiryRow,
        number=fact.number,
        hall=event.hall,
        owner=fact.owner,
        handler=fact.owner,
        channel=fact.channel.value,
        topic=fact.topic.value,
        name=fact.name,
        phone=fact.phone,
        text=fact.text,
        personal=bool(fact.text or fact.name or fact.phone),
        received_at=fact.received_at,
        since=fact.received_at,
        opened_at=event.occurred_at,
        station=event.station,
        kind=fact.promise.kind.value,
        first_limit=fact.promise.deadlines.limit.isoformat(),
        first_inform=fact.promise.deadlines.inform_by.isoformat(),
        **_days(fact.promise.deadlines),
    )


@projection.on(facts.InquiryWithdrawn)
def _withdrawn(rows: Rows, event: Event, fact: facts.InquiryWithdrawn) -> None:
    """Only on the device that opened it, and at once: a ticket that somebody works on stays."""
    ticket = rows.one(InquiryRow)
    if ticket is None or ticket.station != event.station:
        return
    untouched = ticket.state == State.OPEN or ticket.on_the_spot
    if untouched and ticket.opened_at <= event.occurred_at <= ticket.opened_at + _AT_ONCE_MS:
        ticket.state, ticket.closed_at, ticket.special_asked = State.WITHDRAWN.value, event.occurred_at, False


@projection.on(facts.InquiryCorrected)
def _corrected(rows: Rows, event: Event, fact: facts.InquiryCorrected) -> None:
    if fact.aspect in (Aspect.NAME, Aspect.PHONE, Aspect.TEXT):
        _set_aspect(rows, event, fact.aspect, fact.seen, fact.value)
        _change(rows, fact, **{fact.aspect.value: fact.value})


@projection.on(facts.InquiryTransferred)
def _transferred(rows: Rows, event: Event, fact: facts.InquiryTransferred) -> None:
    _set_aspect(rows, event, Aspect.HANDLER, fact.seen, fact.to)
    _change(rows, fact, handler=fact.to, stand_in="")


@projection.on(facts.InquiryStoodIn)
def _stood_in(rows: Rows, event: Event, fact: facts.InquiryStoodIn) -> None:
    _set_aspect(rows, event, Aspect.HANDLER, fact.seen, fact.person)
    _change(rows, fact, stand_in=fact.person)


@projection.on(facts.InquiryInformed)
def _informed(rows: Rows, event: Event, fact: facts.InquiryInformed) -> None:
    if ticket := rows.one(InquiryRow):
        ticket.informed_late = ticket.informed_late or _after(event, ticket.inform_by)
        ticket.informed += 1
    _change(rows, fact, inform_by=fact.next_due.isoformat())


@projection.on(facts.InquirySpecialAsked)
def _asked(rows: Rows, event: Event, fact: facts.InquirySpecialAsked) -> None:
    _change(rows, fact, special_asked=True)


@projection.on(facts.InquirySpecialGranted)
def _granted(rows: Rows, event: Event, fact: facts.InquirySpecialGranted) -> None:
    """A later limit, by extension, stays; the days to inform by are the same for both kinds."""
    days = fact.promise.deadlines
    limit = days.limit.isoformat()
    _set_aspect(rows, event, Aspect.LIMIT, fact.seen, limit)
    values = {"target": days.target.isoformat(), "unconfirmed": days.unconfirmed}
    _change(rows, fact, kind=Kind.SPECIAL.value, special_asked=False, **values)
    if ticket := rows.one(InquiryRow):
        ticket.limit = max(ticket.limit, limit)


@projection.on(facts.InquiryRecounted)
def _recounted(rows: Rows, event: Event, fact: facts.InquiryRecounted) -> None:
    """Moves unconfirmed days only; an extended limit stays, and the day to inform by once a message was given."""
    days, ticket = fact.promise.deadlines, rows.one(InquiryRow)
    if ticket is None or not ticket.unconfirmed:
        return
    _set_aspect(rows, event, Aspect.LIMIT, fact.seen, days.limit.isoformat())
    kept = {"inform_by"} if ticket.informed else set()
    kept |= {"limit"} if ticket.extensions else set()
    if not ticket.informed:
        ticket.first_inform = days.inform_by.isoformat()
    _change(rows, fact, **{name: value for name, value in _days(days).items() if name not in kept})


@projection.on(facts.InquirySpecialDeclined)
def _declined(rows: Rows, event: Event, fact: facts.InquirySpecialDeclined) -> None:
    _change(rows, fact, special_asked=False)


@projection.on(facts.InquiryExtended)
def _extended(rows: Rows, event: Event, fact: facts.InquiryExtended) -> None:
    _set_aspect(rows, event, Aspect.LIMIT, fact.seen, fact.limit.isoformat())
    _change(rows, fact, limit=fact.limit.isoformat())
    if ticket := rows.one(InquiryRow):
        ticket.extensions += 1
        ticket.unconfirmed = ticket.unconfirmed or fact.unconfirmed


@projection.on(facts.InquiryClosed)
def _closed(rows: Rows, event: Event, fact: facts.InquiryClosed) -> None:
    _set_aspect(rows, event, Aspect.STATE, fact.seen, fact.answer)
    _change(
        rows,
        fact,
        state=State.CLOSED.value,
        special_asked=False,
        closed_at=event.occurred_at,
        answer=fact.answer,
        on_the_spot=fact.on_the_spot,
        satisfaction=fact.satisfaction and fact.satisfaction.value,
        called_back=fact.called_back,
    )


@projection.on(facts.InquiryCalledBack)
def _called_back(rows: Rows, event: Event, fact: facts.InquiryCalledBack) -> None:
    told = {"satisfaction": fact.satisfaction.value} if fact.satisfaction else {}
    _change(rows, fact, called_back=True, **told)


@projection.on(facts.InquiryReopened)
def _reopened(rows: Rows, event: Event, fact: facts.InquiryReopened) -> None:
    _set_aspect(rows, event, Aspect.STATE, fact.seen)
    if ticket := rows.one(InquiryRow):
        closed = "" if ticket.closed_at is None else day_of(ticket.closed_at).isoformat()
        ticket.informed_late = ticket.informed_late or closed > ticket.inform_by
        if closed <= ticket.first_inform:  # answered before any message was due: the days begin anew
            ticket.first_inform = fact.promise.deadlines.inform_by.isoformat()
    _change(
        rows,
        fact,
        state=State.OPEN.value,
        closed_at=None,
        since=event.occurred_at,
        kind=fact.promise.kind.value,
        **_days(fact.promise.deadlines),
    )


@projection.on(facts.InquiryMerged)
def _merged(rows: Rows, event: Event, fact: facts.InquiryMerged) -> None:
    _set_aspect(rows, event, Aspect.STATE, fact.seen, fact.into)
    _change(rows, fact, state=State.MERGED.value, closed_at=event.occurred_at, into=fact.into)


@projection.on(facts.InquiryJoined)
@projection.on(facts.InquiryPersonalOpened)
def _history_only(rows: Rows, event: Event, fact: Fact) -> None:
    """These change no row; being registered, they are read from the ticket's history."""
