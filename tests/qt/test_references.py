"""A kiosk runs for months: a Qt call must not use up a reference to None, True or False.

PySide6 6.12 did on Python 3.11 (one reference a call, then "deallocating None"), which is why 6.9.3 is pinned.
"""

import gc
import sys

import pytest
from PySide6.QtWidgets import QLabel

CALLS = 200  # few enough that a fault fails the test before it ends the process
SLACK = 20  # what pytest and Qt take and give meanwhile


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="these constants are immortal: they have no count to use up")
@pytest.mark.parametrize("constant", [None, True, False])
def test_qt_calls_give_back_every_reference_to_a_constant(qtbot, constant):
    label = QLabel("暖窗")
    qtbot.addWidget(label)
    gc.collect()
    before = sys.getrefcount(constant)
    for call in range(CALLS):
        label.setEnabled(bool(call % 2))
        label.isEnabled()
        label.buddy()
    assert abs(sys.getrefcount(constant) - before) < SLACK


def test_qt_calls_take_no_blocks_of_memory(qtbot):
    """The same on every Python: what a call leaves behind shows as allocated blocks."""
    label = QLabel("暖窗")
    qtbot.addWidget(label)

    def calls() -> int:
        for call in range(100 * CALLS):
            label.setEnabled(bool(call % 2))
            label.isEnabled()
            label.text()
            label.font()
            label.geometry()
        gc.collect()
        return sys.getallocatedblocks()

    calls()
    before = calls()
    assert calls() - before < SLACK
