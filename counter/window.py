"""The counter's window: sign-in, the work of whoever is signed in, and the lock between the two."""

import logging
from collections.abc import Generator, Iterator

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPalette
from PySide6.QtWidgets import QApplication, QDialog, QStackedWidget, QVBoxLayout, QWidget

from counter import navigation, text_size
from counter.idle import Idle
from counter.kit import clipboard, page_change, personal
from counter.kit.words import say
from counter.navigation_panel import NavigationPanel
from counter.page_loader import PageLoader
from counter.personal_file import PersonalFile
from counter.session import CounterSession
from counter.sign_in import SignIn
from counter.workspace import Workspace
from shared.domain.actor import Actor
from shared.domain.roles import Role
from shared.domain.sections import CounterTimes
from shared.qt import theme
from shared.qt.buttons import draw_ahead
from shared.qt.sync_badge import Status
from shared.qt.translation import CHINESE, ENGLISH, Translation
from shared.qt.widgets import Banner

_TITLE = QT_TRANSLATE_NOOP("Counter", "暖窗 · 窗口工作台")
_BROKEN = QT_TRANSLATE_NOOP("Counter", "出了意外，这一步没有完成。已写入日志；请再试一次。")
_NOT_OPEN = QT_TRANSLATE_NOOP("Counter", "本机的数据打不开，请联系管理员（warm-window doctor）。{why}")
_OTHER_RIGHTS = QT_TRANSLATE_NOOP("Counter", "您的岗位资料刚有变动，屏幕已锁。请重新登录；有疑问请问站长。")
_NEXT_CALL_MS = 1
"""Input and painting come in between. 0 would not separate the calls."""


