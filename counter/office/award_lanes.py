"""The entries of a round in lanes, by the step at which each stands; the chosen one's words below."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from counter.kit.page import words_below
from counter.kit.table import Column, Table
from counter.kit.words import Text, say
from counter.session import CounterSession
from shared.domain import wording
from shared.practice.caring import words
from shared.practice.caring.views import Entry, Step
from shared.qt.boxes import column, row

_FROM = {
    "diary": QT_TRANSLATE_NOOP("Counter", "日记"),
    "station": QT_TRANSLATE_NOOP("Counter", "本站整理"),
}


class Lane(Table[Entry]):
    """The entries at one step. `entered` when it gets the cursor."""

    entered = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()


class Lanes(QWidget):
    """One table for each step; one entry in all of them is the current one. `moved` when it is another."""

    moved = Signal()

    def __init__(self, session: CounterSession) -> None:
        super().__init__()
        self._session = session
        self._current: Step | None = None
        self.heads = {step: Text(style="strong") for step in Step}
        self.tables: dict[Step, Lane] = {step: self._lane(step) for step in Step}
        self.whole = Text(wrap=True)
        lanes = row(*(column(self.heads[step], self.tables[step], spacing="tight") for step in Step), spacing="small")
        box = column(lanes, words_below(self.whole))
        box.setContentsMargins(0, 0, 0, 0)
        self.setLayout(box)

    def _lane(self, step: Step) -> Lane:
        title = Column[Entry](lambda: words.step(step.value), lambda each: self._called(each), stretch=True)
        table = Lane(words.STEPS[step.value].zh, (title,), key=lambda each: each.entry)
        table.horizontalHeader().hide()
        table.moved.connect(lambda _: self._show())
        table.entered.connect(lambda: self._entered(step))
        return table

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """Show these; the same one stays current."""
        for step, table in self.tables.items():
            own = tuple(each for each in entries if each.step is step)
            self.heads[step].setText(f"{words.step(step.value)} {len(own)}")
            table.setAccessibleName(words.step(step.value))
            table.show_rows(own)
        filled = (step for step, table in self.tables.items() if table.rows.given)
        if self.current() is None:
            self._current = next(filled, None)
        if self._current is not None:
            self._went(self._current)
        self._show()

    def current(self) -> Entry | None:
        """The entry that was chosen last."""
        return self.tables[self._current].current() if self._current else None

    def take_focus(self) -> None:
        """Begin where something waits."""
        self._table().setFocus()

    def _table(self) -> Lane:
        filled = (table for table in self.tables.values() if table.rows.given)
        return next(filled, self.tables[Step.NOMINATED])

    def _entered(self, step: Step) -> None:
        """Whoever goes through an empty lane by the Tab key keeps the entry they chose, and its buttons."""
        if self.tables[step].rows.given:
            self._went(step)

    def _went(self, step: Step) -> None:
        """Only the current entry is marked, of those that each lane has its cursor on."""
        self._current = step
        for other, table in self.tables.items():
            row = table.currentIndex().row()
            if other is not step and table.model() is not None:
                table.clearSelection()
            elif row >= 0:
                table.selectRow(row)
        self._show()

    def _show(self) -> None:
        each = self.current()
        self.whole.setText(self._about(each) if each else "")
        self.moved.emit()

    def _called(self, each: Entry) -> str:
        return f"{self._session.here.name(each.hero)} · {each.title or each.text}"

    def _about(self, each: Entry) -> str:
        here = self._session.here
        told = here.full_name(each.author or each.nominator)
        head = " · ".join(
            filter(
                None, (here.full_name(each.hero), wording.day(each.day) if each.day else "", self._source(each), told)
            )
        )
        return "\n".join(filter(None, (head, each.reason, each.text or each.blind)))

    def _source(self, each: Entry) -> str:
        return say(_FROM.get(each.source, each.source))
