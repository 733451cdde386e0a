"""我的检查: the visits a person was drawn for; for supervisors also 自查 and 互查."""

from collections.abc import Callable

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit.place import Group, Place, Theme
from counter.kit.visits import Visits, VisitsPage, open_form
from counter.kit.words import Button, Text
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain.actor import Actor
from shared.domain.roles import Act, may
from shared.domain.workdays import day_of
from shared.practice.assessment import inspections, plans
from shared.practice.assessment.facts import Visit
from shared.qt.boxes import row

_TITLE = QT_TRANSLATE_NOOP("Counter", "我的检查")
_ADD = QT_TRANSLATE_NOOP("Counter", "自查或互查")
_EXPLAIN = QT_TRANSLATE_NOOP("Counter", "回车填写检查表。自查只作记录，不计分；互查是检查别的分公司的单位。")


class MyVisits(Visits, frozen=True):
    """The person's own visits."""


class MyInspectionsPage(VisitsPage[MyVisits]):
    """Shown to supervisors and to whoever has visits to make."""

    place = Place("my_inspections", _TITLE, "check", None, Group.EVERYBODY, 9, Theme.TEAM)
    by_appointment = True

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.add = Button(_ADD, shortcut="Ctrl+T")
        if not may(actor.role, Act.CONSENT):
            self.add.hide()  # made visible without a parent it would be a window
        self.list_box.addWidget(self.table, 1)
        foot = row(Text(_EXPLAIN, "soft", wrap=True), self.add)
        foot.setStretch(0, 1)
        self.list_box.addLayout(foot)
        self.add.clicked.connect(self._add)

    @classmethod
    def to_do(cls, store: Store, actor: Actor, now: int) -> int:
        """Visits not locked yet; 0 for the office, which has a page of its own."""
        if may(actor.role, Act.ASSESS):
            return 0
        return len(plans.to_make(store, actor.number, day_of(now)))

    @classmethod
    def appointed(cls, store: Store, actor: Actor, now: int) -> bool:
        if may(actor.role, Act.ASSESS):
            return False
        return may(actor.role, Act.CONSENT) or bool(plans.mine(store, actor.number, day_of(now)))

    def query(self) -> Callable[[Store], MyVisits]:
        number, today, subject = self.actor.number, day_of(self.session.now()), self.open_id

        def read(store: Store) -> MyVisits:
            visits = plans.mine(store, number, today)
            names = {unit.code: unit.name for unit in inspections.units(store)}
            return MyVisits(visits, names, open_form(store, visits, subject))

        return read

    def _add(self) -> None:
        self.ask_for_visit(_ADD, self.data.names if self.data else {}, (Visit.SELF, Visit.PEER))
