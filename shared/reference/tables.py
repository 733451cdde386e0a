"""Projection of published documents: every version is kept, so an old decision can be read with its policy."""

import msgspec
import peewee
from peewee import BigIntegerField, IntegerField, TextField

from shared.journal.event import Event
from shared.journal.projection import Projected, Projection
from shared.reference.facts import DocumentPublished


class DocumentRow(Projected):
    """One version of one document; `body` is JSON text (peewee's JSONField works on bound models only)."""

    name = TextField(index=True)
    version = IntegerField()
    body = TextField()
    published_by = TextField()
    published_at = BigIntegerField()

    class Meta:
        table_name = "document"


projection = Projection("reference", version=1, tables=(DocumentRow,))


@projection.on(DocumentPublished)
def _published(db: peewee.Database, event: Event, fact: DocumentPublished) -> None:
    DocumentRow.insert(
        subject=event.subject,
        name=fact.name,
        version=fact.version,
        body=msgspec.json.encode(fact.body).decode(),
        published_by=event.actor,
        published_at=event.occurred_at,
    ).execute(db)
