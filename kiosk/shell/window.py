"""The kiosk's window: the page it shows, its text size and language, and the return to the first page when idle."""

from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, overload

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.pages.attract import AttractPage
from kiosk.pages.page import AnyPage, Page
from kiosk.scan.connection import ScannerConnection
from kiosk.shell.appearance import Appearance
from kiosk.shell.frame import Frame
from kiosk.shell.idle import Idle
from kiosk.shell.look_change import LookChange
from kiosk.shell.page_history import PageHistory
from kiosk.shell.rating import Rating
from kiosk.shell.screen import ScreenWindow
from kiosk.shell.slide import Slide
from kiosk.shell.touches import Touches
from kiosk.store.lobby import Preset, State, Visit
from kiosk.store.session import KioskSession
from shared.qt import buttons, reading_order, theme
from shared.qt.sync_badge import Status
from shared.qt.translation import Translation

if TYPE_CHECKING:
    from shared.journal.store import Store

R = TypeVar("R")
_CLOSED = {State.CLOSED, State.NO_STAFF, State.NO_HALL, State.BROKEN}


class KioskWindow(ScreenWindow):
    """One window for one lobby screen; implements `Kiosk` for its pages."""

    frame: Frame  # from the first `set_look` on

    def __init__(
        self,
        session: KioskSession,
        translation: Translation,
        *,
        motion: bool = True,
        sound: bool = True,
        locked: bool = True,
    ) -> None:
        super().__init__()
        self.session = session
        session.setParent(self)  # deleted with the window, on the GUI thread, whichever thread collects garbage
        self._appearance = Appearance(translation, motion=motion, sound=sound)
        self._history = PageHistory()
        buttons.set_feedback(lambda: self._appearance.play_click(session.now()))
        self._locked, self._may_close = locked, False
        self._sync_status: Status | None = None
        self._slide, self._look_change = Slide(self), LookChange(self)
        self.idle, self.rating, self._touches = Idle(self), Rating(self), Touches(self)
        self.scanner = ScannerConnection(self, self)
        self._connect()
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        if locked:
            self.setWindowFlags(Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)

    def _connect(self) -> None:
        self.idle.timed_out.connect(self._on_idle)
        self.rating.touched.connect(self._restart_idle)
        self.rating.unanswered.connect(self._on_unanswered)
        self._touches.touched.connect(self.idle.restart)
        self._touches.touched.connect(self.rating.touch)
        self.courier_reported.connect(self.show_sync_status)
        self.session.changed.connect(self._on_lobby_changed)
        self.session.opened.connect(self._read_preset)
        self.session.device_set.connect(self._read_preset)
        self.session.background.opening.connect(self._show_opening)

    # ---- what pages ask --------------------------------------------------------------------------------------------

    @overload
    def go(self, page: type[Page[None, Any]]) -> None: ...
    @overload
    def go(self, page: type[Page[R, Any]], request: R) -> None: ...
    def go(self, page: type[AnyPage], request: object = None) -> None:
        """Show a page for a request; as the customer left it if it was shown for the same request before."""
        left = self._history.step(self.frame.page, page, request)
        shown = self.page_of(page) if left else self.frame.pages.get(page) or self.frame.add(page, self)
        self.rating.end()
        self.frame.show_page(shown, shown.refresh if left else lambda: shown.show_for(request), back=shown.gives_way)
        self._restart_idle()

    def back(self) -> None:
        """Go to the previous page as it was left; home from the first."""
        kind = self._history.back()
        if kind is None:
            self.home()
        else:
            self._show_as_left(kind, back=True)

    def page_of(self, kind: type[AnyPage]) -> AnyPage:
        """The page of this class as it was left, restored if it had to be rebuilt since."""
        if kind not in self.frame.pages:
            self._history.restore(self.frame.add(kind, self))
        return self.frame.pages[kind]

    def home(self) -> None:
        """Go to the first page, or to the notice of why customers cannot use the kiosk now."""
        if self.session.state in _CLOSED:
            from kiosk.pages.notice import NoticePage

            self.go(NoticePage, self.session.state)
        else:
            self.go(AttractPage)

    def say(self, text: str, tone: str = "good") -> None:
        self.frame.banner.say(text, tone)

    def play_thanks(self) -> None:
        """Play the sound for a stored card."""
        self._appearance.play_thanks()

    def end_program(self) -> None:
        """End the program; called only by the staff page."""
        self._may_close = True
        self.close()

    def seconds(self, name: str) -> float:
        """A time of the policy's kiosk section in seconds, longer in senior mode."""
        lobby = self.session.lobby
        if lobby is None:
            return 0
        factor = lobby.times.senior_factor if theme.current().senior else 1
        return float(getattr(lobby.times, name)) * factor

    @property
    def sync_status(self) -> Status | None:
        """What the courier reported last."""
        return self._sync_status

    @property
    def page(self) -> AnyPage:
        """The page on the screen."""
        current = self.frame.page
        assert current is not None
        return current

    def _show_as_left(self, kind: type[AnyPage], *, back: bool) -> None:
        page = self.page_of(kind)
        self.rating.end()
        self.frame.show_page(page, page.refresh, back=back)
        self._restart_idle()

    # ---- look and language -----------------------------------------------------------------------------------------

    def set_look(self, *, senior: bool, contrast: bool, stay: bool = True) -> None:
        """Change text size and colours, which rebuilds all pages; with `stay`, show the same page again."""
        self.change_look(senior=senior, contrast=contrast, stay=stay)
        self._look_change.finish()

    def change_look(self, *, senior: bool, contrast: bool, stay: bool = True) -> None:
        """The same in three calls of the event loop: the frame, its page, its picture (see `LookChange`).

        Until the second the frame before has the pages.
        """
        self._look_change.finish()
        self._appearance.use_look(self, senior=senior, contrast=contrast)
        frame = self._new_frame()
        before = self.set_content(frame)
        self._look_change.begin(frame, partial(self._fill, frame, before))
        if before and not stay:
            self.home()  # in the frame before, which is hidden; a code scanned after it counts

    def _new_frame(self) -> Frame:
        frame = Frame(self.session.now, self._go_to_staff_page, self._slide)
        now, foot, countdown = theme.current(), frame.foot, frame.countdown
        foot.home.clicked.connect(self.home)
        foot.language.clicked.connect(lambda: self.speak(self._appearance.other_language))
        foot.senior.clicked.connect(lambda: self.change_look(senior=not now.senior, contrast=now.contrast))
        foot.contrast.clicked.connect(lambda: self.change_look(senior=now.senior, contrast=not now.contrast))
        countdown.resumed.connect(self._restart_idle)
        countdown.over.connect(self.reset)
        return frame

    def _fill(self, frame: Frame, before: QWidget | None) -> None:
        """Show the page that the frame before shows in a new one."""
        shown = None
        if before:
            shown = None if self.page.gives_way else type(self.page)
            self._history.keep(self.frame.pages)
            before.deleteLater()
        self.frame = frame
        frame.head.show_lobby(self.session.lobby)
        self.show_sync_status(self._sync_status)
        if shown is None:
            self.home()
        else:
            self._show_as_left(shown, back=False)

    def rebuild(self) -> None:
        self.set_look(senior=theme.current().senior, contrast=theme.current().contrast)

    def speak(self, language: str) -> None:
        self._appearance.speak(language)

    def reset(self) -> None:
        """For the next customer: the first page in the language and text size this device is set to."""
        preset = self._appearance.preset
        self.frame.countdown.end()
        self.speak(preset.language)
        if self._appearance.has_customer_look:
            self.change_look(senior=preset.senior, contrast=False, stay=False)
        else:
            self.home()

    def show_sync_status(self, status: Status | None) -> None:
        """Show what the courier reports on the badge of the top bar."""
        self._sync_status = status
        if status and self.has_content:
            self.frame.head.sync.show_status(status)

    def _show_opening(self, percent: int) -> None:
        """Show progress while an upgrade rebuilds the tables: seconds for a year's events."""
        if percent < 100 and self.has_content:
            self.say(self.tr("升级后正在整理数据，请稍等：{percent}%").format(percent=percent), "warn")

    def _go_to_staff_page(self) -> None:
        from kiosk.pages.staff_exit import StaffPage

        self.go(StaffPage)

    def _read_preset(self) -> None:
        self.session.read(self, _preset, self._apply_preset)

    def _apply_preset(self, preset: Preset) -> None:
        """The settings of this device are read: they hold from now on."""
        before, self._appearance.preset = self._appearance.preset, preset
        if preset == before:
            return
        self.scanner.set_port(preset.scanner)
        if (preset.senior, preset.motion) != (before.senior, before.motion):
            self.set_look(senior=preset.senior, contrast=False)
        self.speak(preset.language)

    # ---- time ------------------------------------------------------------------------------------------------------

    def _restart_idle(self) -> None:
        """Start the idle timer on pages that time out, and on a first page left in large print or English."""
        seconds = self.seconds("idle_seconds")
        if seconds and (self.page.times_out or self._appearance.is_changed):
            self.idle.watch(seconds)
        else:
            self.idle.stop()

    def _on_idle(self) -> None:
        """Idle: count down to the first page, or reset at once where nothing can be lost."""
        if self.page.times_out:
            self.frame.countdown.begin(round(self.seconds("countdown_seconds")))
        else:
            self.reset()

    def _on_lobby_changed(self) -> None:
        """The lobby was read again and differs, or its state changed."""
        self.frame.head.show_lobby(self.session.lobby)
        if self.session.lobby:
            buttons.set_debounce(self.session.lobby.times.debounce_seconds)
        if self.page.gives_way or self.session.state is State.BROKEN:
            self.home()  # other pages stay until their customer has finished, unless nothing can be stored
        else:
            self.page.refresh()
            reading_order.arrange_soon(self.page)
        if not self.idle.waits and self.rating.offer(self):
            self.idle.stop()  # the offer has a time of its own until somebody touches it

    def _on_unanswered(self, visit: Visit) -> None:
        """Nobody touched the card page offered after a service: record that it was left unanswered."""
        number, staff, now = visit.number, visit.person.number, self.session.now()
        self.session.record(self, lambda store: _leave_unanswered(store, staff, number, now), lambda _: None)
        self.reset()

    # ---- Qt --------------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._touches.watch(self.windowHandle())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            return
        if self.frame.countdown.isVisible():
            self.frame.countdown.resume()
        else:
            self.home()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self.has_content:
            self._restart_idle()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._locked and not self._may_close:
            event.ignore()  # Alt+F4, a window manager's menu: only the staff page closes this window
            return
        super().closeEvent(event)
        self.scanner.close()
        buttons.set_feedback(None)
        QApplication.quit()


def _preset(store: "Store") -> Preset:
    from kiosk.store import hall  # late, on the store thread

    return hall.preset(store)


def _leave_unanswered(store: "Store", staff: str, number: str, now: int) -> None:
    from shared.practice.cards import actions as cards  # late, on the store thread

    cards.record_unanswered(store, staff, number, now=now)
