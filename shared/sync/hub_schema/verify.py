"""`hub verify`: recomputes both hash chains outside the database and reports every event that was changed.

The hub's chain runs over the whole feed in its order; each station's own chain (`seal.py`) was made on the device,
so even somebody who owns the hub cannot rewrite an event without the device's later links giving it away.
"""

import hashlib
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import msgspec

from shared.journal import seal
from shared.journal.event import Event, digest
from shared.journal.stations import Gap, StationReplaced
from shared.sync.hub_schema.install import Connection

# The same text as `hub.sealed_text`, repeated here so that a changed function cannot hide a changed event.
FEED = """SELECT seq, chain, json_build_array(seq, id, station, hall, n, kind, subject, actor, ts, occurred_at, body,
        v, link, said_hall, said_station, login)::text
    FROM hub.event WHERE seq IS NOT NULL"""
_STATIONS = """SELECT id, coalesce(said_station, station), coalesce(said_hall, hall), n, kind, subject, actor, ts,
        occurred_at, body::text, v, link
    FROM hub.event WHERE said_station IS NULL ORDER BY station, n"""
_PERSONAL = """SELECT c.event_id, c.field, c.salt, c.value, e.body::text
    FROM hub.companion c JOIN hub.event e ON e.id = c.event_id"""
_BODY = dict[str, Any]


class Verification(msgspec.Struct, frozen=True):
    """How many events were checked, and every fault found, in words for the administrator."""

    events: int
    faults: tuple[str, ...]


def verify(connection: Connection, progress: Callable[[int], None] = lambda done: None) -> Verification:
    """Walk both chains and the personal values, as they were at one moment."""
    with connection.transaction():
        connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        checked, faults = _feed(connection, progress)
        faults += _stations(connection) + _personal(connection) + _attachments(connection)
    return Verification(checked, tuple(faults))


def _feed(connection: Connection, progress: Callable[[int], None]) -> tuple[int, list[str]]:
    chain, place = b"", 0
    with connection.cursor(name="feed") as cursor:
        for row in cursor.execute(f"{FEED} ORDER BY seq"):
            seq, kept, text = int(str(row[0])), row[1], str(row[2])
            chain, place = hashlib.sha256(chain + text.encode()).digest(), place + 1
            if seq != place:
                return place, [f"the feed misses number {place}"]
            if kept != chain:
                return place, [f"number {seq} of the feed was changed"]
            if place % 1000 == 0:
                progress(place)
    head = connection.execute("SELECT seq, chain FROM hub.feed_head").fetchone()
    return place, [] if head == (place, chain) else ["the end of the feed was cut off"]


def _stations(connection: Connection) -> list[str]:
    """Every station's own chain; numbers that a device reported as lost in a recovery may be missing."""
    gaps = _known_gaps(connection)
    faults: list[str] = []
    before: Event | None = None
    with connection.cursor(name="stations") as cursor:
        for row in cursor.execute(_STATIONS):
            event = _event(row)
            first = before is None or before.station != event.station
            n, last = (0, seal.START) if first or before is None else (before.n, before.link)
            gap = gaps.get((event.station, event.n))
            if event.n != n + 1 and gap is None:
                faults.append(f"station {event.station}: event {n + 1} is missing")
            elif not _fits(event, gap.link if gap else last):
                faults.append(f"station {event.station}: event {event.n} was changed")
            before = event
    return faults


def _fits(event: Event, last: str) -> bool:
    """Whether the link follows `last`; True where that cannot be computed."""
    return event.body is _UNREADABLE or not last or seal.link(last, event) == event.link


_UNREADABLE: dict[str, Any] = {}
"""The body of an event that nobody can read, so that its link cannot be computed either; the feed's chain has it."""


def _known_gaps(connection: Connection) -> dict[tuple[str, int], Gap]:
    """The gaps that devices reported of their own stations; reports about others are ignored."""
    bodies = connection.execute(
        """SELECT e.body::text, array(SELECT station FROM hub.station s WHERE s.login = e.login) FROM hub.event e
            WHERE e.kind = %s""",
        (StationReplaced.kind(),),
    ).fetchall()
    found: dict[tuple[str, int], Gap] = {}
    for body, own in bodies:
        with suppress(ValueError, RecursionError):  # includes msgspec's errors
            gaps = msgspec.json.decode(body, type=_Gaps).gaps
            found |= {(gap.station, gap.resumes): gap for gap in gaps if gap.station in own}
    return found


class _Gaps(msgspec.Struct):
    gaps: tuple[Gap, ...] = ()


def _event(row: tuple[Any, ...]) -> Event:
    values = dict(zip(Event.__struct_fields__, row, strict=True))
    return Event(**{**values, "id": row[0].hex, "body": _read(row[9])})


def _read(text: str) -> dict[str, Any]:
    try:
        body = msgspec.json.decode(text, type=_BODY)
        msgspec.json.encode(body)
    except (ValueError, RecursionError):
        return _UNREADABLE
    return body


def _attachments(connection: Connection) -> list[str]:
    """Attachments whose SHA-256 is not their name."""
    known = connection.execute("SELECT to_regclass('hub.attachment') IS NOT NULL").fetchone()
    if known != (True,):  # a hub older than attachments
        return []
    rows = connection.execute("SELECT sha256, content FROM hub.attachment ORDER BY sha256")
    return [f"the picture {name} was changed" for name, content in rows if hashlib.sha256(content).hexdigest() != name]


def _personal(connection: Connection) -> list[str]:
    faults = []
    with connection.cursor(name="personal") as cursor:
        for row in cursor.execute(_PERSONAL):
            event_id, field, salt, value, body = (str(column) for column in row)
            if digest(salt, value) != _read(body).get(field):
                faults.append(f"event {event_id}: the value of {field} was changed")
    return faults
