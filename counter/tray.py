"""Tells whoever is signed in, through the desktop, what waits for them while they work in another program."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from counter.due import is_open
from counter.kit.page import AnyPage
from counter.kit.words import say
from counter.notices import Look, Matter, news, remembered
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain.actor import Actor
from shared.domain.sections import Hours
from shared.domain.workdays import day_of
from shared.qt import icons, theme
from shared.qt.tips import plain

_TITLE = QT_TRANSLATE_NOOP("Counter", "暖窗")
_WORDS = {
    Matter.TICKETS: QT_TRANSLATE_NOOP("Counter", "首问工单：{n} 件今天到期"),
    Matter.REQUESTS: QT_TRANSLATE_NOOP("Counter", "特殊事项：{n} 件等您同意"),
    Matter.DEVICES: QT_TRANSLATE_NOOP("Counter", "设备：{n} 台没有消息"),
    Matter.BACKUP: QT_TRANSLATE_NOOP("Counter", "备份：本机超过两天没有新的备份"),
}
_PAGES = {
    Matter.TICKETS: "inquiries",
    Matter.REQUESTS: "consent",
    Matter.DEVICES: "devices",
    Matter.BACKUP: "devices",
}
"""Where each is dealt with: who has not this page is not told."""
_OLD_BACKUP = timedelta(days=2)


class TrayNotices(QObject):
    """Looks once a minute, on the pages that `actor` has; never names a customer. Gone with `work`, its parent.

    `said(text)`: there is news. Shown where the desktop has a tray; `asked(page)`: its message was clicked.
    """

    said = Signal(str)
    asked = Signal(str)

    def __init__(self, session: CounterSession, actor: Actor, pages: Iterable[type[AnyPage]], work: QWidget) -> None:
        super().__init__(work)
        self._session, self._actor, self._work = session, actor, work
        self._pages = {page.place.key: page for page in pages}
        self._matters = tuple(matter for matter in Matter if _PAGES[matter] in self._pages)
        self._before: Look | None = None
        self._page = ""
        self._icon: QSystemTrayIcon | None = None
        session.minute.connect(self.look)

    def look(self) -> None:
        """Read what waits; nobody is told while the screen is locked."""
        if self._matters and self._session.actor == self._actor:
            self._session.read(self, self._reading(), self._compare)

    def open_page(self) -> None:
        """The message was clicked: ask for its page."""
        self.asked.emit(self._page)

    def _reading(self) -> Callable[[Store], Look]:
        actor, now, hours = self._actor, self._session.now(), self._session.here.policy[Hours]

        def count(store: Store, matter: Matter) -> int:
            if matter is Matter.BACKUP:
                return int(_backup_is_old(store, day_of(now)))
            return self._pages[_PAGES[matter]].to_do(store, actor, now)

        def read(store: Store) -> Look:
            if not is_open(store, hours, now):
                return Look(day_of(now), {}, in_hours=False)
            return Look(day_of(now), {matter: count(store, matter) for matter in self._matters})

        return read

    def _compare(self, found: Look) -> None:
        if self._session.actor != self._actor:  # locked meanwhile
            return
        now = Look(found.day, found.waiting, found.in_hours, self._in_front())
        new, self._before = news(self._before, now), remembered(self._before, now)
        if new:
            self._page = _PAGES[next(iter(new))]
            self._show("\n".join(say(_WORDS[matter]).format(n=count) for matter, count in new.items()))

    def _in_front(self) -> bool:
        """Whether the counter's window or a dialog of it is the active one; the small bar counts nothing."""
        active = QApplication.activeWindow()
        return active is not None and (active is self._work.window() or active.isModal())

    def _show(self, text: str) -> None:
        self.said.emit(text)
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return
        if self._icon is None:
            now = theme.current()
            symbol = icons.pixmap("logo", now.px("logo"), now.colour("accent"), now.colour("ground"))
            self._icon = QSystemTrayIcon(QIcon(symbol), self)
            self._icon.messageClicked.connect(self.open_page)
            self._icon.activated.connect(self.open_page)
        self._icon.setToolTip(plain(text))
        self._icon.show()
        self._icon.showMessage(say(_TITLE), text, self._icon.icon())


def _backup_is_old(store: Store, today: date) -> bool:
    from shared import device_journal  # late: loaded with the store

    newest = device_journal.newest_backup(store.folder)
    return newest is None or today - newest > _OLD_BACKUP
