"""Who is named in a text: colleagues as they agree to, customers never."""

import pytest

from shared.domain.refusal import Refusal
from shared.practice.column.facts import Naming
from shared.practice.column.policy import ColumnPolicy
from shared.practice.column.rules import issues, naming
from shared.practice.column.rules.naming import Colleague

PEOPLE = tuple(
    Colleague(number, name, post)
    for number, name, post in (
        ("1001", "张敏", "购气员"),
        ("1002", "李娜", "购气员"),
        ("1003", "王芳", "咨询员"),
        ("1004", "王芳", "购气员"),
    )
)
KNOWN = {each.number: each for each in PEOPLE}
TITLES = ColumnPolicy().titles


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("张敏帮了李 娜", "〔1001〕帮了〔1002〕"),
        ("〔1001〕和〔1003〕", "〔1001〕和〔1003〕"),
        ("工号1001", "〔1001〕"),
        ("共1001笔，1001元", "共1001笔，1001元"),
        ("〔张敏〕和〔李娜", "〔1001〕和〔〔1002〕"),  # only a whole mark is one
        ("张敏〕", "〔1001〕〕"),
        ("一位大爷和一位女士", "一位大爷和一位女士"),
        ("王芳来了", "several_called_so"),
        ("张姐真好", "somebody_called"),
        ("陈大爷来交费", "somebody_called"),
        ("请打13812345678", "phone_in_text"),
    ],
)
def test_names_become_marks_and_nobody_else_is_called(text, answer):
    marked = naming.marked(text, PEOPLE, TITLES)
    assert (marked.code if isinstance(marked, Refusal) else marked) == answer


@pytest.mark.parametrize(
    ("agreed", "shown"),
    [
        ({}, "同事甲和同事乙，同事甲"),
        ({"1001": Naming.NAMED, "1003": Naming.POST}, "张敏和咨询员，张敏"),
        ({"1001": Naming.POST, "1003": Naming.ANONYMOUS}, "购气员和同事，购气员"),
        ({"1001": Naming.NO, "1003": Naming.NAMED}, "同事和王芳，同事"),
    ],
)
def test_everybody_appears_as_they_agree_to(agreed, shown):
    assert naming.shown("〔1001〕和〔1003〕，〔1001〕", KNOWN, agreed) == shown


def test_twelve_who_would_read_alike_are_told_apart():
    numbers = [f"20{n:02}" for n in range(12)]
    shown = naming.shown("".join(f"〔{number}〕" for number in numbers), {}, {})
    assert shown == "".join(f"同事{each}" for each in (*"甲乙丙丁戊己庚辛壬癸", 11, 12))


def test_the_names_an_editor_reads_turn_back_into_the_same_marks():
    text = "〔1001〕请〔1003〕帮忙"
    edited = naming.edited(text, KNOWN)
    assert edited == "张敏请〔1003〕帮忙"  # two are called 王芳
    assert naming.marked(edited, PEOPLE, TITLES) == text


@pytest.mark.parametrize(
    ("then", "now", "later"),
    [
        (Naming.NAMED, Naming.NAMED, Naming.NAMED),
        (Naming.NAMED, Naming.POST, Naming.POST),
        (Naming.NAMED, Naming.NO, Naming.ANONYMOUS),
        (Naming.POST, Naming.NAMED, Naming.POST),  # what is published is frozen
    ],
)
def test_a_later_edition_never_says_more_of_somebody(then, now, later):
    assert issues.at_most(then, now) is later
