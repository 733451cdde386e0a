"""Projection of the sign-offs: one row for each signature."""

import msgspec
from peewee import BigIntegerField, IntegerField, TextField

from shared.daily_log.facts import DaySigned
from shared.journal.event import Event
from shared.journal.projection import Projected, Projection, Rows


class SignedRow(Projected):
    """One signature; (`ts`, `station`, `n`) is its fold order."""

    hall = TextField()
    day = TextField()
    at = BigIntegerField()
    actor = TextField()
    heads = TextField()  # JSON
    seal = TextField()
    note = TextField()
    ts = BigIntegerField()
    station = TextField()
    n = IntegerField()

    class Meta:
        table_name = "day_signed"
        indexes = ((("hall", "day"), False),)


projection = Projection("daily_log", version=1, tables=(SignedRow,))


@projection.on(DaySigned)
def _signed(rows: Rows, event: Event, fact: DaySigned) -> None:
    rows.add(
        SignedRow,
        hall=event.hall,
        day=fact.day.isoformat(),
        at=event.occurred_at,
        actor=event.actor,
        heads=msgspec.json.encode(fact.heads).decode(),
        seal=fact.seal,
        note=fact.note,
        ts=event.ts,
        station=event.station,
        n=event.n,
    )
