"""Declares the honour wall: the kiosks of a hall read who is shown there, and with which honours."""

from shared.declaration.practice import Kind, Practice
from shared.domain.text import Text
from shared.journal.store import Store
from shared.practice.honour import words
from shared.practice.honour.facts import HonourSet
from shared.practice.honour.tables import projection


def _daily(store: Store, *, now: int) -> object:
    """Imported when it is due, so that no program waits for it at its start."""
    from shared.practice.honour.actions import refresh

    return refresh(store, now=now)


PRACTICE = Practice(
    name="honour",
    title=Text("荣誉墙", "Honour wall"),
    projection=projection,
    kinds=(
        Kind(
            HonourSet,
            Text("荣誉墙", "honour wall"),
            private=True,
            own_hall=("staff",),
            kiosk_reads=True,
            kiosk_fields=("staff", "shown", "honours"),
        ),
    ),
    refusals=words.REFUSALS,
    daily=_daily,
)
