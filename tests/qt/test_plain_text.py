"""What people wrote is shown as they wrote it: no tooltip guesses markup in it."""

import re
from pathlib import Path

import pytest

from shared.qt.tips import plain

ROOT = Path(__file__).parents[2]
SOURCES = [file for place in ("kiosk", "counter", "shared/qt") for file in (ROOT / place).rglob("*.py")]
_BARE_TIP = re.compile(r"setToolTip\((?!plain\()|setToolTip\)|ToolTipRole:\n\s+return (?!plain\()")


@pytest.mark.parametrize("text", ["<b>x</b>", "<img src='file:///etc/x.png'>", "a < b & c", "很好<br>谢谢"])
def test_a_tooltip_rendered_a_customer_s_html(text: str, qapp: object) -> None:
    from PySide6.QtGui import QTextDocument

    document, shown = QTextDocument(), plain(text)
    (document.setHtml if "<" in shown else document.setPlainText)(shown)
    assert document.toPlainText() == text


def test_no_tooltip_guesses() -> None:
    bare = [str(file) for file in SOURCES if _BARE_TIP.search(file.read_text("utf-8"))]
    assert bare == []
