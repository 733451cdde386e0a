"""The hash chain over the events of a station: whoever changes, drops or reorders one breaks every later link."""

import hashlib

import msgspec

from shared.journal.event import Companion, Event, digest

START = "0" * 64
"""The link before a station's first event."""
_encode = msgspec.json.Encoder(order="deterministic").encode
_sha256 = hashlib.sha256()  # to be copied: OpenSSL looks the algorithm up for each new one, 4 µs of a tap


def link(previous: str, event: Event) -> str:
    """The link of `event` (SHA-256, 64 hex digits), given that of the station's event before it (`START`: none).

    A clone's event, kept as `station~id` because its number was taken, was sealed under the bare station.
    """
    content = msgspec.structs.replace(event, link=previous, station=event.station.partition("~")[0])
    hashed = _sha256.copy()
    hashed.update(_encode(content))
    return hashed.hexdigest()


def fits(event: Event, companion: Companion) -> bool:
    """Whether a personal value is the one whose salted digest its event holds."""
    return event.body.get(companion.field) == digest(companion.salt, companion.value)
