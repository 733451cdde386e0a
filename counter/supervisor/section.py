"""A table that shows a section of the daily log with the section's own columns."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QTimer

from counter.kit.table import Column, Table
from shared.daily_log.sections import Row, Section
from shared.daily_log.words import short

_NAME = QT_TRANSLATE_NOOP("Counter", "当日日志")


class SectionTable(Table[Row]):
    """Shows one section; its widest column takes the remaining width."""

    def __init__(self) -> None:
        super().__init__(_NAME, (), key=lambda row: row)
        self.section = Section("", "", (), ())

    def show_section(self, section: Section) -> None:
        """Show a section; the same row stays current, else the first one, in the record the latest."""
        if section == self.section:
            return
        kept = None if self._is_at_latest() else self.current_key()
        if section.name != self.section.name:
            kept = None
            self.settings_name = f"{_NAME} {section.name}"
            self.rows.set_columns(())  # drops order and filter even if the titles are the same
        self.section = section
        self.rows.set_columns(_columns(section))
        self.setAccessibleName(section.title)
        self.show_rows(section.rows)
        self._select_or_latest(kept)
        QTimer.singleShot(0, self, self._scroll)  # after the layout, when the header has its height

    def _select_or_latest(self, kept: object) -> None:
        place = self._place_of(kept)
        if self.rows.rows:
            self.selectRow(self._latest_row() if place < 0 else place)

    def _is_at_latest(self) -> bool:
        """Whether the current row is the latest of the record: then new rows are followed."""
        return self._latest_row() > 0 and self.currentIndex().row() == self._latest_row()

    def _latest_row(self) -> int:
        in_time = self.section.name == "lines" and self.rows.sorted_by is None
        return max(0, len(self.rows.rows) - 1) if in_time else 0

    def _scroll(self) -> None:
        self.scrollTo(self.currentIndex())


def _columns(section: Section) -> list[Column[Row]]:
    widest = max(range(len(section.columns)), key=lambda place: _longest(section, place))
    return [_column(title, place, stretch=place == widest) for place, title in enumerate(section.columns)]


def _column(title: str, place: int, *, stretch: bool) -> Column[Row]:
    return Column(lambda: title, lambda row: short(row[place]), stretch=stretch)


def _longest(section: Section, place: int) -> int:
    """The number of characters of the longest text in a column."""
    return max((len(short(row[place])) for row in section.rows), default=0)
