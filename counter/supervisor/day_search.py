"""Looks through the whole day: what somebody types, and whose lines; every table then has only its matching rows."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from counter.kit.choice import Choice
from counter.kit.words import TextField, named, say
from shared.daily_log.page import DailyLog
from shared.daily_log.sections import Section
from shared.daily_log.words import short
from shared.qt import theme

_FIND = QT_TRANSLATE_NOOP("Counter", "在这一天里查找")
_WHOSE = QT_TRANSLATE_NOOP("Counter", "谁的记录")
_EVERYBODY = QT_TRANSLATE_NOOP("Counter", "所有人")
Texts = Mapping[str, tuple[str, ...]]
"""By section, each row as one text to look through."""


def texts(sections: Iterable[Section]) -> Texts:
    """Made on the store thread: a long day has thousands of rows."""
    return {each.name: tuple(" ".join(map(short, row)).casefold() for row in each.rows) for each in sections}


def people(log: DailyLog) -> tuple[str, ...]:
    """Everybody who did something that day, by name."""
    return tuple(sorted({line.actor for line in log.lines if line.actor}))


class DaySearch(QWidget):
    """A field and a drop-down; `changed` when either asks for something else."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field, self.whose = TextField(_FIND), Choice()
        self.field.setClearButtonEnabled(True)
        named(self.field, _FIND)
        named(self.whose, _WHOSE)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.current().px("small"))
        box.addWidget(self.field, 1)
        box.addWidget(self.whose)
        self.field.textChanged.connect(lambda _: self.changed.emit())
        self.whose.currentIndexChanged.connect(lambda _: self.changed.emit())

    def offer(self, names: Iterable[str]) -> None:
        """Whose lines there are."""
        chosen = self.whose.currentData()
        kept = [chosen] if chosen else []
        self.whose.refill({"": say(_EVERYBODY)} | {name: name for name in dict.fromkeys([*names, *kept])})

    def forget(self) -> None:
        """Look for nothing."""
        self.field.clear()
        self.whose.setCurrentIndex(0)

    def matching(self, section: Section, lines: tuple[str, ...]) -> Section:
        """The section with the rows that hold every word looked for."""
        words = self._words()
        rows = (row for row, text in zip(section.rows, lines, strict=True) if all(word in text for word in words))
        return replace(section, rows=tuple(rows)) if words else section

    def _words(self) -> list[str]:
        whose = self.whose.currentData() or ""
        return [*self.field.text().casefold().split(), *([whose.casefold()] if whose else [])]
