"""Projection of wishes: one row each."""

from peewee import BooleanField, TextField

from shared.domain.workdays import day_of
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

    class Meta:
        table_name = "toy_wish"


projection = Projection("wishes", version=1, tables=(WishRow,))


@projection.on(WishMade)
def _made(rows: Rows, event: Event, fact: WishMade) -> None:
    day = day_of(event.occurred_at).isoformat()
    rows.add(WishRow, staff=fact.staff, about=fact.about, day=day, hall=event.hall)


@projection.on(WishGranted)
def _granted(rows: Rows, event: Event, fact: WishGranted) -> None:
    for wish in rows.of(WishRow):
        wish.granted = True
