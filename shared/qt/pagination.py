"""Cuts a laid-out text document into pages between lines and table rows, never inside one.

Qt's own pages cut a table's row wherever the paper ends. Here the document is laid out without pages, and each page
shows a vertical part of it; a page that begins within a table repeats the table's heading rows first.
"""

from bisect import bisect_right
from collections.abc import Iterator

import msgspec
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextFormat, QTextFrame, QTextTable

_LINE_END = "\u2028"  # <br>
_ROUNDING = 0.1  # px
_SMALL_TABLE = 320  # px: half of a page across; a table up to this high is never cut


class Stretch(msgspec.Struct, frozen=True):
    """Part of the document's height, px from its top."""

    top: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom - self.top


class Piece(msgspec.Struct, frozen=True):
    """What stays whole: a line, or a row. `heading` are the heading rows of its table."""

    place: Stretch
    heading: Stretch = Stretch(0, 0)
    begins_page: bool = False
    keeps_next: bool = False  # a heading, or a row of a small table: never the last of a page


class Sheet(msgspec.Struct, frozen=True):
    """A page: the heading rows it repeats, and below them its own part."""

    heading: Stretch
    body: Stretch


def pages(document: QTextDocument, height: float) -> list[Sheet]:
    """The pages of a document that is laid out without pages, each at most `height` px high; one at least.

    A paragraph that continues on the next page is split in two: Qt paints the line above with the lower part of a
    paragraph, clipped, but text copied from the PDF would hold it twice.
    """
    sheets = cut(list(_pieces(document)), height)
    for sheet in sheets[1:]:
        _split(document, sheet.body.top)
    return sheets


def pages_of_breaks(document: QTextDocument, height: float) -> list[int]:
    """On which page, counted from 1, each forced page break begins: what a table of contents says."""
    pieces = list(_pieces(document))
    tops = [sheet.body.top for sheet in cut(pieces, height)]
    return [bisect_right(tops, piece.place.top) for piece in pieces if piece.begins_page]


def cut(pieces: list[Piece], height: float) -> list[Sheet]:
    """Fill pages of `height` px. A piece that is higher than a page is cut."""
    sheets: list[Sheet] = []
    none = Stretch(0, 0)
    top, heading = 0.0, none
    for place, piece in enumerate(pieces):
        room = height - heading.height
        last = pieces[_last_kept(pieces, place)].place.bottom
        before = pieces[place - 1] if place else None
        starts = before is not None and not before.keeps_next and (piece.begins_page or last - top > room)
        if starts and piece.place.top > top:
            sheets.append(Sheet(heading, Stretch(top, piece.place.top)))
            top = piece.place.top
            heading = piece.heading if piece.place.top >= piece.heading.bottom else none
            room = height - heading.height
        while piece.place.bottom - top > room:
            sheets.append(Sheet(heading, Stretch(top, top + room)))
            top += room
    bottom = pieces[-1].place.bottom if pieces else 0.0
    return [*sheets, Sheet(heading, Stretch(top, bottom))]


def _last_kept(pieces: list[Piece], place: int) -> int:
    """The last piece that must be on the same page: after headings, the piece that follows them."""
    while pieces[place].keeps_next and place + 1 < len(pieces):
        place += 1
    return place


def _pieces(document: QTextDocument) -> Iterator[Piece]:
    for part in _children(document.rootFrame()):
        if isinstance(part, QTextTable):
            yield from _rows(document, part)
        elif isinstance(part, QTextBlock):
            yield from _lines(document, part)


def _children(frame: QTextFrame) -> Iterator[QTextFrame | QTextBlock]:
    here = frame.begin()
    while not here.atEnd():
        yield here.currentFrame() or here.currentBlock()
        here += 1


def _lines(document: QTextDocument, block: QTextBlock) -> Iterator[Piece]:
    shape, style = block.layout(), block.blockFormat()
    begins = bool(style.pageBreakPolicy() & QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    top = document.documentLayout().blockBoundingRect(block).top()
    for number in range(shape.lineCount()):
        line = shape.lineAt(number).rect()
        place = Stretch(top + line.top(), top + line.bottom())
        yield Piece(place, begins_page=begins and not number, keeps_next=style.headingLevel() > 0)


def _split(document: QTextDocument, at: float) -> None:
    """Make two paragraphs of the one with a line, not its first, that begins `at` px; nothing moves."""
    for block in _children(document.rootFrame()):
        if not isinstance(block, QTextBlock):
            continue
        place = document.documentLayout().blockBoundingRect(block)
        if not place.top() < at < place.bottom():
            continue
        lines = [block.layout().lineAt(number) for number in range(1, block.layout().lineCount())]
        start = next((line.textStart() for line in lines if place.top() + line.y() >= at - _ROUNDING), 0)
        if start:
            _split_block(block, start)
        return


def _split_block(block: QTextBlock, start: int) -> None:
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + start)
    before, after = block.blockFormat(), block.blockFormat()
    before.setBottomMargin(0)
    after.setTopMargin(0)
    after.setTextIndent(0)  # it goes on: no first line
    after.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_Auto)
    cursor.setBlockFormat(before)
    if block.text()[start - 1] == _LINE_END:
        cursor.deletePreviousChar()  # at the end of a paragraph it would be an empty line
    cursor.insertBlock(after)


def _rows(document: QTextDocument, table: QTextTable) -> Iterator[Piece]:
    edges = [_top(document, table, row) for row in range(table.rows())]
    edges.append(document.documentLayout().frameBoundingRect(table).bottom())
    headings = table.format().headerRowCount()
    heading = Stretch(edges[0], edges[headings])
    whole = edges[-1] - edges[0] <= _SMALL_TABLE
    kept = table.rows() - 1 if whole else headings
    for row in range(table.rows()):
        yield Piece(Stretch(edges[row], edges[row + 1]), heading, keeps_next=row < kept)


def _top(document: QTextDocument, table: QTextTable, row: int) -> float:
    """Where a row begins: above its cells' first lines, by padding and border."""
    shape, style = document.documentLayout(), table.format()
    cells = (table.cellAt(row, column).firstCursorPosition().block() for column in range(table.columns()))
    return min(shape.blockBoundingRect(block).top() for block in cells) - style.cellPadding() - style.border()
