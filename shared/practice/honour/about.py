"""What the honour wall says of itself: a lobby's screens read who is shown, and with what."""

from shared.declaration.practice import Kind, Practice
from shared.domain.text import Text
from shared.journal.store import Store
from shared.practice.honour import words
from shared.practice.honour.facts import HonourSet
from shared.practice.honour.tables import projection


def _daily(store: Store, *, now: int) -> object:
    """Loaded when it is due: no program waits for it at its start."""
    from shared.practice.honour.actions import follow

    return follow(store, now=now)


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
