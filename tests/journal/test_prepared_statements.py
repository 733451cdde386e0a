"""Statements that are used again stay prepared: pysqlite3 keeps only so many, and lets go of none for a new one."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from shared.journal import opening
from shared.journal.store import Store
from tests.hub.site import card
from tests.support.builders import MORNING, empty_store

_FOR_ALL_ELSE = 100


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = empty_store(tmp_path)
    yield store
    store.close()


@contextmanager
def statements(store: Store) -> Iterator[list[str]]:
    found: list[str] = []
    store.db.connection().set_trace_callback(found.append)
    yield found
    store.db.connection().set_trace_callback(None)


def test_a_rebuild_leaves_room_for_the_statements_of_a_day(store: Store) -> None:
    with statements(store) as found:
        store.rebuild()
    assert len(set(found)) < opening.STATEMENTS - _FOR_ALL_ELSE


def test_transactions_within_another_need_no_new_statements(store: Store) -> None:
    used = []
    for count in (1, 10):
        with statements(store) as found, store.transaction(MORNING):
            for _ in range(count):
                with store.transaction(MORNING):
                    pass
        used.append(set(found))
    assert used[0] == used[1]


def test_each_savepoint_goes_back_alone(store: Store) -> None:
    def fail() -> None:
        with store.transaction(MORNING) as tx:
            tx.record(card(), subject="card:third")
            raise ZeroDivisionError

    with store.transaction(MORNING) as tx:
        first = tx.record(card(), subject="card:first")
        with store.transaction(MORNING) as tx:
            second = tx.record(card(), subject="card:second")
            with pytest.raises(ZeroDivisionError):
                fail()
    assert [event.id for event in store.events()] == [first.id, second.id]
