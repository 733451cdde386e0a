"""Files, absences, units and the checklist by hand in the office: nobody needs a terminal."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt

from shared.journal.store import Store
from shared.practice.assessment import inspections
from shared.practice.performance import views as pay
from shared.practice.rulebook import actions as rulebook
from shared.practice.rulebook.facts import Book
from shared.practice.rulebook.facts import ChapterText as Chapter
from shared.practice.workload import views
from tests.counter.conftest import CTRL, Counter
from tests.support.builders import HALL, MONDAY, actor, at

DAY = MONDAY.isoformat()
MONTH = f"{MONDAY:%Y-%m}"


def file(folder: Path, *lines: str) -> Path:
    found = folder / "file.csv"
    found.write_bytes("\r\n".join(lines).encode("gb18030"))
    return found


def served(store: Store) -> int | None:
    return views.imported(store, "1001", MONDAY, "gas_payment")


def test_a_file_is_looked_through_then_taken_whole_or_not_at_all(counter: Counter, tmp_path: Path) -> None:
    page = counter.signs_in_at("9001", "imports")
    names = [page.kind.itemText(place) for place in range(page.kind.count())]
    assert names[:4] == ["员工名单", "工作量", "缺勤", "奖金池"]
    counter.reads("请选择文件")
    page.kind.setCurrentIndex(1)
    counter.reads("日期,工号,业务,笔数")
    lines = ("日期,工号,业务,笔数", f"{DAY},1001,燃气费收取,12", f"{DAY},7777,燃气费收取,3", f"{DAY},1002,收费,3")
    page.open_file(file(tmp_path, *lines))
    counter.reads("读到 1 行可用：新增或变动 1，以前已有 0；有误 2 行")
    assert [bad.line for bad in page.table.rows.rows] == [3, 4]
    assert "跳过有误的行" in page.take.why
    page.table.select(4)
    assert page.whole.text().endswith("IC卡补卡"), "the list of services ended in … within the table"
    assert served(counter.store) is None  # a look records nothing
    page.skip.setChecked(True)
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.until(lambda store: served(store) == 12)
    counter.reads("已导入“file.csv”：新增或变动 1，以前已有 0")
    page.open_file(file(tmp_path, *lines[:2]))
    counter.reads("新增或变动 0，以前已有 1；有误 0 行")
    page.kind.setCurrentIndex(3)
    counter.reads("表头缺少：月份、大厅、岗位、金额")
    page.open_file(file(tmp_path, "月份,大厅,岗位,金额", f"{MONTH},{HALL},购气员,10000"))
    counter.waits(lambda: not page.take.why, "the pool")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.until(lambda store: pay.pool_amount(store, MONTH, HALL, "cashier") == 1_000_000)
    page.open_file(file(tmp_path, "月份,大厅,岗位,金额", f"{MONTH},{HALL},购气员,"))
    counter.waits(lambda: page.whole.text() == "缺少“金额”。", "the column in the words of the file, not of the code")


def test_a_staff_list_with_a_hall_that_nobody_knows(counter: Counter, tmp_path: Path) -> None:
    page = counter.signs_in_at("9001", "imports")
    head = "工号,姓名,分公司,大厅,窗口,岗位,角色"
    page.open_file(file(tmp_path, head, "1901,吴欣,新分公司,全新大厅,1,购气员,窗口人员"))
    counter.waits(lambda: page.table.rows.rows, "the bad line")
    page.checks["make_halls"].setChecked(True)
    counter.reads("新增或变动 1")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.until(lambda store: any(unit.name == "全新大厅" for unit in inspections.units(store)))


def test_an_absence_is_entered_and_withdrawn(counter: Counter) -> None:
    counter.signs_in_at("9001", "absences")
    counter.presses(Qt.Key.Key_N, CTRL)
    dialog = counter.dialog()
    counter.types("1001")
    last = dialog.fields["last"]
    last.choose(date(2020, 1, 1))
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.waits(lambda: "不能早于" in dialog.notice.text, "why not")
    last.choose(MONDAY)
    last.step(2)
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.closes()
    [away] = counter.until(views.absences)
    assert (away.staff, away.absence, (away.last - away.first).days) == ("1001", "training", 2)
    counter.reads("培训")
    counter.waits(counter.opens("absences").table.current, "the absence")
    counter.presses(Qt.Key.Key_Backspace, CTRL)
    counter.dialog()
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.closes()
    counter.until(lambda store: not views.absences(store))


def test_the_checklist_is_changed_and_published(counter: Counter, store: Store) -> None:
    chapter = Chapter(1, "环境", "第11条 干净。\n第12条 座椅完好。", Book.STANDARD)
    assert isinstance(rulebook.publish(store, actor("9001"), "hall", chapter, now=at("09:00")), int)
    page = counter.signs_in_at("9001", "standards")
    page.tabs.setCurrentIndex(1)
    counter.waits(page.lines.current, "the lines")
    assert not page.publish.isEnabled()
    counter.presses(Qt.Key.Key_M, CTRL)
    dialog, before = counter.dialog(), page.data
    later = Chapter(2, "服务", "第13条 微笑。", Book.STANDARD)
    assert isinstance(rulebook.publish(store, actor("9001"), "smile", later, now=at("09:10")), int)
    counter.waits(lambda: page.data is not before, "the lines to be read anew while one is edited")
    dialog.fields["text"].setText("标识醒目")
    dialog.fields["points"].setValue(6)
    clause = dialog.fields["clause"]
    clause.setCurrentIndex(clause.findText("第12条 座椅完好。"))
    dialog.fields["critical"].setChecked(True)
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.closes()
    counter.reads("有未发布的修改")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.until(inspections.checklist_version)
    first = inspections.checklist(counter.store).lines[0]
    assert (first.code, first.text, first.points, first.clause) == ("signs", "标识醒目", "6", "standard/12")
    assert first.critical
    counter.waits(lambda: not page.publish.isEnabled(), "nothing left to publish")


def test_two_halls_form_a_unit(counter: Counter) -> None:
    page = counter.signs_in_at("9001", "standards")
    before = counter.waits(lambda: page.units.rows.rows, "the units")
    counter.presses(Qt.Key.Key_N, CTRL)
    dialog = counter.dialog()
    dialog.fields["name"].setText("联合单位")
    dialog.fields["branch"].setText("和平分公司")
    dialog.fields["halls"].setText("没有的厅")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.waits(lambda: "没有大厅“没有的厅”" in dialog.notice.text, "which hall")
    dialog.fields["halls"].setText(HALL)
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.closes()
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("只能属于一个单位")
    page.units.select(before[0].code)
    counter.presses(Qt.Key.Key_Backspace, CTRL)
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.until(lambda store: [unit.name for unit in inspections.units(store)][-1] == "联合单位")
