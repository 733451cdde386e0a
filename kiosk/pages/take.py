"""Take a number: choose a service or none, and the reason for priority where the policy lets customers do so."""

from typing import TYPE_CHECKING

from kiosk.pages.page import Heading, Kiosk, Page
from kiosk.pages.slip import SlipPage, code_text
from kiosk.store import numbers
from kiosk.widgets.service_tiles import ServiceTiles
from shared.device import qr
from shared.domain import wording
from shared.domain.refusal import Refusal
from shared.practice.line import words
from shared.qt import theme
from shared.qt.buttons import TouchButton

if TYPE_CHECKING:
    from kiosk.store.lobby import Slip
    from kiosk.widgets.tiles import Tile


class TakePage(Page[str, None]):
    """The services of the hall. Its request is the reason for priority, "" without."""

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk)
        self._priority = ""
        self.heading = Heading(kiosk)
        self._tiles = ServiceTiles()
        self._tiles.chosen.connect(self._take)
        self.priority = TouchButton("", "chip").tall()
        self.priority.clicked.connect(self._choose_priority)
        self.box.addWidget(self.heading)
        self.box.addWidget(self._tiles, 1)
        self.box.addLayout(self.bottom_row(self.heading, self.priority))

    @property
    def services(self) -> "dict[str, Tile]":
        """The tiles by the code of their service; "" for who does not know."""
        return self._tiles.tiles

    def show_for(self, priority: str) -> None:
        self._priority = priority
        self.setEnabled(True)
        self._tiles.show_services(self.lobby.services)
        self.retranslate()

    def retranslate(self) -> None:
        first, why = bool(self._priority), words.priority(self._priority) if self._priority else ""
        self.heading.set_texts(
            self.tr("返回"),
            self.tr("今天办什么业务？"),
            self.tr("优先：{why}。请备好证件。").format(why=why) if first else self.tr("取一个号，坐下来等叫号。"),
        )
        self.priority.setText(self.tr("不用优先") if first else self._priority_label())
        self.priority.setVisible(bool(self.lobby.priorities))
        for service, button in self.services.items():
            name = words.service(service) if service else self.tr("说不清，直接取号")
            button.set_texts(name, self._wait_text(service) if service else "")

    def _priority_label(self) -> str:
        """The text of the priority button, with the first reasons where there is room."""
        if theme.current().senior:
            return self.tr("优先取号")
        known = self.lobby.priorities
        names = self.tr("、").join(words.priority(each) for each in known[:_NAMED_REASONS])
        who = self.tr("{names}等").format(names=names) if len(known) > _NAMED_REASONS else names
        return self.tr("优先：{who}").format(who=who)

    def _wait_text(self, service: str) -> str:
        """How many wait for a service, and about how long if it can be estimated."""
        wait = self.lobby.waits.get(service)
        if not wait or not wait.waiting:
            return ""
        if not wait.minutes or theme.current().senior:  # beside the name there is no room for more
            return self.tr("{n} 位等候").format(n=wait.waiting)
        return self.tr("{n} 位等候，约 {minutes} 分钟").format(n=wait.waiting, minutes=wait.minutes)

    def lay_out(self, portrait: bool) -> None:
        self._tiles.lay_out(portrait)

    def _choose_priority(self) -> None:
        from kiosk.pages.priority import PriorityPage  # late: few customers choose it

        if self._priority:
            self.kiosk.go(TakePage, "")
        else:
            self.kiosk.go(PriorityPage, TakePage)

    def _take(self, service: str) -> None:
        self.setEnabled(False)
        kiosk, session, priority = self.kiosk, self.kiosk.session, self._priority
        now = session.now()
        # The session owns the answer: this page may be rebuilt in another text size before the number is stored.
        session.record(
            session,
            lambda store: _drawn(numbers.take(store, service, priority, now=now)),
            lambda answer: _taken(kiosk, answer),
        )


_NAMED_REASONS = 2


def _drawn(answer: "Slip | Refusal") -> "Slip | Refusal":
    if not isinstance(answer, Refusal):
        qr.drawn(code_text(answer.taken.label, answer.code))
    return answer


def _taken(kiosk: Kiosk, answer: "Slip | Refusal") -> None:
    if isinstance(answer, Refusal):
        kiosk.page.setEnabled(True)
        kiosk.say(wording.refusal(answer), "warn")
    else:
        kiosk.go(SlipPage, answer)
