"""Texts of the counter: long words may break on the screen, but what is read or copied is what was said."""

import pytest

from counter.kit.words import Text, as_typed

PATH = "/var/lib/warm-window/exports/2026-03-02/" + "log" * 30 + ".pdf"


@pytest.mark.parametrize("text", ["已导出", PATH, f"已导出到 {PATH}"])
def test_a_path_holds_no_invisible_signs(qtbot, text):
    shown = Text(wrap=True)
    qtbot.addWidget(shown)
    shown.setText(text)
    typed = as_typed(text)
    qtbot.addWidget(typed)
    for label in (shown, typed):
        assert label.text() == text
        assert label.accessibleName() in ("", text)
        assert label.minimumSizeHint().width() < 700  # it may break all the same
