"""Indexes: a hall's events by station and time, in place of by time alone; the changes of a device's own station."""

import peewee

_STATEMENTS = (
    "DROP INDEX event_day",
    "CREATE INDEX event_heard ON event (hall, station, occurred_at)",
    "CREATE INDEX event_station_replaced ON event (pos) WHERE kind = 'station_replaced'",
)


def up(migrator: object, db: peewee.Database) -> None:
    """Make the indexes."""
    for statement in _STATEMENTS:
        db.execute_sql(statement)
