"""The journal's own three tables. Their schema is made by `migrations/`; projections have their own tables."""

from collections.abc import Sequence
from typing import Any

import msgspec
import peewee
from peewee import BigIntegerField, BooleanField, CompositeKey, IntegerField, TextField

from shared.journal.event import Event

COLUMNS = ", ".join(Event.__struct_fields__)  # id … link: a row has `pos` before them, `acked` and `seq` after
ADD_EVENT = f"INSERT INTO event ({COLUMNS}, acked, seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
ADD_COMPANION = "INSERT OR IGNORE INTO companion (event_id, field, salt, value) VALUES (?, ?, ?, ?)"
_encode = msgspec.json.Encoder(order="deterministic").encode
_decode = msgspec.json.Decoder(dict[str, Any]).decode


class _Table(peewee.Model):
    class Meta:
        legacy_table_names = False


class EventRow(_Table):
    """One event; `pos` is the order of arrival on this device, `seq` the hub's number."""

    pos = peewee.AutoField()
    id = TextField(unique=True)
    station = TextField()
    hall = TextField()
    n = IntegerField()
    kind = TextField()
    subject = TextField()
    actor = TextField()
    ts = BigIntegerField()
    occurred_at = BigIntegerField()
    body = TextField()
    v = IntegerField()
    link = TextField()
    acked = BooleanField(default=False)
    seq = BigIntegerField(null=True)

    class Meta:
        table_name = "event"


class CompanionRow(_Table):
    """One personal value beside its event."""

    event_id = TextField()
    field = TextField()
    salt = TextField()
    value = TextField()

    class Meta:
        table_name = "companion"
        primary_key = CompositeKey("event_id", "field")


class MetaRow(_Table):
    """What this file knows of itself: station, hall, hub offset, cursor, fingerprint of the projections."""

    key = TextField(primary_key=True)
    value = TextField()

    class Meta:
        table_name = "meta"


def as_event(row: Sequence[object]) -> Event:
    """An event from a row of the event table: `pos`, the `COLUMNS`, and whatever follows."""
    values = dict(zip(Event.__struct_fields__, row[1:13], strict=True))
    values["body"] = _decode(str(values["body"]))
    return Event(**values)  # type: ignore[arg-type]  # columns and fields have the same names, order and types


def as_row(event: Event, *, acked: bool, seq: int | None) -> tuple[Any, ...]:
    """The values of `ADD_EVENT`."""
    values = msgspec.structs.astuple(event)
    return (*values[:9], _encode(event.body).decode(), *values[10:], int(acked), seq)
