"""Reads events from the file. A row damaged below what SQLite's own check finds must not stop the pages that read it.

SQLite does not check that text is UTF-8. Where it is not, it is read with U+FFFD in place of the damaged bytes; a row
that is not an event any more is left out. Both are logged; `verify` names them as changed.
"""

import logging
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

import msgspec
import peewee

from shared.journal import rows
from shared.journal.event import Event
from shared.journal.sqlite import is_bad_text
from shared.journal.tables import as_event

T = TypeVar("T")
LOST = "\ufffd"
"""Stands for bytes that are not UTF-8."""
_TYPES = (str, str, str, int, str, str, str, int, int, str, int, str)  # of the `COLUMNS`
log = logging.getLogger("warm_window.journal")


def events(db: peewee.Database, statement: str, values: Sequence[object] | Mapping[str, object] = ()) -> list[Event]:
    """The events that a statement gives: `pos` and the `COLUMNS`. Raises what is wrong with the file as a whole."""
    return _as_events(despite_bad_text(db, lambda: rows.fetched(db.connection(), statement, values)))


def events_named(db: peewee.Database, statement: str, values: Collection[Any]) -> list[Event]:
    """The same for a statement with `IN (%s)` and any number of values."""
    return _as_events(despite_bad_text(db, lambda: rows.execute_in(db, statement, values)))


def despite_bad_text(db: peewee.Database, read: Callable[[], T]) -> T:
    """The result of `read`; where it meets bytes that are not UTF-8, called again with U+FFFD in their place."""
    try:
        return read()
    except Exception as error:
        if not is_bad_text(error):
            raise
        log.warning("the journal holds text that cannot be read: %s", error)
        with _replacing(db):
            return read()


@contextmanager
def _replacing(db: peewee.Database) -> Iterator[None]:
    connection = db.connection()
    connection.text_factory = lambda text: text.decode("utf-8", "replace")
    try:
        yield
    finally:
        connection.text_factory = str


def _as_events(found: Sequence[Sequence[object]]) -> list[Event]:
    try:
        if all(tuple(map(type, row[1:13])) == _TYPES for row in found):
            return [as_event(row) for row in found]
    except msgspec.DecodeError:
        pass
    return [event for row in found if (event := readable(row))]


def readable(row: Sequence[object]) -> Event | None:
    """The event of a row; None where its body is no JSON, or its columns are no longer of the right types."""
    try:
        return msgspec.convert(msgspec.structs.asdict(as_event(row)), Event)
    except (msgspec.DecodeError, msgspec.ValidationError, UnicodeError, ValueError) as error:
        log.warning("the event at position %s cannot be read: %s", row[0], error)
        return None
