"""Every table is sorted by its headings, filtered, copied from; widths and order stay each person's own."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from counter.kit import personal
from counter.kit.table import Table
from counter.kit.table_order import arranged, found
from tests.counter.conftest import CTRL, Counter

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
    assert arranged(texts, str, down=False) == upwards
    empty = [text for text in upwards if not text.strip("—")]
    assert arranged(texts, str, down=True) == [*reversed(upwards[: len(upwards) - len(empty)]), *empty]


def test_a_filter_finds_all_its_words_however_they_are_spelt() -> None:
    rows = [("张敏", "A001"), ("李娜", "A002"), ("王芳", "B001")]
    assert found(rows, list, "ａ001") == rows[:1]
    assert found(rows, list, "a 娜") == rows[1:2]
    assert found(rows, list, " ") == rows


def names(table: "Table[object]") -> list[str]:
    return [table.rows.cell(place, 0).text for place in range(len(table.rows.rows))]


def clicks_heading(table: "Table[object]", column: int) -> None:
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
    counter.signs_in("2001")
    table = counter.opens("roster").table
    given = names(table)
    clicks_heading(table, 0)
    upwards = names(table)
    assert upwards == arranged(given, str, down=False)
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


def test_a_table_by_keyboard(counter: Counter) -> None:
    counter.signs_in("2001")
    page = counter.opens("roster")
    table = page.table
    all_rows = names(table)
    table.setFocus()
    counter.presses(Qt.Key.Key_F, CTRL)
    counter.waits(lambda: table.findChild(type(page.search), "").isVisible(), "the filter")
    counter.types("王")
    assert names(table) == [name for name in all_rows if "王" in name]
    counter.presses(Qt.Key.Key_Down)
    assert table.hasFocus()
    counter.presses(Qt.Key.Key_C, CTRL)
    assert "王" in QGuiApplication.clipboard().text()
    counter.presses(Qt.Key.Key_F, CTRL)
    counter.presses(Qt.Key.Key_Escape)
    assert names(table) == all_rows


def test_widths_and_order_stay_each_persons_own(counter: Counter) -> None:
    counter.signs_in("2001")
    table = counter.opens("roster").table
    header, wide = table.horizontalHeader(), table.columnWidth(0) + 60
    edge = QPoint(header.sectionViewportPosition(0) + table.columnWidth(0) - 1, header.height() // 2)
    QTest.mousePress(header.viewport(), LEFT, pos=edge)
    QTest.mouseMove(header.viewport(), edge + QPoint(60, 0))
    QTest.mouseRelease(header.viewport(), LEFT, pos=edge + QPoint(60, 0))
    clicks_heading(table, 0)
    assert table.columnWidth(0) == wide
    counter.waits(lambda: personal.read(counter.folder, "2001").order, "their order on the disk")
    counter.signs_in("9001")
    theirs = counter.opens("roster").table
    assert theirs.columnWidth(0) != wide
    assert theirs.rows.sorted_by is None
    counter.signs_in("2001")
    again = counter.opens("roster").table
    assert (again.columnWidth(0), again.rows.sorted_by) == (wide, (0, False))


def test_a_damaged_file_of_settings_costs_nothing(counter: Counter) -> None:
    file = counter.folder / personal.FOLDER / f"{b'2001'.hex()}.json"
    file.write_bytes(b'{"widths": 7')
    counter.signs_in("2001")
    assert counter.opens("roster").table.rows.rows
