"""What people wrote is shown as they wrote it: no tooltip guesses markup in it."""

import re
from pathlib import Path

import pytest

from shared.qt.tips import plain
from shared.qt.widgets import label
from tests.support.plain import guessing

ROOT = Path(__file__).parents[2]
SOURCES = [file for place in ("kiosk", "counter", "shared/qt") for file in (ROOT / place).rglob("*.py")]
_BARE_TIP = re.compile(r"setToolTip\((?!plain\()|setToolTip\)|ToolTipRole:\n\s+return (?!plain\()")


@pytest.mark.parametrize("text", ["<b>x</b>", "<img src='file:///etc/x.png'>", "a < b & c", "很好<br>谢谢"])
def test_a_tooltip_rendered_a_customer_s_html(text: str, qapp: object) -> None:
    from PySide6.QtGui import QTextDocument

    document, shown = QTextDocument(), plain(text)
    (document.setHtml if "<" in shown else document.setPlainText)(shown)
    assert document.toPlainText() == text


def test_every_tooltip_is_set_as_plain_text() -> None:
    bare = [str(file) for file in SOURCES if _BARE_TIP.search(file.read_text("utf-8"))]
    assert bare == []


def test_every_label_and_box_says_that_its_text_is_plain() -> None:
    """Also those that no test of a screen shows; what tests show is looked at as they end (`support/plain.py`)."""
    guess = []
    for file in SOURCES:
        text = file.read_text("utf-8")
        made = len(re.findall(r"\b(?:QLabel|QMessageBox)\((?!\))|class \w+\(QLabel\)", text))
        if made > text.count("TextFormat.PlainText"):
            guess.append(str(file))
        if re.search(
            r"QMessageBox\.(?:information|warning|critical|question|about)\(|QErrorMessage|QTextBrowser", text
        ):
            guess.append(str(file))
    assert guess == []


@pytest.mark.parametrize("text", ["<b>x</b>", "<img src='file:///etc/x.png'>"])
def test_a_widget_that_guesses_is_found(text: str, qapp: object) -> None:
    from PySide6.QtWidgets import QLabel

    assert guessing([QLabel(text)]) == [f"QLabel: {text}"]
    assert guessing([label(text)]) == []
