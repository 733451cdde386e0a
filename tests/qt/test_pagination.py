"""Where a document may be cut into pages: a table of cases, in px."""

import pytest
from PySide6.QtGui import QTextDocument

from shared.qt.pagination import Piece, Sheet, Stretch, cut, pages

NONE = Stretch(0, 0)
HEAD = Stretch(0, 10)


def lines(*heights: float) -> list[Piece]:
    tops = [sum(heights[:place]) for place in range(len(heights))]
    return [Piece(Stretch(top, top + height)) for top, height in zip(tops, heights, strict=True)]


@pytest.mark.parametrize(
    ("pieces", "pages"),
    [
        ([], [(0, 0)]),
        (lines(40, 40), [(0, 80)]),
        (lines(40, 60), [(0, 100)]),
        (lines(40, 61), [(0, 40), (40, 101)]),
        (lines(40, 250), [(0, 40), (40, 140), (140, 240), (240, 290)]),  # higher than a page: cut
        ([*lines(80), Piece(Stretch(80, 95), keeps_next=True), Piece(Stretch(95, 110))], [(0, 80), (80, 110)]),
        ([*lines(20), Piece(Stretch(20, 40), begins_page=True)], [(0, 20), (20, 40)]),
        ([Piece(Stretch(0, 40), begins_page=True)], [(0, 40)]),
    ],
)
def test_pages_are_cut_between_pieces(pieces, pages):
    assert cut(pieces, 100) == [Sheet(NONE, Stretch(*page)) for page in pages]


def test_a_page_that_begins_within_a_table_repeats_its_heading_and_leaves_room_for_it():
    rows = [Piece(HEAD, HEAD, keeps_next=True), *(Piece(Stretch(at, at + 45), HEAD) for at in (10, 55, 100, 145))]
    assert cut(rows, 100) == [
        Sheet(NONE, Stretch(0, 100)),
        Sheet(HEAD, Stretch(100, 190)),
    ]
    assert cut(rows, 90) == [
        Sheet(NONE, Stretch(0, 55)),
        Sheet(HEAD, Stretch(55, 100)),
        Sheet(HEAD, Stretch(100, 145)),
        Sheet(HEAD, Stretch(145, 190)),
    ]


def test_a_small_table_is_never_cut(qapp):
    """The branches of a year's sheet lay on two pages."""
    document = QTextDocument()
    rows = "".join(f"<tr><td>{n}</td></tr>" for n in range(5))
    before = "<br>".join(["."] * 40)
    document.setHtml(f"<p>{before}</p><h2>A</h2><table><thead><tr><td>head</td></tr></thead>{rows}</table>")
    document.setTextWidth(400)
    whole = document.size().height()
    first, second = pages(document, whole - 20)
    heading = next(block for block in iter_blocks(document) if block.text() == "A")
    top = document.documentLayout().blockBoundingRect(heading).top()
    assert first.body.bottom <= top == second.body.top
    assert second.heading == NONE


def iter_blocks(document):
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def test_a_paragraph_that_goes_on_has_no_first_line_on_the_next_page(qapp):
    """Its indent stood at the top of a page as if a new paragraph began."""
    document = QTextDocument()
    document.setTextWidth(400)
    document.setHtml(f'<p style="text-indent: 32px;">{"一二三四五六七八九十" * 40}</p>')
    assert len(pages(document, document.size().height() / 2)) > 1
    assert [block.blockFormat().textIndent() for block in iter_blocks(document)][:2] == [32, 0]
