"""A kiosk runs for months: Qt calls must not use up Python's constants."""

import sys

import pytest
from PySide6.QtWidgets import QWidget

import shared.qt

CALLS = 20_000  # several times the references that a fresh Python has


@pytest.mark.parametrize("constant", [None, True, False])
def test_qt_calls_never_use_up_a_constant(qtbot, constant):
    assert shared.qt
    widget = QWidget()
    qtbot.addWidget(widget)
    for call in range(CALLS):
        widget.setEnabled(bool(call % 2))
    assert sys.getrefcount(constant) > 10 * CALLS
