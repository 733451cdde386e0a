"""Which device may send which kind of event, and who gets to read it: the one table, laid into the hub by `hub init`.

A kind that is missing here, or that a device may not send, is kept by the hub as quarantined: never refused,
because one event must not block the rest, and never handed on. A later `hub init` that knows the kind lets it go.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class KindRule:
    """The rule of one kind. Halls' events stay in their hall, unless `everywhere`."""

    kind: str
    kiosk: bool = False
    counter: bool = False
    office: bool = True
    kiosk_reads: bool = False
    everywhere: bool = False


def _rules(names: str, **rule: bool) -> tuple[KindRule, ...]:
    return tuple(KindRule(name, **rule) for name in names.split())
