"""A hall's first name, branch and PINs."""

import pytest

from shared.domain.refusal import Refusal
from shared.journal.store import Store
from shared.people import actions, hall_setup, rules, views
from shared.people.policy import PinsPolicy
from tests.support.builders import MORNING, code, empty_store, staffed_store


@pytest.fixture
def store(tmp_path):
    opened = empty_store(tmp_path)
    opened.set_setting("hall", "")
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("hall", "name", "branch", "refused"),
    [
        ("H" * 60, "名" * 60, "司" * 60, None),
        ("", "和平大厅", "和平分公司", None),
        ("H1", " ", "和平分公司", "hall_needs_name"),
        ("H1", "和平大厅", "", "hall_needs_name"),
        ("H" * 61, "和平大厅", "和平分公司", "text_too_long"),
        ("H1", "名" * 61, "和平分公司", "text_too_long"),
        ("H1", "和平大厅", "司" * 61, "text_too_long"),
    ],
)
def test_a_hall_has_a_name_and_a_branch_that_can_be_shown(store: Store, hall, name, branch, refused):
    assert code(hall_setup.set_up_hall(store, hall, name, branch, now=MORNING)) == refused
    assert [each.name for each in views.halls(store)] == ([] if refused else [name])


def test_a_device_without_a_hall_belongs_to_it_from_then_on_under_one_code(store: Store):
    for name in ("和平大厅", "和平 大厅", "和平总店"):
        assert hall_setup.set_up_hall(store, "hp 1", name, "和平分公司", now=MORNING) is None
    assert [(each.code, each.name) for each in views.halls(store)] == [("HP1", "和平总店")]
    assert store.hall == "HP1"
    before = len(store.events())
    hall_setup.set_up_hall(store, "", " 和平总店 ", "和平分公司", now=MORNING)
    assert len(store.events()) == before


def test_everybody_gets_a_pin_of_their_own_that_signs_in(tmp_path):
    store, seen = staffed_store(tmp_path), []
    made = hall_setup.hand_out_pins(store, ["1001", "1002"], now=MORNING, progress=lambda n, of: seen.append((n, of)))
    assert isinstance(made, dict)
    assert seen == [(0, 2), (1, 2), (2, 2)]
    for number, pin in made.items():
        assert rules.check_new_pin(pin, PinsPolicy()) is None
        assert code(actions.sign_in(store, number, pin, now=MORNING)) is None
    assert hall_setup.hand_out_pins(store, ["7777"], now=MORNING) == Refusal("unknown_person", {"number": "7777"})
    store.close()
