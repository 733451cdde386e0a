"""What the frozen program wrote is read today, and what is written today is read by it."""

import logging
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from shared.daily_log import sections
from shared.daily_log import views as daily_log
from shared.domain.fact import Fact
from shared.journal import verify
from shared.journal.event import PersonalErased
from shared.journal.opening import open_store
from shared.journal.projection import Projection
from shared.journal.stations import StationReplaced
from shared.journal.store import Store
from shared.people.facts import PinFailed
from shared.practice.cards import views as cards
from shared.practice.happiness import views as happiness
from shared.practice.pauses import views as pauses
from shared.practice.rulebook import views as rulebook
from shared.reference import views as reference
from shared.registry import PROJECTIONS
from tests.older import arrivals, fact_types
from tests.support.builders import HALL, MONDAY, at

NIGHT = at("23:00")


@pytest.fixture
def store(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> Iterator[Store]:
    """A device of today that received all of it; nothing was left out."""
    opened = open_store(tmp_path, PROJECTIONS, hall=HALL)
    with caplog.at_level(logging.WARNING):
        opened.receive(arrivals())
    assert caplog.messages == []
    yield opened
    opened.close()


def holds(said: object, body: object) -> bool:
    """Whether all of `body` stands in what is said today; newer fields may stand beside it."""
    if isinstance(body, dict):
        return isinstance(said, dict) and all(name in said and holds(said[name], value) for name, value in body.items())
    return said == body


def test_every_frozen_event_is_read_with_all_its_fields(store: Store) -> None:
    personal = {(one.event_id, one.field): one.value for _, values, _ in arrivals() for one in values}
    for event, _, _ in arrivals():
        if event.kind == PersonalErased.kind() or event.subject == "inquiry:2":  # erased since
            continue
        said = msgspec.json.decode(msgspec.json.encode(store.fact(event)))
        body = {name: personal.get((event.id, name), value) for name, value in store.body(event).items()}
        assert holds(said, body), event.kind


def test_the_frozen_chain_holds(store: Store) -> None:
    assert verify.journal(store).found is None
    assert verify.projections(store) == ()


def test_the_frozen_day_is_shown(store: Store) -> None:
    mine = cards.mine(store, "1001", now=NIGHT)
    assert (mine.total, mine.from_staff) == (3, 0)
    assert [pause.length_ms for pause in pauses.of_day(store, HALL, MONDAY)] == [290_000]
    assert reference.policy(store).version == 2
    assert (reference.calendar(store).version, list(reference.calendar(store).years)) == (2, [2026])
    assert [line.name for line in happiness.station(store).hotlines] == ["主管领导"]
    assert [chapter.title for chapter in rulebook.chapters(store)] == ["微笑服务"]


def test_a_field_that_has_a_better_name_since_is_shown_under_it(store: Store) -> None:
    log = daily_log.day(store, HALL, MONDAY, now=NIGHT)
    said = [row[1] for part in sections.sections(log) if part.name == "lines" for row in part.rows]
    assert "王芳(1001)的密码输入有误（自助屏）" in said
    assert "李娜(1002)的密码输入有误（窗口电脑）" in said
    assert "王芳(1001)登录（窗口电脑）" in said


def test_the_frozen_program_reads_what_is_written_today(
    tmp_path: Path, store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    """By the facts as it knew them, on a journal of its own. What it has no name for it ignores."""
    known, read = fact_types(), dict[str, Fact]()
    then = Projection("then", version=1, tables=())
    for fact_type in known.values():
        then.on(fact_type)(lambda _, event, fact: read.update({event.id: fact}))
    today = open_store(tmp_path / "today", PROJECTIONS, hall=HALL)
    with today.transaction(NIGHT) as tx:
        for event, _, _ in arrivals():
            if event.kind not in (PersonalErased.kind(), StationReplaced.kind()):
                tx.record(store.fact(event), subject=event.subject, actor=event.actor)
    written = today.events()
    older = open_store(tmp_path / "older", [then])
    older.receive([(event, (), event.n) for event in written])
    assert caplog.messages == []
    assert set(read) == {event.id for event in written}
    failed = [event for event in written if event.kind == PinFailed.kind()]
    assert {event.v for event in failed} == {2}
    assert {getattr(read[event.id], "where", None) for event in failed} == {""}  # it counts the wrong PIN all the same
    today.close()
    older.close()
