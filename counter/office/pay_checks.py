"""核对: the remarks on a month of pay, each with the page where it is put right."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter import navigation
from counter.kit.table import CHOOSE, Column, Table
from counter.kit.words import Button, say
from shared.domain.actor import Actor
from shared.report.pay_checks import Check, Weight

CHECKS = QT_TRANSLATE_NOOP("Counter", "核对")
_WORDS: Mapping[Weight, object] = {
    Weight.STOPS: QT_TRANSLATE_NOOP("Counter", "先办"),
    Weight.WARNS: QT_TRANSLATE_NOOP("Counter", "注意"),
    Weight.TELLS: QT_TRANSLATE_NOOP("Counter", "参考"),
}
_TONES = {Weight.STOPS: "bad", Weight.WARNS: "warn", Weight.TELLS: "soft"}
_NOWHERE = QT_TRANSLATE_NOOP("Counter", "这一条只供参考，没有要去的页面。")
_OPEN_CHECKS = QT_TRANSLATE_NOOP("Counter", "先打开“核对”，选一条。")
_HERE = QT_TRANSLATE_NOOP("Counter", "就在本页办：设奖金池、公示或更正。")


class ChecksTable(Table[Check]):
    """One line per remark; Enter or the button `go` opens the page where it is put right."""

    def __init__(self, actor: Actor, here: str, asked: Callable[[str], None]) -> None:
        self._titles = {kind.place.key: kind.place.title for kind in navigation.pages_of(actor.role)}
        self._here, self._open_page, self._in_front = here, asked, False
        super().__init__(CHECKS, self._columns(), key=lambda each: each.text)
        self.go = Button(QT_TRANSLATE_NOOP("Counter", "去办理"), shortcut="Ctrl+G")
        self.moved.connect(self._on_check_changed)
        self.chosen_text = lambda: self.go.words
        self.chosen.connect(lambda _: self.go.click())
        self.go.clicked.connect(self._go)

    def stops(self) -> int:
        """How many of them keep the month from being published."""
        return sum(each.weight is Weight.STOPS for each in self.rows.given)

    def show_checks(self, checks: Iterable[Check]) -> None:
        """Show the remarks."""
        self.show_rows(tuple(checks))
        self._on_check_changed(self.current())

    def come_to_front(self, in_front: bool) -> None:
        """Whether its tab is open: behind another tab nobody sees which remark the button would act on."""
        self._in_front = in_front
        self._on_check_changed(self.current())

    def _on_check_changed(self, each: Check | None) -> None:
        place = each.place if each else ""
        self.go.unless(
            (not self._in_front, _OPEN_CHECKS),
            (each is None, CHOOSE),
            (place == self._here, _HERE),
            (place not in self._titles, _NOWHERE),
        )

    def _go(self) -> None:
        if each := self.current():
            self._open_page(each.place)

    def _columns(self) -> list[Column[Check]]:
        return [
            Column(
                QT_TRANSLATE_NOOP("Counter", "情况"),
                lambda each: say(_WORDS[each.weight]),
                lambda each: _TONES[each.weight],
            ),
            Column(QT_TRANSLATE_NOOP("Counter", "内容"), lambda each: each.text, stretch=True),
            Column(QT_TRANSLATE_NOOP("Counter", "在哪里办"), lambda each: say(self._titles.get(each.place, ""))),
        ]
