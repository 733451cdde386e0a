"""Projections: tables computed from the journal, registered by practices, dropped and rebuilt at will.

Every projection row belongs to one `subject`, and a handler touches only the rows of its event's subject.
So an event that arrives late is folded by dropping and refolding that one subject in order, and any number of
subjects can be folded at once: handlers change row objects in memory, `Rows` writes them (rows.py).
"""

import hashlib
from collections.abc import Callable, Iterable
from functools import cache, cached_property
from typing import Any, TypeVar, cast

import msgspec
import peewee
from peewee import SchemaManager

from shared.domain.fact import Fact
from shared.journal.event import Event
from shared.journal.rows import Projected, Rows
from shared.journal.shapes import shape

__all__ = ["Projected", "Projection", "Projections", "Rows"]
_encode = msgspec.json.Encoder(order="deterministic").encode
Handler = Callable[[Rows, Event, Any], None]
H = TypeVar("H", bound=Handler)


def as_json(value: object) -> str:
    """A part of a fact for a text column: the same text on every device."""
    return _encode(value).decode()


class Projection:
    """The tables of one practice and how each kind of fact changes them.

    Raise `version` when a handler changes what it computes: the tables are then rebuilt at the next start.
    """

    def __init__(self, name: str, *, version: int, tables: tuple[type[Projected], ...]) -> None:
        self.name, self.version, self.tables = name, version, tables
        self.handlers: dict[str, tuple[type[Fact], Handler]] = {}

    def on(self, fact_type: type[Fact]) -> Callable[[H], H]:
        """Register the handler of one fact type: `handler(rows, event, fact)`, where `rows` are the subject's."""

        def register(handler: H) -> H:
            self.handlers[fact_type.kind()] = (fact_type, handler)
            return handler

        return register


class Projections:
    """All registered projections of one store: which fact types there are, and folding an event into all tables."""

    def __init__(self, projections: Iterable[Projection]) -> None:
        self._all = tuple(projections)
        self.fact_types: dict[str, type[Fact]] = {}
        self._handlers: dict[str, list[Handler]] = {}
        for projection in self._all:
            for kind, (fact_type, handler) in projection.handlers.items():
                self.fact_types[kind] = fact_type
                self._handlers.setdefault(kind, []).append(handler)

    def fold(self, rows: Rows, event: Event, fact: Fact) -> None:
        """Change the rows by every handler registered for this kind."""
        rows.subject = event.subject
        for handler in self._handlers.get(event.kind, ()):
            handler(rows, event, fact)

    def recreate(self, db: peewee.Database) -> None:
        """Drop and make all tables, empty."""
        for table in self.tables():
            SchemaManager(table, db).drop_table(safe=True)
            for statement in _statements(table):
                db.execute_sql(statement)

    @cached_property
    def fingerprint(self) -> str:
        """Changes when a table, a projection's version, a kind or the shape of a fact does: then all is rebuilt.

        So an event that came before the version that knows its kind, field or code is folded after the upgrade.
        """
        parts = [f"{projection.name}={projection.version}" for projection in self._all]
        parts += ["\n".join(_statements(table)) for table in self.tables()]
        parts += sorted(map(shape, self.fact_types.values()))
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()

    def tables(self) -> list[type[Projected]]:
        """The tables of all projections."""
        return [table for projection in self._all for table in projection.tables]


@cache
def _statements(table: type[Projected]) -> tuple[str, ...]:
    """The statements that make a table and its indexes; the same for every file."""
    context: Any = SchemaManager(table, peewee.SqliteDatabase(None))
    made = [context._create_table(safe=False), *context._create_indexes(safe=False)]
    return tuple(cast(str, statement.query()[0]) for statement in made)
