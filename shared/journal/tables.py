"""The journal's own three tables. Their schema is made by `migrations/`; projections have their own tables."""

import peewee
from peewee import BigIntegerField, BooleanField, CompositeKey, IntegerField, TextField


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
