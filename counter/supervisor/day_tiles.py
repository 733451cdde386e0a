"""The totals of a day as tiles: cards by P, pauses, inquiries, numbers served, diary."""

from collections.abc import Iterable, Mapping
from itertools import chain, repeat

from msgspec.structs import asdict, fields
from PySide6.QtCore import QT_TRANSLATE_NOOP, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLayout, QWidget

from counter.kit.panel import Panel
from shared.daily_log.page import InquiryTotals, PauseTotals, Totals
from shared.daily_log.words import figure
from shared.practice.cards import words
from shared.practice.cards.facts import P
from shared.qt import theme
from shared.qt.boxes import fill, row
from shared.qt.widgets import Symbol, label, set_property

_SHARES, _COLUMNS = (3, 2, 2, 1, 1), (5, 3, 2)
_ALARMS = frozenset({"suspect", "over_quota", "overrun", "due", "overdue"})


class Tiles(QWidget):
    """The tiles side by side; on a narrow screen in several rows.

    The labels are made once: creating them takes more than a frame.
    """

    def __init__(self) -> None:
        super().__init__()
        self._cards, self._by_p = _large("title"), {p: label(style="strong", tone=p.value, wrap=False) for p in P}
        self._served, self._diary = _large("lead"), _large("lead")
        tiles = {
            "cards": _Tile(_CARDS, 3, self._cards_by_p()),
            "pauses": _Tile(_PAUSES, len(fields(PauseTotals))),
            "inquiries": _Tile(_INQUIRIES, len(fields(InquiryTotals))),
            "served": _Tile(_SERVED, 2, row(self._served)),
            "diary": _Tile(_DIARY, 0, row(self._diary)),
        }
        self._tiles, self._across = tiles, 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.current().px("gap"))
        self._arrange(len(tiles))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._width(_COLUMNS[-1]), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Put as many tiles into a row as fit."""
        self._arrange(next((across for across in _COLUMNS if self._width(across) <= self.width()), _COLUMNS[-1]))

    def _width(self, across: int) -> int:
        """The width of the widest row with `across` tiles per row, px."""
        tiles = [tile.minimumSizeHint().width() + self._grid.spacing() for tile in self._tiles.values()]
        return max(sum(tiles[first : first + across]) for first in range(0, len(tiles), across))

    def _arrange(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for column, share in enumerate(_SHARES):
            self._grid.setColumnStretch(column, share if column < across else 0)
        for place, tile in enumerate(self._tiles.values()):
            self._grid.addWidget(tile, place // across, place % across)

    def show_totals(self, totals: Totals) -> None:
        """Show the totals of a day."""
        cards = totals.cards
        self._cards.setText(str(sum(cards.customers.values())))
        for p in P:
            count = cards.customers.get(p.value, 0)
            self._by_p[p].setText(str(count))
            self._by_p[p].setAccessibleName(f"{words.p(p)} {count}")  # its picture is silent
        staff = sum(cards.staff.values())
        self._show("cards", {"staff": staff, "suspect": cards.suspect, "excluded": cards.excluded})
        self._show("pauses", asdict(totals.pauses))
        self._show("inquiries", asdict(totals.inquiries))
        self._served.setText(self.tr("{n} 位").format(n=totals.served))
        self._show("served", {"rated": totals.rated, "not_rated": totals.not_rated} if totals.served else {})
        self._diary.setText(self.tr("{n} 条").format(n=sum(totals.diary.values())))
        self._fit()  # the widths may have changed

    def _cards_by_p(self) -> QHBoxLayout:
        line, size = row(self._cards, spacing="small"), theme.current().px("lead")
        for p in P:
            fill(line, Symbol(p.value, size, p.value, f"{p.value}_soft"), self._by_p[p])
        fill(line, None)
        return line

    def _show(self, part: str, figures: Mapping[str, int]) -> None:
        """Show the figures of a tile; alarms in colour, and only if they are not 0."""
        self._tiles[part].show_figures(
            (f"{figure(_name(part, name))} {value}", _tone(name, value))
            for name, value in figures.items()
            if value or name not in _ALARMS
        )


class _Tile(Panel):
    """A heading, a large line, and up to `max_figures` figures, two in a row."""

    def __init__(self, title: object, max_figures: int, large: QLayout | None = None) -> None:
        super().__init__(title)
        self._figures = [label(wrap=False) for _ in range(max_figures)]
        lines = [row(*self._figures[start : start + 2], None, spacing="room") for start in range(0, max_figures, 2)]
        fill(self.box, *(line for line in (large, *lines) if line is not None), None)

    def show_figures(self, shown: Iterable[tuple[str, str]]) -> None:
        """Show pairs of text and tone."""
        for place, (text, tone) in zip(self._figures, chain(shown, repeat(("", ""))), strict=False):
            place.setText(text)
            place.setVisible(bool(text))
            set_property(place, "tone", tone)


def _large(style: str) -> QLabel:
    return label(style=style, wrap=False)


def _name(part: str, figure_: str) -> str:
    return figure_ if part == "served" else f"{part}_{figure_}"


def _tone(name: str, value: int) -> str:
    if not value or name not in _ALARMS:
        return ""
    return "bad" if name == "overdue" else "warn"


_CARDS = QT_TRANSLATE_NOOP("Counter", "5P卡（用户）")
_PAUSES = QT_TRANSLATE_NOOP("Counter", "暂停服务5分钟")
_INQUIRIES = QT_TRANSLATE_NOOP("Counter", "首问工单")
_SERVED = QT_TRANSLATE_NOOP("Counter", "叫号办理")
_DIARY = QT_TRANSLATE_NOOP("Counter", "工作日记")
