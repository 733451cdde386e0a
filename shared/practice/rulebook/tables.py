"""Projection of the rulebook: the newest version of each chapter, and who has read which."""

import msgspec
import peewee
from peewee import BigIntegerField, IntegerField, TextField

from shared.journal.event import Event
from shared.journal.projection import Projected, Projection
from shared.practice.rulebook.facts import PREFIX, RulebookRead, Text
from shared.reference.facts import DocumentPublished


class ChapterRow(Projected):
    """One chapter as published last."""

    code = TextField(unique=True)
    version = IntegerField()
    place = IntegerField()
    title = TextField()
    text = TextField()
    at = BigIntegerField()

    class Meta:
        table_name = "rulebook_chapter"


class ReadRow(Projected):
    """The newest version that one person has acknowledged of one chapter."""

    staff = TextField()
    chapter = TextField()
    version = IntegerField()
    at = BigIntegerField()

    class Meta:
        table_name = "rulebook_read"
        indexes = ((("staff", "chapter"), False),)


projection = Projection("rulebook", version=1, tables=(ChapterRow, ReadRow))


@projection.on(DocumentPublished)
def _published(db: peewee.Database, event: Event, fact: DocumentPublished) -> None:
    chapter = _chapter(fact)
    if chapter is None or _version(db, event.subject) > fact.version:
        return
    ChapterRow.delete().where(ChapterRow.subject == event.subject).execute(db)
    ChapterRow.insert(
        subject=event.subject,
        code=fact.name.removeprefix(PREFIX),
        version=fact.version,
        place=chapter.place,
        title=chapter.title,
        text=chapter.text,
        at=event.occurred_at,
    ).execute(db)


@projection.on(RulebookRead)
def _read(db: peewee.Database, event: Event, fact: RulebookRead) -> None:
    known = ReadRow.select(ReadRow.version).where(ReadRow.subject == event.subject).scalar(db) or 0
    if fact.version <= known:
        return
    ReadRow.delete().where(ReadRow.subject == event.subject).execute(db)
    ReadRow.insert(
        subject=event.subject, staff=fact.staff, chapter=fact.chapter, version=fact.version, at=event.occurred_at
    ).execute(db)


def _version(db: peewee.Database, subject: str) -> int:
    return ChapterRow.select(ChapterRow.version).where(ChapterRow.subject == subject).scalar(db) or 0


def _chapter(fact: DocumentPublished) -> Text | None:
    """The chapter in a document; None for other documents and for what a newer version may have written."""
    if not fact.name.startswith(PREFIX):
        return None
    try:
        return msgspec.convert(fact.body, Text)
    except msgspec.ValidationError:
        return None
