"""A verdict's way at the counter, the year's board, and the office's navigation by the four themes; by keyboard."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from counter import navigation
from counter.kit.place import Theme
from counter.kit.words import say
from shared.domain.roles import Role
from shared.journal.store import Store
from shared.practice.assessment import actions as assessment
from shared.practice.assessment.facts import Visit
from shared.practice.assessment.rules.import_lines import InspectedLine, YearFigure
from shared.practice.complaints import views
from shared.practice.complaints.rules import State
from shared.practice.inquiries import actions as inquiries
from shared.practice.inquiries.facts import Topic
from shared.reference.views import policy
from tests.counter.conftest import CTRL, Counter
from tests.support.builders import HALL, MORNING, actor, at

KEY, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def complaint(store: Store) -> str:
    """A closed complaint of the hall on which nobody proposed."""
    opened = inquiries.open_inquiry(store, actor("1001"), text="态度不好", topic=Topic.COMPLAINT, now=MORNING)
    assert inquiries.close(store, actor("1001"), opened.id, "已致歉", now=at("09:30")) is None
    return str(opened.id)


def state(store: Store, ticket: str) -> State:
    found = views.case(store, ticket)
    assert found is not None
    return found.state


def proposes(counter: Counter) -> None:
    counter.presses(KEY.Key_Return, CTRL)
    dialog = counter.dialog()
    for field, value in (("verdict", "upheld"), ("about", "person"), ("person", "1002")):
        box = dialog.fields[field]
        box.setFocus()
        while box.currentData() != value:
            counter.presses(KEY.Key_Down if box.findData(value) > box.currentIndex() else KEY.Key_Up)
    dialog.fields["grounds"].setFocus()
    counter.types("heard on the recording")
    counter.presses(KEY.Key_Return, CTRL)
    counter.closes()


def test_a_verdict_is_proposed_answered_and_decided(counter: Counter, complaint: str) -> None:
    page = counter.signs_in_at("2001", "verdicts")
    counter.waits(page.table.current, "the complaint")
    assert page.table.current().text == "态度不好"
    proposes(counter)
    counter.until(lambda store: state(store, complaint) is State.PROPOSED)

    counter.signs_in_at("9001", "verdicts")
    counter.presses(KEY.Key_Return, CTRL | SHIFT)
    counter.dialog()
    counter.presses(KEY.Key_Return, CTRL)
    counter.reads("等本人说明")
    counter.presses(KEY.Key_Escape)
    counter.closes()

    page = counter.signs_in_at("1002", "verdicts")
    counter.reads("heard on the recording")
    counter.until(lambda store: views.case(store, complaint).told)
    counter.presses(KEY.Key_R, CTRL)
    counter.dialog()
    counter.types("the line was long")
    counter.presses(KEY.Key_Return, CTRL)
    counter.closes()
    counter.until(lambda store: state(store, complaint) is State.ANSWERED)

    first = counter.signs_in_at("9001", "overview")
    counter.waits(lambda: [each.place.key for each in first.waiting.rows.rows] == ["verdicts"], "what waits")
    counter.presses(KEY.Key_Return)
    counter.waits(lambda: not first.isVisible(), "the page on which it waits")
    counter.reads("the line was long")
    counter.presses(KEY.Key_Return, CTRL | SHIFT)
    counter.dialog()
    counter.presses(KEY.Key_Return, CTRL)
    counter.closes()
    counter.until(lambda store: state(store, complaint) is State.FINAL)
    by_person, by_unit = views.upheld(counter.store, date(2026, 3, 1), date(2026, 3, 31), policy(counter.store))
    assert by_person == {"1002": Fraction(1)}
    assert by_unit == {HALL: Fraction(1)}


def test_a_colleague_sees_nothing_of_a_complaint_about_another(counter: Counter, complaint: str) -> None:
    counter.signs_in_at("2001", "verdicts")
    proposes(counter)
    counter.until(lambda store: state(store, complaint) is State.PROPOSED)
    assert counter.signs_in_at("1001", "verdicts").table.current() is None
    counter.reads("暂无")


@pytest.fixture
def year(store: Store) -> None:
    """Six months of inspections of the one hall, its branch's sales."""
    lines = [
        InspectedLine(date(2025, month, 10), HALL, Visit.OPEN, item, "18")
        for month in range(1, 7)
        for item in ("environment", "service_quality")
    ]
    assert assessment.import_inspections(store, lines, now=MORNING) == 6
    assessment.import_sales(store, [YearFigure(2025, "和平分公司", "9637/10000")], "test", now=MORNING)


def test_the_board_of_a_year_and_its_sheet(counter: Counter, year: None, tmp_path: Path) -> None:
    page = counter.signs_in_at("9001", "year_board")
    counter.presses(KEY.Key_Down)  # last year
    counter.reads("1 个单位 · 奖励 1 个")
    assert page.table.rows.cell(0, 2).text == "18.00"
    assert page.table.rows.cell(0, 9).text == "5782.20"
    counter.presses(KEY.Key_S, CTRL)
    dialog = counter.dialog()
    dialog.fields["folder"].choose(tmp_path)
    counter.presses(KEY.Key_Return, CTRL)
    counter.closes()
    [book] = tmp_path.glob("*2025.xlsx")
    row = [cell.value for cell in openpyxl.load_workbook(book)["2025"][2]]
    assert row == [1, HALL, "和平分公司", 18, 18, 0, 0, 0, 36, 0, 5782.2, None]


def test_everybody_reads_the_months_and_the_year_in_notice(counter: Counter, store: Store, year: None) -> None:
    """The notice told the halls its last day, and nothing of the board that it is a notice of."""
    assessment.import_contests(store, [YearFigure(2025, HALL, "1")], "test", now=MORNING)
    assert assessment.publish_month(store, actor("9001"), "2025-03", now=MORNING) is None
    assert assessment.publish_year(store, actor("9001"), 2025, {}, now=MORNING) is None
    page = counter.signs_in_at("1001", "standings")
    counter.reads("公示至")
    counter.reads(f"本单位：{HALL}，合计 56.00 · 第 1 名")
    assert [cell.text for cell in (page.table.rows.cell(0, n) for n in (0, 2, 5, 7, 9))] == [
        *("1", "18.00", "20.00", "56.00", "5782.20")
    ]
    page.period.setCurrentIndex(1)
    counter.until(lambda _: page.table.rows.columnCount() == 5)


def test_a_unit_with_one_inspected_month_is_shown_and_not_rewarded(counter: Counter, store: Store, year: None) -> None:
    lines = [InspectedLine(date(2026, 1, 10), HALL, Visit.OPEN, "environment", "18")]
    assert assessment.import_inspections(store, lines, now=MORNING) == 1
    counter.signs_in_at("9001", "year_board")
    counter.reads("1 个单位 · 奖励 0 个")  # one month: shown, not ranked


def test_the_office_s_pages_stand_under_four_themes_and_a_hall_s_under_none(counter: Counter) -> None:
    counter.signs_in("1001")
    assert "阳光管理团队" not in counter.sees()
    places = [page.place for page in navigation.pages_of(Role.OFFICE)]
    themes = [place.theme for place in places if place.theme is not None]
    assert [place.key for place in places if place.theme is None] == ["overview"]
    assert themes == sorted(themes)
    counter.signs_in("9001")
    heads = [say(theme.title) for theme in Theme]
    shown = [label.text() for label in counter.window.workspace.findChildren(QLabel) if label.text() in heads]
    assert shown == heads == ["人文关怀员工", "阳光管理团队", "规范工作守则", "真心服务用户"]
    counter.english()
    counter.reads("Open management")
