"""Projection of the rulebooks: who has read what, drafts, consultations, receipts. Chapters are published documents."""

from peewee import BigIntegerField, IntegerField, TextField

from shared.journal.event import Event
from shared.journal.projection import Projected, Projection, Rows
from shared.practice.rulebook import facts
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


class DraftRow(Projected):
    """A chapter's draft, as it was put before the staff last."""

    chapter = TextField()
    place = IntegerField()
    title = TextField()
    text = TextField()
    book = TextField()
    standard = TextField()
    at = BigIntegerField()

    class Meta:
        table_name = "rulebook_draft"


class ConsultationRow(Projected):
    """One talk about a draft; the subject is the draft's."""

    day = TextField()
    body = TextField()
    opinions = TextField()
    outcome = TextField()
    at = BigIntegerField()

    class Meta:
        table_name = "rulebook_consultation"


class ReceiptRow(Projected):
    """A hall signed for copies of an edition."""

    book = TextField()
    hall = TextField()
    edition = TextField()
    copies = IntegerField()
    signed_by = TextField()
    at = BigIntegerField()

    class Meta:
        table_name = "rulebook_receipt"
        indexes = ((("book", "hall"), False),)


projection = Projection("rulebook", version=4, tables=(ReadRow, DraftRow, ConsultationRow, ReceiptRow))


@projection.on(RulebookRead)
def _read(rows: Rows, event: Event, fact: RulebookRead) -> None:
    if fact.staff not in event.subject.split(":"):  # of another person it says nothing
        return
    known = rows.one(ReadRow)
    if known is None:
        rows.add(ReadRow, staff=fact.staff, chapter=fact.chapter, version=fact.version, at=event.occurred_at)
    elif fact.version > known.version:
        known.version, known.at = fact.version, event.occurred_at


@projection.on(facts.ChapterDrafted)
def _drafted(rows: Rows, event: Event, fact: facts.ChapterDrafted) -> None:
    for before in list(rows.of(DraftRow)):
        rows.remove(DraftRow, before)
    rows.add(
        DraftRow,
        chapter=fact.chapter,
        place=fact.place,
        title=fact.title,
        text=fact.text,
        book=fact.book.value,
        standard=fact.standard.value,
        at=event.occurred_at,
    )


@projection.on(facts.ConsultationRecorded)
def _consulted(rows: Rows, event: Event, fact: facts.ConsultationRecorded) -> None:
    rows.add(
        ConsultationRow,
        day=fact.day.isoformat(),
        body=fact.body.value,
        opinions=fact.opinions,
        outcome=fact.outcome,
        at=event.occurred_at,
    )


@projection.on(facts.BookletReceived)
def _received(rows: Rows, event: Event, fact: facts.BookletReceived) -> None:
    rows.add(
        ReceiptRow,
        book=fact.book.value,
        hall=event.hall,
        edition=fact.edition.isoformat(),
        copies=fact.copies,
        signed_by=event.actor,
        at=event.occurred_at,
    )
