"""The journal: events that can only be added, their personal companions, and the file's own settings."""

import peewee

_STATEMENTS = (
    """CREATE TABLE event (
        pos INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, station TEXT NOT NULL, hall TEXT NOT NULL,
        n INTEGER NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, actor TEXT NOT NULL, ts INTEGER NOT NULL,
        occurred_at INTEGER NOT NULL, body TEXT NOT NULL, v INTEGER NOT NULL, link TEXT NOT NULL,
        acked INTEGER NOT NULL DEFAULT 0, seq INTEGER, UNIQUE (station, n))""",
    "CREATE INDEX event_subject ON event (subject, ts)",
    "CREATE INDEX event_day ON event (hall, occurred_at)",
    "CREATE INDEX event_outbox ON event (n) WHERE acked = 0",
    """CREATE TRIGGER event_no_delete BEFORE DELETE ON event
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    """CREATE TRIGGER event_no_change BEFORE UPDATE OF
        id, station, hall, n, kind, subject, actor, ts, occurred_at, body, v, link ON event
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    """CREATE TABLE companion (
        event_id TEXT NOT NULL REFERENCES event (id), field TEXT NOT NULL, salt TEXT NOT NULL, value TEXT NOT NULL,
        PRIMARY KEY (event_id, field)) WITHOUT ROWID""",
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
)


def up(migrator: object, db: peewee.Database) -> None:
    """Make the tables."""
    for statement in _STATEMENTS:
        db.execute_sql(statement)
