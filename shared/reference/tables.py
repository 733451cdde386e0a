"""Projection of published documents: every version is kept, so an old decision can be read with its policy."""

from peewee import BigIntegerField, BooleanField, IntegerField, TextField

from shared.journal import stations
from shared.journal.event import Event
from shared.journal.projection import Projected, Projection, Rows, as_json
from shared.reference.facts import DocumentGivenUp, DocumentPublished


class DocumentRow(Projected):
    """One version of one document; `body` is JSON text (peewee's JSONField works on bound models only).

    `given_up`: not in force, but kept, because decisions name it.
    """

    name = TextField(index=True)
    version = IntegerField()
    body = TextField()
    published_by = TextField()
    published_at = BigIntegerField()
    event_id = TextField()
    station = TextField()
    given_up = BooleanField(default=False)

    class Meta:
        table_name = "document"


projection = Projection("reference", version=2, tables=(DocumentRow,))


@projection.on(DocumentPublished)
def _published(rows: Rows, event: Event, fact: DocumentPublished) -> None:
    rows.add(
        DocumentRow,
        name=fact.name,
        version=fact.version,
        body=as_json(fact.body),
        published_by=event.actor,
        published_at=event.occurred_at,
        event_id=event.id,
        station=event.station,
    )


@projection.on(DocumentGivenUp)
def _given_up(rows: Rows, event: Event, fact: DocumentGivenUp) -> None:
    """A device can only give up what it published itself, under its station of now or an earlier one."""
    own = stations.past(rows.db, event.station).own
    for document in rows.of(DocumentRow):
        if document.event_id in fact.events and document.station in own:
            document.given_up = True
