"""Projections: tables computed from the journal, registered by practices, dropped and rebuilt at will.

Every projection row belongs to one `subject`, and a handler touches only the rows of its event's subject.
So an event that arrives late is folded by dropping and refolding that one subject in order.
"""

import hashlib
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, TypeVar, cast

import peewee
from peewee import SchemaManager, TextField

from shared.domain.fact import Fact
from shared.journal.event import Event
from shared.journal.shapes import shape

Handler = Callable[[peewee.Database, Event, Any], None]
H = TypeVar("H", bound=Handler)


class Projected(peewee.Model):
    """Base of projection tables. Rows are of one subject; the database is always named, never bound."""

    subject = TextField(index=True)

    class Meta:
        legacy_table_names = False

    @classmethod
    def put(cls, db: peewee.Database, **values: object) -> None:
        """Insert one row, defaults filled in.

        The statement is made once: building it anew at every tap costs more than the disk does.
        """
        meta = cls._meta
        row = {**meta.get_default_dict(), **values}
        db.execute_sql(_insert(cls, tuple(row)), [meta.fields[name].db_value(value) for name, value in row.items()])


@cache
def _insert(table: type[Projected], names: tuple[str, ...]) -> str:
    columns = ", ".join(f'"{table._meta.fields[name].column_name}"' for name in names)
    return f'INSERT INTO "{table._meta.table_name}" ({columns}) VALUES ({", ".join("?" * len(names))})'


class Projection:
    """The tables of one practice and how each kind of fact changes them.

    Raise `version` when a handler changes what it computes: the tables are then rebuilt at the next start.
    """

    def __init__(self, name: str, *, version: int, tables: tuple[type[Projected], ...]) -> None:
        self.name, self.version, self.tables = name, version, tables
        self.handlers: dict[str, tuple[type[Fact], Handler]] = {}

    def on(self, fact_type: type[Fact]) -> Callable[[H], H]:
        """Register the handler of one fact type: `handler(db, event, fact)`."""

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

    def fold(self, db: peewee.Database, event: Event, fact: Fact) -> None:
        """Change every table that cares about this fact."""
        for handler in self._handlers.get(event.kind, ()):
            handler(db, event, fact)

    def forget(self, db: peewee.Database, subject: str) -> None:
        """Drop the rows of one subject from every table."""
        for table in self.tables():
            table.delete().where(table.subject == subject).execute(db)

    def recreate(self, db: peewee.Database) -> None:
        """Drop and make all tables, empty."""
        for table in self.tables():
            schema = SchemaManager(table, db)
            schema.drop_all(safe=True)
            schema.create_all(safe=False)

    def fingerprint(self, db: peewee.Database) -> str:
        """Changes when a table, a projection's version, a kind or the shape of a fact does: then all is rebuilt.

        So an event that came before the version that knows its kind, field or code is folded after the upgrade.
        """
        parts = [f"{projection.name}={projection.version}" for projection in self._all]
        parts += [_definition(table, db) for table in self.tables()]
        parts += sorted(map(shape, self.fact_types.values()))
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()

    def tables(self) -> list[type[Projected]]:
        """The tables of all projections."""
        return [table for projection in self._all for table in projection.tables]


def _definition(table: type[Projected], db: peewee.Database) -> str:
    context: Any = SchemaManager(table, db)
    return cast(str, context._create_table(safe=False).query()[0])
