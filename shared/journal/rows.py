"""Projection tables, and the rows of some subjects while their events are folded.

`Rows` reads a table when a handler first asks for it, keeps plain row objects in memory, and writes the difference at
the end with `executemany`. So the same handler serves a single act, thousands of arrivals and a whole rebuild.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import closing
from functools import cache
from typing import Any

import msgspec
import peewee
from peewee import TextField

_encode = msgspec.json.encode
_ROWS_A_STATEMENT = 20  # of at most 49 columns


class Projected(peewee.Model):
    """Base of projection tables. Rows are of one subject; the database is always passed, never bound."""

    subject = TextField(index=True)

    class Meta:
        legacy_table_names = False


class Rows:
    """The rows of `subjects`, as far as they are asked for; `subject` is the one whose event is being folded.

    A row has the table's columns as attributes, set at will. `fresh`: these subjects have no rows in the file.
    """

    def __init__(self, db: peewee.Database, subjects: Collection[str], *, fresh: bool = False) -> None:
        self.db, self.subject = db, ""
        self._subjects, self._fresh = subjects, fresh
        self._parts: dict[type[Projected], _Part] = {}

    def of(self, table: type[Projected]) -> Sequence[Any]:
        """The subject's rows in a table, in the order they were added."""
        part = self._part(table)
        if not part.loaded:
            part.load(self.db, self._subjects)
        return part.rows.get(self.subject, ())

    def one(self, table: type[Projected]) -> Any:
        """The subject's first row in a table, or None."""
        return next(iter(self.of(table)), None)

    def add(self, table: type[Projected], **values: object) -> Any:
        """A new row of the subject, with the table's defaults."""
        part = self._part(table)
        row = part.shape.row(subject=self.subject, **values)
        part.rows.setdefault(self.subject, []).append(row)
        return row

    def remove(self, table: type[Projected], row: object) -> None:
        """Remove a row of the subject."""
        kept = self._part(table).rows[self.subject]
        kept[:] = [other for other in kept if other is not row]

    def write(self) -> None:
        """Write all changes of the rows to the file."""
        for part in self._parts.values():
            part.write(self.db)

    def _part(self, table: type[Projected]) -> "_Part":
        part = self._parts.get(table)
        if part is None:
            part = self._parts[table] = _Part(table, loaded=self._fresh)
        return part


class _Part:
    """The rows of one table, by subject."""

    def __init__(self, table: type[Projected], *, loaded: bool) -> None:
        self.shape, self.loaded = shape(table), loaded
        self.rows: dict[str, list[Any]] = {}
        self._read: dict[int, tuple[Any, ...]] = {}  # as they are in the file, by row id

    def load(self, db: peewee.Database, subjects: Collection[str]) -> None:
        """Read the rows of all subjects; those already added come after them."""
        self.loaded = True
        added, self.rows = self.rows, {}
        for values in execute_in(db, self.shape.select, subjects):
            self._read[values[0]] = values
            self.rows.setdefault(values[1], []).append(
                self.shape.row(**dict(zip(self.shape.names, values, strict=True)))
            )
        for subject, rows in added.items():
            self.rows.setdefault(subject, []).extend(rows)

    def write(self, db: peewee.Database) -> None:
        """Delete, insert and update, each kind of change with one statement prepared once."""
        new, gone = [], dict(self._read)
        changed: dict[tuple[int, ...], list[tuple[Any, ...]]] = {}
        for row in (row for rows in self.rows.values() for row in rows):
            values = msgspec.structs.astuple(row)
            before = gone.pop(values[0], None) if values[0] is not None else None
            if before is None:
                new.append(values)
            elif before != values:
                places = tuple(place for place, value in enumerate(values) if value != before[place])
                changed.setdefault(places, []).append((*(values[place] for place in places), values[0]))
        connection = db.connection()
        if gone:
            connection.executemany(self.shape.delete, [(key,) for key in gone])
        if new:
            insert(connection, self.shape.insert, new)
        for places, rows in changed.items():
            connection.executemany(self.shape.update(places), rows)


class Shape:
    """A table as row objects and prepared statements: peewee would build each statement again."""

    def __init__(self, table: type[Projected]) -> None:
        meta = table._meta
        key, defaults = meta.primary_key, meta.get_default_dict()
        fields = [key, *(field for field in meta.sorted_fields if field is not key)]
        self.names = tuple(field.name for field in fields)
        self._columns = tuple(f'"{field.column_name}"' for field in fields)
        self._table = f'"{meta.table_name}"'
        parts = [
            (field.name, Any, defaults.get(field.name))
            if field is key or field.null or field.name in defaults
            else (field.name, Any)
            for field in fields
        ]
        self.row: Any = msgspec.defstruct(table.__name__, parts, kw_only=True, gc=False)
        columns = ", ".join(self._columns)
        # OR FAIL: otherwise SQLite copies each page aside that a statement of many rows changes; the callers roll back
        self.insert = f"INSERT OR FAIL INTO {self._table} ({columns}) VALUES ({', '.join('?' * len(fields))})"
        self.select = f'SELECT {columns} FROM {self._table} WHERE "subject" IN (%s) ORDER BY {self._columns[0]}'
        self.delete = f"DELETE FROM {self._table} WHERE {self._columns[0]} = ?"
        self.forget = f'DELETE FROM {self._table} WHERE "subject" IN (%s)'

    def update(self, places: tuple[int, ...]) -> str:
        """The statement that sets the columns at these places."""
        values = ", ".join(f"{self._columns[place]} = ?" for place in places)
        return f"UPDATE {self._table} SET {values} WHERE {self._columns[0]} = ?"


@cache
def shape(table: type[Projected]) -> Shape:
    """The shape of a table."""
    return Shape(table)


def forget(db: peewee.Database, tables: Iterable[type[Projected]], subjects: Collection[str]) -> None:
    """Drop the rows of these subjects from every table."""
    for table in tables:
        execute_in(db, shape(table).forget, subjects)


def execute_in(db: peewee.Database, statement: str, values: Collection[str]) -> list[tuple[Any, ...]]:
    """All rows of a statement with `IN (%s)`, for any number of values."""
    return fetched(db.connection(), statement % "SELECT value FROM json_each(?)", (_encode(list(values)).decode(),))


def insert(connection: Any, statement: str, values: Sequence[tuple[Any, ...]]) -> int:
    """Carry out an `INSERT … VALUES (?, …)` for many rows; how many were added.

    A statement takes twenty of them: one by one, a quarter of the time goes into binding and stepping.
    """
    whole = len(values) // _ROWS_A_STATEMENT * _ROWS_A_STATEMENT
    added = 0
    for start in range(0, whole, _ROWS_A_STATEMENT):
        several = [value for row in values[start : start + _ROWS_A_STATEMENT] for value in row]
        added += connection.execute(_of_several(statement), several).rowcount
    rest: int = connection.executemany(statement, values[whole:]).rowcount
    return added + max(rest, 0)  # -1: there was none


@cache
def _of_several(statement: str) -> str:
    """The same statement with places for as many rows as one takes."""
    places = statement[statement.rindex("(") :]
    return statement + f", {places}" * (_ROWS_A_STATEMENT - 1)


def fetched(connection: Any, statement: str, values: Sequence[object] | Mapping[str, object] = ()) -> list[Any]:
    """All rows of a statement. One that fails half-way is closed: left open it would lock the tables it reads."""
    with closing(connection.execute(statement, values)) as cursor:
        return cursor.fetchall()  # type: ignore[no-any-return]
