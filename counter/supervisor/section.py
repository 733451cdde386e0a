"""A section of the daily log as a table: its columns come with it, and what is chosen stays chosen."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer

from counter.kit.rows_view import Cell, RowsView
from shared.daily_log.sections import Section

Index = QModelIndex | QPersistentModelIndex


class SectionRows(QAbstractTableModel):
    """The model over one `Section`."""

    def __init__(self) -> None:
        super().__init__()
        self.section = Section("", "", (), ())

    def replace(self, section: Section) -> None:
        self.beginResetModel()
        self.section = section
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self.section.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.section.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return str(self.section.rows[index.row()][index.column()])
        return None

    def cell(self, row: int, column: int) -> Cell:
        """What is drawn there."""
        return Cell(str(self.section.rows[row][column]))

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.section.columns[section]
        return None


class SectionTable(RowsView):
    """Shows one section; the widest of its columns takes what is left."""

    def __init__(self) -> None:
        self.rows = SectionRows()
        super().__init__(self.rows.cell, lambda column: column == self._widest_column)
        self._widest_column = 0
        self.setModel(self.rows)

    def show_section(self, section: Section) -> None:
        """Show this section; the row with the same cells stays chosen, else the first, of the record the latest."""
        if section == self.rows.section:
            return
        place = self.currentIndex().row()
        old = self.rows.section.rows
        at_end = place == len(old) - 1  # whoever looks at the latest goes on to do so
        kept = old[place] if 0 <= place < len(old) and not at_end else None
        self.rows.replace(section)
        self.setAccessibleName(section.title)
        self._widest_column = _widest(section)
        self.fit()
        if section.rows:
            latest = len(section.rows) - 1 if section.name == "lines" else 0
            self.selectRow(section.rows.index(kept) if kept in section.rows else latest)
            QTimer.singleShot(0, self, self._scroll)  # once the head has its height: a line too short otherwise

    def _scroll(self) -> None:
        self.scrollTo(self.currentIndex())


def _widest(section: Section) -> int:
    return max(
        range(len(section.columns)), key=lambda place: max((len(str(row[place])) for row in section.rows), default=0)
    )
