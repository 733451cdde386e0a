"""What a journal's projections say, in a form that two devices can compare."""

import peewee

from shared.journal.store import Store
from shared.registry import PROJECTIONS


def fold(store: Store, tables: set[str] | None = None) -> dict[str, list[str]]:
    """Every projection row by table, without the row numbers that each device gives by itself."""
    found = {}
    for projection in PROJECTIONS:
        for table in projection.tables:
            if tables is None or table._meta.table_name in tables:
                found[table._meta.table_name] = sorted(repr(row) for row in _rows(store, table))
    return found


def _rows(store: Store, table: type[peewee.Model]) -> list[dict[str, object]]:
    names = [name for name, column in table._meta.fields.items() if not isinstance(column, peewee.AutoField)]
    return list(table.select(*[getattr(table, name) for name in names]).dicts().execute(store.db))
