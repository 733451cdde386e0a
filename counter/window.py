"""The counter's window: sign-in, the work of whoever is signed in, and the lock between the two."""

import logging

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPalette
from PySide6.QtWidgets import QApplication, QDialog, QStackedWidget, QVBoxLayout, QWidget

from counter import text_size
from counter.idle import Idle
from counter.kit import clipboard, page_change, personal
from counter.kit.words import say
from counter.page_loader import PageLoader
from counter.personal_file import PersonalFile
from counter.session import CounterSession
from counter.sign_in import SignIn
from counter.workspace import Workspace
from shared.domain.actor import Actor
from shared.domain.roles import Role
from shared.domain.sections import CounterTimes
from shared.qt import theme
from shared.qt.sync_badge import Status
from shared.qt.translation import CHINESE, ENGLISH, Translation
from shared.qt.widgets import Banner

_TITLE = QT_TRANSLATE_NOOP("Counter", "暖窗 · 窗口工作台")
_BROKEN = QT_TRANSLATE_NOOP("Counter", "出了意外，这一步没有完成。已写入日志；请再试一次。")
_NOT_OPEN = QT_TRANSLATE_NOOP("Counter", "本机的数据打不开，请联系管理员（warm-window doctor）。{why}")
_OTHER_RIGHTS = QT_TRANSLATE_NOOP("Counter", "您的岗位资料刚有变动，屏幕已锁。请重新登录；有疑问请问站长。")
_NEXT_CALL_MS = 5
"""The first page opens in an event of its own: with bar and navigation it took 60 ms. 0 would not separate them."""
_BETWEEN_PAGES_MS = 20
"""Between the pages that are deleted: 2 ms each, and at 5 the first page of the new workspace held several up."""


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
        self.personal.loaded.connect(self._on_personal_loaded)
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
        self.personal.load(actor.number)
        if self.workspace is not None and self.workspace.actor != actor:
            self._retire(self.workspace)
            self.workspace = None
        text_size.change(large=personal.current().large)  # of a new person: normal until their settings are loaded
        self.idle.start()
        if self.workspace is not None:
            self._show(self.workspace)
            return
        self.loader.load(actor.role, lambda: self._build_workspace(actor))

    def _build_workspace(self, actor: Actor) -> None:
        """Once the pages are loaded: a badge and a fast PIN are there before, and 0.4 s were left for one call."""
        if self.session.actor != actor:  # locked, or somebody else, meanwhile
            return
        self._show_soon(Workspace(self.session, actor))

    def _show_soon(self, made: Workspace) -> None:
        """In an event of its own: building it and adding it to the window, where Qt styles it, took 70 ms in one."""
        QTimer.singleShot(_NEXT_CALL_MS, self, lambda: self._show(made))

    def _on_personal_loaded(self) -> None:
        """Apply settings that came after the first page was shown."""
        self._apply_text_size()
        if self.workspace is not None and self.workspace.actor == self.session.actor:
            self.workspace.show_hint()

    def _switch_text_size(self) -> None:
        personal.current().large = not personal.current().large
        personal.changed()
        self._apply_text_size()

    def _apply_text_size(self) -> None:
        """Rebuild the workspace if the person's text size differs; the same page is shown again."""
        old, large = self.workspace, personal.current().large
        changes = not text_size.in_force(large=large)
        text_size.change(large=large)
        if changes and old is not None and old.actor == self.session.actor:
            QTimer.singleShot(_NEXT_CALL_MS, self, lambda: self._build_again(old))

    def _build_again(self, old: Workspace) -> None:
        if self.workspace is not old:  # it was built again meanwhile
            return
        made = Workspace(self.session, old.actor)
        made.typed = old.typed | {key: text_size.typed(page) for key, page in old.pages.items()}
        made.first_page = old.shown or old.first_page
        self._show_soon(made)

    def _retire(self, old: Workspace) -> None:
        """Delete it, each page that is not open in an event of its own: forty in one took 80 ms."""
        self._hidden_dialogs = []
        for turn, part in enumerate((*(page for key, page in old.pages.items() if key != old.shown), old)):
            QTimer.singleShot(turn * _BETWEEN_PAGES_MS, part, part.deleteLater)

    def _show(self, work: Workspace) -> None:
        if self.session.actor != work.actor:  # locked meanwhile
            work.deleteLater()
            return
        if work.unit != theme.current().unit:  # built before the person's text size was known
            work.deleteLater()
            work = Workspace(self.session, work.actor)
        if work is not self.workspace:
            self._replace(work)
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

    def _replace(self, workspace: Workspace) -> None:
        if self.workspace is not None:
            self._retire(self.workspace)
        self.workspace = workspace
        self._show_sync_status(self._sync_status)
        workspace.lock.connect(self.lock)
        workspace.switch_language.connect(self._switch_language)
        workspace.switch_text_size.connect(self._switch_text_size)
        self._pages.addWidget(workspace)
        theme.style(workspace)  # each part by itself: with one stylesheet of the window the old one was styled anew too
        QTimer.singleShot(_NEXT_CALL_MS, workspace, workspace.open_first)

    def _switch_language(self) -> None:
        self.translation.speak(CHINESE if self.translation.language == ENGLISH else ENGLISH)

    def _on_bar_shown(self, shown: bool) -> None:
        self._in_bar = shown
        self._update_idle_limit()

    def _update_idle_limit(self) -> None:
        rule = self.session.here.policy[CounterTimes]
        self.idle.set_limit(rule.lock_after_seconds_in_bar if self._in_bar else rule.lock_after_seconds)
