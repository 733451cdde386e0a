"""Take a number: choose a service, or none."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QGridLayout

from kiosk.pages.page import Desk, Heading, Page
from kiosk.pages.slip import SlipPage
from kiosk.widgets.tiles import Choice, even
from shared.domain import wording
from shared.practice.line import words
from shared.qt import theme
from shared.qt.widgets import clear

if TYPE_CHECKING:
    from shared.domain.refusal import Refusal
    from shared.practice.line.actions import Taken

_COLUMNS = {True: 2, False: 4}  # of a standing and of a lying screen


class TakePage(Page):
    """The services of the hall, all equally large; the last one is for who does not know."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.heading = Heading(desk)
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.current().px("gap"))
        self.services: dict[str, Choice] = {}
        self.box.addWidget(self.heading)
        self.box.addLayout(self._grid, 1)
        self.box.addLayout(self.ways(self.heading))

    def enter(self, *_details: Any) -> None:
        self.setEnabled(True)
        if tuple(self.services) != (*self.lobby.services, ""):
            self._build()
        self.retranslate()

    def _build(self) -> None:
        clear(self._grid)
        self.services = {service: Choice() for service in (*self.lobby.services, "")}
        even(tuple(self.services.values()))
        for service, button in self.services.items():
            button.clicked.connect(lambda _checked=False, service=service: self._take(service))
        self.turn(self.portrait)

    def retranslate(self) -> None:
        self.heading.set_texts(self.tr("返回"), self.tr("今天办什么业务？"), self.tr("取一个号，坐下来等叫号。"))
        for service, button in self.services.items():
            button.set_text(words.service(service) if service else self.tr("说不清，直接取号"))

    def turn(self, portrait: bool) -> None:
        columns = _COLUMNS[portrait]
        for place, button in enumerate(self.services.values()):
            self._grid.addWidget(button, place // columns, place % columns)
        for column in range(_COLUMNS[False]):
            self._grid.setColumnStretch(column, int(column < columns))

    def _take(self, service: str) -> None:
        self.setEnabled(False)
        self.desk.service.take(service, self._taken)

    def _taken(self, answer: "tuple[Taken, str] | Refusal") -> None:
        self.setEnabled(True)
        if isinstance(answer, tuple):
            self.desk.go(SlipPage, *answer)
        else:
            self.desk.say(wording.refusal(answer), "warn")
