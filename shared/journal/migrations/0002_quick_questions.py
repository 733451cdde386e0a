"""Two indexes: what was last heard of each station of a hall, and the changes of a device's own station."""

import peewee

_STATEMENTS = (
    "CREATE INDEX event_heard ON event (hall, station, occurred_at)",
    "CREATE INDEX event_station_replaced ON event (pos) WHERE kind = 'station_replaced'",
)


def up(migrator: object, db: peewee.Database) -> None:
    """Make the indexes."""
    for statement in _STATEMENTS:
        db.execute_sql(statement)
