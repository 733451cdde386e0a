"""Text copied from a PDF is the text that was printed, for every character of GB 2312: Qt alone maps some wrongly."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QGuiApplication

from shared.qt import fonts, printing, sheets

CELLS = range(0xA1, 0xFF)
ROWS = ["".join(bytes((row, cell)).decode("gb2312", "ignore") for cell in CELLS) for row in range(0xB0, 0xF8)]


def said(file: Path) -> str:
    pages = pypdfium2.PdfDocument(file)
    return "".join("".join(page.get_textpage().get_text_range().split()) for page in pages)


def test_every_character_of_a_page_is_read_back_as_itself(tmp_path: Path, qapp: QGuiApplication) -> None:
    signs = "，。、；：？！“”‘’（）《》【】…—·～％℃×①②ABCabc0123456789"
    html = f"<p>{signs}</p>" + "".join(f"<p>{part}</p>" for row in ROWS for part in (row[:40], row[40:80], row[80:]))
    printing.pdf(html, tmp_path / "all.pdf", title="", foot=lambda page, pages: "")
    assert sum(map(len, ROWS)) == 6763  # all of GB 2312
    assert said(tmp_path / "all.pdf") == signs + "".join(ROWS)


@pytest.mark.parametrize("between", [" ", "<br>"])
def test_a_paragraph_longer_than_a_page_is_copied_once(tmp_path: Path, qapp: QGuiApplication, between: str) -> None:
    words = [f"第{n}句话说了很久也没有说完。" for n in range(300)]
    html = f"<p>先</p><p>{between.join(words)}</p><p>后</p>"
    printing.pdf(html, tmp_path / "long.pdf", title="", foot=lambda page, pages: "")
    assert len(pypdfium2.PdfDocument(tmp_path / "long.pdf")) >= 2
    assert said(tmp_path / "long.pdf") == f"先{''.join(words)}后"


@pytest.fixture
def app(qapp: QGuiApplication) -> Iterator[QGuiApplication]:
    """An application that writes with our font, as both apps and the command line make it."""
    before = qapp.font()
    qapp.setFont(fonts.application_font())
    yield qapp
    qapp.setFont(before)


def test_a_sheet_says_characters_too(tmp_path: Path, app: QGuiApplication) -> None:
    words, code = "站长意见人民页5P卡", "A7C1D2"  # digits beside letters were copied as others: A/C1D3
    text = "".join(
        f'<text x="5" y="{y}" font-size="5" font-weight="{weight}" font-family="{sheets.family()}">{line}</text>'
        for y, line, weight in ((10, words, 400), (20, code, 400), (30, code, 700))
    )
    page = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 40">{text}</svg>'
    sheets.pdf([page], tmp_path / "sheet.pdf", title="", size=QSizeF(80, 40))
    assert said(tmp_path / "sheet.pdf") == words + code + code
