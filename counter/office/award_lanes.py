"""The board of a round: a lane of entries per step, and the text of the chosen entry below."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from counter.kit.scroll import text_below
from counter.kit.table import Column, Table
from counter.kit.words import Text
from counter.session import CounterSession
from shared.domain import wording
from shared.practice.caring import words
from shared.practice.caring.views import Entry, Step
from shared.qt.boxes import column, row


class Lane(Table[Entry]):
    """The entries at one step. Emits `entered` when it gets the focus."""

    entered = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()


class Lanes(QWidget):
    """A table per step with one current entry among all. Emits `moved` when another one is current."""

    moved = Signal()

    def __init__(self, session: CounterSession) -> None:
        super().__init__()
        self._session = session
        self._current: Step | None = None
        self.heads = {step: Text(style="strong") for step in Step}
        self.tables: dict[Step, Lane] = {step: self._lane(step) for step in Step}
        self.whole = Text(wrap=True)
        lanes = row(*(column(self.heads[step], self.tables[step], spacing="tight") for step in Step), spacing="small")
        box = column(lanes, text_below(self.whole))
        box.setContentsMargins(0, 0, 0, 0)
        self.setLayout(box)

    def _lane(self, step: Step) -> Lane:
        title = Column[Entry](lambda: words.step(step.value), lambda each: self._entry_title(each), stretch=True)
        table = Lane(words.STEPS[step.value].zh, (title,), key=lambda each: each.entry)
        table.horizontalHeader().hide()
        table.moved.connect(lambda _: self._show())
        table.entered.connect(lambda: self._on_entered(step))
        return table

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """Show the entries; the same one stays current."""
        for step, table in self.tables.items():
            own = tuple(each for each in entries if each.step is step)
            self.heads[step].setText(f"{words.step(step.value)} {len(own)}")
            table.setAccessibleName(words.step(step.value))
            table.show_rows(own)
        filled = (step for step, table in self.tables.items() if table.rows.given)
        if self.current() is None:
            self._current = next(filled, None)
        if self._current is not None:
            self._make_current(self._current)
        self._show()

    def current(self) -> Entry | None:
        """The current entry; None if there is none."""
        return self.tables[self._current].current() if self._current else None

    def take_focus(self) -> None:
        """Put the cursor into the first lane with entries."""
        self._table().setFocus()

    def _table(self) -> Lane:
        filled = (table for table in self.tables.values() if table.rows.given)
        return next(filled, self.tables[Step.NOMINATED])

    def _on_entered(self, step: Step) -> None:
        """Make a lane current when it gets the focus, unless it is empty: Tab passes through empty lanes."""
        if self.tables[step].rows.given:
            self._make_current(step)

    def _make_current(self, step: Step) -> None:
        """Make this lane's row the current entry and clear the selection of the other lanes."""
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
        self.whole.setText(self._entry_text(each) if each else "")
        self.moved.emit()

    def _entry_title(self, each: Entry) -> str:
        return f"{self._session.here.name(each.hero)} · {each.title or each.text}"

    def _entry_text(self, each: Entry) -> str:
        here = self._session.here
        author = here.full_name(each.author or each.nominator)
        day = wording.day(each.day) if each.day else ""
        head = " · ".join(filter(None, (here.full_name(each.hero), day, words.source(each.source), author)))
        return "\n".join(filter(None, (head, each.reason, each.text or each.blind)))
