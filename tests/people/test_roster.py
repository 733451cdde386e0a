"""The roster: lines as people write them, whole persons set at once, duty, and the table of roles."""

import base64

import pytest
from msgspec.structs import replace

from shared.domain.refusal import Refusal
from shared.domain.roles import MAY, Act, Role, may
from shared.people import actions, facts, rules, views
from shared.people.rules import RosterLine
from tests.support.builders import HALL, MORNING, PIN, ROSTER, actor, code, elsewhere, empty_store, staffed_store

GOOD = {
    "number": "1001",
    "name": "王芳",
    "branch": "和平分公司",
    "hall": HALL,
    "window": "1",
    "post": "购气员",
    "role": "窗口人员",
}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, ("1001", "王芳", "1", "cashier", Role.STAFF)),
        ({"number": "7"}, ("7", "王芳", "1", "cashier", Role.STAFF)),
        ({"number": "A-" + "1" * 18}, ("A-" + "1" * 18, "王芳", "1", "cashier", Role.STAFF)),
        ({"number": " １００１ "}, ("1001", "王芳", "1", "cashier", Role.STAFF)),
        ({"window": "３号窗口"}, ("1001", "王芳", "3", "cashier", Role.STAFF)),
        ({"window": "12.0"}, ("1001", "王芳", "12", "cashier", Role.STAFF)),  # as Excel writes a number
        ({"window": "a1"}, ("1001", "王芳", "A1", "cashier", Role.STAFF)),
        ({"post": "consultant", "role": "supervisor"}, ("1001", "王芳", "1", "consultant", Role.SUPERVISOR)),
        ({"role": "站长（班长）"}, ("1001", "王芳", "1", "cashier", Role.SUPERVISOR)),
        ({"post": "", "role": "经营管理部", "window": ""}, ("1001", "王芳", "", "", Role.OFFICE)),
    ],
)
def test_good_lines(change, expected):
    line = rules.roster_line(GOOD | change)
    assert isinstance(line, RosterLine)
    assert (line.number, line.name, line.window, line.post, line.role) == expected


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"name": " "}, Refusal("missing_value", {"column": "name"})),
        ({"hall": ""}, Refusal("missing_value", {"column": "hall"})),
        ({"number": "1 1"}, Refusal("bad_number", {"value": "1 1"})),
        ({"number": "1" * 21}, Refusal("bad_number", {"value": "1" * 21})),
        ({"window": "abc"}, Refusal("bad_window", {"value": "abc"})),
        ({"window": "1.5"}, Refusal("bad_window", {"value": "1.5"})),
        ({"role": "boss"}, Refusal("unknown_role", {"value": "boss"})),
        ({"post": "pilot"}, Refusal("unknown_post", {"value": "pilot"})),
        ({"post": ""}, Refusal("unknown_post", {"value": ""})),
        ({"post": "pilot", "role": "office"}, Refusal("unknown_post", {"value": "pilot"})),
    ],
)
def test_bad_lines(change, refusal):
    assert rules.roster_line(GOOD | change) == refusal


def test_an_import_records_only_what_changed(tmp_path):
    store = empty_store(tmp_path)
    assert actions.import_staff(store, ROSTER, now=MORNING) == 6
    before = len(store.events())
    assert actions.import_staff(store, ROSTER, now=MORNING) == 0
    assert len(store.events()) == before
    moved = replace(ROSTER[0], name="王芳芳")
    assert actions.import_staff(store, [moved], now=MORNING) == 1
    assert views.person(store, "1001").name == "王芳芳"
    assert [hall.name for hall in views.halls(store)] == [HALL]


def test_a_hall_is_known_by_its_name_or_its_code(tmp_path):
    store = empty_store(tmp_path)
    actions.set_hall(store, "HP", HALL, "和平分公司", now=MORNING)
    actions.import_staff(store, ROSTER[:2], now=MORNING)
    assert {person.hall for person in views.everyone(store)} == {"HP"}
    assert actions.place_device(store, "XX", now=MORNING) == Refusal("unknown_hall", {"hall": "XX"})
    assert actions.place_device(store, "HP", now=MORNING) is None
    assert views.hall(store).name == HALL


