"""Projection of the rulebook: who has read which version of which chapter. The chapters are published documents."""

import peewee
from peewee import BigIntegerField, IntegerField, TextField

from shared.journal.event import Event
from shared.journal.projection import Projected, Projection
from shared.practice.rulebook.facts import RulebookRead


class ReadRow(Projected):
    """The newest version that one person has acknowledged of one chapter."""

    staff = TextField()
    chapter = TextField()
    version = IntegerField()
    at = BigIntegerField()

    class Meta:
        table_name = "rulebook_read"
        indexes = ((("staff", "chapter"), False),)


projection = Projection("rulebook", version=2, tables=(ReadRow,))


@projection.on(RulebookRead)
def _read(db: peewee.Database, event: Event, fact: RulebookRead) -> None:
    known = ReadRow.select(ReadRow.version).where(ReadRow.subject == event.subject).scalar(db) or 0
    if fact.version <= known:
        return
    ReadRow.delete().where(ReadRow.subject == event.subject).execute(db)
    ReadRow.insert(
        subject=event.subject, staff=fact.staff, chapter=fact.chapter, version=fact.version, at=event.occurred_at
    ).execute(db)
