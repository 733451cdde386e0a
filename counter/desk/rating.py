"""评价: the panel of the customer's display that asks for a card and gives thanks; does not use the store."""

from datetime import date

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from counter.desk.card_button import CardButton
from shared.domain import wording
from shared.practice.cards import words
from shared.practice.cards.facts import P
from shared.qt import theme
from shared.qt.qr import QrCode

_COLUMNS = 3
_HEAD = 0.2  # share of the height


class Heading(QWidget):
    """A large line and a smaller one below it, scaled to their place."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._lines: tuple[str, str] = ("", "")

    def set_texts(self, large: str, small: str) -> None:
        """Set both lines."""
        self._lines = (large, small)
        self.setAccessibleName(f"{large} {small}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            for text, top, share, tone in zip(self._lines, (0.0, 0.58), (0.55, 0.34), ("ink", "ink_soft"), strict=True):
                box = QRectF(0, top * self.height(), self.width(), share * self.height())
                font = QFont(self.font())
                font.setWeight(QFont.Weight(theme.tokens()["weight"]["strong" if tone == "ink" else "normal"]))
                font.setPixelSize(size := max(8, round(box.height() * 0.68)))
                needed, room = QFontMetricsF(font).horizontalAdvance(text), self.width() * 0.94
                font.setPixelSize(max(8, min(size, int(size * room / max(1.0, needed)))))
                painter.setFont(font)
                painter.setPen(theme.current().colour(tone))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


class Rating(QWidget):
    """Emits `chosen(P)` for a touched card, `wants_help` for 我有意见, `undo_asked` to take card or ticket back."""

    chosen = Signal(str)
    wants_help = Signal()
    undo_asked = Signal()
    timed_out = Signal()
    """The time to answer is over."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.heading, self.code = Heading(), QrCode()
        self.cards = {p.value: CardButton(p.value, p.value) for p in P}
        self.help, self.undo = CardButton("help", "opinion"), CardButton("accent", "back")
        self._shown = ("ask", "", "")
        self._time = QTimer(self, singleShot=True)
        self._time.timeout.connect(self.timed_out)
        self._build()
        self.hide()

    def ask(self, person: str, number: str, seconds: int) -> None:
        """Offer the five cards and 我有意见."""
        self._show("ask", person, number, seconds)

    def show_code(self, person: str, number: str, code: str, seconds: int) -> None:
        """Show the slip's code to scan at the kiosk: for a display without touch."""
        self.code.show_text(code, number)
        self._show("code", person, number, seconds)

    def thank(self, person: str, p: str, seconds: int) -> None:
        """Thank for a stored card, with the undo button."""
        self._show("thanks", person, p, seconds)

    def promise(self, number: str, day: date, code: str, seconds: int) -> None:
        """Show the ticket's number, the day it is answered by, and its code, with the undo button."""
        self.code.show_text(code, number)
        self._show("promise", number, day.isoformat(), seconds)

    def say(self, kind: str, seconds: int) -> None:
        """Confirm; `back`: card or ticket was taken back."""
        self._show(kind, "", "", seconds)

    def refuse(self, why: str, seconds: int) -> None:
        """Show why the card was not stored, as a sentence."""
        self._show("refused", why, "", seconds)

    def end(self) -> None:
        """Hide the panel."""
        self._time.stop()
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.current().colour("ground"))

    def _show(self, kind: str, who: str, what: str, seconds: int) -> None:
        self._shown = (kind, who, what)
        for card in (*self.cards.values(), self.help):
            card.setVisible(kind == "ask")
        self.code.setVisible(kind in ("code", "promise"))
        self.undo.setVisible(kind in ("thanks", "promise"))
        self._grid.addWidget(self.code, 1, 0, 1 if kind == "promise" else 2, _COLUMNS)
        self.setEnabled(True)
        self._write()
        self.show()
        self.raise_()
        self._time.start(seconds * 1000)

    def _write(self) -> None:
        kind, who, what = self._shown
        day = wording.day(date.fromisoformat(what)) if kind == "promise" else ""
        ask, give = self.tr("谢谢您的光临，{number}"), self.tr("愿意送{name}一张卡吗？")
        scan, whose = self.tr("请到自助屏扫小票或此码"), self.tr("{number}：给{name}送一张卡")
        texts = {
            "ask": (ask.format(number=what), give.format(name=who)),
            "code": (scan, whose.format(number=what, name=who)),
            "thanks": (self.tr("谢谢您！"), self.tr("{name} 收到了您的“{p}”卡").format(name=who, p=words.p(what))),
            "promise": (
                self.tr("已登记：{number}").format(number=who),
                self.tr("站长负责，最迟 {day} 答复您。到自助屏扫码看进度。").format(day=day),
            ),
            "refused": (who, self.tr("祝您生活愉快")),
            "back": (self.tr("已撤回。"), self.tr("祝您生活愉快")),
        }
        self.heading.set_texts(*texts[kind])
        for p, card in self.cards.items():
            card.set_texts(words.p(p), words.meaning(p))
        self.help.set_texts(self.tr("我有意见 / 需要帮助"), self.tr("有人接、有人办、有答复"))
        self.undo.set_texts(self.tr("点错了"), self.tr("撤回"))

    def _build(self) -> None:
        grid = self._grid = QGridLayout(self)
        edge = theme.current().px("room")
        grid.setContentsMargins(edge, edge, edge, edge)
        grid.setSpacing(theme.current().px("gap"))
        grid.addWidget(self.heading, 0, 0, 1, _COLUMNS)
        for place, card in enumerate((*self.cards.values(), self.help)):
            grid.addWidget(card, 1 + place // _COLUMNS, place % _COLUMNS)
        grid.addWidget(self.code, 1, 0, 2, _COLUMNS)
        grid.addWidget(self.undo, 2, 1)
        for row, share in enumerate((2, 3, 3)):
            grid.setRowStretch(row, share)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        for p, card in self.cards.items():
            card.clicked.connect(lambda _=False, p=p: self._choose(p))
        self.help.clicked.connect(self.wants_help)
        self.undo.clicked.connect(self._undo)

    def _choose(self, p: str) -> None:
        self.setEnabled(False)  # one touch is one card
        self._time.stop()
        self.chosen.emit(p)

    def _undo(self) -> None:
        self.setEnabled(False)
        self._time.stop()
        self.undo_asked.emit()
