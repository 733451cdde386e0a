"""The kiosk's window: which page it shows and in which look, and what happens when nobody is there any more."""

from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from kiosk.pages.attract import AttractPage
from kiosk.pages.page import Page
from kiosk.scan.scanning import Scanning
from kiosk.shell.appearance import Appearance
from kiosk.shell.frame import Frame
from kiosk.shell.idle import Idle
from kiosk.shell.page_history import PageHistory
from kiosk.shell.rating import Rating
from kiosk.shell.screen import Shell
from kiosk.store.lobby import Preset, State, Visit
from kiosk.store.session import Service
from shared.qt import theme
from shared.qt.badge import Status
from shared.qt.translation import Translation

_ASLEEP = {State.CLOSED, State.NO_STAFF, State.NO_HALL, State.BROKEN}


class KioskWindow(Shell):
    """One window for one lobby screen, and the desk that its pages belong to."""

    frame: Frame  # from the first `dress` on

    def __init__(
        self,
        service: Service,
        translation: Translation,
        *,
        motion: bool = True,
        sound: bool = True,
        locked: bool = True,
    ) -> None:
        super().__init__()
        self.service = service
        self._appearance = Appearance(translation, motion=motion, sound=sound)
        self._history = PageHistory()
        self._locked, self._leaving = locked, False
        self._news: Status | None = None
        self.told.connect(self.show_news)
        self.idle = Idle(self)
        self.idle.quiet.connect(self._ask)
        self.rating = Rating(self)
        self.rating.touched.connect(self._watch)
        self.rating.silent.connect(self._unrated)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        if locked:
            self.setWindowFlags(Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
        service.changed.connect(self._changed)
        self.scanning = Scanning(self, self)
        service.opened.connect(self._read_preset)

    # ---- what pages ask --------------------------------------------------------------------------------------------

    def go(self, page: type[Page], *details: Any) -> None:
        """Show a page, filled with what the page before knew, or as it was left for the same."""
        left = self._history.step(self.frame.page, page, details)
        shown = self.of(page) if left else self.frame.pages.get(page) or self.frame.add(page, self)
        self.rating.end()
        self.frame.show_page(shown, shown.refresh if left else lambda: shown.enter(*details), back=shown.yields)
        self._watch()

    def back(self) -> None:
        """To the page before, as it was left; home from the first."""
        kind = self._history.back()
        if kind is None:
            self.home()
        else:
            self._show_as_left(kind, back=True)

    def of(self, kind: type[Page]) -> Page:
        """The page of that kind as it was left, also where it had to be built anew since."""
        if kind not in self.frame.pages:
            self._history.restore(self.frame.add(kind, self))
        return self.frame.pages[kind]

    def home(self) -> None:
        """Back to the first page, or to the one that says why customers cannot use the kiosk now."""
        if self.service.state in _ASLEEP:
            from kiosk.pages.notice import NoticePage

            self.go(NoticePage, self.service.state)
        else:
            self.go(AttractPage)

    def say(self, text: str, tone: str = "good") -> None:
        self.frame.banner.say(text, tone)

    def thank(self) -> None:
        """The small sound of a stored card."""
        self._appearance.thank()

    def leave(self) -> None:
        """Close for good: only the staff page calls this."""
        self._leaving = True
        self.close()

    def seconds(self, name: str) -> float:
        """A time of the policy's kiosk section, longer in senior mode."""
        lobby = self.service.lobby
        if lobby is None:
            return 0
        factor = lobby.times.senior_factor if theme.current().senior else 1
        return float(getattr(lobby.times, name)) * factor

    @property
    def news(self) -> Status | None:
        """What the courier said last."""
        return self._news

    @property
    def page(self) -> Page:
        """The page on the screen."""
        current = self.frame.page
        assert current is not None
        return current

    def _show_as_left(self, kind: type[Page], *, back: bool) -> None:
        page = self.of(kind)
        self.rating.end()
        self.frame.show_page(page, page.refresh, back=back)
        self._watch()

    # ---- look and language -----------------------------------------------------------------------------------------

    def dress(self, *, senior: bool, contrast: bool, stay: bool = True) -> None:
        """Put a variant of the look in force, and build everything anew in it; who is on a page stays there."""
        shown = None
        if self.is_filled:
            shown = type(self.page) if stay and not self.page.yields else None
            self._history.keep(self.frame.pages)
        self._appearance.put_on(self, senior=senior, contrast=contrast)
        self._build()
        if shown is None:
            self.home()
        else:
            self._show_as_left(shown, back=False)

    def rebuild(self) -> None:
        self.dress(senior=theme.current().senior, contrast=theme.current().contrast)

    def speak(self, language: str) -> None:
        self._appearance.speak(language)

    def reset(self) -> None:
        """As a stranger finds it: first page, in the language and print this device is set to (Chinese, ordinary)."""
        preset = self._appearance.preset
        self.frame.countdown.end()
        self.speak(preset.language)
        if self._appearance.is_dressed_anew:
            self.dress(senior=preset.senior, contrast=False, stay=False)
        else:
            self.home()

    def show_news(self, news: Status | None) -> None:
        """What the courier says, on the badge of the top bar."""
        self._news = news
        if news and self.is_filled:
            self.frame.head.sync.show_status(news)

    def _build(self) -> None:
        self.frame = Frame(self.service.now, self._go_to_staff_page)
        self.fill(self.frame)
        self.frame.head.show_lobby(self.service.lobby)
        self.show_news(self._news)
        now, foot, countdown = theme.current(), self.frame.foot, self.frame.countdown
        foot.language.clicked.connect(lambda: self.speak(self._appearance.other_language))
        foot.senior.clicked.connect(lambda: self.dress(senior=not now.senior, contrast=now.contrast))
        foot.contrast.clicked.connect(lambda: self.dress(senior=now.senior, contrast=not now.contrast))
        countdown.resumed.connect(self._watch)
        countdown.over.connect(self.reset)

    def _go_to_staff_page(self) -> None:
        from kiosk.pages.staff_exit import StaffPage

        self.go(StaffPage)

    def _read_preset(self) -> None:
        self.service.preset(self._settle)

    def _settle(self, preset: Preset) -> None:
        """The settings of this device are read: they hold from now on, before anybody has touched it."""
        if preset == self._appearance.preset:
            return
        self.scanning.listen(preset.scanner)
        self._appearance.preset = preset
        self.dress(senior=preset.senior, contrast=False)
        self.speak(preset.language)

    # ---- time ------------------------------------------------------------------------------------------------------

    def _watch(self) -> None:
        """Watch over a page that somebody may walk away from; also over a first page left large or in English."""
        seconds = self.seconds("idle_seconds")
        if seconds and (self.page.idles or self._appearance.is_changed):
            self.idle.watch(seconds)
        else:
            self.idle.stop()

    def _ask(self) -> None:
        """Nobody has touched the screen for long: is anybody there?"""
        if self.page.idles:
            self.frame.countdown.begin(round(self.seconds("countdown_seconds")))
        else:
            self.reset()

    def _changed(self) -> None:
        """The hall is another."""
        self.frame.head.show_lobby(self.service.lobby)
        if self.page.yields or self.service.state is State.BROKEN:
            self.home()  # others may finish what they began, unless nothing can be stored any more
        else:
            self.page.refresh()
        if not self.idle.waits and self.rating.offer(self):
            self.idle.stop()  # the offer has a time of its own until somebody touches it

    def _unrated(self, visit: Visit) -> None:
        """Nobody touched the card page that was offered after a service."""
        self.service.leave_unanswered(visit)
        self.reset()

    # ---- Qt --------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            return
        if self.frame.countdown.isVisible():
            self.frame.countdown.resume()
        else:
            self.home()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self.is_filled:
            self._watch()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._locked and not self._leaving:
            event.ignore()  # Alt+F4, a window manager's menu: only the staff page closes this window
            return
        super().closeEvent(event)
        self.scanning.end()
        QApplication.quit()
