"""A thing that a newer office gave a field more keeps it when an older program sets the thing again."""

from pathlib import Path
from typing import Any, ClassVar

import msgspec
import pytest

from shared.domain.fact import Fact, Upcast, WholeFact, renamed
from shared.domain.roles import Role
from shared.journal import seal, verify
from shared.journal.event import Companion, Event, digest
from shared.journal.opening import open_store
from shared.journal.projection import Projection, Projections
from shared.journal.store import Store
from shared.people import actions as people
from shared.people.rules import RosterLine
from shared.practice.learning.facts import QuestionSet
from shared.practice.performance import actions as pay
from shared.practice.performance.facts import PoolSet
from shared.practice.performance.rules.import_lines import PoolLine
from shared.registry import PROJECTIONS
from tests.older import Arrival, arrivals
from tests.older.test_every_kind import with_more
from tests.older.tomorrow import NEWER, NIGHT, opened
from tests.support.builders import HALL, actor
from tests.support.examples import example

LATER = NIGHT + 1000
FACTS = Projections(PROJECTIONS).fact_types.values()
WHOLE = sorted((fact for fact in FACTS if issubclass(fact, WholeFact)), key=lambda fact: fact.kind())
DONE_ANEW = {
    "attendance_set": "what the trainer saw",
    "candidate_set": "a consent",
    "duty_set": "somebody comes or goes",
    "photo_set": "another picture",
    "pin_set": "another PIN",
    "scoring_set": "opened or closed",
}
PLANNED_ONCE = {"session_planned", "activity_planned", "contest_planned"}
"""Each is the first event of a subject of its own."""


def tomorrows(body: dict[str, Any], kind: str, subject: str, *personal: Companion, n: int = 1, v: int = 1) -> Arrival:
    """An event of an office that was upgraded first."""
    where: dict[str, Any] = {"station": "tomorrow", "hall": "*", "actor": "", "ts": NIGHT + n, "occurred_at": NIGHT}
    event = Event(id=f"tomorrow{n}", n=n, kind=kind, subject=subject, body=body, v=v, **where)
    event = msgspec.structs.replace(event, link=seal.link(seal.START, event))
    return event, tuple(personal), n


def plain(fact: Fact) -> dict[str, Any]:
    body: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(fact))
    del body["kind"]
    return body


def keeping(folder: Path, *kinds: type[Fact]) -> Store:
    """A journal that knows these kinds and computes nothing from them."""
    projection = Projection("kept", version=1, tables=())
    for kind in kinds:
        projection.on(kind)(lambda *_: None)
    return open_store(folder, [projection], hall=HALL)


def last(store: Store, subject: str, kind: str) -> dict[str, Any]:
    return [event.body for event in store.events() if (event.subject, event.kind) == (subject, kind)][-1]


def test_whatever_is_set_whole_is_declared_so() -> None:
    names = {fact.kind() for fact in FACTS if fact.kind().endswith(("_set", "_planned", "_saved", "_changed"))}
    assert names - DONE_ANEW.keys() - PLANNED_ONCE == {
        fact.kind() for fact in WHOLE if fact.kind().endswith(("_set", "_planned", "_saved", "_changed"))
    }


@pytest.mark.parametrize("kind", WHOLE, ids=lambda kind: kind.kind())
def test_every_field_of_a_newer_version_is_carried_over(kind: type[Fact], tmp_path: Path) -> None:
    store, fact = keeping(tmp_path, kind), example(kind)
    body = with_more(kind.kind(), plain(fact))
    store.receive([tomorrows(body, kind.kind(), "a:x")])
    with store.transaction(LATER) as tx:
        said = tx.record(fact, subject="a:x").body
    assert said.keys() == body.keys()
    assert newer_in(said) == newer_in(body) > 0
    store.close()


def newer_in(value: Any) -> int:
    """In how many objects the newer field stands."""
    if isinstance(value, list):
        return sum(map(newer_in, value))
    return sum(map(newer_in, value.values())) + (NEWER in value) if isinstance(value, dict) else 0


