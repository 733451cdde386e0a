"""Every table is sorted by its headings, filtered, copied from; widths and order stay each person's own."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from counter.desk.all_settings import AllSettingsPart
from counter.kit import clipboard, personal
from counter.kit.table import Column, Table
from counter.kit.table_order import filtered, sorted_rows
from counter.kit.words import TextField
from counter.supervisor.section import SectionTable
from shared.daily_log.sections import Section
from shared.practice.line.views import State
from tests.counter.conftest import CTRL, Counter, state
from tests.support.tabs import opened

LEFT = Qt.MouseButton.LeftButton


@pytest.mark.parametrize(
    ("texts", "upwards"),
    [
        (["A10", "A9", "B1"], ["A9", "A10", "B1"]),
        (["1,356", "998", "12.5%"], ["12.5%", "998", "1,356"]),
        (["¥1,234.50", "-¥3.00", "¥0.10", "−5"], ["−5", "-¥3.00", "¥0.10", "¥1,234.50"]),
        (["10:02", "09:30", "9:05"], ["9:05", "09:30", "10:02"]),
        (["2026-03-01", "2025-12-31", "2026-02-28"], ["2025-12-31", "2026-02-28", "2026-03-01"]),
        (["赵 1", "李 2", "王 3", "陈 4"], ["陈 4", "李 2", "王 3", "赵 1"]),  # by pinyin
        (["", "b", "—", "a"], ["a", "b", "", "—"]),
        (["第10章", "第9章"], ["第9章", "第10章"]),
    ],
)
def test_cells_are_sorted_as_people_count_and_spell(texts: list[str], upwards: list[str]) -> None:
    assert sorted_rows(texts, str, down=False) == upwards
    empty = [text for text in upwards if not text.strip("—")]
    assert sorted_rows(texts, str, down=True) == [*reversed(upwards[: len(upwards) - len(empty)]), *empty]


def test_a_filter_finds_all_its_words_however_they_are_spelt() -> None:
    rows = [("张敏", "A001"), ("李娜", "A002"), ("王芳", "B001")]
    assert filtered(rows, list, "ａ001") == rows[:1]
    assert filtered(rows, list, "a 娜") == rows[1:2]
    assert filtered(rows, list, " ") == rows


@pytest.mark.parametrize("down", [False, True])
def test_days_are_sorted_by_date_not_by_text(down: bool) -> None:
    """今天 is after 昨天 and before 明天, though not in any dictionary; without a day they are last both ways."""
    days = {"今天": 2, "2月9日": 1, "明天": 3, "": None}
    wanted = ["2月9日", "今天", "明天"]
    assert sorted_rows(days, days.__getitem__, down=down) == [*(reversed(wanted) if down else wanted), ""]


def names(table: "Table[Any]") -> list[str]:
    return [table.rows.cell(place, 0).text for place in range(len(table.rows.rows))]


def clicks_heading(table: "Table[Any]", column: int) -> None:
    header = table.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(column) + header.sectionSize(column) // 2, header.height() // 2)
    QTest.mouseClick(header.viewport(), LEFT, pos=at)


def open_menu(counter: Counter) -> QMenu:
    menu = counter.waits(QApplication.activePopupWidget, "the menu")
    assert isinstance(menu, QMenu)
    return menu


def does(menu: QMenu, words: str) -> None:
    """Choose the entry that says so."""
    next(entry for entry in menu.actions() if words in entry.text()).trigger()
    menu.close()


def test_a_table_by_mouse_and_menu(counter: Counter) -> None:
    table = counter.signs_in_at("2001", "roster").table
    given = names(table)
    clicks_heading(table, 0)
    upwards = names(table)
    assert upwards == sorted_rows(given, str, down=False)
    clicks_heading(table, 0)
    assert names(table) == list(reversed(upwards))
    clicks_heading(table, 0)
    assert names(table) == given

    at = table.visualRect(table.model().index(0, 0)).center()
    table.customContextMenuRequested.emit(at)
    does(open_menu(counter), f"复制“{given[0]}”")
    assert QGuiApplication.clipboard().text() == given[0]
    table.customContextMenuRequested.emit(at)
    does(open_menu(counter), "复制整个表格")
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == len(given) + 1
    assert lines[1].split("\t")[0] == given[0]
    counter.window.lock()
    assert QGuiApplication.clipboard().text() == "", "what the next person could paste"
    clipboard.put("ours")
    QGuiApplication.clipboard().setText("of another program")
    clipboard.clear()
    assert QGuiApplication.clipboard().text() == "of another program"


@pytest.mark.parametrize(
    ("written", "pasted"),
    [
        ('=HYPERLINK("x")', ' =HYPERLINK("x")'),
        ("@a", " @a"),
        ("-1+a", " -1+a"),
        ("-¥3.00", "-¥3.00"),
        ("+5%", "+5%"),
        ("a\n\tb", "a b"),
    ],
)
def test_copied_text_is_no_formula_in_a_spreadsheet(qtbot: QtBot, written: str, pasted: str) -> None:
    table = shown(qtbot, [written])
    QTest.keyClick(table, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == pasted


def shown(qtbot: QtBot, rows: list[str]) -> "Table[str]":
    """A table of one column."""
    table: Table[str] = Table("T", [Column("A", str)], key=str)
    qtbot.addWidget(table)
    table.show()
    table.show_rows(rows)
    return table


def filters(table: "Table[str]", word: str) -> TextField:
    QTest.keyClick(table, Qt.Key.Key_F, CTRL)
    field = table.findChild(TextField)
    assert isinstance(field, TextField)
    field.setText(word)
    return field


def test_a_new_row_is_seen_though_a_filter_would_hide_it(qtbot: QtBot) -> None:
    """Else nothing would be current, and nobody knew why."""
    table = shown(qtbot, ["a", "b"])
    field = filters(table, "a")
    table.select("c")
    assert table.current() is None
    table.show_rows(["a", "b", "c"])
    assert (table.current(), table.rows.rows, field.text()) == ("c", ("a", "b", "c"), "")
    filters(table, "a")
    table.select("b")
    assert (table.current(), field.text()) == ("b", "")


def test_columns_that_come_again_keep_order_and_filter_and_others_lose_both(qtbot: QtBot) -> None:
    """The record of a day comes again with every number called: the rows jumped back, with the filter's word above."""
    table = shown(qtbot, ["b1", "a1", "c2"])
    clicks_heading(table, 0)
    field = filters(table, "1")
    table.rows.set_columns([Column("A", str)])
    table.show_rows(["b1", "a1", "c2", "d1"])
    assert names(table) == ["a1", "b1", "d1"]
    table.rows.set_columns([Column("B", str)])
    table.show_rows(["b", "a"])
    assert (names(table), field.text(), field.isVisible()) == (["b", "a"], "", False)
    assert not table.horizontalHeader().isSortIndicatorShown()


