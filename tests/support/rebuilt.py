"""That rows are computed from the journal alone, and dated by when something happened, not by when it was written."""

from typing import Any

from shared.journal.store import Store

_LATER_MS = 400 * 86_400_000


def rows(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all projections, without their ids and their place in the journal's order."""
    names = [table._meta.table_name for table in store.projections.tables()]
    return {name: sorted(map(_comparable, _of(store, name))) for name in names}


def _of(store: Store, table: str) -> list[tuple[Any, ...]]:
    columns = [each[1] for each in store.db.execute_sql(f"PRAGMA table_info({table})").fetchall()]
    asked = ", ".join(f'"{each}"' for each in columns if each not in ("id", "ts"))
    return list(store.db.execute_sql(f"SELECT {asked} FROM {table}").fetchall())


def _comparable(row: tuple[Any, ...]) -> tuple[str, ...]:
    return tuple(map(repr, row))


def written_later(store: Store) -> None:
    """Change the journal as if the device had written everything down much later, in the same order."""
    store.db.execute_sql("DROP TRIGGER event_no_change")
    store.db.execute_sql("UPDATE event SET ts = ts + ?", (_LATER_MS,))
    store.rebuild()
