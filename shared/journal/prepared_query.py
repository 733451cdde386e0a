"""Queries that are asked all day, built once: peewee takes ten times as long to build one as SQLite to answer it."""

from collections import namedtuple
from collections.abc import Callable
from contextlib import closing
from functools import cached_property
from inspect import signature
from typing import Any

import peewee
from peewee import SQL


class PreparedQuery:
    """A query of one shape: `PreparedQuery(lambda number: PersonRow.select().where(PersonRow.number == number))`.

    The parameters of the function are the values it is asked with, in their order; all else in it stays as it is. Rows
    have the columns' names as attributes, and their values as SQLite gives them: of a boolean field 0 or 1.
    """

    def __init__(self, build: Callable[..., "peewee.ModelSelect[Any]"]) -> None:
        self._build, self._names = build, tuple(signature(build).parameters)
        self._make: Callable[[tuple[Any, ...]], Any] | None = None

    @cached_property
    def _statement(self) -> tuple[str, dict[str, object]]:
        """The SQL with a named place for each value, and those values that are always the same."""
        sql, fixed = self._build(*(SQL(f":{name}") for name in self._names)).sql()
        first, *rest = sql.split("?")
        places = [f"fixed{place}" for place in range(len(fixed))]
        text = first + "".join(f":{place}{piece}" for place, piece in zip(places, rest, strict=True))
        return text, dict(zip(places, fixed, strict=True))

    def all(self, db: peewee.Database, *values: object) -> list[Any]:
        """All rows for these values."""
        text, fixed = self._statement
        given: Any = {**fixed, **dict(zip(self._names, values, strict=True))}
        with closing(db.execute_sql(text, given)) as cursor:  # left open it would lock the tables it reads
            make = self._row(cursor)
            return [make(row) for row in cursor.fetchall()]

    def first(self, db: peewee.Database, *values: object) -> Any:
        """The first row, or None."""
        return next(iter(self.all(db, *values)), None)

    def value(self, db: peewee.Database, *values: object) -> Any:
        """The first column of the first row, or None."""
        row = self.first(db, *values)
        return row[0] if row else None

    def _row(self, cursor: Any) -> Callable[[tuple[Any, ...]], Any]:
        """How a row is made; the columns are known once the query has been carried out."""
        if self._make is None:
            make: Any = namedtuple  # mypy takes only names written out as literals
            self._make = make("Row", [column[0] for column in cursor.description], rename=True)._make
        return self._make