class Window(QWidget):
    """Locks after the policy's idle time. The same person finds their pages as before, another one new pages."""

    sync_status = Signal(object)  # Status; emitted by the courier's thread

    def __init__(self, session: CounterSession, translation: Translation) -> None:
        super().__init__()
        self._sync_status: Status | None = None
        self.sync_status.connect(self._show_sync_status)
        ground = self.palette()
        ground.setColor(QPalette.ColorRole.Window, theme.current().colour("ground"))
        self.setPalette(ground)
        self.session, self.translation = session, translation
        session.setParent(self)
        self.sign_in = SignIn(session)
        self.workspace: Workspace | None = None
        self._pages = QStackedWidget()  # not a layout of the window: Qt would paint the whole window twice
        self._pages.addWidget(self.sign_in)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._pages)
        self._banner = Banner(self)
        for part in (self.sign_in, self._banner):
            theme.style_window(part)
        self._hidden_dialogs: list[QDialog] = []
        self.idle = Idle(self)
        self.idle.timed_out.connect(self.lock)
        self.personal = PersonalFile(session)
        self._in_bar = False
        session.bar_shown.connect(self._on_bar_shown)
        session.rights_changed.connect(self._lock_for_changed_rights)
        self.loader = PageLoader(session, self)
        self.sign_in.coming.connect(self._load_pages_of)
        self.sign_in.signed_in.connect(self._on_signed_in)
        self.sign_in.switch_language.connect(self._switch_language)
        session.changed.connect(self._update_idle_limit)
        session.background.broken.connect(self._show_not_open)
        self.setWindowTitle(say(_TITLE))

    def start(self) -> None:
        """Open the store; called after the first frame is shown."""
        self.sign_in.welcome()
        self.session.background.start()

    def _load_pages_of(self, number: str) -> None:
        """Load the pages of this person's role while they type number and PIN.

        Those of window staff with the first digit: every role has most of them.
        """
        person = self.session.here.people.get(number)
        self.loader.load(person.role if person else Role.STAFF)

    def lock(self) -> None:
        """Hide the workspace and its dialogs behind the sign-in; does nothing while nobody is signed in.

        One that is still being built is not shown any more.
        """
        if self.session.actor is None:
            return
        while popup := QApplication.activePopupWidget():  # an open menu or drop-down would stay above the sign-in
            popup.close()
        dialogs = self.workspace.findChildren(QDialog) if self.workspace else []
        self._hidden_dialogs = [dialog for dialog in dialogs if dialog.isVisible()]
        focused = QApplication.activeWindow() in self._hidden_dialogs  # not another program's window
        for dialog in self._hidden_dialogs:
            dialog.hide()
        if focused:
            self.activateWindow()
        clipboard.clear()
        self.session.actor = None
        self.session.locked.emit()
        self.idle.stop()
        self._pages.setCurrentWidget(self.sign_in)
        self.sign_in.welcome()

    def _lock_for_changed_rights(self) -> None:
        """Lock and say why: the signed-in person left the roster or has other rights now."""
        self.lock()
        self.sign_in.notice.say(lambda: say(_OTHER_RIGHTS), "warn", 0)

    def show_error(self, error: BaseException) -> None:
        """Show an unexpected error as a sentence; the details are in the log."""
        said = str(getattr(error, "said", "")) or f"{say(_BROKEN)} ({type(error).__name__})"
        self._banner.say(said, "bad", 12)

    def _show_not_open(self, error: BaseException) -> None:
        """Show that the journal does not open; the window stays open, without sign-in."""
        logging.getLogger("warm_window").error("the journal does not open", exc_info=error)
        why = getattr(error, "said", "") or error or type(error).__name__  # a journal's own faults have words
        self.sign_in.notice.say(lambda: say(_NOT_OPEN).format(why=why), "bad", 0)
        self.sign_in.setEnabled(False)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.personal.flush()
        self.session.background.run(lambda _store: self.session.waiting_count.stop())
        self.session.background.close()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.setWindowTitle(say(_TITLE))
        super().changeEvent(event)

    def _on_signed_in(self, actor: Actor) -> None:
        self.session.actor = actor
        self.idle.start()
        self.personal.load(actor.number, lambda: self._enter(actor))

    def _enter(self, actor: Actor) -> None:
        """Show the workspace of whoever signed in, as they left it; called once their settings are loaded."""
        if self.session.actor != actor:  # locked, or somebody else, meanwhile
            return
        last = self.workspace
        if last is not None and last.actor == actor and last.unit == theme.current().unit:
            self._show(last)
        else:
            self.loader.load(actor.role, lambda: self._build_workspace(actor))

    def _build_workspace(self, actor: Actor) -> None:
        """Once the pages are loaded: a badge and a fast PIN are there before, and 0.4 s were left for one call."""
        if self.session.actor == actor:
            self._take_turns(self._replacing(actor))

    def _replacing(self, actor: Actor) -> Iterator[None]:
        """Replace the workspace by a new one in the person's text size; its old pages are deleted last."""
        large = personal.current().large
        differs = not text_size.in_force(large=large)
        text_size.use(large=large)
        work = yield from self._building(actor)
        before = self._show_new(work)
        yield
        if differs:
            theme.restyle()  # the sign-in; later it would meet with what the first page reads
            yield
        if self.workspace is work:
            work.open_first()
            yield
        if before is not None:
            yield from _deleting(before)

    def _building(self, actor: Actor) -> Generator[None, None, Workspace]:
        """Build a workspace, 3 to 12 ms of CPU a step: 50 in one call. Its parts go with the window at any time."""
        page_types = navigation.pages_of(actor.role)
        draw_ahead((page.place.icon for page in page_types), "nav", self.devicePixelRatioF())
        yield
        panel = NavigationPanel(page_types, actor.role)
        panel.setParent(self)
        yield
        work = Workspace(self.session, actor, panel)
        work.setParent(self)
        yield
        self._pages.addWidget(work)
        theme.style(work)  # each part by itself: with one stylesheet of the window the old one was styled anew too
        yield
        work.place_navigation()
        yield
        return work

    def _take_turns(self, steps: Iterator[None]) -> None:
        """Take each step in a call of the event loop of its own."""
        QTimer.singleShot(_NEXT_CALL_MS, self, lambda: self._take_turn(steps))

    def _take_turn(self, steps: Iterator[None]) -> None:
        for _ in steps:
            self._take_turns(steps)
            break

    def _switch_text_size(self) -> None:
        """Build the workspace again in the other text size, with the same page open."""
        personal.current().large = not personal.current().large
        personal.changed()
        if self.session.actor is not None:
            self._build_workspace(self.session.actor)

    def _show_new(self, work: Workspace) -> Workspace | None:
        """Show `work`, unless it is not wanted any more; returns the workspace that it replaced."""
        if self.session.actor != work.actor or work.unit != theme.current().unit:  # locked or changed meanwhile
            work.deleteLater()
            return None
        before = self.workspace
        if before is not None and before.actor == work.actor:
            work.continue_from(before)
        self.workspace, self._hidden_dialogs = work, []
        self._show_sync_status(self._sync_status)
        work.lock.connect(self.lock)
        work.switch_language.connect(self._switch_language)
        work.switch_text_size.connect(self._switch_text_size)
        self._show(work)
        return before

    def _show(self, work: Workspace) -> None:
        self._pages.setCurrentWidget(work)
        page_change.note()
        for dialog in self._hidden_dialogs:
            dialog.show()
        self._hidden_dialogs = []

    def _show_sync_status(self, status: "Status | None") -> None:
        self._sync_status = status
        for badge in (self.sign_in.sync, self.workspace.sync) if self.workspace else (self.sign_in.sync,):
            if status:
                badge.show_status(status)

    def _switch_language(self) -> None:
        self.translation.speak(CHINESE if self.translation.language == ENGLISH else ENGLISH)

    def _on_bar_shown(self, shown: bool) -> None:
        self._in_bar = shown
        self._update_idle_limit()

    def _update_idle_limit(self) -> None:
        rule = self.session.here.policy[CounterTimes]
        self.idle.set_limit(rule.lock_after_seconds_in_bar if self._in_bar else rule.lock_after_seconds)


def _deleting(work: Workspace) -> Iterator[None]:
    """Delete it, each page that is not open in a step of its own: forty in one took 80 ms."""
    for part in (*(page for key, page in work.pages.items() if key != work.shown), work):
        part.deleteLater()
        yield
