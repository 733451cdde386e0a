"""Window 1 of the scripted day: its people work at the real counter, by keyboard, and a watchdog looks on."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt

from shared.domain.refusal import Refusal
from shared.people.views import PersonToday, person_today
from shared.practice.line.facts import SERVICES
from shared.practice.line.views import Number
from tests.counter.conftest import CTRL, Counter
from tests.day.hall import Hall
from tests.day.pc import Pc
from tests.support.watch import FRAME_MS, OPENING_MS, Watch

KEY = Qt.Key


@dataclass(eq=False)
class AtTheScreen(Pc):
    """A window's PC whose person presses keys; `counter` is there once the hall has opened."""

    counter: Counter | None = None
    watch: Watch | None = None

    def calls(self) -> int:
        return len(self.watch.calls) if self.watch else 0

    def comes(self, number: str) -> None:
        """Sign in and, where this person has a window, go on duty."""
        with self._watched("signing in", OPENING_MS):  # opens the first page
            self._at.signs_in(number)
        self.visits("queue")
        found = self._today(number)
        if found.window and not found.on_duty:
            self._at.presses(KEY.Key_D, CTRL)
            self._at.until(lambda _: self._today(number).on_duty)
        self.staff = number

    def _today(self, number: str) -> PersonToday:
        found = person_today(self.device.store, number, self._at.window.session.now())
        assert found
        return found

    def goes(self) -> None:
        """Go off duty."""
        number = self.staff
        self._at.presses(KEY.Key_D, CTRL)
        self._at.until(lambda _: not self._today(number).on_duty)

    def call_next(self, now: int) -> Number | Refusal:
        page, control = self._line(), self._line().control
        with self._watched("calling"):
            page.notice.hide()
            self._at.presses(KEY.Key_F2)
            self._at.waits(lambda: control.state.serving or page.notice.text, "a customer, or the reason why not")
        return control.state.serving or Refusal("nobody_waiting")

    def take_back(self, number: Number, now: int) -> Refusal | None:
        page = self._line()
        with self._watched("taking back"):
            page.refresh()
            self._at.waits(lambda: self._points_at(page.aside, number.id), "the number aside")
            page.notice.hide()
            self._at.presses(KEY.Key_F8)
            self._at.waits(lambda: page.control.state.serving or page.notice.text, "the number, or the reason why not")
        return None if page.control.state.serving else Refusal("called_elsewhere")

    def done(self, number: Number, service: str, now: int) -> None:
        control = self._serving(number)
        with self._watched("finishing"):
            self._at.presses(KEY(KEY.Key_1 + list(SERVICES).index(service)))
        with self._watched("finishing"):
            self._at.presses(KEY.Key_F4)
            self._at.waits(lambda: control.state.serving is None, "the end of it")

    def call_again(self, number: Number, now: int) -> None:
        control = self._serving(number)
        calls = control.state.serving.calls
        with self._watched("calling again"):
            self._at.presses(KEY.Key_F3)
            self._at.waits(lambda: control.state.serving.calls > calls, "the second call")

    def no_show(self, number: Number, now: int) -> None:
        self._sets_aside(number, KEY.Key_F7)

    def hold(self, number: Number, now: int) -> None:
        self._sets_aside(number, KEY.Key_F6)

    def visits(self, key: str) -> Any:
        """Look at another page: a key press, and what the page then reads."""
        assert self._at.window.workspace
        budget = FRAME_MS if key in self._at.window.workspace.pages else OPENING_MS
        with self._watched(f"opening {key}", budget):
            self._at.window.workspace.open(key)
        with self._watched(f"opening {key}", budget):
            return self._page(key)

    def signs(self, note: str) -> None:
        """The supervisor signs the day."""
        page = self.visits("day")
        self._at.waits(page.sign.isEnabled, "the day")
        with self._watched("signing"):
            self._at.presses(KEY.Key_Return, CTRL)
            self._at.dialog()
        self._at.types(note)
        with self._watched("agreeing"):
            self._at.presses(KEY.Key_Return, CTRL)
            self._at.closes()

    def _points_at(self, table: Any, number: str) -> bool:
        table.select(number)
        return bool(table.current() and table.current().id == number)

    def _sets_aside(self, number: Number, key: Qt.Key) -> None:
        control = self._serving(number)
        with self._watched("setting aside"):
            self._at.presses(key)
            self._at.waits(lambda: control.state.serving is None, "the window to be free")

    def _serving(self, number: Number) -> Any:
        """The page knows whom it serves, whoever brought the news."""
        page = self._line()
        if page.control.state.serving is None or page.control.state.serving.id != number.id:
            page.refresh()
        self._at.waits(
            lambda: page.control.state.serving and page.control.state.serving.id == number.id, "the customer"
        )
        return page.control

    def _line(self) -> Any:
        assert self._at.window.workspace
        page = self._at.window.workspace.pages.get("queue")
        return page if page and page.isVisible() else self.visits("queue")

    def _page(self, key: str) -> Any:
        return self._at.opens(key)

    def _watched(self, doing: str, budget: float = FRAME_MS) -> Any:
        assert self.watch
        return self.watch.over(doing, budget)

    @property
    def _at(self) -> Counter:
        assert self.counter, "the hall has not opened yet"
        return self.counter


def window_1(hall: Hall) -> AtTheScreen:
    first = hall.pcs[0]
    assert isinstance(first, AtTheScreen)
    return first
