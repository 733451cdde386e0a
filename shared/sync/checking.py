"""Compares the journal with the hub: a history rewritten here, hash chain included, has other links than were sent."""

import msgspec

from shared.journal.store import Store
from shared.sync import enrolment
from shared.sync.enrolment import Enrolment
from shared.sync.hub import Hub

_LINKS_A_CALL = 500
_ENDS = """SELECT station, n, link FROM event e WHERE acked = 1 AND link <> '' AND NOT EXISTS (
    SELECT 1 FROM event x WHERE x.station = e.station AND x.n = e.n + 1 AND x.acked = 1) ORDER BY station, n"""


class HubComparison(msgspec.Struct, frozen=True):
    """How many links were compared, and the first event whose link differs (station and number), if one does."""

    count: int
    differs: tuple[str, int] | None = None


def against_hub(store: Store, joined: Enrolment) -> HubComparison:
    """Compare the link at the end of each unbroken run of sent events, which covers the run. Raises as `Hub`."""
    ends = store.db.execute_sql(_ENDS).fetchall()
    compared = 0
    with Hub.connect(joined, enrolment.secret(store.folder, joined.login), enrolment.pem_files(store.folder)) as hub:
        for start in range(0, len(ends), _LINKS_A_CALL):
            some = ends[start : start + _LINKS_A_CALL]
            links = hub.links([(station, n) for station, n, _ in some])
            for (station, n, link), there in zip(some, links, strict=True):
                if there not in (None, link):
                    return HubComparison(compared, (station, n))
                compared += there is not None
    return HubComparison(compared)
