"""The search in a daily log: words and a person; each section then shows only its matching rows."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace
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
SearchTexts = Mapping[str, tuple[str, ...]]
"""Section name -> each row as one lower-case text."""


def search_texts(sections: Iterable[Section]) -> SearchTexts:
    """Make the texts to search; on the store thread, because a long day has thousands of rows."""
    return {each.name: tuple(" ".join(map(short, row)).casefold() for row in each.rows) for each in sections}


def people(log: DailyLog) -> tuple[str, ...]:
    """The names of everybody who did something that day, sorted."""
    return tuple(sorted({line.actor for line in log.lines if line.actor}))


class DaySearch(QWidget):
    """A text field and a drop-down of people. Emits `changed` when the search changed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field, self.person = TextField(_FIND), Choice()
        self.field.setClearButtonEnabled(True)
        named(self.field, _FIND)
        named(self.person, _WHOSE)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.current().px("small"))
        box.addWidget(self.field, 1)
        box.addWidget(self.person)
        self.field.textChanged.connect(lambda _: self.changed.emit())
        self.person.currentIndexChanged.connect(lambda _: self.changed.emit())

    def set_people(self, names: Iterable[str]) -> None:
        """Offer these names; the chosen one stays."""
        chosen = self.person.currentData()
        kept = [chosen] if chosen else []
        self.person.refill({"": say(_EVERYBODY)} | {name: name for name in dict.fromkeys([*names, *kept])})

    def reset(self) -> None:
        """Clear the search."""
        self.field.clear()
        self.person.setCurrentIndex(0)

    def matching(self, section: Section, lines: tuple[str, ...]) -> Section:
        """The section with only the rows whose text (`lines`) holds every word of the search."""
        words = self._words()
        rows = (row for row, text in zip(section.rows, lines, strict=True) if all(word in text for word in words))
        return replace(section, rows=tuple(rows)) if words else section

    def _words(self) -> list[str]:
        whose = self.person.currentData() or ""
        return [*self.field.text().casefold().split(), *([whose.casefold()] if whose else [])]
