"""The day's facts as lines of the page: of every kind only the fields that its practice declares in `shows`.

All other fields stay off the page: personal data, the reason of a pause, the words of a diary. A kind
that no practice here declares (from a newer version) is shown by its name alone. What goes only to chosen persons
(`private`) is not shown at all.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from shared.declaration.declared import declared
from shared.declaration.practice import PERSON, Shown
from shared.domain import masking
from shared.journal.event import Event
from shared.journal.store import Store
from shared.people import views as people


class LogLine(msgspec.Struct, frozen=True, kw_only=True):
    """One fact of the day: when (epoch ms), its position in the journal, who did it, and its details in codes."""

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


def lines(store: Store, events: Iterable[Event], names: Names) -> tuple[LogLine, ...]:
    """The lines of these events, in the order of `occurred_at`."""
    about = _About(store, names)
    shown = (event for event in events if not _private(event.kind))
    made = (
        LogLine(
            at=event.occurred_at,
            station=event.station,
            n=event.n,
            kind=event.kind,
            actor=names(event.actor),
            details=about(event) | _fields(store, event, names),
        )
        for event in shown
    )
    return tuple(sorted(made, key=lambda line: (line.at, line.station, line.n)))


def _private(kind: str) -> bool:
    known = declared().kinds.get(kind)
    return known is not None and known[1].private


class _About:
    """What a subject is, from its first fact: whose card, whose pause, which ticket."""

    def __init__(self, store: Store, names: Names) -> None:
        self._store, self._names = store, names
        self._known: dict[str, dict[str, Any]] = {}

    def __call__(self, event: Event) -> dict[str, Any]:
        subject = event.subject
        if subject.startswith("staff:"):
            return {"staff": _detail(PERSON, subject.removeprefix("staff:"), self._names)}
        if subject not in self._known:
            first = next(iter(self._store.events(subject=subject)), event)
            self._known[subject] = _fields(self._store, first, self._names)
        return self._known[subject]


def _fields(store: Store, event: Event, names: Names) -> dict[str, Any]:
    """The fields of an event that may be shown, by their names of today, persons by their names."""
    known = declared().kinds.get(event.kind)
    if known is None:
        return {}
    practice, kind = known
    body = store.body(event)
    shown = ((name, how) for name, how in practice.shown(kind) if body.get(name) is not None)
    return {name: _detail(how, body[name], names) for name, how in shown}


def _detail(shown: Shown, value: Any, names: Names) -> Any:
    if shown.person:
        return names(value) if isinstance(value, str) else ""  # another program may write anything there
    return masking.numbers(value) if shown.masked and isinstance(value, str) else value
