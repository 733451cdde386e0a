"""The documents in force: policy and calendar, typed; any other, as published."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

import msgspec

from shared import workdays
from shared.journal.store import Store
from shared.policy import Policy, default
from shared.reference.tables import DocumentRow
from shared.workdays import Calendar

T = TypeVar("T")


def policy(store: Store) -> Policy:
    """The policy in force: the newest published, else the one shipped."""
    return _in_force(store, "policy", Policy, default)


def calendar(store: Store) -> Calendar:
    """The working-day table in force: the newest published, else the official one shipped."""
    return _in_force(store, "calendar", Calendar, workdays.seed)


def version(store: Store, name: str) -> int:
    """The newest version of a document, 0 when none was published. By hand: asked at every tap."""
    row = store.db.execute_sql("SELECT max(version) FROM document WHERE name = ?", (name,)).fetchone()
    return row[0] or 0


def document(store: Store, name: str, version: int = 0) -> dict[str, Any] | None:
    """A document's body: one version, or the newest."""
    query = DocumentRow.select(DocumentRow.body).where(DocumentRow.name == name)
    if version:
        query = query.where(DocumentRow.version == version)
    newest = query.order_by(DocumentRow.version.desc(), DocumentRow.published_at.desc()).first(store.db)
    return msgspec.json.decode(newest.body, type=dict[str, Any]) if newest else None


def _in_force(store: Store, name: str, kind: type[T], shipped: Callable[[], T]) -> T:
    """The typed document, parsed once for each version."""
    newest = version(store, name)
    cached = store.cache.get(name)
    if cached is None or cached[0] != newest:
        body = document(store, name)
        cached = (newest, msgspec.convert(body, kind, strict=False) if body is not None else shipped())
        store.cache[name] = cached
    return cast(T, cached[1])