def test_an_older_office_edits_hall_and_roster(tmp_path: Path) -> None:
    """The hall's opening hours and the person's languages of tomorrow were gone after it."""
    store = opened(tmp_path, arrivals())
    hall, staff = last(store, f"hall:{HALL}", "hall_set"), last(store, "staff:1001", "staff_set")
    store.receive(
        [
            tomorrows({**hall, "hours": {"from": "08:30"}}, "hall_set", f"hall:{HALL}"),
            tomorrows({**staff, "languages": ["zh", "en"]}, "staff_set", "staff:1001", n=2),
        ]
    )
    people.set_hall(store, HALL, "和平路大厅", hall["branch"], now=LATER)
    line = RosterLine("1001", "王芳", staff["branch"], HALL, "7", staff["post"], Role.STAFF)
    assert people.import_staff(store, [line], now=LATER) == 1
    said = last(store, f"hall:{HALL}", "hall_set")
    assert (said["name"], said["hours"]) == ("和平路大厅", {"from": "08:30"})
    said = last(store, "staff:1001", "staff_set")
    assert (said["window"], said["languages"]) == ("7", ["zh", "en"])
    store.close()


def test_things_of_one_subject_are_told_apart(tmp_path: Path) -> None:
    """All pools of a month are said of the month."""
    store = opened(tmp_path, arrivals())
    pools = [PoolSet(month="2026-03", post=post, hall=HALL, amount=100_00) for post in ("cashier", "consultant")]
    said = [msgspec.to_builtins(pool) | {"note": pool.post} for pool in pools]
    store.receive([tomorrows(body, "pool_set", "pay:2026-03", n=n) for n, body in enumerate(said, start=1)])
    line = PoolLine("2026-03", HALL, "cashier", 200_00)
    assert pay.set_pools(store, [line], "", actor=actor("9001"), now=LATER) == 1
    assert last(store, "pay:2026-03", "pool_set")["note"] == "cashier"
    store.close()


def test_a_personal_value_of_a_newer_version_is_carried_over_and_erased_with_the_others(tmp_path: Path) -> None:
    store = opened(tmp_path, arrivals())
    value = Companion(event_id="tomorrow1", field=NEWER, salt="00", value="13800138000")
    body = {**last(store, f"hall:{HALL}", "hall_set"), NEWER: digest(value.salt, value.value)}
    store.receive([tomorrows(body, "hall_set", f"hall:{HALL}", value)])
    people.set_hall(store, HALL, "和平路大厅", "和平", now=LATER)
    assert last(store, f"hall:{HALL}", "hall_set")[NEWER] == body[NEWER]
    query = "SELECT value FROM companion WHERE field = 'from_tomorrow'"
    assert store.db.execute_sql(query).fetchall() == [("13800138000",)] * 2
    assert verify.journal(store).found is None
    with store.transaction(LATER) as tx:
        tx.erase(f"hall:{HALL}", reason="asked", hall="*")
    assert store.db.execute_sql(query).fetchall() == []
    store.close()


class SongSet(WholeFact):
    """Tomorrow's shape of what is `SongSetThen` today."""

    upcasts: ClassVar[tuple[Upcast, ...]] = (renamed("text", "words"),)
    song: str
    words: str = ""


class SongSetThen(WholeFact, tag="song_set"):
    song: str
    text: str = ""


def test_what_an_older_program_says_under_the_old_name_is_the_later(tmp_path: Path) -> None:
    """It carries the new name over, which it does not know, beside its own."""
    store = keeping(tmp_path, SongSetThen)
    store.receive([tomorrows({"song": "茉莉花", "words": "好听", "key": "G"}, "song_set", "song:1", v=2)])
    with store.transaction(LATER) as tx:
        tx.record(SongSetThen(song="茉莉花", text="更好"), subject="song:1")
    store.close()
    upgraded = keeping(tmp_path, SongSet)
    event = upgraded.events()[-1]
    assert upgraded.fact(event) == SongSet(song="茉莉花", words="更好")
    assert upgraded.body(event)["key"] == "G"
    upgraded.close()


def test_a_removed_line_stays_removed(tmp_path: Path) -> None:
    """Of a list only the entries that are in it again keep their newer fields."""
    store = keeping(tmp_path, QuestionSet)
    body = with_more("question_set", plain(example(QuestionSet)))
    body["choices"].append({**body["choices"][0], "text": "y"})
    store.receive([tomorrows(body, "question_set", "a:x")])
    with store.transaction(LATER) as tx:
        said = tx.record(example(QuestionSet), subject="a:x").body
    assert [(each["text"], each[NEWER]) for each in said["choices"]] == [("x", 1)]
    store.close()
