"""How pages use the store: work on the store thread, its typed result on the GUI thread while the caller exists."""

from collections.abc import Callable
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import Shiboken

from shared.domain.progress import Progress
from shared.domain.refusal import Refusal
from shared.qt.background import Background

S = TypeVar("S")
T = TypeVar("T")


class Session(QObject, Generic[S]):
    """One app's session with a store `S`. Both calls return at once; work is done in the order asked.

    `owner` is the widget (or other QObject) that asks: once it is deleted, nothing is called back.
    An error goes to `failed(error)`, or where there is none to `fail`.
    """

    acted = Signal()
    """Something was recorded that the courier may carry. Comes after the answer was delivered."""

    def __init__(self, background: Background[S], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.background = background

    def read(
        self,
        owner: QObject,
        work: Callable[[S], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do `work(store)` on the store thread, then `done(result)` here."""
        self.background.run(work, _while_alive(owner, done), self._failure(owner, failed))

    def record(
        self,
        owner: QObject,
        work: Callable[[S], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """The same for work that records something: unless it gave a `Refusal`, `acted` follows `done`."""

        def recorded(result: T) -> None:
            try:
                _while_alive(owner, done)(result)
            finally:
                if not isinstance(result, Refusal):
                    self.acted.emit()

        self.background.run(work, recorded, self._failure(owner, failed))

    def progress(self, owner: QObject, show: Callable[[int, int], None]) -> Progress:
        """The progress callback for long work on the store thread: calls `show(done, total)` on the GUI thread."""

        def shown(step: tuple[int, int]) -> None:
            show(*step)

        told = _while_alive(owner, shown)
        return lambda done, total: self.background.tell(partial(told, (done, total)))

    def fail(self, error: Exception) -> None:
        """Called for work that failed and had no `failed`: raises, so that `sys.excepthook` logs it."""
        raise error

    def _failure(self, owner: QObject, failed: Callable[[Exception], None] | None) -> Callable[[Exception], None]:
        return _while_alive(owner, failed) if failed else self.fail


def _while_alive(owner: QObject, function: Callable[[T], None]) -> Callable[[T], None]:
    def call(value: T) -> None:
        if Shiboken.isValid(owner):
            function(value)

    return call
