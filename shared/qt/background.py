"""The store thread: whatever touches the disk runs here, in order, and its result is delivered on the GUI thread.

The opener is called on that thread, so that what it imports does not delay the first frame.
"""

from collections import deque
from collections.abc import Callable
from functools import partial
from queue import SimpleQueue
from threading import Thread
from typing import Generic, TypeVar

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal, Slot
from shiboken6 import Shiboken

S = TypeVar("S")
T = TypeVar("T")


class Background(QObject, Generic[S]):
    """Runs work on a store `S`. `ready` comes once it is open; `broken(error)` when it could not be opened.

    `opening(percent)` comes meanwhile where opening takes long: its opener calls `note_progress`.
    """

    ready = Signal()
    opening = Signal(int)
    broken = Signal(object)
    _returned = Signal(object)

    def __init__(self, opener: Callable[[], S], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opener = opener
        self._store: S | None = None
        self._percent = 0
        self._jobs: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._thread = Thread(target=self._run_thread, name="store", daemon=True)
        self._thread.start()
        self._closed = False
        self._results: deque[Callable[[], None]] = deque()
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._deliver_next)
        self._returned.connect(self._queue_result)

    def start(self) -> None:
        """Open the store, or open it anew. Call it after the first frame."""
        self._jobs.put(self._open)

    def note_progress(self, done: int, total: int) -> None:
        """From the opener, on the store thread: how much is done."""
        percent = 100 * done // total
        if percent != self._percent:
            self._percent = percent
            self._to_gui(partial(self.opening.emit, percent))

    def run(
        self,
        work: Callable[[S], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do `work(store)` in turn; then `done(result)` or `failed(error)` on the GUI thread.

        Nothing is called of a widget that was deleted meanwhile. Without `failed` an error reaches `sys.excepthook`.
        An error with `try_again` (a full disk whose ballast was just freed) is retried once.
        """
        if not self._closed:
            self._jobs.put(partial(self._run_job, partial(self._on_store, work), done, failed))

    def run_without_store(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None] | None = None
    ) -> None:
        """Do work on the store thread that needs no store: it is done even where none can be opened."""
        if not self._closed:
            self._jobs.put(partial(self._run_job, work, done, failed))

    def tell(self, call: Callable[[], None]) -> None:
        """From work on the store thread: do `call()` on the GUI thread, in its turn."""
        self._to_gui(call)

    def close(self) -> None:
        """Finish what was asked for, close the store, end the thread; blocks until then. Nothing more is delivered."""
        if self._closed:
            return
        self._closed = True
        self._jobs.put(self._close_store)
        self._jobs.put(None)
        self._thread.join()

    def _run_thread(self) -> None:
        _dispatcher = QEventLoop()  # never runs: a long document that is laid out here starts a timer, which needs one
        while (job := self._jobs.get()) is not None:
            job()
            del job  # it refers to its caller, which must not be kept alive until the next job

    def _open(self) -> None:
        try:
            self._close_store()
            self._store = self._opener()
        except Exception as error:
            self._to_gui(partial(self.broken.emit, error))
        else:
            self._to_gui(self.ready.emit)

    def _run_job(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None,
        failed: Callable[[Exception], None] | None,
    ) -> None:
        try:
            result = work()
        except Exception as error:
            self._to_gui(partial(_call_unless_deleted, failed or _raise, error))
        else:
            if done is not None:
                self._to_gui(partial(_call_unless_deleted, done, result))

    def _on_store(self, work: Callable[[S], T]) -> T:
        if self._store is None:
            raise RuntimeError("the store is not open")
        return _with_retry(work, self._store)

    def _close_store(self) -> None:
        close = getattr(self._store, "close", None)
        self._store = None
        if close:
            close()

    def _to_gui(self, call: Callable[[], None]) -> None:
        if not self._closed:
            self._returned.emit(call)

    @Slot(object)
    def _queue_result(self, call: Callable[[], None]) -> None:
        """One result per turn of the event loop, so that input and painting get their turn between two of them."""
        self._results.append(call)
        self._start_timer()

    def _deliver_next(self) -> None:
        if self._closed:
            return
        call = self._results.popleft()
        try:
            if self._results:
                self._start_timer()
        finally:
            call()

    def _start_timer(self) -> None:
        """PySide raises the error of some widget's override at the next call into Qt: here it starts no timer."""
        try:
            self._next.start()
        except Exception:
            self._next.start()
            raise


def _with_retry(work: Callable[[S], T], store: S) -> T:
    """Retry once if the error says so (a full disk's ballast was freed), or the store repaired what failed."""
    try:
        return work(store)
    except Exception as error:
        mend = getattr(store, "mend_after", None)
        if not (getattr(error, "try_again", False) or (mend and mend(error))):
            raise
        return work(store)


def _raise(error: Exception) -> None:
    raise error


def _call_unless_deleted(function: Callable[[T], None], value: T) -> None:
    owner = getattr(function, "__self__", None)
    if isinstance(owner, QObject) and not Shiboken.isValid(owner):
        return
    function(value)
