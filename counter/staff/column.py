"""服务之窗: the published issues, the person's own stories and contributions, the hall's answers."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit.lazy_tabs import Tabs
from counter.kit.page import Page, tab_keys
from counter.kit.place import Group, Place, Theme
from counter.kit.words import say
from counter.session import CounterSession
from counter.staff.column_hall import HallPart
from counter.staff.column_own import OwnPart
from counter.staff.column_reading import ReadingPart
from counter.store_type import Store
from shared.domain.actor import Actor
from shared.domain.roles import Act, may
from shared.practice.column import activities, own, published, quoting
from shared.practice.column.activities import Activity
from shared.practice.column.own import Asked, Sent
from shared.practice.column.published import Published
from shared.practice.column.quoting import Quotable
from shared.practice.diary import views as diary
from shared.practice.diary.facts import Entry
from shared.practice.diary.views import DiaryEntry

_TITLE = QT_TRANSLATE_NOOP("Counter", "服务之窗")
_TABS = (
    QT_TRANSLATE_NOOP("Counter", "阅读"),
    QT_TRANSLATE_NOOP("Counter", "与我有关"),
    QT_TRANSLATE_NOOP("Counter", "本厅"),
)


class ColumnData(msgspec.Struct, frozen=True):
    """What the page shows one person; `quotable` and `unanswered` only for supervisors."""

    issues: tuple[Published, ...]
    meetings: tuple[Activity, ...]
    asked: tuple[Asked, ...]
    sent: tuple[Sent, ...]
    entries: tuple[DiaryEntry, ...]
    quotable: tuple[Quotable, ...]
    unanswered: int


class ColumnPage(Page[ColumnData]):
    """The tabs 阅读, 与我有关 and, for supervisors, 本厅."""

    place = Place("column", _TITLE, "page", None, Group.EVERYBODY, 7, Theme.CARE)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.tabs = Tabs()
        self._shown_once = False
        self.reading, self.own = ReadingPart(self), OwnPart(self)
        self.hall = HallPart(self) if may(actor.role, Act.SIGN_DAY) else None
        self.parts = (self.reading, self.own, *([self.hall] if self.hall else []))
        for part in self.parts:
            self.tabs.addTab(part, "")
        tab_keys(self, self.tabs.tabBar())
        self.body.addWidget(self.tabs, 1)

    @classmethod
    def to_do(cls, store: Store, actor: Actor, now: int) -> int:
        mine = own.waiting(store, actor.number)
        return mine + (own.unanswered(store, actor.hall) if may(actor.role, Act.SIGN_DAY) else 0)

    def take_focus(self) -> None:
        current = self.parts[max(0, self.tabs.currentIndex())]
        current.setFocus()

    def query(self) -> Callable[[Store], ColumnData]:
        actor, leads = self.actor, self.hall is not None

        def read(store: Store) -> ColumnData:
            return ColumnData(
                issues=published.published(store),
                meetings=activities.activities(store),
                asked=own.asked(store, actor.number),
                sent=own.sent(store, actor.number),
                entries=tuple(each for each in diary.mine(store, actor.number) if each.entry is not Entry.PAUSE),
                quotable=quoting.quotable(store, actor.hall) if leads else (),
                unanswered=own.unanswered(store, actor.hall) if leads else 0,
            )

        return read

    def show_data(self, data: ColumnData) -> None:
        self.reading.show_issues(data.issues, data.meetings)
        self.own.show_mine(data.asked, data.sent, data.entries)
        if self.hall is not None:
            self.hall.show_hall(data.issues, data.quotable)
        waits = (0, sum(each.waits for each in data.asked), data.unanswered)
        for place, count in enumerate(waits[: len(self.parts)]):
            self.tabs.setTabText(place, f"{say(_TABS[place])} {count}" if count else say(_TABS[place]))
        self._open_first_tab(data)

    def _open_first_tab(self, data: ColumnData) -> None:
        """At the first reading open 与我有关 if the person is asked something."""
        if not self._shown_once and any(each.waits for each in data.asked):
            here = self.reading.issues.hasFocus()
            self.tabs.setCurrentWidget(self.own)
            if here:
                self.own.setFocus()
        self._shown_once = True
