"""A section of the daily log as a table: its columns come with it, and what is chosen stays chosen."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QTimer

from counter.kit.table import Column, Table
from shared.daily_log.sections import Row, Section
from shared.daily_log.words import short

_NAME = QT_TRANSLATE_NOOP("Counter", "当日日志")


class SectionTable(Table[Row]):
    """Shows one section; the widest of its columns takes what is left."""

    def __init__(self) -> None:
        super().__init__(_NAME, (), key=lambda row: row)
        self.section = Section("", "", (), ())

    def show_section(self, section: Section) -> None:
        """Show this section; the row with the same cells stays chosen, else the first, of the record the latest."""
        if section == self.section:
            return
        kept = None if self._at_latest() else self.current_key()
        if section.name != self.section.name:
            kept = None
            self.kept_name = f"{_NAME} {section.name}"
            self.rows.set_columns(())  # some have the same headings: neither order nor filter goes from one to another
        self.section = section
        self.rows.set_columns(_columns(section))
        self.setAccessibleName(section.title)
        self.show_rows(section.rows)
        self._go_to(kept)
        QTimer.singleShot(0, self, self._scroll)  # before the layout the header has no height: one row too short

    def _go_to(self, kept: object) -> None:
        place = self._place_of(kept)
        if self.rows.rows:
            self.selectRow(self._latest() if place < 0 else place)

    def _at_latest(self) -> bool:
        """Whoever looks at the end of the record goes along with it."""
        return self._latest() > 0 and self.currentIndex().row() == self._latest()

    def _latest(self) -> int:
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
    """Letters of the longest text in a column."""
    return max((len(short(row[place])) for row in section.rows), default=0)
