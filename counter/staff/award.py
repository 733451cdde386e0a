"""贴心服务奖: nominating and consenting, judging, and the public notice; for every role."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt

from counter.kit.lazy_tabs import Tabs
from counter.kit.page import Page, tab_keys
from counter.kit.place import Group, Place, Theme
from counter.kit.words import say
from counter.session import CounterSession
from counter.staff.award_jury import JuryDesk
from counter.staff.award_notice import NoticePart
from counter.staff.award_own import OwnPart
from counter.store_type import Store
from shared.domain.actor import Actor
from shared.domain.workdays import day_of
from shared.practice.caring import own
from shared.practice.caring.own import Assignment, ConsentRequest, Copy, InNotice
from shared.practice.diary import views as diary
from shared.practice.diary.facts import Entry
from shared.practice.diary.views import DiaryEntry

_TITLE = QT_TRANSLATE_NOOP("Counter", "贴心服务奖")
_TABS = (
    QT_TRANSLATE_NOOP("Counter", "推荐与同意"),
    QT_TRANSLATE_NOOP("Counter", "评审"),
    QT_TRANSLATE_NOOP("Counter", "公示中"),
)


class AwardData(msgspec.Struct, frozen=True):
    """What the page shows one person. `year`: of the round that takes nominations, 0 for none."""

    year: int
    entries: tuple[DiaryEntry, ...]
    asked: tuple[ConsentRequest, ...]
    copies: tuple[Copy, ...]
    assignment: Assignment | None
    notice: InNotice | None
    now: int


class AwardPage(Page[AwardData]):
    """The tabs 评审 and 公示中 are built only for those concerned."""

    place = Place("award", _TITLE, "flame", None, Group.EVERYBODY, 5, Theme.CARE)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.tabs = Tabs()
        self.own = OwnPart(self)
        self.jury: JuryDesk | None = None
        self.in_notice: NoticePart | None = None
        self.tabs.addTab(self.own, "")
        tab_keys(self, self.tabs.tabBar())
        self.body.addWidget(self.tabs, 1)

    @classmethod
    def to_do(cls, store: Store, actor: Actor, now: int) -> int:
        return own.waiting(store, actor.number, day_of(now))

    def take_focus(self) -> None:
        if self.jury is not None and self.tabs.currentWidget() is self.jury:
            self.jury.take_focus()
        else:
            self.own.take_focus()

    def query(self) -> Callable[[Store], AwardData]:
        number, now = self.actor.number, self.session.now()

        def read(store: Store) -> AwardData:
            today = day_of(now)
            written = (each for each in diary.mine(store, number) if each.entry is not Entry.PAUSE)
            return AwardData(
                year=own.nominating(store, today),
                entries=tuple(written),
                asked=own.asked(store, number),
                copies=own.copies(store, number),
                assignment=own.assignment(store, number, today),
                notice=own.in_notice(store, number),
                now=now,
            )

        return read

    def show_data(self, data: AwardData) -> None:
        self.own.show_mine(data.year, data.entries, data.asked, data.copies, data.now)
        if data.assignment is not None and self.jury is None:
            self.jury = JuryDesk(self)
            self.tabs.insertTab(1, self.jury, "")
        if data.notice is not None and self.in_notice is None:
            self.in_notice = NoticePart(self)
            self.tabs.addTab(self.in_notice, "")
        if self.jury is not None:
            self.jury.show_assignment(data.assignment)
        if self.in_notice is not None:
            self.in_notice.show_notice(data.notice)
        self._name_tabs(data)

    def _name_tabs(self, data: AwardData) -> None:
        for part, name in ((self.own, _TABS[0]), (self.jury, _TABS[1]), (self.in_notice, _TABS[2])):
            if part is not None:
                self.tabs.setTabText(self.tabs.indexOf(part), say(name))
        several = self.tabs.count() > 1
        self.tabs.tabBar().setVisible(several)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus if several else Qt.FocusPolicy.NoFocus)
        if self.jury is not None and data.assignment is not None:
            left = sum(paper.waits for paper in data.assignment.texts)
            name = f"{say(_TABS[1])} {left}" if left else say(_TABS[1])
            self.tabs.setTabText(self.tabs.indexOf(self.jury), name)
