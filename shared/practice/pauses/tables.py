"""Projection of the pauses: one row for each request, granted or refused.

A row belongs to the day and moment that its device's clock showed (`at`); (`ts`, `station`, `n`) is its fold order.
"""

from peewee import BigIntegerField, BooleanField, IntegerField, TextField

from shared.domain.workdays import day_of
from shared.journal.event import Event
from shared.journal.prepared_query import PreparedQuery
from shared.journal.projection import Projected, Projection, Rows, as_json
from shared.journal.store import Store
from shared.people.presence import knows_who_is_away
from shared.practice.pauses.facts import PauseEnded, PauseRefused, PauseStarted, PauseWithdrawn
from shared.practice.pauses.rules import too_short


class PauseRow(Projected):
    """One pause that was granted. `void`: taken back at once, or too short to count; left out of every view."""

    hall = TextField()
    staff = TextField()
    window = TextField()
    post = TextField()
    day = TextField()
    at = BigIntegerField()
    ts = BigIntegerField()
    station = TextField()
    n = IntegerField()
    seconds = IntegerField()
    per_day = IntegerField()
    decision = TextField()
    go_to = TextField()
    reason = TextField(null=True)
    ended = BooleanField(default=False)
    void = BooleanField(default=False)
    counts_from_seconds = IntegerField()
    ended_at = BigIntegerField(null=True)
    length_ms = IntegerField(null=True)

    class Meta:
        table_name = "pause"
        indexes = ((("hall", "day"), False), (("staff", "day"), False))


class RefusedRow(Projected):
    """One request that was refused, and why."""

    hall = TextField()
    staff = TextField()
    window = TextField()
    day = TextField()
    at = BigIntegerField()
    code = TextField()
    decision = TextField()

    class Meta:
        table_name = "pause_refused"
        indexes = ((("hall", "day"), False),)


projection = Projection("pauses", version=2, tables=(PauseRow, RefusedRow))


@projection.on(PauseStarted)
def _started(rows: Rows, event: Event, fact: PauseStarted) -> None:
    rows.add(
        PauseRow,
        hall=event.hall,
        staff=fact.staff,
        window=fact.window,
        post=fact.post,
        day=day_of(event.occurred_at).isoformat(),
        at=event.occurred_at,
        ts=event.ts,
        station=event.station,
        n=event.n,
        seconds=fact.seconds,
        per_day=fact.decision.per_day,
        counts_from_seconds=fact.decision.counts_from_seconds,
        decision=as_json(fact.decision),
        go_to=as_json(fact.go_to),
        reason=fact.reason and fact.reason.value,
    )


@projection.on(PauseRefused)
def _refused(rows: Rows, event: Event, fact: PauseRefused) -> None:
    rows.add(
        RefusedRow,
        hall=event.hall,
        staff=fact.staff,
        window=fact.window,
        day=day_of(event.occurred_at).isoformat(),
        at=event.occurred_at,
        code=fact.code,
        decision=as_json(fact.decision),
    )


@projection.on(PauseEnded)
def _ended(rows: Rows, event: Event, fact: PauseEnded) -> None:
    """The first end counts: two devices may both have ended a pause while apart."""
    for pause in rows.of(PauseRow):
        if not pause.ended:
            pause.ended, pause.ended_at, pause.length_ms = True, event.occurred_at, fact.length_ms
            length = event.occurred_at - pause.at if fact.length_ms is None else fact.length_ms
            pause.void = too_short(length, pause.counts_from_seconds)


@projection.on(PauseWithdrawn)
def _withdrawn(rows: Rows, event: Event, fact: PauseWithdrawn) -> None:
    """Like an end: the first one counts."""
    for pause in rows.of(PauseRow):
        if not pause.ended:
            pause.ended, pause.void, pause.ended_at = True, True, event.occurred_at


_RUNNING = PreparedQuery(
    lambda staff, day: (
        PauseRow.select(PauseRow.subject)
        .where((PauseRow.staff == staff) & (PauseRow.day == day), ~PauseRow.ended)
        .limit(1)
    )
)


@knows_who_is_away
def paused(store: Store, number: str, now: int) -> bool:
    """Whether this person's own pause runs."""
    return _RUNNING.first(store.db, number, day_of(now).isoformat()) is not None
