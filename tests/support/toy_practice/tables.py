"""Projection of wishes: one row each."""

from peewee import BooleanField, TextField

from shared.domain.workdays import day_of
from shared.journal.attachments import AttachmentField
from shared.journal.event import Event
from shared.journal.projection import Projected, Projection, Rows
from tests.support.toy_practice.facts import WishGranted, WishMade


class WishRow(Projected):
    """One wish."""

    staff = TextField()
    about = TextField()
    day = TextField()
    hall = TextField()
    granted = BooleanField(default=False)
    text = TextField()
    sketch = AttachmentField(default="")

    class Meta:
        table_name = "toy_wish"


projection = Projection("wishes", version=1, tables=(WishRow,))


@projection.on(WishMade)
def _made(rows: Rows, event: Event, fact: WishMade) -> None:
    rows.add(
        WishRow,
        staff=fact.staff,
        about=fact.about,
        day=day_of(event.occurred_at).isoformat(),
        hall=event.hall,
        text=fact.text,
        sketch=fact.sketch,
    )


@projection.on(WishGranted)
def _granted(rows: Rows, event: Event, fact: WishGranted) -> None:
    for wish in rows.of(WishRow):
        wish.granted = True
