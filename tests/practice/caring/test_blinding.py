"""Known strings are removed; what is left is read by a person (resources/handbook/practices.en.md §6)."""

import pytest

from shared.domain import blinding
from shared.domain.blinding import Known, Person
from shared.practice.caring.policy import Caring

KNOWN = Known(
    hero="1001",
    people=(
        Person("1001", "王丽"),
        Person("1002", "李明"),
        Person("1003", "李芳"),
        Person("0107", "欧阳雪"),
        Person("1005", "张三丰"),
    ),
    own_halls=("H1", "和平大厅"),
    other_halls=("铁西大厅",),
    branches=("第一分公司",),
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("王丽扶老人过马路", "〔本人〕扶老人过马路"),
        ("王 丽", "〔本人〕"),
        ("王姐真热情，王师傅、王老师", "〔本人〕真热情，〔本人〕、〔本人〕"),
        ("李明和李芳，李明", "〔同事甲〕和〔同事乙〕，〔同事甲〕"),
        ("李哥", "〔同事〕"),  # two are called so
        ("欧阳姐与欧阳雪", "〔同事甲〕与〔同事甲〕"),
        ("工号1001，不是11001或10011", "工号〔本人〕，不是11001或10011"),
        ("0107号", "〔同事甲〕号"),
        ("工号１００１，不是１００１２", "工号〔本人〕，不是１００１２"),
        ("电话１３８１２３４５６７８", "电话〔电话〕"),
        ("在和平大厅（h1）3号窗口", "在〔本厅〕（〔本厅〕）〔窗口〕"),
        ("铁西大厅，第一分公司，三号窗", "〔他厅〕，〔分公司〕，〔窗口〕"),
        ("窗口12来了人", "〔窗口〕来了人"),
        ("电话13812345678或024-23456789", "电话〔电话〕或〔电话〕"),
        ("138 1234 5678", "〔电话〕"),
        ("等了12345678901234分", "等了12345678901234分"),
        ("张三丰说张三", "〔同事甲〕说张三"),
        ("没有人名", "没有人名"),
        ("", ""),
    ],
)
def test_known_strings(text, shown):
    assert blinding.blind(text, KNOWN, Caring().titles).text == shown


def test_the_editor_can_mark_what_was_replaced():
    text = "早上王姐在3号窗口"
    marked = blinding.blind(text, KNOWN, Caring().titles).replaced
    assert [(each.original, each.shown) for each in marked] == [("王姐", "〔本人〕"), ("3号窗口", "〔窗口〕")]
    assert all(text[each.start : each.end] == each.original for each in marked)


def test_after_the_tenth_colleague_they_are_counted():
    people = tuple(Person(str(n), f"赵{name}") for n, name in enumerate("一二三四五六七八九十白红"))
    told = blinding.blind("".join(each.name + "，" for each in people), Known("x", people, ()), Caring().titles).text
    assert told.endswith("〔同事癸〕，〔同事11〕，〔同事12〕，")


def test_an_empty_roster_removes_windows_and_phones_only():
    assert blinding.blind("王丽在3号窗口", Known("1", (), ()), Caring().titles).text == "王丽在〔窗口〕"


@pytest.mark.parametrize(("name", "family"), [("王丽", "王"), ("欧阳雪", "欧阳"), ("欧阳", "欧"), ("司马懿", "司马")])
def test_surnames(name, family):
    assert blinding.surname(name) == family
