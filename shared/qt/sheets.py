"""Prints SVG pages at their real size to a PDF file or a printer: cards, badges, slips.

As vectors, so that a QR code has sharp edges at any resolution. Call `printing.ready` first, as for any page.
"""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QMarginsF, QRectF, QSizeF
from PySide6.QtGui import (
    QFont,
    QFontInfo,
    QFontMetricsF,
    QPageLayout,
    QPageSize,
    QPainter,
)
from PySide6.QtSvg import QSvgRenderer

from shared.qt import fonts, pdf_file
from shared.qt.page_pictures import Paper, begin

_MEASURED_AT = 100  # px


def pdf(pages: Sequence[str], file: Path, *, title: str, size: QSizeF) -> None:
    """Write pages of `size` (mm) to `file`. Raises `OSError` when the file cannot be written."""
    pdf_file.write(file, title, lambda writer: printed(pages, writer, size))


def printed(pages: Sequence[str], device: Paper, size: QSizeF) -> bool:
    """Paint each page over the whole paper of `device` (a PDF, a printer, a preview); False if it cannot begin."""
    paper = QPageSize(size, QPageSize.Unit.Millimeter, matchPolicy=QPageSize.SizeMatchPolicy.FuzzyMatch)
    layout = QPageLayout(paper, QPageLayout.Orientation.Portrait, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    device.setPageLayout(layout)
    painter = QPainter()
    if not begin(painter, device):
        return False
    for number, page in enumerate(pages):
        if number:
            device.newPage()
        QSvgRenderer(QByteArray(page.encode())).render(painter, QRectF(0, 0, device.width(), device.height()))
    return painter.end()


def family() -> str:
    """The one font family that SVG text is to name; it takes no list."""
    return QFontInfo(fonts.application_font()).family()


@lru_cache(maxsize=1024)
def fitted(words: str, size: float, width: float, weight: int = 400) -> float:
    """The font size at which `words` are no wider than `width`: `size`, or smaller. 0 is any width."""
    if not width:
        return size
    font = QFont(family())
    font.setPixelSize(_MEASURED_AT)
    font.setWeight(QFont.Weight(weight) if weight in (400, 700) else QFont.Weight.DemiBold)
    wide = QFontMetricsF(font).horizontalAdvance(words) * size / _MEASURED_AT
    return round(size * min(1.0, width / wide), 3) if wide else size
