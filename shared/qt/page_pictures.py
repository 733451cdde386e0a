"""Pages as `QPicture`s, for a preview: painted by the same code as for a printer or a PDF."""

from PySide6.QtCore import QRect, QSizeF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPainter, QPicture

import shared.qt.printing_classes  # noqa: F401  # made here, not on the thread that prints

DPI = 96


class PagePictures:
    """Stands in for a printer of this layout: one picture a page, in units of 1/96 inch from the paper's corner."""

    def __init__(self, layout: QPageLayout) -> None:
        self.pages: list[QPicture] = []
        self._layout = layout
        self._painter: QPainter | None = None

    @property
    def paper(self) -> QSizeF:
        """The size of a page's paper."""
        return QSizeF(self._layout.fullRectPixels(DPI).size())

    def setPageLayout(self, layout: QPageLayout) -> bool:
        self._layout = layout
        return True

    def logicalDpiX(self) -> int:
        return DPI

    def width(self) -> int:
        return self._painted().width()

    def height(self) -> int:
        return self._painted().height()

    def _painted(self) -> QRect:
        full = self._layout.mode() == QPageLayout.Mode.FullPageMode
        return self._layout.fullRectPixels(DPI) if full else self._layout.paintRectPixels(DPI)

    def begin(self, painter: QPainter) -> bool:
        """The first page."""
        self._painter = painter
        return self.newPage()

    def newPage(self) -> bool:
        """The next page; the painter is restarted on it, with the page's margins as origin."""
        assert self._painter is not None
        font = self._painter.font() if self.pages else None
        if self._painter.isActive():
            self._painter.end()
        picture = QPicture()
        self.pages.append(picture)
        begun = self._painter.begin(picture)
        self._painter.translate(self._painted().topLeft())
        if font is not None:
            self._painter.setFont(font)
        return begun


Paper = QPagedPaintDevice | PagePictures
"""The paint devices that pages are painted on."""


def begin(painter: QPainter, paper: Paper) -> bool:
    """Begin to paint; False if it cannot."""
    return paper.begin(painter) if isinstance(paper, PagePictures) else painter.begin(paper)
