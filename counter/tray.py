"""Desktop notifications of waiting items for the signed-in person while they work in another program."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from counter.due_notice import is_open
from counter.kit.page import AnyPage
from counter.kit.words import say
from counter.notices import Matter, Snapshot, increases, next_baseline
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
"""The page where each is dealt with; a person without that page is not notified."""
_OLD_BACKUP = timedelta(days=2)


class TrayNotices(QObject):
    """Counts the waiting items of the actor's pages once a minute; never names a customer. `work` is its parent.

    Emits `notified(text)` and, where the desktop has a tray, shows the text; `asked(page)` when it was clicked.
    """

    notified = Signal(str)
    asked = Signal(str)

    def __init__(self, session: CounterSession, actor: Actor, pages: Iterable[type[AnyPage]], work: QWidget) -> None:
        super().__init__(work)
        self._session, self._actor, self._work = session, actor, work
        self._pages = {page.place.key: page for page in pages}
        self._matters = tuple(matter for matter in Matter if _PAGES[matter] in self._pages)
        self._before: Snapshot | None = None
        self._page = ""
        self._icon: QSystemTrayIcon | None = None
        session.minute.connect(self.check)

    def check(self) -> None:
        """Count the waiting items, then notify; not while the screen is locked."""
        if self._matters and self._session.actor == self._actor:
            self._session.read(self, self._reader(), self._compare)

    def open_page(self) -> None:
        """Ask for the page of the message that was clicked."""
        self.asked.emit(self._page)

    def _reader(self) -> Callable[[Store], Snapshot]:
        actor, now, hours = self._actor, self._session.now(), self._session.here.policy[Hours]

        def count(store: Store, matter: Matter) -> int:
            if matter is Matter.BACKUP:
                return int(_backup_is_old(store, day_of(now)))
            return self._pages[_PAGES[matter]].to_do(store, actor, now)

        def read(store: Store) -> Snapshot:
            if not is_open(store, hours, now):
                return Snapshot(day_of(now), {}, in_hours=False)
            return Snapshot(day_of(now), {matter: count(store, matter) for matter in self._matters})

        return read

    def _compare(self, found: Snapshot) -> None:
        if self._session.actor != self._actor:  # locked meanwhile
            return
        now = Snapshot(found.day, found.waiting, found.in_hours, self._is_in_front())
        new, self._before = increases(self._before, now), next_baseline(self._before, now)
        if new:
            self._page = _PAGES[next(iter(new))]
            self._show("\n".join(say(_WORDS[matter]).format(n=count) for matter, count in new.items()))

    def _is_in_front(self) -> bool:
        """Whether the counter's window or a dialog of it is active; the small bar does not count."""
        active = QApplication.activeWindow()
        return active is not None and (active is self._work.window() or active.isModal())

    def _show(self, text: str) -> None:
        self.notified.emit(text)
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
