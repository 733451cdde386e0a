"""What is written on the counter has the room it needs, in both languages."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSpinBox, QTableView

from tests.counter.conftest import CTRL, Counter


def english(counter: Counter) -> None:
    counter.presses(Qt.Key.Key_E, CTRL)
    counter.reads("Lock")


def titles(table: QTableView) -> list[str]:
    model = table.model()
    return [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]


@pytest.mark.parametrize(("page", "digits"), [("report", "2026"), ("chapters", "1")])
def test_a_number_that_is_typed_can_be_read(counter: Counter, page: str, digits: str) -> None:
    counter.signs_in("9001")
    [box] = counter.opens(page).findChildren(QSpinBox)
    inside = box.lineEdit()
    assert inside.text() == digits
    assert inside.width() >= inside.fontMetrics().horizontalAdvance(digits)


def test_the_titles_of_a_table_are_in_the_language_of_the_screen(counter: Counter) -> None:
    counter.signs_in("9001")
    table = counter.opens("report").table
    assert titles(table)[3:8] == ["礼貌", "耐心", "积极", "热情", "专业"]
    english(counter)
    assert titles(table)[3:8] == ["Polite", "Patient", "Positive", "Passionate", "Professional"]
    counter.waits(lambda: table.horizontalHeader().length() <= table.viewport().width(), "every column to be seen")
