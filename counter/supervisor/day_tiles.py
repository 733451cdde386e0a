"""The figures at the head of the day: cards by P, pauses, inquiries, numbers served, diary; alarms in colour."""

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter.kit.page import Panel
from shared.daily_log.page import Totals
from shared.practice.cards.facts import P
from shared.qt import theme
from shared.qt.boxes import row, together
from shared.qt.widgets import Symbol, clear, label
from shared.qt.wording.daily_log import figure

_SHARES = {"cards": 3, "pauses": 2, "inquiries": 2}
_ALARMS = frozenset({"suspect", "over_quota", "overrun", "due", "overdue"})


class Tiles(QWidget):
    """The tiles side by side."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Totals, str] | None = None
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.current().px("gap"))
        self._bodies = {}
        for name, title in _TILES.items():
            tile = Panel(title)
            self._bodies[name] = QVBoxLayout()
            self._bodies[name].setSpacing(theme.current().px("tight"))
            tile.box.addLayout(self._bodies[name])
            tile.box.addStretch(1)
            box.addWidget(tile, _SHARES.get(name, 1))

    def show_totals(self, totals: Totals) -> None:
        """Show these figures; nothing is made anew when they are the ones shown."""
        now = (totals, figure("cards_suspect"))  # the words change with the language
        if now == self._shown:
            return
        self._shown = now
        for body in self._bodies.values():
            clear(body)
        self._bodies["cards"].addWidget(together(self._by_p(totals)))
        staff = sum(totals.cards.staff.values())
        others = {"staff": staff, "suspect": totals.cards.suspect, "excluded": totals.cards.excluded}
        self._figures("cards", others)
        self._figures("pauses", vars(totals.pauses))
        self._figures("inquiries", vars(totals.inquiries))
        self._one("served", self.tr("{n} 位").format(n=totals.served))
        if totals.served:
            self._figures("served", {"rated": totals.rated})
            self._figures("served", {"not_rated": totals.not_rated})
        self._one("diary", self.tr("{n} 条").format(n=sum(totals.diary.values())))

    def _one(self, part: str, figure_: str) -> None:
        self._bodies[part].addWidget(label(figure_, "lead", wrap=False))

    def _by_p(self, totals: Totals) -> QHBoxLayout:
        box = row(label(str(sum(totals.cards.customers.values())), "title", wrap=False), spacing="small")
        size = theme.current().px("lead")
        for p in P:
            box.addWidget(Symbol(p.value, size, p.value, f"{p.value}_soft"))
            box.addWidget(label(str(totals.cards.customers.get(p.value, 0)), "strong", p.value, wrap=False))
        box.addStretch(1)
        return box

    def _figures(self, part: str, figures: dict[str, int]) -> None:
        """The figures two in a row; those that want attention in colour, and only when there is something."""
        shown = [(name, value) for name, value in figures.items() if value or name not in _ALARMS]
        for start in range(0, len(shown), 2):
            line = [
                label(f"{figure(_name(part, n))} {v}", tone=_tone(n, v), wrap=False)
                for n, v in shown[start : start + 2]
            ]
            self._bodies[part].addWidget(together(row(*line, None, spacing="room")))


def _name(part: str, figure_: str) -> str:
    return figure_ if part == "served" else f"{part}_{figure_}"


def _tone(name: str, value: int) -> str:
    if not value or name not in _ALARMS:
        return ""
    return "bad" if name == "overdue" else "warn"


_TILES = {
    "cards": QT_TRANSLATE_NOOP("Counter", "5P卡（用户）"),
    "pauses": QT_TRANSLATE_NOOP("Counter", "暂停服务5分钟"),
    "inquiries": QT_TRANSLATE_NOOP("Counter", "首问工单"),
    "served": QT_TRANSLATE_NOOP("Counter", "叫号办理"),
    "diary": QT_TRANSLATE_NOOP("Counter", "工作日记"),
}
