"""Print HTML: to a PDF file or a printer, A4, with a foot on every page.

Any thread may do it; a process without a screen (the command line) gets its Qt application from `ready`.
"""

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)

from shared.qt import fonts, theme

Foot = Callable[[int, int], str]
"""The foot's text for (page, pages)."""

_DPI = 96  # what the document's sizes are laid out for; the device scales
_MARGINS_MM = QMarginsF(16, 14, 16, 12)
_FOOT_HEIGHT, _FOOT_GAP = 54.0, 8.0  # px; the gap is free above the line
_TEXT_PT, _FOOT_PT = 9.5, 7.0
_PT_PER_INCH = 72
_END_WITHIN = 1024  # bytes, in which the mark of a PDF's end stands


def ready(folder: Path) -> QCoreApplication:
    """The Qt application of this process; one without a screen is made if there is none. Keep it while printing."""
    running = QCoreApplication.instance()
    if running is not None:
        return running
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    fonts.offer_to_fontconfig(folder)
    return QGuiApplication(sys.argv[:1])


def pdf(html: str, file: Path, *, title: str, foot: Foot) -> None:
    """Write `html` to `file` as a PDF. Raises `OSError` when the file cannot be written."""
    file.open("wb").close()  # says what is wrong; Qt would only say that something is
    writer = QPdfWriter(str(file))
    writer.setTitle(title)
    writer.setCreator("Warm Window")
    writer.setPageLayout(layout())
    if not printed(html, writer, foot=foot):
        raise OSError(f"cannot write {file}")
    refuse_cut_off(file)


def refuse_cut_off(file: Path) -> None:
    """Raise `OSError` where a PDF lacks its end: on a full disk Qt writes what it can and says nothing."""
    with file.open("rb") as written:
        written.seek(max(0, file.stat().st_size - _END_WITHIN))
        if b"%%EOF" not in written.read():
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(file))


def layout() -> QPageLayout:
    """A4 upright with our margins, for a printer too."""
    size = QPageSize(QPageSize.PageSizeId.A4)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, _MARGINS_MM, QPageLayout.Unit.Millimeter)


def printed(html: str, device: QPagedPaintDevice, *, foot: Foot) -> bool:
    """Lay `html` out on the pages of `device` (a QPdfWriter, a QPrinter) and paint them; False if it cannot begin."""
    painter = QPainter()
    if not painter.begin(device):
        return False
    scale = device.logicalDpiX() / _DPI
    page = QRectF(0, 0, device.width() / scale, device.height() / scale)
    painter.scale(scale, scale)
    font = fonts.application_font()
    font.setFeature(QFont.Tag("locl"), 0)  # or digits after letters are other glyphs, and the PDF's text is garbage
    document = _document(html, QSizeF(page.width(), page.height() - _FOOT_HEIGHT), font)
    font.setPixelSize(round(_FOOT_PT * _DPI / _PT_PER_INCH))
    painter.setFont(font)
    pages = document.pageCount()
    for number in range(1, pages + 1):
        if number > 1:
            device.newPage()
        _paint(painter, document, number - 1)
        _paint_foot(painter, page, foot(number, pages))
    return painter.end()


def _document(html: str, size: QSizeF, font: QFont) -> QTextDocument:
    font.setPixelSize(round(_TEXT_PT * _DPI / _PT_PER_INCH))
    document = QTextDocument()
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    document.setPageSize(size)
    document.setHtml(html)
    return document


def _paint(painter: QPainter, document: QTextDocument, index: int) -> None:
    size = document.pageSize()
    painter.save()
    painter.translate(0, -index * size.height())
    document.drawContents(painter, QRectF(0, index * size.height(), size.width(), size.height()))
    painter.restore()


def _paint_foot(painter: QPainter, page: QRectF, text: str) -> None:
    painter.setPen(QColor(theme.tokens()["colour"]["warm"]["ink_soft"]))
    place = QRectF(page.left(), page.bottom() - _FOOT_HEIGHT + _FOOT_GAP, page.width(), _FOOT_HEIGHT - _FOOT_GAP)
    painter.drawLine(place.topLeft(), place.topRight())
    painter.drawText(place, Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap, text)
