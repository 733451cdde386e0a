"""A month of pay at the counter: prepared, appealed against, approved by another person, signed; by keyboard."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from PySide6.QtCore import Qt

from counter.kit.preview import Preview
from shared.domain.actor import Actor
from shared.domain.roles import Role
from shared.journal.store import Store
from shared.people import actions as people
from shared.people.rules import RosterLine
from shared.practice.performance import actions, corrections, own, so_far, states, views
from shared.practice.performance.rules.import_lines import PoolLine
from shared.practice.performance.rules.months import State
from shared.practice.workload import actions as workload
from shared.practice.workload.rules import WorkLine
from tests.counter.conftest import CTRL, Counter
from tests.counter.gestures import confirms, later
from tests.support.builders import HALL, MORNING, PIN, ROSTER, actor, at, code

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


def prints(counter: Counter) -> int:
    """Open the print dialog and close it; how many pages it shows."""
    counter.presses(KEY.Key_P, CTRL)
    pages: int = counter.dialog().findChild(Preview).pages
    counter.presses(KEY.Key_Escape)
    counter.closes()
    return pages


def test_a_month_is_prepared_appealed_against_approved_and_signed(counter: Counter, february: None) -> None:
    page = counter.signs_in_at("9001", "pay")
    counter.reads("奖金池 10000.00 元 = 应发 10000.00 元 + 留存 0.00 元")
    assert [line.number for line in page.table.rows.rows] == ["1001", "1002", "1003"]
    counter.reads("办理燃气费收取 1000 笔")
    counter.presses(KEY.Key_Return, CTRL)
    confirms(counter)
    counter.until(lambda store: states.standing(store, FEBRUARY).state is State.NOTICE)
    counter.waits(lambda: "可申诉到" in page.state.text(), "until when")
    assert "公示期满" in page.close_month.why
    assert "核对" in page.checks.go.why, "it opened the page of a remark that nobody saw, behind another tab"
    assert prints(counter) == 3, "a page a person"

    mine = counter.signs_in_at("1002", "my_pay")
    counter.reads("应发 3333.33 元")
    assert [line.said.figure for line in mine.table.rows.rows][:2] == ["800.00 点", "2000.00 元"]
    assert prints(counter) == 1
    assert "800" in mine.table.current().said.text
    counter.presses(KEY.Key_R, CTRL)
    counter.dialog()
    counter.types("I served 801")
    counter.presses(KEY.Key_Return, CTRL)
    counter.reads("申诉已交经营管理部")

    page = counter.signs_in_at("9001", "pay")
    counter.presses(KEY.Key_PageDown, CTRL)
    counter.reads("I served 801")
    counter.presses(KEY.Key_R, CTRL)
    counter.dialog()
    counter.reads("办理燃气费收取 800 笔")  # the line, not its code
    counter.presses(KEY.Key_Tab)
    counter.types("800 in the list")
    counter.presses(KEY.Key_Return, CTRL)
    counter.closes()
    counter.until(lambda store: all(each.answered for each in views.appeals(store, FEBRUARY)))

    mine = counter.signs_in_at("2001", "my_pay")
    counter.reads("您不在任何奖金池里")  # the page said that no month was in notice, beside the month and "so far"
    assert not mine.state.isVisible()

    later(counter, 10)
    mine = counter.signs_in_at("1002", "my_pay")
    counter.waits(lambda: "公示期已过" in mine.appeal.why, "said before an appeal is written, not after")
    counter.signs_in_at("9001", "pay")
    counter.presses(KEY.Key_Return, CTRL | SHIFT)
    counter.dialog()
    counter.presses(KEY.Key_Return, CTRL)
    counter.reads("须由另一人审核")
    counter.presses(KEY.Key_Escape)
    counter.closes()
    counter.signs_in_at("9002", "pay")
    counter.presses(KEY.Key_Return, CTRL | SHIFT)
    confirms(counter)
    counter.until(lambda store: states.standing(store, FEBRUARY).state is State.CLOSED)

    counter.signs_in_at("1002", "my_pay")
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
    counter.signs_in_at("9001", "pay")
    counter.reads("10000.00")
    for kind in ("xlsx", "pdf", "xlsx"):
        counter.presses(KEY.Key_S, CTRL)
        dialog = counter.dialog()
        dialog.fields["format"].setCurrentIndex(dialog.fields["format"].findData(kind))
        dialog.fields["folder"].choose(tmp_path / "out")
        counter.presses(KEY.Key_Return, CTRL)
        counter.reads(f".{kind}")
        counter.closes()
    [pdf], books = ((tmp_path / "out").glob(f"*.{kind}") for kind in ("pdf", "xlsx"))
    book, again = sorted(books, key=lambda file: len(file.name))
    assert again.name == f"{book.stem} (2).xlsx", "a sheet that was saved before stays as it is"
    sheet = openpyxl.load_workbook(book)[FEBRUARY]
    prints_on_lying_paper(sheet)
    assert [cell.value for cell in sheet[2]][:3] == ["1001", "王芳", 1000]
    assert sum(sheet.cell(n, 10).value for n in range(2, 5)) == 10000
    assert pdf.read_bytes().startswith(b"%PDF")


def test_a_person_without_a_pay_slip_is_told_so(counter: Counter) -> None:
    page = counter.signs_in_at("1001", "my_pay")
    counter.reads("还没有公示或关账的月份")
    assert "还没有公示" in page.sign.why
    assert "还没有公示" in page.appeal.why


def test_staff_could_not_see_their_points_of_an_open_month(counter: Counter, store: Store, february: None) -> None:
    """A person's own points so far, line by line, without money; the slip of another month stays in front."""
    served = (("1001", "gas_payment"), ("1001", "consultation"), ("1002", "gas_payment"))
    lines = [WorkLine(date(2026, 3, 2), number, service, 10) for number, service in served]
    workload.import_workload(store, lines, "test", now=MORNING)
    page = counter.signs_in_at("1001", "my_pay")
    counter.reads("本月至今 22.00 点")
    assert page.month.currentData() == "2026-03"
    said = [line.said.text for line in page.table.rows.rows]
    assert "办理业务咨询 10 笔 × 1.20 = 12.00 点" in said
    assert said[-1] == "服务系数看 3 个月：0 张卡、1022 点"
    assert not any("元" in text for text in said)
    assert "还没有公示" in page.appeal.why
    assert "还没有公示" in page.sign.why
    assert actions.publish(store, actor("9001", Role.OFFICE), FEBRUARY, now=at("10:00")) is None
    page = counter.signs_in_at("1002", "my_pay")
    counter.reads("应发")
    assert page.month.currentData() == FEBRUARY
    assert page.month.count() == 2
    [mine] = so_far.so_far(store, "1001", "2026-03")
    assert mine.lines[-1].code == "exposure"  # March is not opened: no reference rate is published yet
    march = [PoolLine("2026-03", HALL, "cashier", 100)]
    assert actions.set_pools(store, march, "test", now=at("10:01")) == 1
    page = counter.signs_in_at("9001", "pay")
    assert (page.month.currentData(), page.month.count()) == (FEBRUARY, 2)  # a month in notice before a running one
    counter.waits(
        lambda: any("2026-03 的基准还没有公布" in each.text for each in page.checks.rows.rows), "to be opened"
    )
    counter.presses(KEY.Key_O, CTRL)
    counter.dialog()
    counter.presses(KEY.Key_Return, CTRL)
    counter.reads("购气员每千点 0.00 张卡")
    [mine] = so_far.so_far(store, "1001", "2026-03")
    assert mine.lines[-1].code == "factor"


