"""The contents of the hall sign: calls, waiting numbers, paused windows and where to go instead, the clock."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.sign.fitted_label import FittedLabel, polish
from kiosk.sign.hall_board import CALLS, Board, Call, PausedWindow, ServiceWait
from kiosk.widgets.honour import HonourStrip
from kiosk.widgets.scene import WindowScene
from shared.domain.text import day
from shared.qt import theme
from shared.qt.boxes import column, fill, row
from shared.qt.china_time import china_time
from shared.qt.widgets import Symbol, clear, label, set_property

_SECOND_MS = 1000
_HIGHLIGHT_MS = 10_000  # after a call
_CALLS_LANDSCAPE, _CALLS_PORTRAIT = 4, CALLS  # at most; as many as fit


class Panes(QWidget):
    """Everything on the sign, built for the size of one screen."""

    def __init__(self, *, portrait: bool) -> None:
        super().__init__()
        self._portrait = portrait
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
        self._lines: list[CallRow] = []
        self._windows: list[PausedRow] = []
        self._services: list[WaitRow] = []
        self._build()

    def show_board(self, board: Board, now: int) -> None:
        """Show the whole board; `now` in epoch ms."""
        self._hall.setText(self.tr("还没有设置大厅") if board.hall == "" else board.hall or "")
        self._head.setText(self.tr("请到窗口办理") if board.calls else self.tr("欢迎光临"))
        self._scene.setVisible(not board.calls)
        self._honour.show_people(board.honoured if not board.calls else ())
        self._show_waiting(board)
        clear(self._calls)
        room = board.calls[: _CALLS_PORTRAIT if self._portrait else _CALLS_LANDSCAPE]
        self._lines = [CallRow(call, "display" if place else "call") for place, call in enumerate(room)]
        fill(self._calls, *self._lines)
        clear(self._away)
        self._windows = [PausedRow(away, small=len(board.away) > 1) for away in board.away]
        self._away_head.setVisible(bool(board.away))
        self._side.setVisible(bool(board.away) or board.waiting is not None)
        fill(self._away, *self._windows)
        self.show_time(now)
        self._fit()

    def show_stale(self, since: int | None) -> None:
        """Show since when (epoch ms) calls of other PCs are missing; None: the hub answers."""
        self._stale.setVisible(since is not None)
        if since is not None:
            self._stale.setText(self.tr("已断线，内容截至 {time}").format(time=_clock(since)))

    def show_trouble(self) -> None:
        """Show that the journal cannot be read; the calls are cleared because they may be outdated."""
        self.show_board(Board(self._hall.text()), 0)
        self._head.setText(self.tr("叫号屏正在恢复，请听窗口叫号"))

    def show_time(self, now: int) -> None:
        """Update the clock, the countdowns and the highlighted calls."""
        if not now:
            return
        self._clock.setText(_clock(now))
        self._date.setText(_date(now))
        for line in self._lines:
            line.show_time(now)
        for window in self._windows:
            window.show_time(now)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Hide the rows that do not fit whole."""
        for line in (*self._lines, *self._windows, *self._services):
            line.show()
        polish(self)
        if self._portrait:
            self._hide_rows((self._main, self._side), self._lines, self._windows)
        else:
            self._hide_rows((self._main,), self._lines)
            self._hide_rows((self._side,), self._windows)
        self._show_paused_count()

    def _hide_rows(self, stacked: Sequence[QWidget], *lists: Sequence[QWidget]) -> None:
        """Hide the waits by service first, then the last of the longest list: the oldest call, the longest pause."""
        waits = list(self._services) if self._side in stacked else []
        while waits and self._needed_height(stacked) > self._available_height():
            waits.pop().hide()
        shown = [list(lines) for lines in lists]
        while self._needed_height(stacked) > self._available_height() and max(map(len, shown)) > 1:
            max(reversed(shown), key=len).pop().hide()  # of two equally long lists a window: people wait for calls

    def _show_paused_count(self) -> None:
        """Show the number of paused windows where not all have room: a hidden one must not seem open."""
        all_shown = not any(window.isHidden() for window in self._windows)
        text = self.tr("暂停服务的窗口") if all_shown else self.tr("暂停服务的窗口（共 {n} 个）")
        self._away_head.setText(text.format(n=len(self._windows)))

    def _needed_height(self, stacked: Sequence[QWidget]) -> int:
        """The height of these, one below the other, px."""
        shown = [part for part in stacked if not part.isHidden()]
        inside = (self._calls, self._away, self._by_service, self._waiting_card.layout())
        for layout in (*inside, *(part.layout() for part in shown)):
            layout.invalidate()  # type: ignore[union-attr]  # `_build` gives each a layout
        self._waiting_card.updateGeometry()  # its size is kept by the layout around it
        return sum(part.sizeHint().height() for part in shown) + theme.current().px("wide") * (len(shown) - 1)

    def _available_height(self) -> int:
        """The height below the first row, px."""
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
        self._services = [WaitRow(line) for line in board.lines]
        fill(self._by_service, *self._services)

    def _build(self) -> None:
        now = theme.current()
        wide, room = now.px("wide"), now.px("room")
        box = QVBoxLayout(self)
        box.setContentsMargins(wide, room, wide, wide)
        box.setSpacing(room)
        self._head_row = self._top()
        box.addLayout(self._head_row)
        below = QBoxLayout(QBoxLayout.Direction.TopToBottom if self._portrait else QBoxLayout.Direction.LeftToRight)
        below.setSpacing(wide)
        left = column(self._head, self._calls, self._scene, self._honour, None)
        left.setStretchFactor(self._scene, 1000)  # the picture takes the room the texts leave
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


class CallRow(QFrame):
    """One called number and its window; a new call is highlighted. `style`: of the number."""

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

    def show_time(self, now: int) -> None:
        """Highlight the call for some seconds."""
        fresh = "true" if now - self._at < _HIGHLIGHT_MS else "false"
        if self.property("fresh") != fresh:
            for part in (self, self._number, self._window):
                set_property(part, "fresh", fresh)


class PausedRow(QFrame):
    """A paused window: the time left, and where to go instead. `small`: there are several."""

    def __init__(self, away: PausedWindow, *, small: bool) -> None:
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

    def show_time(self, now: int) -> None:
        """Update the countdown; once it has run out no time is shown."""
        seconds = -(-(self._until - now) // _SECOND_MS)
        self.left.setText(f"{seconds // 60}:{seconds % 60:02}" if seconds > 0 else self.tr("马上回来"))


class WaitRow(QWidget):
    """A service, how many wait for it and about how long; below, its windows if not all serve it."""

    def __init__(self, line: ServiceWait) -> None:
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
    moment = china_time(ms).date()
    return day(date(moment.year(), moment.month(), moment.day()))


def _clock(ms: int) -> str:
    return china_time(ms).toString("HH:mm")
