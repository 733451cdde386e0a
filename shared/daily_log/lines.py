"""The day's facts as lines of the page: for every kind the fields it may show, chosen one by one.

Whatever is not named here stays off the page: personal data, the reason of a pause, the words of a diary. A kind nobody
named (from a newer version) is shown by its name alone. What goes only to chosen persons is not shown at all.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from shared.daily_log.masking import masked
from shared.journal.event import Event
from shared.journal.store import Store
from shared.people import views as people

_SHOWN: Mapping[str, tuple[str, ...]] = {
    "rating_unanswered": ("staff",),
    "card_awarded": ("staff", "p", "giver", "source"),
    "card_reviewed": ("verdict", "reason"),
    "pause_started": ("staff", "window"),
    "pause_refused": ("staff", "window", "code"),
    "pause_ended": ("length_ms",),
    "entry_written": ("staff", "entry"),
    "entry_changed": ("entry",),
    "candidate_set": ("candidate",),
    "inquiry_opened": ("number", "owner", "channel", "topic"),
    "inquiry_transferred": ("to", "reason"),
    "inquiry_stood_in": ("person", "reason"),
    "inquiry_corrected": ("aspect",),
    "inquiry_informed": ("channel", "next_due"),
    "inquiry_special_asked": ("grounds",),
    "inquiry_special_declined": ("reason",),
    "inquiry_extended": ("grounds", "limit", "instead_of"),
    "inquiry_closed": ("on_the_spot", "satisfaction"),
    "inquiry_called_back": ("satisfaction",),
    "inquiry_reopened": ("reason",),
    "number_taken": ("letter", "serial", "service"),
    "number_called": ("staff", "window"),
    "number_served": ("staff", "window", "service"),
    "number_reopened": ("staff",),
    "greeting_sent": ("staff",),
    "rulebook_read": ("staff", "version"),
    "staff_set": ("role", "active"),
    "duty_set": ("on", "window"),
    "pin_failed": ("program",),
    "signed_in": ("program",),
    "day_signed": ("day", "note"),
    "personal_erased": ("reason",),
}
PRIVATE = frozenset({"help_requested", "help_followed"})
_PERSONS = frozenset({"staff", "owner", "to", "person"})


@dataclass(frozen=True, kw_only=True)
class Line:
    """One fact of the day: when (epoch ms), where it stands in the journal, who did it, and its details in codes."""

    at: int
    station: str
    n: int
    kind: str
    actor: str
    details: Mapping[str, Any]


class Names:
    """The names of people, looked up once each: 张敏(1001); of somebody unknown, the number."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, str] = {"": ""}

    def __call__(self, number: str) -> str:
        """The name that the page shows for a staff number."""
        if number not in self._known:
            person = people.person(self._store, number)
            self._known[number] = f"{person.name}({number})" if person else number
        return self._known[number]


def lines(store: Store, events: Iterable[Event], names: Names) -> tuple[Line, ...]:
    """The lines of these events, in the order of the clock on the wall."""
    about = _About(store)
    shown = (event for event in events if event.kind not in PRIVATE)
    made = (
        Line(
            at=event.occurred_at,
            station=event.station,
            n=event.n,
            kind=event.kind,
            actor=names(event.actor),
            details=_details(about(event) | _fields(store, event), names),
        )
        for event in shown
    )
    return tuple(sorted(made, key=lambda line: (line.at, line.station, line.n)))


class _About:
    """What a subject is, from its first fact: whose card, whose pause, which ticket."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, dict[str, Any]] = {}

    def __call__(self, event: Event) -> dict[str, Any]:
        subject = event.subject
        if subject.startswith("staff:"):
            return {"staff": subject.removeprefix("staff:")}
        if subject not in self._known:
            first = next(iter(self._store.events(subject=subject)), event)
            self._known[subject] = _fields(self._store, first)
        return self._known[subject]


def _fields(store: Store, event: Event) -> dict[str, Any]:
    """The fields of an event that may be shown, by their names of today."""
    body = store.body(event)
    return {name: body[name] for name in _SHOWN.get(event.kind, ()) if body.get(name) is not None}


def _details(fields: dict[str, Any], names: Names) -> dict[str, Any]:
    return {name: _detail(name, value, names) for name, value in fields.items()}


def _detail(name: str, value: Any, names: Names) -> Any:
    if name in _PERSONS:
        return names(value)
    return masked(value) if isinstance(value, str) and name in ("reason", "grounds", "note") else value
