"""A month of inspections at the counter: drawn, filled in by digits, locked, published, appealed against, decided."""

from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from shared.domain.roles import Role
from shared.journal.store import Store
from shared.people import actions as people
from shared.people.rules import RosterLine
from shared.practice.assessment import actions, inspections, plans
from shared.practice.assessment.facts import Visit
from shared.practice.rulebook import actions as rulebook
from shared.practice.rulebook.facts import Book
from shared.practice.rulebook.facts import ChapterText as Chapter
from tests.counter.conftest import CTRL, Counter
from tests.support.builders import HALL, MORNING, PIN, ROSTER, actor, at

KEY = Qt.Key
MARCH = "2026-03"
OTHERS = (
    RosterLine("1101", "孙丽", "东风分公司", "东风大厅", "1", "cashier", Role.STAFF),
    RosterLine("2101", "吴强", "东风分公司", "东风大厅", "", "cashier", Role.SUPERVISOR),
)


@pytest.fixture
def march(store: Store) -> None:
    """March is drawn: two halls, an inspector of each branch; 2101 supervises the other hall and can sign in."""
    people.import_staff(store, [*ROSTER, *OTHERS], now=MORNING)
    assert people.set_pin(store, "2101", PIN, now=MORNING) is None
    office = actor("9001", Role.OFFICE)
    february = at("10:00", date(2026, 2, 27))
    assert actions.draw_plan(store, office, MARCH, ["2101", "9001"], seed="5f" * 32, now=february) is None


def drawn(store: Store, unit: str, visit: Visit):
    return next(v for v in plans.visits(store, MARCH) if (v.unit, v.visit) == (unit, visit))


def goes_to(counter: Counter, day: date) -> None:
    counter.times.passed += (day - date(2026, 3, 2)) // timedelta(milliseconds=1)


