"""本厅培训: what the hall's staff still have to learn, and each skills card; results only, no answers."""

from collections.abc import Callable, Mapping

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit import learning
from counter.kit.page import Page
from counter.kit.place import Group, Place, Theme
from counter.kit.scroll import text_below
from counter.kit.words import Text
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain.actor import Actor
from shared.domain.roles import Act
from shared.domain.workdays import day_of
from shared.people import views as people
from shared.practice.learning import views
from shared.practice.learning.facts import CourseSet
from shared.practice.learning.views import OPEN, Learner, SkillsCard

_TITLE = QT_TRANSLATE_NOOP("Counter", "本厅培训")


class HallTrainingData(msgspec.Struct, frozen=True):
    """Staff × courses of a hall, and the skills card of the current person."""

    learners: tuple[Learner, ...]
    courses: tuple[CourseSet, ...]
    card: SkillsCard | None
    halls: Mapping[str, str]


class HallTrainingPage(Page[HallTrainingData]):
    """Staff with most open courses first."""

    place = Place("hall_training", _TITLE, "book", Act.SIGN_DAY, Group.HALL, 8, Theme.RULES)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.count, self.card = Text(style="lead"), Text(wrap=True)
        self.table = learning.matrix_table()
        self._courses: list[str] = []
        self.head.addWidget(self.count)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(text_below(self.card))
        self.table.moved.connect(self._on_row_changed)

    def take_focus(self) -> None:
        self.table.setFocus()

    def query(self) -> Callable[[Store], HallTrainingData]:
        today, hall, current = day_of(self.session.now()), self.actor.hall, self.table.current()
        number = current.number if current else ""

        def read(store: Store) -> HallTrainingData:
            found = sorted(views.matrix(store, today, hall), key=lambda one: -_open_courses(one))
            chosen = number or (found[0].number if found else "")
            return HallTrainingData(
                learners=tuple(found),
                courses=views.courses(store),
                card=views.skills(store, chosen, today) if chosen else None,
                halls={each.code: each.name for each in people.halls(store)},
            )

        return read

    def show_data(self, data: HallTrainingData) -> None:
        courses = [each.code for each in data.courses]
        if courses != self._courses:
            self._courses = courses
            self.table.rows.set_columns(learning.matrix_columns(data.courses, lambda: data.halls))
        self.count.setText(self.tr("还要学 {count} 人次").format(count=sum(map(_open_courses, data.learners))))
        self.table.show_rows(data.learners)
        self.card.setText(learning.skills_text(data.card) if data.card else "")

    def _on_row_changed(self, one: Learner | None) -> None:
        if one is not None and self.data and self.data.card and self.data.card.number != one.number:
            self.refresh()


def _open_courses(one: Learner) -> int:
    return sum(each.state in OPEN for each in one.standings.values())
