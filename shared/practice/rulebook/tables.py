"""Projection of the rulebook: who has read which version of which chapter. The chapters are published documents."""

from peewee import BigIntegerField, IntegerField, TextField

from shared.journal.event import Event
from shared.journal.projection import Projected, Projection, Rows
from shared.practice.rulebook.facts import RulebookRead


class ReadRow(Projected):
    """The newest version that one person has acknowledged of one chapter."""

    staff = TextField()
    chapter = TextField()
    version = IntegerField()
    at = BigIntegerField()

    class Meta:
        table_name = "rulebook_read"
        indexes = ((("staff", "chapter"), False), (("chapter", "version", "staff"), False))


projection = Projection("rulebook", version=2, tables=(ReadRow,))


@projection.on(RulebookRead)
def _read(rows: Rows, event: Event, fact: RulebookRead) -> None:
    known = rows.one(ReadRow)
    if known is None:
        rows.add(ReadRow, staff=fact.staff, chapter=fact.chapter, version=fact.version, at=event.occurred_at)
    elif fact.version > known.version:
        known.staff, known.chapter = fact.staff, fact.chapter
        known.version, known.at = fact.version, event.occurred_at
