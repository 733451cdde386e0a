"""What stands on the hall's sign: the calls, how many wait, paused windows and where to go meanwhile, the clock."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDateTime, QTimeZone
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.sign.fitted_label import FittedLabel, polish
from kiosk.sign.hall_board import CALLS, Away, Board, Call, Line
from kiosk.widgets.honour import HonourStrip
from kiosk.widgets.scene import WindowScene
from shared.domain.text import day
from shared.qt import theme
from shared.qt.boxes import column, fill, row
from shared.qt.widgets import Symbol, clear, label, set_property

_SECOND_MS = 1000
_FRESH_MS = 10_000  # a call is highlighted so long
_CALLS_LYING, _CALLS_STANDING = 4, CALLS  # at most; as many as fit
_CHINA_SECONDS = 8 * 3600  # one time zone, whatever this PC was set to


class Panes(QWidget):
    """Everything on the sign in the sizes of one screen."""

    def __init__(self, *, standing: bool) -> None:
        super().__init__()
        self._standing = standing
        self._hall, self._clock = FittedLabel(style="title"), FittedLabel(style="display")
        self._date = FittedLabel(style="lead")
        self._stale = label(style="soft", wrap=False)
        self._waiting, self._following = FittedLabel(style="display"), FittedLabel(style="lead")
        self._missed, self._by_service = FittedLabel(style="lead", tone="warn"), column(spacing="tight")
        self._head = FittedLabel(style="title", tone="accent")
        self._away_head = FittedLabel(style="title", tone="accent")
        self._calls, self._away = column(spacing="small"), column(spacing="small")
        self._main, self._side = QWidget(), QWidget()
        self._scene, self._waiting_card = WindowScene(), QFrame()
        self._honour = HonourStrip("display")
        self._lines: list[CallLine] = []
        self._windows: list[AwayLine] = []
        self._services: list[WaitLine] = []
        self._build()

    def show_board(self, board: Board, now: int) -> None:
        """Everything anew."""
        self._hall.setText(self.tr("还没有设置大厅") if board.hall == "" else board.hall or "")
        self._head.setText(self.tr("请到窗口办理") if board.calls else self.tr("欢迎光临"))
        self._scene.setVisible(not board.calls)
        self._honour.show_people(board.honoured if not board.calls else ())
        self._show_waiting(board)
        clear(self._calls)
        room = board.calls[: _CALLS_STANDING if self._standing else _CALLS_LYING]
        self._lines = [CallLine(call, "display" if place else "call") for place, call in enumerate(room)]
        fill(self._calls, *self._lines)
        clear(self._away)
        self._windows = [AwayLine(away, small=len(board.away) > 1) for away in board.away]
        self._away_head.setVisible(bool(board.away))
        self._side.setVisible(bool(board.away) or board.waiting is not None)
        fill(self._away, *self._windows)
        self.tell_time(now)
        self._fit()

    def show_stale(self, since: int | None) -> None:
        """Small print: the calls of other PCs are known up to this moment; nothing while the hub answers."""
        self._stale.setVisible(since is not None)
        if since is not None:
            self._stale.setText(self.tr("已断线，内容截至 {time}").format(time=_clock(since)))

    def show_trouble(self) -> None:
        """The journal cannot be read: the calls shown before may be wrong by now."""
        self.show_board(Board(self._hall.text()), 0)
        self._head.setText(self.tr("叫号屏正在恢复，请听窗口叫号"))

    def tell_time(self, now: int) -> None:
        """The clock, the countdowns, and which call is fresh."""
        if not now:
            return
        self._clock.setText(_clock(now))
        self._date.setText(_date(now))
        for line in self._lines:
            line.tell_time(now)
        for window in self._windows:
            window.tell_time(now)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """A line is shown whole or not at all."""
        for line in (*self._lines, *self._windows, *self._services):
            line.show()
        polish(self)
        if self._standing:
            self._leave_out((self._main, self._side), self._lines, self._windows)
        else:
            self._leave_out((self._main,), self._lines)
            self._leave_out((self._side,), self._windows)
        self._name_windows()

    def _leave_out(self, piled: Sequence[QWidget], *lists: Sequence[QWidget]) -> None:
        """The waits by service go first; then, of the longest list, the last: the oldest call, the longest absence."""
        waits = list(self._services) if self._side in piled else []
        while waits and self._needs(piled) > self._room():
            waits.pop().hide()
        shown = [list(lines) for lines in lists]
        while self._needs(piled) > self._room() and max(map(len, shown)) > 1:
            max(reversed(shown), key=len).pop().hide()  # of two as long a window: a call is what people wait for

    def _name_windows(self) -> None:
        """Where not all of them have room, how many there are: a window left out must not seem open."""
        all_shown = not any(window.isHidden() for window in self._windows)
        text = self.tr("暂停服务的窗口") if all_shown else self.tr("暂停服务的窗口（共 {n} 个）")
        self._away_head.setText(text.format(n=len(self._windows)))

    def _needs(self, piled: Sequence[QWidget]) -> int:
        """How high these are, one below the other."""
        shown = [part for part in piled if not part.isHidden()]
        inside = (self._calls, self._away, self._by_service, self._waiting_card.layout())
        for layout in (*inside, *(part.layout() for part in shown)):
            layout.invalidate()  # type: ignore[union-attr]  # all have one
        self._waiting_card.updateGeometry()  # its size is kept by the layout around it
        return sum(part.sizeHint().height() for part in shown) + theme.current().px("wide") * (len(shown) - 1)

    def _room(self) -> int:
        """How much height there is below the first row."""
        now = theme.current()
        return self.height() - self._head_row.sizeHint().height() - 2 * now.px("room") - now.px("wide")

    def _show_waiting(self, board: Board) -> None:
        self._waiting_card.setVisible(board.waiting is not None)
        self._following.setVisible(bool(board.following))
        self._waiting.setText(self.tr("等候 {n} 位").format(n=board.waiting))
        self._following.setText(self.tr("接下来：{numbers}").format(numbers=" ".join(board.following)))
        self._missed.setVisible(bool(board.missed))
        self._missed.setText(self.tr("过号：{numbers}，请告诉窗口").format(numbers=" ".join(board.missed)))
        clear(self._by_service)
        self._services = [WaitLine(line) for line in board.lines]
        fill(self._by_service, *self._services)

    def _build(self) -> None:
        now = theme.current()
        wide, room = now.px("wide"), now.px("room")
        box = QVBoxLayout(self)
        box.setContentsMargins(wide, room, wide, wide)
        box.setSpacing(room)
        self._head_row = self._top()
        box.addLayout(self._head_row)
        below = QBoxLayout(QBoxLayout.Direction.TopToBottom if self._standing else QBoxLayout.Direction.LeftToRight)
        below.setSpacing(wide)
        left = column(self._head, self._calls, self._scene, self._honour, None)
        left.setStretchFactor(self._scene, 1000)  # the picture takes all that the words leave
        right = column(self._waiting_card, self._away_head, self._away, None)
        card = column(self._waiting, self._following, self._by_service, self._missed)
        right.setContentsMargins(0, 0, 0, 0)
        card.setContentsMargins(room, now.px("gap"), room, now.px("gap"))
        self._waiting_card.setProperty("look", "card")
        self._waiting_card.setLayout(card)
        self._side.setLayout(right)
        left.setContentsMargins(0, 0, 0, 0)
        self._main.setLayout(left)
        below.addWidget(self._main, 3)
        below.addWidget(self._side, 2)
        box.addLayout(below, 1)

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.current().px("gap"))
        row.addWidget(Symbol("logo", theme.current().px("display")))
        row.addWidget(self._hall, 1)
        row.addWidget(self._stale)
        row.addWidget(self._date)
        row.addWidget(self._clock)
        return row


class CallLine(QFrame):
    """One called number and its window, the number in this style; a fresh call stands out."""

    def __init__(self, call: Call, style: str) -> None:
        super().__init__()
        now = theme.current()
        self._at = call.at
        self.setProperty("look", "call")
        self._number = FittedLabel(call.number, style, figures=True)
        self._window = FittedLabel(self.tr("{window}号窗口").format(window=call.window), "display")
        row = QHBoxLayout(self)
        pad = now.px("tight")
        row.setContentsMargins(now.px("room"), pad, now.px("room"), pad)
        row.addWidget(self._number)
        row.addStretch(1)
        row.addWidget(self._window)
        self.setAccessibleName(f"{call.number} {self._window.text()}")

    def tell_time(self, now: int) -> None:
        """Whether the call is still fresh."""
        fresh = "true" if now - self._at < _FRESH_MS else "false"
        if self.property("fresh") != fresh:
            for part in (self, self._number, self._window):
                set_property(part, "fresh", fresh)


class AwayLine(QFrame):
    """A paused window: how long still, and where to go; small where it is not the only one."""

    def __init__(self, away: Away, *, small: bool) -> None:
        super().__init__()
        self._until = away.until
        words, time, edge = ("lead", "title", "tight") if small else ("title", "display", "small")
        self.setProperty("look", "away")
        name = FittedLabel(self.tr("{window}号窗口").format(window=away.window), words)
        self.left = FittedLabel(style=time, tone="warn")
        where = self.tr("请到 {windows} 号窗口") if away.go_to else self.tr("请稍候")
        pad, room = theme.current().px(edge), theme.current().px("room")
        box = QVBoxLayout(self)
        box.setContentsMargins(room, pad, room, pad)
        box.setSpacing(0)
        top = QHBoxLayout()
        top.addWidget(name, 1)
        top.addWidget(self.left)
        box.addLayout(top)
        box.addWidget(FittedLabel(where.format(windows=self.tr("、").join(away.go_to)), words))

    def tell_time(self, now: int) -> None:
        """The countdown; after it has run out, no time is promised."""
        seconds = -(-(self._until - now) // _SECOND_MS)
        self.left.setText(f"{seconds // 60}:{seconds % 60:02}" if seconds > 0 else self.tr("马上回来"))


class WaitLine(QWidget):
    """A service, how many wait for it and about how long; below, its windows where these are not all."""

    def __init__(self, line: Line) -> None:
        super().__init__()
        from shared.practice.line import words  # late: no part of the first frame

        texts = [self.tr("{n} 位").format(n=line.waiting)]
        if line.minutes:
            texts.append(self.tr("约 {minutes} 分钟").format(minutes=line.minutes))
        waits = row(FittedLabel(words.service(line.service), "body"), None, FittedLabel(" · ".join(texts), "body"))
        box = column(waits, spacing="tight")
        if line.windows:
            where = self.tr("{window}号窗口").format(window=self.tr("、").join(line.windows))
            box.addWidget(FittedLabel(where, "body", "accent"))
        box.setContentsMargins(0, 0, 0, 0)
        self.setLayout(box)


def _date(ms: int) -> str:
    """11月27日（周五）, in the language of the sign."""
    moment = QDateTime.fromMSecsSinceEpoch(ms, QTimeZone(_CHINA_SECONDS)).date()
    return day(date(moment.year(), moment.month(), moment.day()))


def _clock(ms: int) -> str:
    return QDateTime.fromMSecsSinceEpoch(ms, QTimeZone(_CHINA_SECONDS)).toString("HH:mm")
