"""The base of pages with inspections: a list of visits, replaced by the form of the open one."""

from collections.abc import Mapping, Sequence
from typing import Any, Generic, TypeVar

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from counter.kit.choice import choice
from counter.kit.dialog import Dialog
from counter.kit.page import Page
from counter.kit.table import Column, Table
from counter.kit.visit_form import VisitForm
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain import text, wording
from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.workdays import day_of
from shared.practice.assessment import actions, inspection_form, plans, words
from shared.practice.assessment.facts import Visit
from shared.practice.assessment.inspection_form import Form
from shared.practice.assessment.plans import Visiting, VisitState

_UNIT, _KIND = QT_TRANSLATE_NOOP("Counter", "单位"), QT_TRANSLATE_NOOP("Counter", "检查方式")
_OK = QT_TRANSLATE_NOOP("Counter", "确定")
_TONES = {"planned": "soft", "draft": "warn", "locked": "good"}


class Visits(msgspec.Struct, frozen=True):
    """What each of these pages reads: visits, unit names by code, and the stored state of the open form."""

    visits: tuple[Visiting, ...]
    names: dict[str, str]
    form: Form | None


D = TypeVar("D", bound=Visits)


class VisitsPage(Page[D], Generic[D]):
    """Enter on a visit opens its form. Subclasses put their widgets and `table` into `list_box`."""

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.table: Table[Visiting] = Table(self.place.title, self.columns(), key=lambda each: each.id)
        self.list, self.stack = QWidget(), QStackedWidget()
        self.list_box = QVBoxLayout(self.list)
        self.list_box.setContentsMargins(0, 0, 0, 0)
        self.visit_form: VisitForm | None = None
        self.stack.addWidget(self.list)
        self.body.addWidget(self.stack, 1)
        self.table.chosen.connect(self.open_form)

    def take_focus(self) -> None:
        self.table.setFocus()

    @property
    def open_id(self) -> str:
        """The id of the visit whose form is open; "" for none."""
        form = self.visit_form.form if self.visit_form and self.stack.currentIndex() else None
        return form.id if form else ""

    def open_form(self, visit: Visiting) -> None:
        """Read the form of a visit and show it; one that was not begun before the month was published stays empty."""
        month = f"{visit.day:%Y-%m}"

        def read(store: Store) -> Form | Refusal | None:
            if visit.state is VisitState.PLANNED and plans.published(store, month):
                return Refusal("month_published", {"month": month})
            return inspection_form.form(store, month, visit.id)

        def show(found: Form | Refusal | None) -> None:
            if isinstance(found, Refusal):
                self.warn(wording.refusal(found))
            else:
                self.show_form(found)

        self.session.read(self, read, show)

    def show_form(self, form: Form | None) -> None:
        """Show a form in place of the list."""
        if form is None:
            return
        if self.visit_form is None:
            self.visit_form = VisitForm(self)
            self.visit_form.left.connect(self.close_form)
            self.stack.addWidget(self.visit_form)
        self._show_head(shown=False)  # a long checklist needs the height
        self.stack.setCurrentWidget(self.visit_form)
        self.visit_form.open(form)

    def ask_for_visit(self, title: object, units: Mapping[str, str], kinds: Sequence[Visit]) -> None:
        """Ask for the unit (code -> name) and the kind of today's visit, then show the new form."""
        dialog = Dialog(self, title, ok=_OK)
        ways = {visit: words.visit(visit.value) for visit in kinds}
        dialog.side_by_side(("unit", _UNIT, choice(units)), ("visit", _KIND, choice(ways)))

        def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
            asked.accept()
            unit, visit, day = values["unit"], values["visit"], day_of(self.session.now())
            subject = actions.new_visit()

            def read(store: Store) -> Form:
                return inspection_form.new_form(store, subject, unit, visit, day)

            self.session.read(self, read, self.show_form)

        dialog.ask(submit)

    def close_form(self) -> None:
        """Show the list again."""
        self._show_head(shown=True)
        self.stack.setCurrentWidget(self.list)
        self.refresh()
        self.table.setFocus()

    def _show_head(self, *, shown: bool) -> None:
        for line in (self.title_row, self.head):
            for part in (line.itemAt(place) for place in range(line.count())):
                if part is not None and (widget := part.widget()) is not None:
                    widget.setVisible(shown)

    def show_data(self, data: D) -> None:
        self.table.show_rows(data.visits)
        if data.form is not None and self.visit_form is not None and data.form.id == self.open_id:
            self.visit_form.refresh(data.form)

    def columns(self) -> list[Column[Visiting]]:
        """The columns of the list: unit, visit, day, inspector, state."""
        return [
            Column(_UNIT, self._unit, stretch=True),
            Column(_KIND, lambda each: words.visit(each.visit.value)),
            Column(QT_TRANSLATE_NOOP("Counter", "日期"), _when),
            Column(QT_TRANSLATE_NOOP("Counter", "检查员"), lambda each: self.session.here.full_name(each.inspector)),
            Column(QT_TRANSLATE_NOOP("Counter", "状态"), _state, lambda each: _TONES[each.state.value]),
        ]

    def _unit(self, each: Visiting) -> str:
        return self.data.names.get(each.unit, each.unit) if self.data else each.unit


def open_form(store: Store, visits: tuple[Visiting, ...], subject: str) -> Form | None:
    """Read the stored form of the visit `subject`; None if it is not among `visits`."""
    found = next((each for each in visits if each.id == subject), None)
    return inspection_form.form(store, f"{found.day:%Y-%m}", subject) if found else None


def _when(each: Visiting) -> str:
    return f"{text.day(each.day)} {each.hour:02}:00" if each.hour else text.day(each.day)


def _state(each: Visiting) -> str:
    return words.visit_state(each.state.value)
