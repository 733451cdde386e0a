"""The full-screen shell: top bar, page stack, foot with language and print size, idle reset, staff exit, lock-down."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QLinearGradient, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QApplication, QLayout, QStackedWidget, QVBoxLayout, QWidget

from kiosk import sound as chime
from kiosk.bars import Foot, Head
from kiosk.idle import Countdown, Idle
from kiosk.lobby import Preset, State
from kiosk.motion import Slide
from kiosk.pages.attract import AttractPage
from kiosk.pages.page import Page
from kiosk.rating import Rating
from kiosk.service import Service
from kiosk.way import Way
from shared.qt import theme
from shared.qt.badge import Status
from shared.qt.translation import CHINESE, ENGLISH, Translation
from shared.qt.widgets import Banner, HoldArea

if TYPE_CHECKING:
    from kiosk.lobby import Visit
    from kiosk.scanner import Scanner

_ASLEEP = {State.CLOSED, State.NO_STAFF, State.NO_HALL, State.BROKEN}


class KioskWindow(QWidget):
    """One window for one lobby screen. `painted` comes once, after the first frame."""

    painted = Signal()
    told = Signal(object)  # news of the courier, from its own thread

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
        self.setObjectName("shell")
        theme.dress(self)
        self.service = service
        self._translation, self._locked = translation, locked
        self._preset, self._motion, self._sound = Preset(), motion, sound
        self._pages: dict[type[Page], Page] = {}
        self._way = Way()
        self._shown_once = self._leaving = False
        self._dressed_for = QSize()
        self._news: Status | None = None
        self.told.connect(self._tell)
        self.idle = Idle(self)
        self.idle.quiet.connect(self._ask)
        self.rating = Rating(self)
        self.rating.touched.connect(self._watch)
        self.rating.silent.connect(self._unrated)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        if locked:
            self.setWindowFlags(Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
        service.changed.connect(self._changed)
        service.opened.connect(self._listen)
        self._scanner: Scanner | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # a long text never makes the window grow
        self._inner: QWidget | None = None

    # ---- what pages ask --------------------------------------------------------------------------------------------

    def go(self, page: type[Page], *details: Any) -> None:
        """Show a page, filled with what the page before knew, or as it was left for the same."""
        leaving = self._stack.currentWidget()
        left = self._way.step(leaving if isinstance(leaving, Page) else None, page, details)
        shown = self.of(page) if left else self._pages.get(page) or self._add(page)
        self._show(shown, shown.refresh if left else lambda: shown.enter(*details), back=shown.yields)

    def back(self) -> None:
        """To the page before, as it was left; home from the first."""
        kind = self._way.back()
        if kind is None:
            self.home()
        else:
            shown = self.of(kind)
            self._show(shown, shown.refresh, back=True)

    def of(self, kind: type[Page]) -> Page:
        """The page of that kind as it was left, also where it had to be built anew since."""
        if kind not in self._pages:
            self._way.restore(self._add(kind))
        return self._pages[kind]

    def _show(self, shown: Page, prepare: Callable[[], None], *, back: bool) -> None:
        self.rating.end()
        self.countdown.end()
        before = self._picture() if shown.slides and shown is not self._stack.currentWidget() else None
        prepare()
        self._stack.setCurrentWidget(shown)
        self.foot.setVisible(shown.foot)
        shown.setFocus()
        self._watch()
        if before is not None:
            self.slide.setGeometry(self._stage())
            self.slide.play(before, self.grab(self._stage()), back=back)

    def thank(self) -> None:
        """The small sound of a stored card."""
        if self._sound and self._preset.sound:
            chime.play()

    def home(self) -> None:
        """Back to the first page, or to the one that says why customers cannot use the kiosk now."""
        if self.service.state in _ASLEEP:
            from kiosk.pages.notice import NoticePage

            self.go(NoticePage, self.service.state)
        else:
            self.go(AttractPage)

    def say(self, text: str, tone: str = "good") -> None:
        self.banner.say(text, tone)

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
    def news(self) -> "Status | None":
        """What the courier said last."""
        return self._news

    @property
    def page(self) -> Page:
        """The page on the screen."""
        current = self._stack.currentWidget()
        assert isinstance(current, Page)
        return current

    # ---- variants and language -------------------------------------------------------------------------------------

    def dress(self, *, senior: bool, contrast: bool, stay: bool = True) -> None:
        """Put a variant of the look in force, and build everything anew in it; who is on a page stays there."""
        shown = type(self.page) if stay and self._inner is not None and not self.page.yields else None
        self._way.keep(self._pages)
        dpi = theme.real_dpi(self.screen())
        unit = theme.kiosk_unit(self.width(), self.height(), dpi)
        motion = self._motion and self._preset.motion
        theme.apply(theme.Theme(unit=unit, senior=senior, contrast=contrast, dpi=dpi, motion=motion))
        self._build()
        if shown is None:
            self.home()
        else:
            page = self.of(shown)
            self._show(page, page.refresh, back=False)

    def speak(self, language: str) -> None:
        self._translation.speak(language)

    def reset(self) -> None:
        """As a stranger finds it: first page, in the language and print this device is set to (Chinese, ordinary)."""
        self.countdown.end()
        self.speak(self._preset.language)
        if self._dressed_anew:
            self.dress(senior=self._preset.senior, contrast=False, stay=False)
        else:
            self.home()

    @property
    def _dressed_anew(self) -> bool:
        """Whether a customer has changed the look."""
        return theme.current().senior is not self._preset.senior or theme.current().contrast

    def _build(self) -> None:
        old, self._inner = self._inner, QWidget()
        self._pages = {}
        self._stack = QStackedWidget()
        self.head, self.foot = Head(self.service.now), Foot()
        box = QVBoxLayout(self._inner)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for part, stretch in ((self.head, 0), (self._stack, 1), (self.foot, 0)):
            box.addWidget(part, stretch)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self._inner)
        self.banner, self.countdown = Banner(self._inner), Countdown(self._inner)
        self.slide = Slide(self._inner)
        self.hold = HoldArea(self._inner, self._staff)
        self._place_hold()
        self.head.show_lobby(self.service.lobby)
        self._tell(self._news)
        self._connect()
        if old is not None:
            layout.removeWidget(old)
            old.hide()
            self._inner.show()
            old.deleteLater()

    def _tell(self, news: "Status | None") -> None:
        self._news = news
        if news and self._inner:
            self.head.sync.show_status(news)

    def _connect(self) -> None:
        now = theme.current()
        self.foot.language.clicked.connect(
            lambda: self.speak(ENGLISH if self._translation.language == CHINESE else CHINESE)
        )
        self.foot.senior.clicked.connect(lambda: self.dress(senior=not now.senior, contrast=now.contrast))
        self.foot.contrast.clicked.connect(lambda: self.dress(senior=now.senior, contrast=not now.contrast))
        self.countdown.resumed.connect(self._watch)
        self.countdown.over.connect(self.reset)

    def _picture(self) -> QPixmap | None:
        """The page as it is, for the slide; None where nothing moves."""
        if not theme.current().motion or not self.isVisible():
            return None
        self.slide.stop()
        return self.grab(self._stage())

    def _stage(self) -> QRect:
        """Where the pages are: below the top bar."""
        return QRect(0, self.head.height(), self.width(), self.height() - self.head.height())

    def _add(self, page: type[Page]) -> Page:
        made = self._pages[page] = page(self)
        self._stack.addWidget(made)
        return made

    # ---- time ------------------------------------------------------------------------------------------------------

    def _watch(self) -> None:
        """Watch over a page that somebody may walk away from; also over a first page left large or in English."""
        changed = self._dressed_anew or self._translation.language != self._preset.language
        seconds = self.seconds("idle_seconds")
        if seconds and (self.page.idles or changed):
            self.idle.watch(seconds)
        else:
            self.idle.stop()

    def _ask(self) -> None:
        if self.page.idles:
            self.countdown.begin(round(self.seconds("countdown_seconds")))
        else:
            self.reset()

    def _changed(self) -> None:
        self.head.show_lobby(self.service.lobby)
        if self.page.yields or self.service.state is State.BROKEN:
            self.home()  # others may finish what they began, unless nothing can be stored any more
        else:
            self.page.refresh()
        self._offer_rating()

    def _offer_rating(self) -> None:
        """A number was just finished and nobody uses the kiosk: the card page of who served it."""
        lobby = self.service.lobby
        free = isinstance(self.page, AttractPage) and not self.idle.waits
        awake = self.service.state is State.OPEN
        if lobby is None or lobby.just_served is None or not (free and awake and self.rating.is_new(lobby.just_served)):
            return
        from kiosk.pages.cards import CardsPage

        self.go(CardsPage, lobby.just_served.person, lobby.just_served)
        self.idle.stop()  # it has a time of its own until somebody touches it
        self.rating.begin(lobby.just_served, lobby.rating_seconds)

    def _unrated(self, visit: "Visit") -> None:
        self.service.leave_unanswered(visit)
        self.reset()

    def _listen(self) -> None:
        """The store is open: scanned codes can be told from foreign ones now."""
        from kiosk.scanner import Scanner

        if self._scanner is None:
            self._scanner = Scanner(self)
            self._scanner.scanned.connect(self.scanned)
            app = QApplication.instance()
            assert app is not None
            app.installEventFilter(self._scanner)
        self.service.key(self._know)
        self.service.preset(self._settle)

    def _settle(self, preset: Preset) -> None:
        """The settings of this device are read: they hold from now on, before anybody has touched it."""
        if preset == self._preset:
            return
        if preset.scanner != self._preset.scanner and self._scanner is not None:
            self._scanner.listen(Path(preset.scanner) if preset.scanner else None)
        self._preset = preset
        self.dress(senior=preset.senior, contrast=False)
        self.speak(preset.language)

    def _know(self, key: bytes) -> None:
        assert self._scanner is not None
        self._scanner.key = key

    def scanned(self, code: Any) -> None:
        """A code came from the scanner."""
        from kiosk import scans

        scans.act(self, code)

    def _staff(self) -> None:
        from kiosk.pages.staff_exit import StaffPage

        self.go(StaffPage)

    # ---- Qt --------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size() != self._dressed_for:
            self._dressed_for = event.size()
            self.dress(senior=theme.current().senior, contrast=theme.current().contrast)
        self._place_hold()
        self.countdown.end()

    def _place_hold(self) -> None:
        self.hold.move(self.width() - self.hold.width(), 0)
        self.hold.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        now, painter = theme.current(), QPainter(self)
        light = QLinearGradient(0, 0, 0, self.height())
        light.setColorAt(0, now.colour("ground"))
        light.setColorAt(1, now.colour("ground_low"))
        painter.fillRect(self.rect(), light)
        painter.end()
        if not self._shown_once:
            self._shown_once = True
            QTimer.singleShot(0, self.painted.emit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            return
        if self.countdown.isVisible():
            self.countdown.resume()
        else:
            self.home()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._inner is not None:
            self._watch()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._locked and not self._leaving:
            event.ignore()  # Alt+F4, a window manager's menu: only the staff page closes this window
            return
        super().closeEvent(event)
        if self._scanner is not None:
            self._scanner.close()
        QApplication.quit()


def after_first_frame(window: KioskWindow, work: Callable[[], None]) -> None:
    """Do `work` once the customer sees something."""
    window.painted.connect(work)