def test_a_slip_is_worded_anew_in_the_other_language(counter: Counter, store: Store, february: None) -> None:
    """Its lines are worded where they are read: they stayed Chinese until something was recorded."""
    assert code(actions.publish(store, actor("9001"), FEBRUARY, now=MORNING)) is None
    page = counter.signs_in_at("1002", "my_pay")
    counter.reads("办理燃气费收取 800 笔")
    counter.english()
    counter.reads("Gas fees: 800 served")
    assert {line.pool for line in page.table.rows.rows} == {f"{HALL} Cashier"}


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


def test_all_that_stops_a_month_is_listed_with_the_page_to_put_it_right(counter: Counter, store: Store) -> None:
    """The page named one refusal for a whole month, and never what may still change the figures."""
    people.import_staff(store, [*ROSTER, SECOND], now=MORNING)
    lines = [WorkLine(date(2026, 2, 3), "1001", "gas_payment", 100)]
    workload.import_workload(store, lines, "test", now=MORNING)
    pools = [PoolLine("2026-01", HALL, "cashier", 1_000_000), PoolLine(FEBRUARY, HALL, "cashier", 1_000_000)]
    assert actions.set_pools(store, pools, "test", now=MORNING) == 2
    page = counter.signs_in_at("9001", "pay")
    stops = counter.waits(lambda: [each for each in page.checks.rows.rows if each.weight == 0], "what stops the month")
    assert [(each.text, each.place) for each in stops] == [
        ("2026-02 未设奖金池：和平大厅 咨询员", "pay"),
        ("2026-02 的上个月未关账，不能发布。", "pay"),
    ]
    counter.presses(KEY.Key_Return, CTRL)
    counter.reads("原因列在“核对”里")
    counter.presses(KEY.Key_T, CTRL)
    dialog = counter.dialog()
    dialog.fields["post"].setCurrentIndex(dialog.fields["post"].findData("consultant"))
    dialog.fields["amount"].setFocus()
    counter.types("300.00")
    counter.presses(KEY.Key_Return, CTRL)
    counter.closes()
    counter.until(lambda store: (HALL, "consultant") in views.pools(store, FEBRUARY))
    stops = counter.waits(
        lambda: [s for s in page.checks.rows.rows if "没有工作量记录" in s.text], "the new pool has no work"
    )
    assert stops[0].place == "imports"
    page.tabs.setCurrentWidget(page.checks)
    page.checks.select(stops[0].text)
    page.checks.go.click()
    counter.reads("中英文表头都可以")  # the page of imports