def test_who_is_shown_to_customers(tmp_path):
    store = staffed_store(tmp_path)
    assert [person.number for person in views.on_duty(store, now=MORNING)] == ["1001", "1002", "1003", "1004"]
    actions.set_duty(store, actor("2001"), "1002", False, now=MORNING)
    assert actions.set_duty(store, actor("1001"), "1003", False, now=MORNING) == Refusal("not_allowed")
    unknown = actions.set_duty(store, actor("2001"), "7777", True, now=MORNING)
    assert unknown == Refusal("unknown_person", {"number": "7777"})
    assert actions.set_duty(store, actor("1003"), "1003", True, "9", now=MORNING) is None
    assert [(p.number, p.window) for p in views.on_duty(store, now=MORNING)] == [
        ("1001", "1"),
        ("1004", "4"),
        ("1003", "9"),
    ]


def test_photos_fit_an_event_and_belong_to_somebody(tmp_path):
    store = staffed_store(tmp_path)
    assert actions.set_photo(store, "1001", b"\xff\xd8 jpeg", now=MORNING) is None
    assert views.person(store, "1001").photo == b"\xff\xd8 jpeg"
    assert actions.set_photo(store, "1001", bytes(25_001), now=MORNING) == Refusal("photo_too_big", {"limit_kb": 25})
    assert actions.set_photo(store, "7777", b"x", now=MORNING) == Refusal("unknown_person", {"number": "7777"})


@pytest.mark.parametrize(
    ("giver", "image", "answer"),
    [
        ("2001", b"x", None),
        ("1001", b"x", "not_allowed"),  # not even one's own
        ("2001", None, "no_picture"),
        ("2001", bytes(25_000), None),
        ("2001", bytes(25_001), "photo_too_big"),
    ],
)
def test_whoever_keeps_the_roster_sets_photos(tmp_path, giver, image, answer):
    store = staffed_store(tmp_path)
    assert code(actions.set_photo(store, "1001", image, actor=actor(giver), now=MORNING)) == answer
    assert views.person(store, "1001").photo == (None if answer else image)


def test_a_photo_within_its_event_as_older_programs_sent_it_is_shown(tmp_path):
    store = staffed_store(tmp_path)
    elsewhere(store, "staff:1001", MORNING, facts.PhotoSet(image=base64.b64encode(b"jpeg").decode()))
    assert views.person(store, "1001").photo == b"jpeg"


def test_what_somebody_elsewhere_is_given_belongs_to_their_hall(tmp_path):
    """On the office's device, which is of all halls."""
    store = staffed_store(tmp_path)
    store.set_setting("hall", "*")
    office = actor("9001")
    actions.set_pin(store, "1001", PIN, actor=office, now=MORNING)
    actions.set_photo(store, "1001", b"x", actor=office, now=MORNING)
    actions.set_duty(store, office, "1001", True, now=MORNING)
    actions.sign_in(store, "1001", "000001", program="counter", now=MORNING)
    last = store.events()[-4:]
    assert [(event.kind, event.hall) for event in last] == [
        ("pin_set", HALL),
        ("photo_set", HALL),
        ("duty_set", HALL),
        ("pin_failed", HALL),
    ]
    assert last[-1].body == {"program": "counter"}


def test_the_table_of_roles():
    """Who may do what, spelt out once more by hand."""
    assert set(MAY) == set(Role)
    assert MAY[Role.STAFF] == {Act.SERVE, Act.GIVE_CARD}
    for act in (Act.REVIEW_CARDS, Act.CONSENT, Act.SIGN_DAY, Act.SEE_HALL):
        assert may(Role.SUPERVISOR, act)
        assert not may(Role.STAFF, act)
    for act in (Act.PROMOTE, Act.PUBLISH, Act.SEE_ALL_HALLS):
        assert may(Role.OFFICE, act)
        assert not may(Role.SUPERVISOR, act)
    assert not may(Role.OFFICE, Act.SERVE)


def test_somebody_who_left_is_off_the_roster_and_cannot_sign_in(tmp_path):
    store = staffed_store(tmp_path)
    actions.set_pin(store, "1003", "741852", now=MORNING)
    leaver = {"number": "1003", "name": "张伟", "branch": "和平分公司", "hall": HALL, "post": "购气员", "role": "staff"}
    line = rules.roster_line(leaver | {"active": "离职"})
    assert isinstance(line, RosterLine)
    assert actions.import_staff(store, [line], now=MORNING) == 1
    assert views.person(store, "1003") is None
    assert actions.sign_in(store, "1003", "741852", now=MORNING) == Refusal("wrong_pin")
    assert actions.import_staff(store, [line], now=MORNING) == 0
