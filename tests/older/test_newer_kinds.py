"""A kind that this version does not know is folded by the upgrade; a renamed field is read under both names."""

import logging
from pathlib import Path
from typing import ClassVar

import msgspec
import peewee
import pytest

from shared.domain.fact import Fact, Personal, Upcast, renamed
from shared.journal import verify
from shared.journal.event import Companion, Event
from shared.journal.opening import open_store
from shared.journal.projection import Projected, Projection, Rows
from shared.journal.store import Store
from shared.registry import PROJECTIONS
from tests.older import Arrival
from tests.older.tomorrow import NIGHT, shown
from tests.support.builders import HALL


class CaringNominated(Fact):
    """A kind that this version does not know."""

    staff: str


class Sang(Fact):
    """Tomorrow's shape of a fact that was `SangThen`."""

    upcasts: ClassVar[tuple[Upcast, ...]] = (renamed("it", "song"), renamed("text", "words"))
    song: str
    words: Personal = ""


class SangThen(Fact, tag="sang"):
    """Today's shape: version 1."""

    it: str
    text: Personal = ""


class NoteRow(Projected):
    said = peewee.TextField()

    class Meta:
        table_name = "note"


def noting(*kinds: type[Fact]) -> Projection:
    """A projection of these kinds. Its version stays the same whatever they are."""
    projection = Projection("notes", version=1, tables=(NoteRow,))
    for kind in kinds:
        projection.on(kind)(_note)
    return projection


def _note(rows: Rows, event: Event, fact: Fact) -> None:
    said = [value for value in msgspec.structs.astuple(fact) if isinstance(value, str)]
    rows.add(NoteRow, said=" ".join(said))


def notes(store: Store) -> list[str]:
    return sorted(row.said for row in NoteRow.select().execute(store.db))


def recorded(folder: Path, *facts: Fact, projection: Projection) -> list[Arrival]:
    """What another device, of another version, recorded."""
    store = open_store(folder, [projection], hall=HALL)
    for place, fact in enumerate(facts):
        with store.transaction(NIGHT) as tx:
            tx.record(fact, subject=f"{fact.kind()}:{folder.name}{place}", actor="1001")
    rows = store.db.execute_sql("SELECT event_id, field, salt, value FROM companion").fetchall()
    values = [Companion(event_id=a, field=b, salt=c, value=d) for a, b, c, d in rows]
    found = [(event, tuple(v for v in values if v.event_id == event.id), event.n) for event in store.events()]
    store.close()
    return found


def test_a_kind_that_came_before_its_version_is_folded_by_the_upgrade_itself(tmp_path: Path) -> None:
    newer = recorded(tmp_path / "newer", CaringNominated(staff="1001"), projection=noting(CaringNominated))
    store = open_store(tmp_path / "here", [*PROJECTIONS, noting(SangThen)], hall=HALL)
    store.receive(newer)
    assert "本版本还不认识的记录（caring_nominated）" in shown(store)
    assert notes(store) == []
    store.close()
    upgraded = open_store(tmp_path / "here", [*PROJECTIONS, noting(SangThen, CaringNominated)])
    assert notes(upgraded) == ["1001"]
    assert verify.projections(upgraded) == ()
    upgraded.close()


def test_a_renamed_field_is_read_under_both_names(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Today's program keeps tomorrow's event and goes on; tomorrow's reads both."""
    old = recorded(tmp_path / "old", SangThen(it="茉莉花", text="好听"), projection=noting(SangThen))
    new = recorded(tmp_path / "new", Sang(song="小白杨", words="更好"), projection=noting(Sang))
    assert [event.v for event, _, _ in (*old, *new)] == [1, 3]
    store = open_store(tmp_path / "here", [noting(SangThen)], hall=HALL)
    with caplog.at_level(logging.ERROR):
        store.receive([*new, *((event, values, 2) for event, values, _ in old)])
    assert ["cannot be folded" in message for message in caplog.messages] == [True]
    assert notes(store) == ["茉莉花 好听"]
    assert verify.journal(store).found is None
    store.close()
    upgraded = open_store(tmp_path / "here", [noting(Sang)])
    assert notes(upgraded) == ["小白杨 更好", "茉莉花 好听"]
    assert verify.journal(upgraded).found is None
    with upgraded.transaction(NIGHT) as tx:
        tx.erase("sang:old0", reason="到期")
    assert notes(upgraded) == ["小白杨 更好", "茉莉花 "]
    upgraded.close()
