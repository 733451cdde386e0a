"""The paper's year as a file: every figure of it comes out, and a card counts once."""

import random
import re
from datetime import date, timedelta

from shared.practice.cards.facts import P
from tests.cli.files import report, staff_lines

TOTALS_2014 = {"polite": 271, "patient": 281, "positive": 263, "passionate": 311, "professional": 230}
CHINESE = {"polite": "礼貌", "patient": "耐心", "positive": "积极", "passionate": "热情", "professional": "专业"}


def cards_of_2014():
    """(day, staff, p): 10 people reach bronze; one has 26 cards of two P only, one has 24 with all five."""
    each = {str(1000 + i): dict.fromkeys(TOTALS_2014, 6) for i in range(1, 11)}
    each["1011"] = {"polite": 13, "passionate": 13}
    each["1012"] = {"polite": 5, "patient": 5, "positive": 5, "passionate": 5, "professional": 4}
    cards = [(staff, p) for staff, by_p in each.items() for p, count in by_p.items() for _ in range(count)]
    rest = [p for p, total in TOTALS_2014.items() for _ in range(total - sum(q == p for _, q in cards))]
    cards += [(str(1013 + place % 68), p) for place, p in enumerate(rest)]
    chance = random.Random(2014)
    dated = [(date(2014, 1, 1) + timedelta(days=chance.randrange(365)), staff, p) for staff, p in cards]
    return sorted(dated)


def test_the_year_2014_comes_out_exactly_and_a_file_counts_once(run, write):
    cards = cards_of_2014()
    assert len(cards) == 1356
    run("import", "staff", write("staff.csv", *staff_lines()))
    file = write("cards.csv", "date,staff,p", *(f"{day.isoformat()},{staff},{p}" for day, staff, p in cards))
    for added in (1356, 0):
        assert re.search(rf"\b{added} ", run("--lang", "en", "import", "cards", file).stdout.split(",")[1])
        found = report(run)
        assert list(found) == ["year", "staff", "total", "by_p", "promoted", "by_staff"]
        assert (found["year"], found["staff"], found["total"], found["promoted"]) == (2014, 80, 1356, 10)
        assert found["by_p"] == TOTALS_2014
    assert {one["number"] for one in found["by_staff"] if one["level"] == "bronze"} == {
        str(n) for n in range(1001, 1011)
    }
    assert sum(one["total"] for one in found["by_staff"]) == 1356
    assert all(sum(one["by_p"].values()) == one["total"] for one in found["by_staff"])
    assert report(run, 2015)["total"] == 0

    chinese = (f"{day.year}年{day.month}月{day.day}日,{staff},{CHINESE[p]},用户," for day, staff, p in cards)
    run("import", "cards", write("again.csv", "日期,工号,卡,赠卡人,留言", *chinese, encoding="gb18030"))
    assert report(run)["total"] == 1356  # the same cards written the Chinese way
    run("verify")


def test_the_five_p_are_those_of_the_code():
    assert set(TOTALS_2014) == {p.value for p in P}
