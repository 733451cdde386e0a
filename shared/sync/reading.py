"""Decodes the feed one event at a time, so that one that cannot be read does not block the rest."""

from collections.abc import Iterable
from typing import Any

import msgspec

from shared.domain.clock import LATEST
from shared.journal.event import Companion, Event
from shared.journal.receiving import Arrival

DEEPEST = 32
"""Levels of lists and objects that a body may have."""
LONGEST = 300
"""Characters of a station, hall, kind, subject or actor."""
_encode = msgspec.json.Encoder(order="deterministic").encode
_decode = msgspec.json.Decoder(dict[str, Any]).decode


class Unread(msgspec.Struct, frozen=True):
    """An event of the feed that this device could not take in: its number, id, kind, and why."""

    seq: int
    id: str
    kind: str
    reason: str


def sorted_out(rows: Iterable[tuple[Any, ...]]) -> tuple[list[tuple[Arrival, str]], tuple[Unread, ...]]:
    """The rows of `hub.pull` as arrivals, each with the chain at it, and what could not be read."""
    readable: list[tuple[Arrival, str]] = []
    unread: list[Unread] = []
    for row in rows:
        try:
            readable.append((_arrival(row), row[1]))
        except (ValueError, TypeError, KeyError, RecursionError, OverflowError) as error:  # msgspec's are ValueErrors
            unread.append(Unread(row[0], row[2].hex, str(row[6])[:100], f"{type(error).__name__}: {error}"[:200]))
    return readable, tuple(unread)


def _arrival(row: tuple[Any, ...]) -> Arrival:
    seq, _, key, station, hall, n, kind, subject, actor, ts, occurred_at, body, v, link, personal = row
    if not (0 <= ts <= LATEST and 0 <= occurred_at <= LATEST):
        raise ValueError("bad_time")
    if max(map(len, (station, hall, kind, subject, actor))) > LONGEST:
        raise ValueError("too_long")
    event = Event(
        id=key.hex,
        station=station,
        hall=hall,
        n=n,
        kind=kind,
        subject=subject,
        actor=actor,
        ts=ts,
        occurred_at=occurred_at,
        body=_body(body),
        v=v,
        link=link,
    )
    return event, tuple(_companion(event.id, value) for value in personal) if personal else (), seq


def _body(text: str) -> dict[str, Any]:
    """A body that can be encoded again (a lone surrogate cannot) and is not nested too deeply to decode."""
    body = _decode(text)
    _encode(body)
    if text.count("[") + text.count("{") > DEEPEST and _depth(body) > DEEPEST:
        raise ValueError("too_deep")
    return body


def _depth(value: object) -> int:
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + max(map(_depth, inside), default=0)


def _companion(event_id: str, value: dict[str, Any]) -> Companion:
    text = {name: value[name] for name in ("field", "salt", "value")}
    return msgspec.convert({"event_id": event_id, **text}, Companion)