def test_a_month_is_filled_in_by_digits_and_appealed_against(
    counter: Counter, march: None, store: Store, tmp_path: Path
) -> None:
    visit = drawn(store, HALL, Visit.OPEN)
    goes_to(counter, visit.day)
    page = counter.signs_in_at("9001", "inspections")
    counter.reads("待检查 4")
    counter.reads("承诺值")
    page.table.select(visit.id)
    counter.presses(KEY.Key_Return)
    counter.reads("直接按数字：0–4 得分，9 不适用")
    counter.types("44")  # signs, cleanliness
    counter.types("2")  # seats: two points
    counter.reads("座椅 — 原因：1 未做到")
    counter.types("4")  # broken or missing
    counter.types("91")  # notices do not apply: there are none
    counter.types("4" * 10)
    counter.reads("还差 0 条")
    photo = QImage(1600, 1200, QImage.Format.Format_RGB32)
    photo.fill(QColor("#7a9"))
    assert photo.save(str(tmp_path / "seat.jpg"))
    page.visit_form.table.select("seats")
    page.visit_form.add_photo(tmp_path / "seat.jpg")
    dialog = counter.dialog()
    dialog.fields["no_face"].setChecked(True)
    counter.presses(KEY.Key_Return, CTRL)
    counter.closes()
    [kept] = counter.until(lambda store: inspections.photos(store, visit.id))
    assert (kept.line, kept.no_face, kept.taken_at) == ("seats", True, 0)
    counter.presses(KEY.Key_Return, CTRL)
    counter.dialog()
    counter.presses(KEY.Key_Return, CTRL)
    counter.closes()
    made = counter.until(lambda store: (i := inspections.inspection(store, visit.id)) and i.done and i)
    assert {line.code: line.reason for line in made.lines if line.reason} == {
        "seats": "损坏或缺失",
        "notices": "没有这项设施",
    }
    assert made.inspector == visit.inspector

    goes_to(counter, date(2026, 4, 1))
    page = counter.signs_in_at("9001", "inspections")
    counter.presses(KEY.Key_Tab)
    page.month.setCurrentIndex(page.month.findData(MARCH))
    counter.reads("已锁定 1")
    counter.presses(KEY.Key_Return, CTRL)
    counter.dialog()
    counter.reads("没有检查，公布后不能再补")
    counter.presses(KEY.Key_Return, CTRL)
    counter.reads("已公布")
    counter.closes()
    page.open_form(next(each for each in page.data.visits if each.inspection is None))
    counter.reads("检查结果已公布")  # before fourteen lines are filled in, not after
    counter.presses(KEY.Key_S, CTRL)
    dialog = counter.dialog()
    dialog.fields["folder"].choose(tmp_path)
    counter.presses(KEY.Key_Return, CTRL)
    counter.closes()
    [book] = tmp_path.glob("*.xlsx")
    rows = {row[0].value: row for row in load_workbook(book)[MARCH].iter_rows(min_row=2)}
    assert rows[HALL][2].value == 17.5  # 14 / 16 × 20
    assert "座椅 −2.00（损坏或缺失）" in str(rows[HALL][4].value)
    assert "暗访：未检查" in str(rows[HALL][4].value)

    chapter = Chapter(1, "环境", "第11条 干净。\n第12条 座椅完好。", Book.STANDARD)
    assert isinstance(rulebook.publish(store, actor("9001"), "hall", chapter, now=counter.times.start), int)
    lines = [
        msgspec.structs.replace(each, clause="standard/12") if each.code == "seats" else each
        for each in inspections.checklist(store).lines
    ]
    assert isinstance(actions.publish_checklist(store, actor("9001"), lines, now=counter.times.start), int)
    page = counter.signs_in_at("2001", "inspected")
    counter.reads("环境 17.50")
    counter.reads("抽签已核对")
    page.table.select((visit.id, "seats"))
    counter.waits(lambda: not page.rule.why, "the clause of the line")
    counter.presses(KEY.Key_B, CTRL)
    counter.reads("座椅完好。")
    opened = counter.window.workspace.pages["rulebook"]
    assert opened.words.textCursor().block().text() == "第12条 座椅完好。"
    counter.opens("inspected")
    counter.presses(KEY.Key_R, CTRL)
    counter.dialog()
    counter.types("mended on that day")
    counter.presses(KEY.Key_Return, CTRL)
    counter.reads("申诉已交经营管理部")

    counter.signs_in_at("9001", "inspections")
    counter.presses(KEY.Key_PageDown, CTRL)
    counter.reads("mended on that day")
    counter.presses(KEY.Key_R, CTRL)
    dialog = counter.dialog()
    counter.reads("座椅 · 2 / 4 · 损坏或缺失")
    dialog.fields["earned"].setFocus()
    counter.types("4")
    dialog.fields["reason"].setFocus()
    counter.types("seen")
    counter.presses(KEY.Key_Return, CTRL)
    counter.until(lambda store: plans.appeals(store)[0].accepted)
    counter.closes()
    counter.opens("gaps")
    counter.opens("year_board")


def test_an_inspector_is_appointed_by_the_plan_whatever_the_role(counter: Counter, march: None, store: Store) -> None:
    counter.signs_in("1001")
    counter.reads("管理制度")
    assert "我的检查" not in counter.sees()
    visit = next(each for each in plans.visits(store, MARCH) if each.inspector == "2101")
    goes_to(counter, visit.day)
    page = counter.signs_in_at("2101", "my_inspections")
    counter.reads("我的检查")
    assert {each.inspector for each in page.table.rows.rows} == {"2101"}
    page.table.select(visit.id)
    counter.presses(KEY.Key_Return)
    counter.reads("还差 14 条")
    counter.types("3")
    counter.presses(KEY.Key_0)
    counter.dialog()
    counter.types("wet floor")
    counter.presses(KEY.Key_Return, CTRL)
    counter.closes()
    counter.presses(KEY.Key_S, CTRL)
    made = counter.until(lambda store: inspections.inspection(store, visit.id))
    assert [(line.earned, line.reason) for line in made.lines] == [(3, "wet floor")]
    counter.presses(KEY.Key_Return, CTRL)
    counter.dialog()
    counter.presses(KEY.Key_Return, CTRL)
    counter.reads("还有 13 个条目没有填")


def test_an_inspector_sees_next_months_visits_before_it_begins(march: None, store: Store) -> None:
    own = {each.id for each in plans.visits(store, MARCH) if each.inspector == "2101"}
    february = date(2026, 2, 27)
    assert {each.id for each in plans.mine(store, "2101", february)} == own != set()
    assert plans.to_make(store, "2101", february) == ()
    assert {each.id for each in plans.to_make(store, "2101", date(2026, 3, 2))} == own
