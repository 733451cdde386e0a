"""The counter's window: sign-in, the work of whoever is signed in, and the lock between the two."""

import gc
import logging

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QDialog, QStackedLayout, QWidget

from counter import navigation, print_size
from counter.idle import Idle
from counter.kit import clipboard, page_change, personal
from counter.kit.words import say
from counter.personal_file import PersonalFile
from counter.session import CounterSession
from counter.sign_in import SignIn
from counter.workspace import Workspace
from shared.domain.actor import Actor
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


_NEXT_CALL_MS = 5
"""The first page opens in a call of its own: 60 ms together with bar and navigation. 0 would not separate them."""


class Window(QWidget):
    """Locks after the policy's idle time. The same person comes back to their pages, another one to fresh ones."""

    told = Signal(object)  # news of the courier, from its own thread

    def __init__(self, session: CounterSession, translation: Translation) -> None:
        super().__init__()
        self._news: Status | None = None
        self.told.connect(self._tell)
        self.setObjectName("shell")
        theme.style_window(self)
        self.session, self.translation = session, translation
        session.setParent(self)
        self.sign_in = SignIn(session)
        self.workspace: Workspace | None = None
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.sign_in)
        self._banner = Banner(self)
        self._behind: list[QDialog] = []
        self.idle = Idle(self)
        self.idle.quiet.connect(self.lock)
        self.personal = PersonalFile(session)
        self.personal.known.connect(self._greet)
        self._in_bar = False
        session.bar_shown.connect(self._see_bar)
        session.rights_changed.connect(self._lock_out)
        self.sign_in.signed_in.connect(self._enter)
        self.sign_in.switch_language.connect(self._switch)
        session.changed.connect(self._learn_times)
        session.changed.connect(self._load_pages, Qt.ConnectionType.SingleShotConnection)
        session.background.broken.connect(self._not_open)
        self.setWindowTitle(say(_TITLE))

    def start(self) -> None:
        """The first picture is on the screen: begin with the disk."""
        self.sign_in.welcome()
        self.session.background.start()

    def _load_pages(self) -> None:
        """Load the pages' modules on the store thread, while somebody types their PIN."""

        def load(_store: object) -> set[str]:
            icons = {page.place.icon for page in navigation.pages()}
            _spare_collector()
            return icons

        self.session.background.run(load, self._draw_icons)

    def _draw_icons(self, names: set[str]) -> None:
        """All at once they were a third of what signing in took on the GUI thread."""
        draw_ahead(names, "nav", self.devicePixelRatioF())

    def lock(self) -> None:
        """Leave the screen to whoever comes next."""
        if self.workspace is None or self.session.actor is None:
            return
        while popup := QApplication.activePopupWidget():  # a table's menu, a list: it would stay over the lock
            popup.close()
        self._behind = [dialog for dialog in self.workspace.findChildren(QDialog) if dialog.isVisible()]
        ours = QApplication.activeWindow() in self._behind  # take the keyboard only from our own dialogs
        for dialog in self._behind:
            dialog.hide()
        if ours:
            self.activateWindow()
        clipboard.clear()
        self.session.actor = None
        self.session.left.emit()
        self.idle.stop()
        self._pages.setCurrentWidget(self.sign_in)
        self.sign_in.welcome()

    def _lock_out(self) -> None:
        """Whoever works here left the roster, or has other rights now: without a word it would look like a fault."""
        self.lock()
        self.sign_in.notice.say(lambda: say(_OTHER_RIGHTS), "warn", 0)

    def show_error(self, error: BaseException) -> None:
        """Something nobody expected, in words; the log has the rest."""
        self._banner.say(f"{say(_BROKEN)} ({type(error).__name__})", "bad", 12)

    def _not_open(self, error: BaseException) -> None:
        """Without its journal the counter can do nothing: say so, and stay until somebody has helped."""
        logging.getLogger("warm_window").error("the journal does not open", exc_info=error)
        self.sign_in.notice.say(lambda: say(_NOT_OPEN).format(why=error or type(error).__name__), "bad", 0)
        self.sign_in.setEnabled(False)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.personal.keep()
        self.session.background.run(lambda _store: self.session.waiting_count.stop())
        self.session.background.close()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.setWindowTitle(say(_TITLE))
        super().changeEvent(event)

    def _enter(self, actor: Actor) -> None:
        self.session.actor = actor
        self.personal.begin(actor.number)
        print_size.change(large=personal.current().large)  # of somebody else: known in a moment, normal until then
        self.idle.start()
        if self.workspace is not None and self.workspace.actor == actor:
            self._show(self.workspace)
            return
        made = Workspace(self.session, actor)
        # Building it and putting it into the window, where Qt styles it, took 70 ms in one call.
        QTimer.singleShot(_NEXT_CALL_MS, self, lambda: self._show(made))

    def _greet(self) -> None:
        """Their settings came after their first page; the pages of whoever was here before are not theirs."""
        self._use_print()
        if self.workspace is not None and self.workspace.actor == self.session.actor:
            self.workspace.show_hint()

    def _switch_print(self) -> None:
        personal.current().large = not personal.current().large
        personal.changed()
        self._use_print()

    def _use_print(self) -> None:
        """The pages open so far are built anew in the print of whoever works here; the same one is shown."""
        old = self.workspace
        if not print_size.change(large=personal.current().large) or old is None or old.actor != self.session.actor:
            return
        shown = old.shown
        made = Workspace(self.session, old.actor)
        made.typed = old.typed | {key: print_size.typed(page) for key, page in old.pages.items()}
        self._show(made)
        if shown:
            made.open(shown)

    def _show(self, work: Workspace) -> None:
        if self.session.actor != work.actor:  # locked meanwhile
            work.deleteLater()
            return
        if work.unit != theme.current().unit:  # built before their print was known
            work.deleteLater()
            work = Workspace(self.session, work.actor)
        if work is not self.workspace:
            self._replace(work)
        self._pages.setCurrentWidget(work)
        page_change.note()
        for dialog in self._behind:
            dialog.show()
        self._behind = []

    def _tell(self, news: "Status | None") -> None:
        self._news = news
        for badge in (self.sign_in.sync, self.workspace.sync) if self.workspace else (self.sign_in.sync,):
            if news:
                badge.show_status(news)

    def _replace(self, workspace: Workspace) -> None:
        if self.workspace is not None:
            self._behind = []
            self._pages.removeWidget(self.workspace)
            self.workspace.deleteLater()
        self.workspace = workspace
        self._tell(self._news)
        workspace.lock.connect(self.lock)
        workspace.switch_language.connect(self._switch)
        workspace.switch_print.connect(self._switch_print)
        self._pages.addWidget(workspace)
        QTimer.singleShot(_NEXT_CALL_MS, workspace, workspace.open_first)

    def _switch(self) -> None:
        self.translation.speak(CHINESE if self.translation.language == ENGLISH else ENGLISH)

    def _see_bar(self, shown: bool) -> None:
        self._in_bar = shown
        self._learn_times()

    def _learn_times(self) -> None:
        rule = self.session.here.policy[CounterTimes]
        self.idle.allow(rule.lock_after_seconds_in_bar if self._in_bar else rule.lock_after_seconds)


def _spare_collector() -> None:
    """Exempt what is loaded by now from garbage collection: a full one took 70 ms on the GUI thread, with it 2 ms."""
    gc.freeze()
