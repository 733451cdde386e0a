"""Prints HTML to a PDF file or a printer, A4, with a footer on every page.

Any thread may do it; a process without a screen (the command line) gets its Qt application from `ready`.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)

from shared.qt import fonts, pagination, pdf_file, theme
from shared.qt.page_pictures import Paper, begin

Foot = Callable[[int, int], str]
"""The foot's text for (page, pages)."""

_DPI = 96  # what the document's sizes are laid out for; the device scales
_MARGINS_MM = QMarginsF(16, 14, 16, 12)
_FOOT_HEIGHT, _FOOT_GAP = 54.0, 8.0  # px; the gap is free above the line
_HAIR = 0.5  # px; without it Qt also paints lines that only touch a part: invisible, but twice in copied text
_RULE = 2  # px, the border of a table that Qt draws beyond its width
_TEXT_PT, _FOOT_PT = 9.5, 7.0
_PT_PER_INCH = 72


def ready(folder: Path) -> QCoreApplication:
    """The Qt application of this process; one without a screen is made if there is none. Keep it while printing."""
    running = QCoreApplication.instance()
    if running is not None:
        return running
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    fonts.offer_to_fontconfig(folder)
    application = QGuiApplication(sys.argv[:1])
    application.setFont(fonts.application_font())
    return application


def pdf(html: str, file: Path, *, title: str, foot: Foot, landscape: bool = False) -> None:
    """Write `html` to `file` as a PDF. Raises `OSError` when the file cannot be written."""

    def paint(writer: QPdfWriter) -> bool:
        writer.setPageLayout(layout(landscape=landscape))
        return printed(html, writer, foot=foot)

    pdf_file.write(file, title, paint)


def layout(*, landscape: bool = False) -> QPageLayout:
    """A4 with our margins, portrait or landscape, for a printer too."""
    size = QPageSize(QPageSize.PageSizeId.A4)
    turned = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    return QPageLayout(size, turned, _MARGINS_MM, QPageLayout.Unit.Millimeter)


def printed(html: str, device: Paper, *, foot: Foot) -> bool:
    """Lay `html` out on the pages of `device` (a QPdfWriter, a QPrinter, a preview); False if it cannot begin."""
    painter = QPainter()
    if not begin(painter, device):
        return False
    scale = device.logicalDpiX() / _DPI
    page = QRectF(0, 0, device.width() / scale, device.height() / scale)
    painter.scale(scale, scale)
    font = fonts.application_font()
    document = _document(html, page.width(), font)
    sheets = pagination.pages(document, page.height() - _FOOT_HEIGHT)
    font.setPixelSize(round(_FOOT_PT * _DPI / _PT_PER_INCH))
    painter.setFont(font)
    for number, sheet in enumerate(sheets, start=1):
        if number > 1:
            device.newPage()
        _paint(painter, document, sheet.heading, 0)
        _paint(painter, document, sheet.body, sheet.heading.height)
        _paint_foot(painter, page, foot(number, len(sheets)))
    return painter.end()


def pages_of_breaks(html: str) -> list[int]:
    """On which page of upright A4, counted from 1, each `page-break-before` of `html` begins."""
    page = layout().paintRectPoints()
    scale = _DPI / _PT_PER_INCH
    document = _document(html, page.width() * scale, fonts.application_font())
    return pagination.pages_of_breaks(document, page.height() * scale - _FOOT_HEIGHT)


def _document(html: str, width: float, font: QFont) -> QTextDocument:
    font.setPixelSize(round(_TEXT_PT * _DPI / _PT_PER_INCH))
    document = QTextDocument()
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    document.setTextWidth(width)
    document.setHtml(html)
    return document


def _paint(painter: QPainter, document: QTextDocument, part: pagination.Stretch, top: float) -> None:
    """Paint a part of the document so that it begins `top` px below the page's upper edge."""
    if part.height <= 0:
        return
    painter.save()
    painter.translate(0, top - part.top)
    edge = QRectF(0, part.top, document.textWidth() + _RULE, part.height)  # a table of full width ends with its rule
    document.drawContents(painter, edge.adjusted(0, _HAIR, 0, -_HAIR))
    painter.restore()


def _paint_foot(painter: QPainter, page: QRectF, text: str) -> None:
    painter.setPen(QColor(theme.tokens()["colour"]["warm"]["ink_soft"]))
    place = QRectF(page.left(), page.bottom() - _FOOT_HEIGHT + _FOOT_GAP, page.width(), _FOOT_HEIGHT - _FOOT_GAP)
    painter.drawLine(place.topLeft(), place.topRight())
    painter.drawText(place, Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap, text)