def test_the_record_of_a_day_stays_sorted_while_numbers_are_called(qtbot: QtBot) -> None:
    table = SectionTable()
    qtbot.addWidget(table)
    table.show()
    table.show_section(Section("lines", "", ("N", "Who"), ((1, "b"), (2, "a"))))
    assert table.current() == (2, "a")
    clicks_heading(table, 1)
    table.selectRow(1)
    table.show_section(Section("lines", "", ("N", "Who"), ((1, "b"), (2, "a"), (3, "c"))))
    assert names(table) == ["2", "1", "3"]
    assert table.current() == (1, "b")
    table.show_section(Section("late", "", ("N", "Who"), ((1, "b"), (2, "a"))))
    assert names(table) == ["1", "2"]


def test_the_lock_closes_an_open_menu(counter: Counter) -> None:
    """Whoever came next could copy the table, or put somebody off duty, without a PIN."""
    table = counter.signs_in_at("2001", "roster").table
    table.customContextMenuRequested.emit(table.visualRect(table.model().index(0, 0)).center())
    menu = open_menu(counter)
    assert "岗" in menu.actions()[0].text()  # what Enter does here, rather than 打开
    counter.window.lock()
    counter.waits(lambda: QApplication.activePopupWidget() is None, "the menu to go")


def test_f5_does_not_call_a_number_hidden_by_the_filter(counter: Counter, taken: list[str]) -> None:
    page = counter.signs_in_at("1001", "queue")
    counter.waits(lambda: page.waiting.rows.rows, "the line")
    filters(page.waiting, "nobody").setFocus()
    counter.presses(Qt.Key.Key_F5)
    counter.presses(Qt.Key.Key_Escape)
    counter.waits(lambda: len(page.waiting.rows.rows) == len(taken), "all of them, still waiting")
    counter.opens("diary")  # read after whatever F5 recorded
    assert all(state(counter.store, number) is State.WAITING for number in taken)


