"""The 5P report by month, quarter, hall and post, ranked by how sure a rate is."""

import json

import pytest

from tests.cli.files import STAFF_HEAD


@pytest.fixture
def brought(run, write):
    staff = (f"{n},员工{n},和平分公司,{hall},1,{post},staff" for n, hall, post in PEOPLE)
    run("import", "staff", write("s.csv", STAFF_HEAD, *staff))
    work = [f"2026-02-02,{number},燃气费收取,{served}" for number, (_, served) in FIGURES.items()]
    run("import", "workload", write("w.csv", "日期,工号,业务,笔数", *work))
    cards = [f"2026-02-03,{number},礼貌" for number, (count, _) in FIGURES.items() for _ in range(count)]
    run("import", "cards", write("c.csv", "日期,工号,卡", *cards, "2026-05-03,1001,耐心", "2026-05-03,1001,耐心"))


PEOPLE = (
    ("1001", "甲厅", "cashier"),
    ("1002", "甲厅", "cashier"),
    ("1003", "乙厅", "consultant"),
    ("1004", "乙厅", "cashier"),
)
FIGURES = {"1001": (20, 1000), "1002": (5, 200), "1003": (12, 1100), "1004": (3, 9)}


def report(run, *words):
    return json.loads(run("report", "cards", *words, "--json").stdout)


def test_twenty_of_a_thousand_stand_before_five_of_two_hundred(run, brought):
    found = report(run, "--month", "2026-02")
    rows = {row["key"]: (row["rank"], row["per_1000"]) for row in found["rows"]}
    assert rows == {"1001": (1, "12.98"), "1002": (2, "10.72"), "1003": (3, "6.25"), "1004": (None, None)}
    assert (found["total"], found["first"], found["last"]) == (40, "2026-02-01", "2026-02-28")


def test_rows_without_a_card_were_ranked_by_what_rounding_left(run, write, brought):
    work = ("2026-07-02,1001,燃气费收取,624", "2026-07-02,1002,燃气费收取,20", "2026-07-02,1003,燃气费收取,33")
    run("import", "workload", write("july.csv", "日期,工号,业务,笔数", *work))
    rows = report(run, "--month", "2026-07")["rows"]
    assert [(row["key"], row["rank"], row["per_1000"]) for row in rows] == [
        *((number, 1, "0.00") for number in ("1001", "1002", "1003"))
    ]


@pytest.mark.parametrize(
    ("words", "totals"),
    [
        (("--quarter", "2026Q1"), {"1001": 20, "1002": 5, "1003": 12, "1004": 3}),
        (("--quarter", "2026-2"), {"1001": 2}),
        (("--year", "2026", "--by", "hall"), {"甲厅": 27, "乙厅": 15}),
        (("--year", "2026", "--by", "post"), {"cashier": 30, "consultant": 12}),
        (("--year", "2026", "--by", "month"), {"2026-02": 40, "2026-05": 2}),
        (("--year", "2026", "--hall", "乙厅"), {"1003": 12, "1004": 3}),
    ],
)
def test_totals_by_key_and_period(run, brought, words, totals):
    assert {row["key"]: row["total"] for row in report(run, *words)["rows"]} == totals


def test_posts_are_named_and_days_are_told_by_counters_alone(run, brought):
    found = report(run, "--year", "2026", "--by", "post")
    assert {row["key"]: row["name"] for row in found["rows"]} == {"cashier": "购气员", "consultant": "咨询员"}
    assert json.loads(run("report", "days", "--month", "2026-02", "--json").stdout) == []


def test_the_table_for_reading_and_a_question_without_a_time(run, brought):
    assert "12.98" in run("report", "cards", "--month", "2026-02").stdout
    assert "--quarter" in run("report", "cards", "--hall", "甲厅", code=2).stderr
