"""The report of cards: which days are asked for, from how many on a row is ranked, months of a year, its files."""

from datetime import date

import pytest
from openpyxl import load_workbook

from shared.practice.cards.facts import Giver, P
from shared.practice.cards.importing import import_cards
from shared.practice.cards.paper_cards import PaperCard
from shared.practice.workload import actions as workload
from shared.practice.workload.rules import WorkLine
from shared.qt.charts.bars import Bar, Bars
from shared.report import card_files, cards
from tests.support.builders import at, staffed_store
from tests.support.paper import text_of

NOW = at("09:00", date(2027, 3, 1))


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ({"year": 2026}, date(2026, 1, 1), date(2026, 12, 31)),
        ({"year": None, "month": "2026-02"}, date(2026, 2, 1), date(2026, 2, 28)),
        ({"year": None, "quarter": "2026Q1"}, date(2026, 1, 1), date(2026, 3, 31)),
        ({"year": None, "quarter": "2026-q4"}, date(2026, 10, 1), date(2026, 12, 31)),
        ({"year": 2026, "quarter": "2"}, date(2026, 4, 1), date(2026, 6, 30)),
    ],
)
def test_the_days_of_a_year_a_month_or_a_quarter(asked, first, last):
    assert cards.span(**asked) == (first, last)


@pytest.mark.parametrize(("year", "quarter"), [(None, ""), (None, "1"), (2026, "5"), (2026, "0"), (None, "2026Q12")])
def test_no_days_are_meant_by(year, quarter):
    assert cards.span(year, quarter=quarter) is None


@pytest.fixture
def store(tmp_path):
    """Ten numbers served and one card each by 1001; nine by 1002; a colleague's card; cards of December and January."""
    opened = staffed_store(tmp_path)
    work = [WorkLine(date(2026, 2, 3), number, "gas_payment", n) for number, n in (("1001", 10), ("1002", 9))]
    workload.import_workload(opened, work, "machine", now=NOW)
    given = [
        (date(2026, 2, 3), "1001", Giver.CUSTOMER),
        (date(2026, 2, 3), "1002", Giver.CUSTOMER),
        (date(2026, 2, 3), "1002", Giver.COLLEAGUE),
        (date(2025, 12, 31), "1001", Giver.CUSTOMER),
        (date(2026, 12, 31), "1003", Giver.CUSTOMER),
        (date(2027, 1, 1), "1001", Giver.CUSTOMER),
    ]
    import_cards(opened, [PaperCard(day, staff, P.POLITE, giver, "") for day, staff, giver in given], now=NOW)
    yield opened
    opened.close()


def test_a_row_is_ranked_from_ten_served_numbers_on(store):
    found = cards.report(store, date(2026, 1, 1), date(2026, 12, 31))
    assert [(row.key, row.total, row.served, row.rank) for row in found.rows] == [
        ("1001", 1, 10, 1),
        ("1002", 1, 9, None),
        ("1003", 1, 0, None),
    ]
    assert (found.total, found.from_staff) == (3, 1)


def test_a_year_by_months_has_customers_cards_alone(store):
    found = cards.monthly(store, 2026)
    assert found[P.POLITE] == (0, 2, *(0,) * 9, 1)
    assert found[P.PATIENT] == (0,) * 12


NAMES = {"1001": "王芳", "1002": "李娜", "1003": "张伟"}


def test_the_report_as_a_workbook_has_figures(store, tmp_path):
    found = cards.report(store, date(2026, 1, 1), date(2026, 12, 31))
    card_files.write(found, "全部大厅", NAMES, (), tmp_path / "report.xlsx", "xlsx")
    [sheet] = load_workbook(tmp_path / "report.xlsx").worksheets
    assert found.rows[0].per_1000
    _, first, second, third = ([cell.value for cell in row] for row in sheet.iter_rows())
    assert first[:5] + first[8:] == [1, "1001", "王芳", 1, 0, 1, 10, float(round(found.rows[0].per_1000, 4))]
    assert second[:5] + second[8:] == [None, "1002", "李娜", 1, 0, 1, 9, None]
    assert (third[1], third[-2:]) == ("1003", [0, None])


def test_the_report_on_paper_has_every_row_its_pictures_and_its_pages(store, tmp_path, qapp):
    found = cards.report(store, date(2026, 1, 1), date(2026, 12, 31))
    charts = [Bars("各P", (Bar("polite", "礼貌", 3),))] * 3
    card_files.write(found, "全部大厅", NAMES, charts, tmp_path / "report.pdf", "pdf")
    pages = text_of(tmp_path / "report.pdf")
    whole = "".join(pages)
    assert all(name in whole for name in NAMES.values())
    assert whole.count("各P") == 3
    assert "全部大厅·2026年1月1日—2026年12月31日" in whole
    assert [page.endswith(f"{n}/{len(pages)}") for n, page in enumerate(pages, start=1)] == [True] * len(pages)
