"""A staff list compared with the roster: what is refused, and what whoever imports it may choose."""

import pytest

from shared.domain.refusal import Refusal
from shared.domain.roles import Role
from shared.people import roster
from shared.people.roster import Choices, Hall, KnownPerson, Site
from shared.people.rules import RosterLine

PEACE, WEST = "和平大厅", "铁西大厅"
SITE = Site(
    halls=(Hall("HP", PEACE, "和平分公司"), Hall("TX", WEST, "铁西分公司")),
    people=(KnownPerson("0012", "王芳", "HP", active=True), KnownPerson("0013", "李娜", "HP", active=False)),
)


def line(number: str, name: str, hall: str = PEACE, branch: str = "", *, active: bool = True) -> RosterLine:
    branch = branch or ("铁西分公司" if hall in (WEST, "TX") else "和平分公司")
    return RosterLine(number, name, branch, hall, "", "cashier", Role.STAFF, active)


def refused(*lines: RosterLine, site: Site = SITE, choices: Choices | None = None) -> list[tuple[int, str]]:
    found = roster.refusals(site, [*enumerate(lines, start=2)], choices or Choices())
    return [(number, refusal.code) for number, refusal in found]


@pytest.mark.parametrize(
    ("hall", "branch", "code"),
    [
        (PEACE, "和平分公司", None),
        ("hp", "和平分公司", None),
        ("和平大庁", "和平分公司", "hall_nearest"),
        ("远方站", "和平分公司", "hall_unknown"),
        (PEACE, "铁西分公司", "hall_of_branch"),
    ],
)
def test_a_line_names_a_hall_that_is_known(hall, branch, code):
    assert refused(line("2001", "周敏", hall, branch)) == ([(2, code)] if code else [])


def test_a_new_hall_is_made_where_there_is_none_or_it_was_chosen():
    new = line("2001", "周敏", "远方站", "远方分公司")
    assert refused(new, choices=Choices(make_halls=True)) == []
    assert refused(new, site=Site()) == []


def test_a_hall_goes_to_another_branch_when_that_was_chosen_or_its_people_left():
    assert refused(line("2001", "周敏", PEACE, "铁西分公司"), choices=Choices(move_halls=True)) == []
    assert refused(line("2001", "周敏", PEACE, "铁西分公司", active=False)) == []


def test_nobody_is_listed_twice():
    found = roster.refusals(SITE, [(2, line("2001", "周敏")), (5, line("2001 ", "周敏敏"))], Choices())
    assert found == [(5, Refusal("twice", {"number": "2001 ", "first": 2}))]


@pytest.mark.parametrize("distinct", [False, True])
@pytest.mark.parametrize(
    ("number", "name", "hall", "code"),
    [
        ("0012", "王芳芳", PEACE, None),  # that is them, by another name
        ("12", "王芳", PEACE, "near_same"),
        ("12", "王芳", WEST, "near_other"),
        ("12", "周敏", PEACE, "near_other"),
        ("13", "李娜", PEACE, "near_other"),  # who has left is nobody's double
        ("120", "王芳", PEACE, None),
    ],
)
def test_a_number_without_its_zeros_is_refused_but_for_distinct_people(number, name, hall, code, distinct):
    taken = code is None or (distinct and code == "near_other")
    assert refused(line(number, name, hall), choices=Choices(distinct=distinct)) == ([] if taken else [(2, code)])


@pytest.mark.parametrize("distinct", [False, True])
@pytest.mark.parametrize(
    ("name", "hall", "code"),
    [("周敏", PEACE, "near_same_line"), ("周敏", WEST, "near_other_line"), ("孙平", PEACE, "near_other_line")],
)
def test_so_it_is_within_the_list(name, hall, code, distinct):
    lines = line("0020", "周敏"), line("20", name, hall)
    taken = distinct and code == "near_other_line"
    assert refused(*lines, choices=Choices(distinct=distinct)) == ([] if taken else [(3, code)])


def test_a_wrong_number_is_corrected_by_one_list_in_which_its_holder_leaves():
    assert refused(line("12", "王芳"), line("0012", "王芳", active=False)) == []
    assert refused(line("0020", "周敏", active=False), line("20", "周敏")) == []
