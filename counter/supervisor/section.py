"""A section of the daily log as a table: its columns come with it, and what is chosen stays chosen."""

from PySide6.QtCore import QTimer

from counter.kit.table import Column, Table
from shared.daily_log.sections import Row, Section
from shared.daily_log.words import short


class SectionTable(Table[Row]):
    """Shows one section; the widest of its columns takes what is left."""

    def __init__(self) -> None:
        super().__init__("", ())
        self.section = Section("", "", (), ())

    def show_section(self, section: Section) -> None:
        """Show this section; the row with the same cells stays chosen, else the first, of the record the latest."""
        if section == self.section:
            return
        at_end = self.currentIndex().row() == len(self.section.rows) - 1  # then stay at the end
        chosen, self.section = self.current(), section
        self.rows.set_columns(_columns(section))
        self.setAccessibleName(section.title)
        self.show_rows(section.rows)
        if section.rows:
            latest = len(section.rows) - 1 if section.name == "lines" else 0
            self.selectRow(section.rows.index(chosen) if chosen in section.rows and not at_end else latest)
        QTimer.singleShot(0, self, self._scroll)  # before the layout the header has no height: one row too short

    def _scroll(self) -> None:
        self.scrollTo(self.currentIndex())


def _columns(section: Section) -> list[Column[Row]]:
    widest = max(range(len(section.columns)), key=lambda place: _longest(section, place))
    return [_column(title, place, stretch=place == widest) for place, title in enumerate(section.columns)]


def _column(title: str, place: int, *, stretch: bool) -> Column[Row]:
    return Column(lambda: title, lambda row: short(row[place]), stretch=stretch)


def _longest(section: Section, place: int) -> int:
    """Letters of the longest text in a column."""
    return max((len(short(row[place])) for row in section.rows), default=0)
