"""A `WholeFact` that is recorded here keeps what a newer version wrote beside its fields when it set the same thing."""

from typing import Any

import msgspec
import peewee

from shared.domain.fact import Fact, WholeFact
from shared.journal import event, reading
from shared.journal.event import Companion, Event
from shared.journal.tables import COLUMNS

_LAST_FIRST = f"""SELECT pos, {COLUMNS} FROM event WHERE subject = ? AND kind = ?
    ORDER BY ts DESC, station DESC, n DESC LIMIT ?"""
_PERSONAL = "SELECT field, salt, value FROM companion WHERE event_id = ?"


def take_apart(db: peewee.Database, event_id: str, fact: Fact, subject: str) -> tuple[dict[str, Any], list[Companion]]:
    """The body of a fact to be recorded about `subject`, and its companions, with what is carried over."""
    last = _replaced(db, fact, subject) if isinstance(fact, WholeFact) else None
    if last is None:
        return event.take_apart(event_id, fact)
    body, companions = event.take_apart(event_id, fact, before=fact.upcast(last.body, last.v))
    newer = set(event.digests(last, type(fact))) - set(event.personal_fields(type(fact)))
    kept = (
        Companion(event_id=event_id, field=field, salt=salt, value=value)
        for field, salt, value in db.execute_sql(_PERSONAL, (last.id,))
        if field in newer
    )
    return body, [*companions, *kept]


def _replaced(db: peewee.Database, fact: WholeFact, subject: str) -> Event | None:
    """The last event about the same thing."""
    same = {name: msgspec.to_builtins(getattr(fact, name)) for name in fact.told_apart_by}
    found = reading.events(db, _LAST_FIRST, (subject, fact.kind(), -1 if same else 1))
    return next((each for each in found if all(each.body.get(name) == value for name, value in same.items())), None)