def test_esc_ends_the_filter_and_leaves_its_dialog(counter: Counter) -> None:
    counter.signs_in_at("2001", "roster")
    counter.presses(Qt.Key.Key_F1)
    dialog = counter.dialog()
    table = dialog.findChild(Table)
    field = filters(table, "x")
    counter.waits(field.hasFocus, "the cursor in the filter")
    counter.presses(Qt.Key.Key_Escape)
    assert (field.isVisible(), dialog.isVisible()) == (False, True)
    counter.presses(Qt.Key.Key_Escape)
    counter.closes()


def test_a_table_by_keyboard(counter: Counter) -> None:
    page = counter.signs_in_at("2001", "desk")
    table = opened(page, AllSettingsPart).table
    counter.waits(lambda: table.rows.rows, "the settings")
    all_rows = names(table)
    some = all_rows[-1]
    table.setFocus()
    counter.presses(Qt.Key.Key_F, CTRL)
    counter.types(some)
    counter.waits(lambda: len(names(table)) < len(all_rows), "the filter")
    assert some in names(table)
    counter.presses(Qt.Key.Key_Down)
    assert table.hasFocus()
    counter.presses(Qt.Key.Key_C, CTRL)
    assert some in QGuiApplication.clipboard().text()
    counter.presses(Qt.Key.Key_F, CTRL)
    counter.presses(Qt.Key.Key_Escape)
    assert names(table) == all_rows


def test_widths_and_order_stay_each_persons_own(counter: Counter) -> None:
    table = counter.signs_in_at("2001", "roster").table
    header, wide = table.horizontalHeader(), table.columnWidth(0) + 60
    edge = QPoint(header.sectionViewportPosition(0) + table.columnWidth(0) - 1, header.height() // 2)
    QTest.mousePress(header.viewport(), LEFT, pos=edge)
    QTest.mouseMove(header.viewport(), edge + QPoint(60, 0))
    QTest.mouseRelease(header.viewport(), LEFT, pos=edge + QPoint(60, 0))
    clicks_heading(table, 0)
    assert table.columnWidth(0) == wide
    counter.waits(lambda: personal.read(counter.folder, "2001").order, "their order on the disk")
    theirs = counter.signs_in_at("9001", "roster").table
    assert theirs.columnWidth(0) != wide
    assert theirs.rows.sorted_by is None
    again = counter.signs_in_at("2001", "roster").table
    assert (again.columnWidth(0), again.rows.sorted_by) == (wide, (0, False))


def test_a_damaged_file_of_settings_costs_nothing(counter: Counter) -> None:
    file = counter.folder / personal.FOLDER / f"{b'2001'.hex()}.json"
    file.write_bytes(b'{"widths": 7')
    left = file.with_name(f"{b'7777'.hex()}.json")
    left.write_text("{}")
    assert counter.signs_in_at("2001", "roster").table.rows.rows
    counter.waits(lambda: not left.exists(), "the file of somebody who left to go")


def test_the_same_rows_with_other_texts_are_drawn_again_but_not_filled_again(qtbot: QtBot) -> None:
    """Their texts may depend on the time; filling a table anew lays out its page."""
    now = ["今天"]
    table: Table[str] = Table("表", (Column("日", lambda _: now[0]),), key=str)
    qtbot.addWidget(table)
    table.show()
    table.show_rows(("a", "b"))
    filled: list[None] = []
    table.rows.modelReset.connect(lambda: filled.append(None))
    now[0] = "昨天下午三点"
    before, narrow = table.grab().toImage(), table.columnWidth(0)
    table.show_rows(("a", "b"))
    assert (filled, table.columnWidth(0) > narrow) == ([], True)
    assert table.grab().toImage() != before
    table.show_rows(("b", "a"))
    assert filled == [None]
