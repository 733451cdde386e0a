"""The preview of pages to print: one at a time, whole or enlarged."""

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPicture, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from counter.kit.words import Button, Text, named, say
from shared.qt import theme
from shared.qt.boxes import column, row

_PAGE = QT_TRANSLATE_NOOP("Counter", "第 {n} 页，共 {of} 页")
_BEFORE = QT_TRANSLATE_NOOP("Counter", "上一页")
_NEXT = QT_TRANSLATE_NOOP("Counter", "下一页")
_NEAR = QT_TRANSLATE_NOOP("Counter", "放大")
_WHOLE = QT_TRANSLATE_NOOP("Counter", "看整页")
_FIRST = QT_TRANSLATE_NOOP("Counter", "已经是第一页。")
_LAST = QT_TRANSLATE_NOOP("Counter", "已经是最后一页。")
_NAME = QT_TRANSLATE_NOOP("Counter", "打印预览")
_HEIGHT_SHARE, _MARGIN = 0.5, 8  # of the screen's height; px around the paper


class Preview(QWidget):
    """Shows `pages` on `paper`, its size in the pictures' units; `height` of the screen, px."""

    def __init__(self, pages: Sequence[QPicture], paper: QSizeF, height: int) -> None:
        super().__init__()
        self.page_index = 0
        self._pages = tuple(pages)
        self.sheet = _Sheet(paper)
        self.area = _SheetArea(self.sheet, round(height * _HEIGHT_SHARE))
        self.where = Text(style="caption")
        self.before = Button(_BEFORE, "quiet", shortcut="PgUp")
        self.next = Button(_NEXT, "quiet", shortcut="PgDown")
        self.near = Button(_NEAR, "quiet", shortcut="F8")
        for button, step in ((self.before, -1), (self.next, 1)):
            button.clicked.connect(lambda _=False, step=step: self._turn(step))
        self.near.clicked.connect(self._zoom)
        self.foot = row(self.before, self.where, self.next, None, self.near)
        box = column(self.area, self.foot, spacing="small")
        box.setContentsMargins(0, 0, 0, 0)
        self.setLayout(box)
        self._turn(0)

    @property
    def pages(self) -> int:
        return len(self._pages)

    def _turn(self, step: int) -> None:
        self.page_index = max(0, min(self.pages - 1, self.page_index + step))
        self.sheet.show_page(self._pages[self.page_index] if self._pages else QPicture())
        self.area.verticalScrollBar().setValue(0)
        self.where.setText(say(_PAGE).format(n=self.page_index + 1, of=self.pages))
        self.before.unless((self.page_index == 0, _FIRST))
        self.next.unless((self.page_index >= self.pages - 1, _LAST))

    def _zoom(self) -> None:
        self.area.whole = not self.area.whole
        self.near.change(_NEAR if self.area.whole else _WHOLE)
        self.area.fit()


class _Sheet(QWidget):
    """Draws one page, scaled to its own width."""

    def __init__(self, paper: QSizeF) -> None:
        super().__init__()
        self.paper = paper
        self._page = QPicture()

    def show_page(self, page: QPicture) -> None:
        self._page = page
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), Qt.GlobalColor.white)
            painter.setPen(theme.current().colour("edge"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
            scale = self.width() / self.paper.width()
            painter.scale(scale, scale)
            painter.drawPicture(0, 0, self._page)


class _SheetArea(QScrollArea):
    """Shows the whole sheet, or at full width with scroll bars."""

    def __init__(self, sheet: _Sheet, height: int) -> None:
        super().__init__()
        self.whole = True
        self._sheet = sheet
        self.setWidget(sheet)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMinimumHeight(height)
        named(self, _NAME)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Resize the sheet: to the whole viewport or to its width, as `whole` says."""
        paper, room = self._sheet.paper, self.viewport().size() - QSize(2 * _MARGIN, 2 * _MARGIN)
        wide = room.width() / paper.width()
        scale = min(wide, room.height() / paper.height()) if self.whole else max(1.0, wide)
        self._sheet.resize((paper * scale).toSize())
