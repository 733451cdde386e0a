"""The hall's sign on the wall (`warm-window-kiosk --sign`): called numbers, paused windows and where to go, the clock.

Nobody touches it and it writes nothing. Once a second it asks the journal whether anything happened; the countdown and
the clock go on by themselves.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from kiosk.process.recovery import CRASHED
from kiosk.shell.screen import ScreenWindow
from kiosk.sign.hall_board import Board, read
from kiosk.sign.panes import Panes
from shared.qt import theme
from shared.qt.background import Background
from shared.qt.sync_badge import Status

if TYPE_CHECKING:
    from shared.journal.store import Store
    from shared.voice.announcer import Announcer, NewCalls

_SECOND_MS = 1000
_RETRY_MS = 60_000
_CUT_OFF = ("offline", "error")


class SignWindow(ScreenWindow):
    """The window of one wall screen, landscape or portrait. Clock and journal are checked every `poll_ms`."""

    def __init__(self, opener: "Callable[[], Store]", clock: Callable[[], int], poll_ms: int = _SECOND_MS) -> None:
        super().__init__()
        self.setCursor(Qt.CursorShape.BlankCursor)
        self._clock, self.board, self.broken = clock, Board(), False
        self.stale_since: int | None = None
        self._seen = self._minute = -1
        self.background: Background[Store] = Background(opener, self)
        self.background.ready.connect(self._start_reading)
        self.background.broken.connect(self.fail)
        self.announcer: Announcer | None = None
        self._new_calls: NewCalls
        self._second = QTimer(self, interval=poll_ms)
        self._second.timeout.connect(self._tick)
        self._again = QTimer(self, interval=_RETRY_MS, singleShot=True)
        self._again.timeout.connect(self.background.start)
        self.painted.connect(self.background.start)
        self.courier_reported.connect(self._show_sync_status)
        QShortcut(QKeySequence("Ctrl+Q"), self, self.close)

    def now(self) -> int:
        """The hall's time, epoch ms: this PC's clock, corrected where the hub found it off by minutes."""
        return self._clock() + self.board.clock_correction

    # ---- layout ------------------------------------------------------------------------------------------------------

    def rebuild(self) -> None:
        unit = min(self.width(), self.height()) / theme.tokens()["scale"]["sign"]
        theme.use(theme.Theme(unit=unit, dpi=theme.real_dpi(self.screen()), motion=False), "sign")
        self._panes = Panes(portrait=self.height() > self.width())
        if before := self.set_content(self._panes):
            before.deleteLater()
        self._panes.show_time(self.now())
        self._panes.show_stale(self.stale_since)
        if self.broken:
            self._panes.show_trouble()
        else:
            self._panes.show_board(self.board, self.now())

    # ---- reading -----------------------------------------------------------------------------------------------------

    def _start_reading(self) -> None:
        self._seen = -1
        self._second.start()
        self._tick()

    def _tick(self) -> None:
        self._panes.show_time(self.now())
        self.background.run(lambda store: store.data_version(), self._compare, self.fail)

    def _compare(self, version: int) -> None:
        """Read again when the journal changed, and every minute, because the day may end."""
        clock = self._clock()
        minute = clock // (60 * _SECOND_MS)
        if (version, minute) != (self._seen, self._minute) or self.broken:
            self._seen, self._minute = version, minute
            self.background.run(lambda store: read(store, clock), self.show_board, self.fail)

    def show_board(self, board: Board) -> None:
        """Show the board read if it differs or the sign was out of order."""
        if board != self.board or self.broken:
            self.board, self.broken = board, False
            self._panes.show_board(board, self.now())
        self._announce(board)

    def _announce(self, board: Board) -> None:
        """Speak the new calls if this device is set to."""
        from shared.voice.announcer import Announcer, NewCalls  # late: no part of the first frame
        from shared.voice.recording import Call

        if self.announcer is None:
            self.announcer, self._new_calls = Announcer(self.background.run, self.now, ("sign",), self), NewCalls()
        self.announcer.say(self._new_calls.of(Call(each.number, each.window, each.at) for each in board.calls))

    def fail(self, error: BaseException) -> None:
        """The store cannot be read: show that, and try again after a minute.

        Where another version has rebuilt the tables the program ends, to be started again: opened again here, they
        would be rebuilt back every minute.
        """
        if getattr(error, "start_again", False):
            QApplication.exit(CRASHED)
        self._second.stop()
        self._again.start()
        self.broken = True
        self._panes.show_trouble()

    def _show_sync_status(self, status: Status) -> None:
        """Show since when calls of other PCs are missing, while the hub cannot be reached."""
        cut_off = status.state == "stopped" or status.reason in _CUT_OFF
        self.stale_since = (self.stale_since or status.heard_at or self.now()) if cut_off else None
        self._panes.show_stale(self.stale_since)

    # ---- Qt ----------------------------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self.has_content:
            QTimer.singleShot(0, self, self.rebuild)
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._second.stop()
        self._again.stop()
        self.background.close()
        super().closeEvent(event)
        QApplication.quit()
