"""服务之窗编辑: the office's stories, issues, and what the halls made of them."""

from collections.abc import Callable
from functools import partial

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit.lazy_tabs import LazyTabs
from counter.kit.page import Page, tab_keys
from counter.kit.place import Group, Place, Theme
from counter.kit.words import say
from counter.office.column_adoption import AdoptionPart
from counter.office.column_issues import IssuesPart
from counter.office.column_stories import StoriesPart
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain.actor import Actor
from shared.domain.roles import Act
from shared.domain.workdays import day_of
from shared.people import views as people
from shared.practice.column import activities, editions, ideas, published, views
from shared.practice.column.activities import Activity
from shared.practice.column.editions import Reprint
from shared.practice.column.ideas import Idea
from shared.practice.column.published import Published
from shared.practice.column.views import Issue, Sentence, Step, Story

_TITLE = QT_TRANSLATE_NOOP("Counter", "服务之窗编辑")
_TABS = (
    QT_TRANSLATE_NOOP("Counter", "稿件"),
    QT_TRANSLATE_NOOP("Counter", "各期"),
    QT_TRANSLATE_NOOP("Counter", "推广与交流"),
)
_OFFICE_STEPS = (Step.DRAFT, Step.REFUSED, Step.APPROVAL)
"""The steps at which a story waits for the office."""


class ColumnDeskData(msgspec.Struct, frozen=True):
    """What the page shows. `reprints`: issue -> its items beside what may be printed now."""

    stories: tuple[Story, ...]
    ideas: tuple[Idea, ...]
    sentences: tuple[Sentence, ...]
    bulletin: str  # the month whose bulletin is due
    issues: tuple[Issue, ...]
    published: tuple[Published, ...]
    reprints: dict[str, tuple[Reprint, ...]]
    meetings: tuple[Activity, ...]
    halls: dict[str, str]


class ColumnDeskPage(Page[ColumnDeskData]):
    """Three tabs that share one reading."""

    place = Place("column_desk", _TITLE, "write", Act.EDIT, Group.OFFICE, 10, Theme.CARE)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.tabs = LazyTabs(*(partial(part, self) for part in (StoriesPart, IssuesPart, AdoptionPart)))
        self.tabs.built.connect(self._show_tab)
        tab_keys(self, self.tabs.tabBar())
        self.body.addWidget(self.tabs, 1)

    @classmethod
    def to_do(cls, store: Store, actor: Actor, now: int) -> int:
        steps = views.steps(store)
        waits = sum(steps[each] for each in _OFFICE_STEPS)
        return waits + bool(ideas.bulletin_due(store, day_of(now)))

    def take_focus(self) -> None:
        self.tabs.parts[self.tabs.currentIndex()].setFocus()

    def query(self) -> Callable[[Store], ColumnDeskData]:
        actor, today = self.actor, day_of(self.session.now())

        def read(store: Store) -> ColumnDeskData:
            issues = views.issues(store)
            known = people.everyone(store)
            units = {each.hall for each in known if each.role.value == "supervisor"}
            return ColumnDeskData(
                stories=views.stories_held(store),
                ideas=ideas.ideas(store, actor, today),
                sentences=views.sentences(store),
                bulletin=ideas.bulletin_due(store, today),
                issues=issues,
                published=published.published(store),
                reprints=editions.reprints(store, *(each for each in issues if each.edition)),
                meetings=activities.activities(store),
                halls={hall.code: hall.name for hall in people.halls(store) if hall.code in units},
            )

        return read

    def show_data(self, data: ColumnDeskData) -> None:
        for place in self.tabs.parts:
            self._show_tab(place)
        waits = sum(each.step in _OFFICE_STEPS for each in data.stories)
        for place, name in enumerate(_TABS):
            self.tabs.setTabText(place, f"{say(name)} {waits}" if place == 0 and waits else say(name))

    def _show_tab(self, place: int) -> None:
        data, part = self.data, self.tabs.parts[place]
        if data is None:
            return
        if isinstance(part, StoriesPart):
            draft = next((each for each in data.issues if not each.edition), None)
            part.show_stories(data.stories, data.ideas, data.sentences, data.bulletin, draft, data.halls)
        elif isinstance(part, IssuesPart):
            part.show_issues(data.issues, data.stories, data.reprints)
        elif isinstance(part, AdoptionPart):
            part.show_adoption(data.published, data.meetings, data.halls)
