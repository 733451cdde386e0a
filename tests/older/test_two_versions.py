"""Programs of two versions on one data folder: a counter was upgraded and opened, the kiosk of before still runs."""

from collections.abc import Iterator
from pathlib import Path

import peewee
import pytest

from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.journal import verify
from shared.journal.event import Event
from shared.journal.faults import StoreRebuilt
from shared.journal.opening import open_store
from shared.journal.projection import Projection
from shared.journal.store import Store
from shared.people import actions as people_actions
from shared.people import views as people
from shared.practice.cards import actions as cards
from shared.practice.cards import views
from shared.practice.cards.facts import P
from shared.registry import PROJECTIONS
from shared.sync import known_devices, unreadable_events
from tests.older import arrivals
from tests.older.tomorrow import NIGHT
from tests.support.builders import MORNING, PIN, staffed_store


def newer(projection: Projection) -> Projection:
    """The same of tomorrow, whose tables hold something else."""
    made = Projection(projection.name, version=projection.version + 1, tables=projection.tables)
    made.handlers = projection.handlers
    return made


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Store]:
    """The older program, which has recorded a card; the newer one was opened since and has rebuilt the tables."""
    store = staffed_store(tmp_path)
    assert isinstance(cards.award(store, "1001", P.POLITE, now=MORNING), cards.Awarded)
    open_store(tmp_path, map(newer, PROJECTIONS)).close()
    yield store
    store.close()


def test_the_older_program_writes_nothing_into_tables_of_the_newer_one(running: Store) -> None:
    """Where a column was new each card raised an error of SQLite, where not its rows were wrong, in silence."""
    with pytest.raises(StoreRebuilt) as found:
        cards.award(running, "1001", P.POLITE, now=MORNING + 1)
    assert "请关闭本程序，再打开" in str(found.value.said)
    with pytest.raises(StoreRebuilt):
        running.receive(arrivals())
    assert _counted(running.events()) == 1
    assert views.mine(running, "1001", now=NIGHT).total == 1  # its pages still show what there is


def test_opened_again_it_goes_on_and_nothing_is_lost(running: Store, tmp_path: Path) -> None:
    again = open_store(tmp_path, PROJECTIONS)
    assert isinstance(cards.award(again, "1002", P.POLITE, now=MORNING + 2), cards.Awarded)
    assert _counted(again.events()) == 2
    assert verify.projections(again) == ()
    again.close()


def test_a_page_that_fails_on_tables_of_the_newer_one_says_so(running: Store) -> None:
    """It said that something unexpected had happened; a kiosk and a sign opened the file again and built them back."""
    running.db.execute_sql("ALTER TABLE person RENAME COLUMN name TO full_name")
    with pytest.raises(peewee.DatabaseError) as failed:
        people.everyone(running)
    with pytest.raises(StoreRebuilt) as found:
        running.mend_after(failed.value)
    for language, said in (("zh", "都升级到同一版本"), ("en", "install the same version of all its programs")):
        assert said in found.value.said.in_(language)


def _counted(events: list[Event]) -> int:
    return sum(event.kind == "card_awarded" for event in events)


def test_what_the_file_keeps_in_another_version_s_form_stops_nobody(tmp_path: Path) -> None:
    """A program set back to the version of before let nobody sign in, and its page of devices did not open."""
    store = staffed_store(tmp_path)
    assert people_actions.set_pin(store, "1001", PIN, now=MORNING) is None
    for key in ("pins_tried", "devices", "unread"):
        store.set_setting(key, '{"form": 2, "here": [{"tried": 3}]}')
    assert isinstance(people_actions.sign_in(store, "1001", PIN, now=MORNING), Actor)
    assert isinstance(people_actions.sign_in(store, "1001", "000000", now=MORNING), Refusal)
    assert known_devices.seen(store).devices == ()
    assert not unreadable_events.skipped(store)
    store.close()
