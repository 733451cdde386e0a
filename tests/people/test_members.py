"""One person at a time: who may add, change and take whom off the roster, and what is refused."""

from pathlib import Path

import pytest

from shared.domain.actor import Actor
from shared.domain.roles import Role
from shared.journal.store import Store
from shared.people import actions, members, views
from tests.support.builders import HALL, PIN, actor, at, code, staffed_store

NEW = {"number": "1009", "name": "周敏", "hall": HALL, "window": "6", "post": "cashier", "role": "staff"}
SUPERVISOR, OFFICE = actor("2001", role=Role.SUPERVISOR), actor("9001", role=Role.OFFICE)
OTHER = "XJ"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = staffed_store(tmp_path)
    actions.set_hall(store, OTHER, "小吉大厅", "和平分公司", now=at("08:00"))
    return store


@pytest.mark.parametrize(
    ("who", "changed", "said"),
    [
        (SUPERVISOR, {}, None),
        (SUPERVISOR, {"hall": "和平大厅"}, None),
        (SUPERVISOR, {"role": "office", "post": ""}, "not_allowed"),
        (SUPERVISOR, {"hall": OTHER}, "only_own_hall"),
        (SUPERVISOR, {"hall": "没有"}, "hall_unknown"),
        (SUPERVISOR, {"number": "10 9"}, "bad_number"),
        (SUPERVISOR, {"number": "01001", "name": "周敏"}, "number_alike"),
        (SUPERVISOR, {"post": ""}, "unknown_post"),
        (SUPERVISOR, {"window": "里屋"}, "bad_window"),
        (SUPERVISOR, {"name": " "}, "missing_value"),
        (SUPERVISOR, {"name": "敏" * 61}, "text_too_long"),
        (SUPERVISOR, {"number": "9001", "name": "站长自己"}, "not_allowed"),
        (OFFICE, {"hall": OTHER}, None),
        (OFFICE, {"role": "office", "post": ""}, None),
        (actor("1001"), {}, "not_allowed"),
    ],
)
def test_who_may_set_whom(store: Store, who: Actor, changed: dict[str, str], said: str | None) -> None:
    before = views.everyone(store)
    assert code(members.set_member(store, who, NEW | changed, now=at("09:00"))) == said
    assert (views.everyone(store) != before) == (said is None)


def test_a_number_like_another_is_taken_when_confirmed(store: Store) -> None:
    written = NEW | {"number": "01001"}
    assert code(members.set_member(store, SUPERVISOR, written, distinct=True, now=at("09:00"))) is None
    assert {person.number for person in views.everyone(store)} >= {"1001", "01001"}


def test_who_leaves_and_comes_back_is_the_same_person(store: Store) -> None:
    assert code(members.leave(store, SUPERVISOR, "1001", now=at("09:00"))) is None
    assert views.person(store, "1001") is None
    assert code(members.leave(store, SUPERVISOR, "1001", now=at("09:01"))) == "unknown_person"
    back = NEW | {"number": "1001", "name": "王芳", "window": "3"}
    assert code(members.set_member(store, SUPERVISOR, back, now=at("09:02"))) is None
    person = views.person(store, "1001")
    assert person is not None
    assert (person.name, person.home) == ("王芳", "3")


@pytest.mark.parametrize(("number", "said"), [("3001", "only_own_hall"), ("9009", "not_allowed"), ("1001", None)])
def test_a_supervisor_brings_back_their_own_people_alone(store: Store, number: str, said: str | None) -> None:
    """The hub would set the others aside: they would be here and nowhere else."""
    theirs = NEW | {"number": "3001", "name": "钱多", "hall": OTHER}
    leader = NEW | {"number": "9009", "name": "孙平", "post": "", "role": "office"}
    for written in (theirs, leader):
        assert code(members.set_member(store, OFFICE, written, now=at("08:30"))) is None
    for left in ("3001", "9009", "1001"):
        assert code(members.leave(store, OFFICE, left, now=at("08:31"))) is None
    assert code(members.set_member(store, SUPERVISOR, NEW | {"number": number}, now=at("09:00"))) == said


@pytest.mark.parametrize(
    ("who", "number", "said"),
    [
        (SUPERVISOR, "2001", "not_oneself"),
        (SUPERVISOR, "9001", "not_allowed"),
        (OFFICE, "2001", None),
        (actor("1002"), "1001", "not_allowed"),
    ],
)
def test_who_may_take_whom_off(store: Store, who: Actor, number: str, said: str | None) -> None:
    assert code(members.leave(store, who, number, now=at("09:00"))) == said


def test_people_change_their_own_pin_with_the_old_one(store: Store) -> None:
    assert actions.set_pin(store, "1001", PIN, now=at("08:30")) is None
    assert code(members.change_pin(store, "1001", "000001", "482915", now=at("09:00"))) == "wrong_pin"
    assert code(members.change_pin(store, "1001", PIN, "111111", now=at("09:01"))) == "pin_too_simple"
    assert members.change_pin(store, "1001", PIN, "482915", now=at("09:02")) is None
    assert code(actions.sign_in(store, "1001", PIN, now=at("09:03"))) == "wrong_pin"
    assert code(actions.sign_in(store, "1001", "482915", now=at("09:04"))) is None
