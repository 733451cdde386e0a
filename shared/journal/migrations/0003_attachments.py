"""Pictures beside the journal, each once, by the SHA-256 that events name them by; `sent`: whether the hub has it."""

import peewee

_STATEMENTS = (
    "CREATE TABLE attachment (sha256 TEXT PRIMARY KEY, content BLOB NOT NULL, sent INTEGER NOT NULL DEFAULT 0)",
    "CREATE INDEX attachment_to_send ON attachment (sha256) WHERE sent = 0",
)


def up(migrator: object, db: peewee.Database) -> None:
    """Make the table."""
    for statement in _STATEMENTS:
        db.execute_sql(statement)
