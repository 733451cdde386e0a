"""Which device may send which kind of event, and who gets to read it: the rows that `hub init` writes into the hub.

A kind that is missing, or that a device may not send, is kept by the hub as quarantined: not refused, because one
event must not block the rest, and not passed on to others. A later `hub init` that knows the kind releases it.
"""

from collections.abc import Iterable, Mapping

import msgspec

from shared.declaration.practice import About, DeviceKind, Kind, Practice


class KindRule(msgspec.Struct, frozen=True):
    """The rule of one kind. Halls' events stay in their hall, unless `everywhere`; no hall reads `office_only`."""

    kind: str
    kiosk: bool = False
    counter: bool = False
    office: bool = True
    kiosk_reads: bool = False
    everywhere: bool = False
    office_only: bool = False
    in_totals: bool = False
    about: About = About.ANYTHING
    begins: bool = False
    own_hall: tuple[str, ...] = ()
    kiosk_fields: tuple[str, ...] | None = None
    kiosk_instead: Mapping[str, object] = msgspec.field(default_factory=dict)
    kiosk_only: Mapping[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    kiosk_says: Mapping[str, tuple[str, ...]] = msgspec.field(default_factory=dict)


def rules(practices: Iterable[Practice]) -> tuple[KindRule, ...]:
    """The rules of every kind that the practices declare."""
    return tuple(_rule(kind) for practice in practices for kind in practice.kinds)


def _rule(kind: Kind) -> KindRule:
    return KindRule(
        kind.code,
        kiosk=DeviceKind.KIOSK in kind.sent_by,
        counter=DeviceKind.COUNTER in kind.sent_by,
        office=DeviceKind.OFFICE in kind.sent_by,
        kiosk_reads=kind.kiosk_reads,
        everywhere=kind.everywhere,
        office_only=kind.office_only,
        in_totals=kind.in_totals,
        about=kind.about,
        begins=kind.begins,
        own_hall=kind.own_hall,
        kiosk_fields=kind.kiosk_fields,
        kiosk_instead=kind.kiosk_instead,
        kiosk_only=kind.kiosk_only,
        kiosk_says=kind.kiosk_says,
    )