def test_a_closed_month_is_corrected_on_the_page(counter: Counter, february: None) -> None:
    """Corrections were for the command line alone; nobody at the office needs one."""
    store, march = counter.store, at("10:00", date(2026, 3, 12))
    assert actions.publish(store, actor("9001", Role.OFFICE), FEBRUARY, now=at("10:00")) is None
    second = Actor(number="9002", name="孙立", role=Role.OFFICE, post="", hall=HALL)
    assert actions.close(store, second, FEBRUARY, now=march) is None
    lines = [WorkLine(date(2026, 2, 4), "1003", "gas_payment", 200)]
    workload.import_workload(store, lines, "late", now=march)
    page = counter.signs_in_at("9001", "pay")
    counter.waits(lambda: sum("可更正" in each.text for each in page.checks.rows.rows) == 3, "who gets another amount")
    counter.presses(KEY.Key_U, CTRL)
    dialog = counter.dialog()
    dialog.fields["reason"].setFocus()
    counter.types("a late file")
    counter.presses(KEY.Key_Return, CTRL)
    counter.closes()
    counter.until(lambda store: not corrections.corrections(store, FEBRUARY))
    counter.waits(lambda: not any("可更正" in each.text for each in page.checks.rows.rows), "nothing left to correct")


def test_one_amount_of_the_company_is_split_by_staff_days(store: Store, february: None) -> None:
    office = actor("9001", Role.OFFICE)
    far = RosterLine("1009", "远方", "沈北分公司", "沈北大厅", "1", "cashier", Role.STAFF)
    people.import_staff(store, [*ROSTER, SECOND, far], now=MORNING)
    days = [WorkLine(date(2026, 2, day), "1009", "gas_payment", 10) for day in range(3, 8)]
    workload.import_workload(store, days, "far", now=MORNING)

    def asked(amount: str, month: str = FEBRUARY) -> object:
        return actions.set_pool(
            store, office, month=month, hall="", post="cashier", amount=amount, now=at("10:00", date(2026, 3, 12))
        )

    assert asked("1000.01") == 2
    found = {hall: pool.amount for (hall, post), pool in views.pools(store, FEBRUARY).items() if post == "cashier"}
    assert found == {HALL: 37_500, "沈北大厅": 62_501}  # 3 and 5 of 8 person's days; 0.375 and 0.625 of the odd fen
    assert [code(asked("12,0")), code(asked("1000.00", "2025-11"))] == ["bad_amount", "no_workload"]
