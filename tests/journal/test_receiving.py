"""Events of other devices, more than one statement takes: new, known, the same twice, under a number of a clone."""

from pathlib import Path

import msgspec

from shared.journal.receiving import Arrival
from shared.practice.cards.views import of_day
from tests.hub.site import card
from tests.support.builders import HALL, MONDAY, MORNING, empty_store


def arrived(folder: Path) -> list[Arrival]:
    """45 cards of another device."""
    other = empty_store(folder)
    for n in range(45):
        with other.transaction(MORNING + n) as tx:
            tx.record(card(), subject=f"card:{n}")
    events = other.events()
    other.close()
    return [(event, (), seq) for seq, event in enumerate(events, start=1)]


def test_each_is_stored_and_folded_once_and_the_known_get_the_hub_s_number(tmp_path: Path) -> None:
    arrivals = arrived(tmp_path / "other")
    clone = msgspec.structs.replace(arrivals[40][0], id="c" * 32, subject="card:clone")
    store = empty_store(tmp_path / "own")
    assert store.receive([(event, (), 1000 + seq) for event, _, seq in arrivals[10:13]]) == 3
    assert store.receive([*arrivals, arrivals[0], (clone, (), 46)]) == 45 - 3 + 1
    assert store.receive(arrivals) == 0
    stored = dict(store.db.execute_sql("SELECT id, seq FROM event").fetchall())
    assert stored == {event.id: seq for event, _, seq in [*arrivals, (clone, (), 46)]}
    assert {e.subject: e.station for e in store.events() if "~" in e.station} == {
        "card:clone": f"{clone.station}~cccccccc"
    }
    assert len(of_day(store, HALL, MONDAY)) == 46
    store.close()
