"""A month of pay at the counter: prepared, appealed against, approved by another person, signed; by keyboard."""

from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from PySide6.QtCore import Qt

from shared.domain.actor import Actor
from shared.domain.roles import Role
from shared.journal.store import Store
from shared.people import actions as people
from shared.people.rules import RosterLine
from shared.practice.performance import actions, own, views
from shared.practice.performance.rules.lines import PoolLine
from shared.practice.performance.rules.months import State
from shared.practice.workload import actions as workload
from shared.practice.workload.rules import WorkLine
from tests.counter.conftest import CTRL, Counter
from tests.support.builders import HALL, MORNING, PIN, ROSTER, actor, at

KEY, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier
FEBRUARY = "2026-02"
SECOND = RosterLine("9002", "孙立", "和平分公司", HALL, "", "", Role.OFFICE)


@pytest.fixture
def february(store: Store) -> None:
    """Three cashiers with 2400 points, a consultant, their pools, and a second person of the office."""
    people.import_staff(store, [*ROSTER, SECOND], now=MORNING)
    assert people.set_pin(store, "9002", PIN, now=MORNING) is None
    work = (("1001", 1000), ("1002", 800), ("1003", 600), ("1004", 100))
    lines = [WorkLine(date(2026, 2, 3), number, "gas_payment", count) for number, count in work]
    workload.import_workload(store, lines, "test", now=MORNING)
    pools = [PoolLine(FEBRUARY, HALL, "cashier", 1_000_000), PoolLine(FEBRUARY, HALL, "consultant", 300_000)]
    assert actions.set_pools(store, pools, "test", now=MORNING) == 2


def later(counter: Counter, days: int) -> None:
    counter.times.passed += timedelta(days=days) // timedelta(milliseconds=1)


def confirms(counter: Counter) -> None:
    counter.dialog()
    counter.presses(KEY.Key_Return, CTRL)
    counter.closes()


def test_a_month_is_prepared_appealed_against_approved_and_signed(counter: Counter, february: None) -> None:
    counter.signs_in("9001")
    page = counter.opens("pay")
    counter.reads("奖金池 10000.00 元 = 应发 10000.00 元 + 留存 0.00 元")
    assert [line.number for line in page.table.rows.rows] == ["1001", "1002", "1003"]
    counter.reads("办理燃气费收取 1000 笔")
    counter.presses(KEY.Key_Return, CTRL)
    confirms(counter)
    counter.until(lambda store: views.standing(store, FEBRUARY).state is State.NOTICE)

    counter.signs_in("1002")
    mine = counter.opens("my_pay")
    counter.reads("应发 3333.33 元")
    assert "800" in mine.table.current().said.text
    counter.presses(KEY.Key_R, CTRL)
    counter.dialog()
    counter.types("I served 801")
    counter.presses(KEY.Key_Return, CTRL)
    counter.reads("申诉已交经营管理部")

    counter.signs_in("9001")
    page = counter.opens("pay")
    counter.presses(KEY.Key_PageDown, CTRL)
    counter.reads("I served 801")
    counter.presses(KEY.Key_R, CTRL)
    counter.dialog()
    counter.presses(KEY.Key_Tab)
    counter.types("800 in the list")
    counter.presses(KEY.Key_Return, CTRL)
    counter.closes()
    counter.until(lambda store: all(each.answered for each in views.appeals(store, FEBRUARY)))

    later(counter, 10)
    counter.signs_in("9001")
    counter.opens("pay")
    counter.presses(KEY.Key_Return, CTRL | SHIFT)
    counter.dialog()
    counter.presses(KEY.Key_Return, CTRL)
    counter.reads("须由另一人审核")
    counter.presses(KEY.Key_Escape)
    counter.closes()
    counter.signs_in("9002")
    counter.opens("pay")
    counter.presses(KEY.Key_Return, CTRL | SHIFT)
    confirms(counter)
    counter.until(lambda store: views.standing(store, FEBRUARY).state is State.CLOSED)

    counter.signs_in("1002")
    counter.opens("my_pay")
    counter.reads("应发 3333.33 元")
    counter.presses(KEY.Key_Return, CTRL)
    dialog = counter.dialog()
    dialog.fields["pin"].setFocus()
    counter.types("111111")
    counter.presses(KEY.Key_Return, CTRL)
    counter.reads("密码不对")
    later(counter, 1)
    dialog.fields["pin"].setFocus()
    dialog.fields["pin"].clear()
    counter.types(PIN)
    counter.presses(KEY.Key_Return, CTRL)
    slip = counter.until(lambda store: (s := own.own_slip(store, "1002", FEBRUARY)) and s.agrees is not None and s)
    assert (slip.agrees, slip.payable) == (True, 333_333)


def prints_on_lying_paper(sheet: Worksheet) -> None:
    """Only the day's workbook did; those of pay and assessment came out as strips of columns on standing paper."""
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert (sheet.auto_filter.ref, sheet.print_title_rows) == (sheet.dimensions, "$1:$1")


def test_the_sheet_is_exported_with_numbers_as_numbers(counter: Counter, february: None, tmp_path: Path) -> None:
    counter.signs_in("9001")
    counter.opens("pay")
    counter.reads("10000.00")
    for kind in ("xlsx", "pdf"):
        counter.presses(KEY.Key_S, CTRL)
        dialog = counter.dialog()
        dialog.fields["format"].setCurrentIndex(dialog.fields["format"].findData(kind))
        dialog.fields["folder"].choose(tmp_path / "out")
        counter.presses(KEY.Key_Return, CTRL)
        counter.reads(f".{kind}")
        counter.closes()
    [book], [pdf] = (list((tmp_path / "out").glob(f"*.{kind}")) for kind in ("xlsx", "pdf"))
    sheet = openpyxl.load_workbook(book)[FEBRUARY]
    prints_on_lying_paper(sheet)
    assert [cell.value for cell in sheet[2]][:3] == ["1001", "王芳", 1000]
    assert sum(sheet.cell(n, 10).value for n in range(2, 5)) == 10000
    assert pdf.read_bytes().startswith(b"%PDF")


def test_somebody_without_a_slip_is_told_so(counter: Counter) -> None:
    counter.signs_in("1001")
    page = counter.opens("my_pay")
    counter.reads("还没有公示或关账的月份")
    assert not page.sign.isEnabled()
    assert not page.appeal.isEnabled()


def test_the_slip_of_a_hall_s_device_has_its_lines_without_any_pool(store: Store, february: None) -> None:
    """A hall has the closed lines of its people, never the month's head: then they alone explain the slip."""
    assert actions.publish(store, actor("9001", Role.OFFICE), FEBRUARY, now=at("10:00")) is None
    later_on = at("10:00", date(2026, 3, 12))
    second = Actor(number="9002", name="孙立", role=Role.OFFICE, post="", hall=HALL)
    assert actions.close(store, second, FEBRUARY, now=later_on) is None
    here = own.own_slip(store, "1001", FEBRUARY)
    store.db.execute_sql("DELETE FROM pay_month")
    there = own.own_slip(store, "1001", FEBRUARY)
    assert here is not None
    assert there is not None
    assert [line.text for block in there.blocks for line in block.lines] == [
        line.text for block in here.blocks for line in block.lines
    ]
    assert there.payable == here.payable
