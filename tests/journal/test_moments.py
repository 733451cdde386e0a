"""When a thing happened is not when it was ordered: a corrected clock or an imported card makes the two differ."""

from typing import Any

import msgspec
import pytest

from shared.journal.store import Store
from tests.journal.test_any_day import arrivals
from tests.support.builders import empty_store, staffed_store
from tests.support.days import Life, every_act

ORDER = ("ts", "id", "pos")
"""Columns that say where something stands in the order, not when it happened."""
A_DAY_AND_TWO_HOURS = 26 * 3_600_000


@pytest.fixture(scope="module")
def ordered_later(tmp_path_factory):
    """A day as it was lived, and the same day at a device that got all of it ordered a day and two hours later."""
    folder = tmp_path_factory.mktemp("moments")
    lived, heard = staffed_store(folder / "lived"), empty_store(folder / "heard")
    Life(lived).live(every_act())
    later = [
        (msgspec.structs.replace(event, ts=event.ts + A_DAY_AND_TWO_HOURS), values, seq)
        for event, values, seq in arrivals(lived)
    ]
    assert heard.receive(later) == len(lived.events())
    yield rows(lived), rows(heard)
    lived.close()
    heard.close()


def rows(store: Store) -> dict[str, list[dict[str, Any]]]:
    found = {}
    for table in store.projections.tables():
        dicts = table.select().dicts().execute(store.db)
        found[table._meta.table_name] = sorted(
            ({k: v for k, v in d.items() if k not in ORDER} for d in dicts), key=repr
        )
    return found


@pytest.mark.parametrize(
    "table",
    [
        *("card", "unrated", "pause", "pause_refused", "inquiry", "inquiry_aspect", "diary_entry", "number"),
        *("help", "help_step", "greeting", "rulebook_read", "person"),
    ],
)
def test_every_table_tells_when_it_happened(ordered_later, table):
    lived, heard = ordered_later
    assert lived[table], "nothing happened here"
    assert heard[table] == lived[table]
