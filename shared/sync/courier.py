"""The courier: one thread that syncs with the hub whenever it is connected, and reports its `Status`.

Nobody waits for it. Apps call `start()`, `nudge()` after every act, `stop()`, and from a worker thread `ask()`; they
show the `Status` it reports (from its own thread). It needs no Qt. The only clock and the only random number of the
sync are here: when to try again.
"""

import logging
import queue
import random
import sys
import threading
import time
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

import msgspec
from msgspec.structs import replace

from shared.domain.clock import CLOCK_LIMIT, wall_clock
from shared.journal import indexes
from shared.journal.store import Store
from shared.sync import damaged_files, enrolment, outbox, unreadable_events
from shared.sync.enrolment import Enrolment, EnrolmentError
from shared.sync.hub import CALL_SECONDS, Hub, HubOffline, HubRefused
from shared.sync.messages import HubGreeting
from shared.sync.question import A, HubQuestion
from shared.sync.round import Interrupted, Round

log = logging.getLogger(__name__)

EVERY_SECONDS = 10.0
_QUESTION_SECONDS = 2.0
_FIRST_WAIT = 2.0
_LONGEST_WAIT = 60.0
_FORGET_AT_ONCE = 50


class State(StrEnum):
    """What the badge shows: a single PC, all sent, some waiting, stopped until somebody acts."""

    ALONE = "alone"
    SENT = "sent"
    WAITING = "waiting"
    STOPPED = "stopped"


class Status(msgspec.Struct, frozen=True):
    """The state of the sync. `since`: ms, when the oldest waiting event happened.

    `reason`: "" | offline | error | clock | cloned | exceeded | revoked | quota | app_too_old | hub_too_old |
    enrolment_lost.
    `contact`: whom to call.
    `clock_off`: ms by which the hub's clock is ahead; `heard_at`: ms of the last whole round (0: none).
    `done` of `total` is a long round's progress; `unread` events of others cannot be read here; `broken` names the
    small files of this device that are missing or damaged (`damaged_files`).
    """

    state: State = State.ALONE
    waiting: int = 0
    since: int = 0
    reason: str = ""
    contact: str = ""
    clock_off: int = 0
    heard_at: int = 0
    done: int = 0
    total: int = 0
    unread: int = 0
    broken: tuple[str, ...] = ()


class Courier:
    """Syncs the store in `folder` from a thread of its own; `open_store` is called there.

    A round comes every so many seconds (`every`); no single call to the hub may take longer than `seconds`.
    """

    def __init__(
        self,
        folder: Path,
        open_store: Callable[[], Store],
        *,
        on_status: Callable[[Status], None] = lambda status: None,
        every: float = EVERY_SECONDS,
        clock: Callable[[], int] = wall_clock,
        seconds: float = CALL_SECONDS,
    ) -> None:
        self.status = Status()
        self._folder, self._open_store, self._on_status = folder, open_store, on_status
        self._every, self._clock, self._seconds = every, clock, seconds
        self._stopping, self._nudged = threading.Event(), threading.Event()
        self._failures, self._thorough = 0, True
        self._gap = clock() - time.monotonic_ns() // 1_000_000
        self._hub: Hub | None = None
        self._thread: threading.Thread | None = None

    # ---- for the apps ----------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Begin, in a thread that never keeps the program from ending."""
        sys.setswitchinterval(0.001)  # by default the GUI thread would wait up to 5 ms for the GIL, again and again
        self._thread = threading.Thread(target=self._run, name="courier", daemon=True)
        self._thread.start()

    def nudge(self) -> None:
        """Something was recorded: do not wait for the timer. While the connection is broken, the timer decides."""
        self._nudged.set()

    def stop(self, timeout: float = 5.0) -> bool:
        """End, cutting any call off; whether the thread is gone."""
        self._stopping.set()
        self._nudged.set()
        if hub := self._hub:
            hub.cut()
        if self._thread:
            self._thread.join(timeout)
        return not (self._thread and self._thread.is_alive())

    def ask(self, question: HubQuestion[A], patience: float | None = None) -> A | None:
        """Put a practice's question to the hub, in a session of its own; None where no answer came in time.

        Waits `patience` seconds at most (default: as the question says); not for the GUI thread.
        """
        try:
            joined = enrolment.joined(self._folder)
        except EnrolmentError:
            return None
        if joined is None:
            return None
        answers: queue.SimpleQueue[A | None] = queue.SimpleQueue()
        threading.Thread(target=self._answer, args=(joined, question, answers), name="question", daemon=True).start()
        try:
            return answers.get(timeout=question.patience if patience is None else patience)
        except queue.Empty:
            return None  # the thread ends by its own deadline; what the hub grants too late lapses at the hub

    def _answer(self, joined: Enrolment, question: HubQuestion[A], answers: "queue.SimpleQueue[A | None]") -> None:
        try:
            with self._connect(joined, _QUESTION_SECONDS) as hub:
                answers.put(hub.ask(question))
        except (HubOffline, HubRefused):
            answers.put(None)

    # ---- the thread ------------------------------------------------------------------------------------------------

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                self._sync_until_told()
            except Exception:  # the file cannot be opened or read: nothing may end this thread
                log.exception("the courier starts again")
                self._report(state=State.WAITING, reason="error")
                self._stopping.wait(_LONGEST_WAIT * random.uniform(0.5, 1.0))

    def _sync_until_told(self) -> None:
        store = self._open_store()
        try:
            while not self._stopping.is_set():
                self._sleep(self.step(store))
        finally:
            store.close()

    def step(self, store: Store) -> float:
        """One attempt at a round; how many seconds to wait for the next. Public for driving without a thread."""
        store.stay_in_place(self._clock())
        self._follow_clock(store)
        self._note_damage()
        try:
            joined = enrolment.joined(self._folder)
        except EnrolmentError as error:
            return self._stop_without(store, error)
        if joined is None:
            self._report(state=State.ALONE, reason="")
            return self._every
        try:
            self._note_success(store, joined, self._round(store, joined))
            return self._every * random.uniform(0.8, 1.2)
        except HubRefused as refusal:
            return self._stop_for(store, joined, refusal.code)
        except Interrupted:
            return 0
        except Exception as error:
            if self._stopping.is_set():  # `stop` cut the connection
                return 0
            return self._back_off(store, error)

    def _follow_clock(self, store: Store) -> None:
        """A wrong clock was set right while the hub is out of reach: correct the measured offset by the jump."""
        gap = self._clock() - time.monotonic_ns() // 1_000_000
        jump, self._gap = gap - self._gap, gap
        offset = store.hub_offset
        if abs(offset) > CLOCK_LIMIT >= abs(offset - jump):
            store.set_setting("hub_offset", str(offset - jump))

    def _round(self, store: Store, joined: Enrolment) -> HubGreeting:
        with self._connect(joined, self._seconds) as hub:
            self._hub = hub
            one = Round(
                store,
                hub,
                clock=self._clock,
                pause=lambda seconds: not self._stopping.wait(seconds),
                progress=self._show_progress,
                thorough=self._thorough,
            )
            try:
                return one.run()
            finally:
                self._hub = None
                if one.moved:  # a connection that breaks but lets events pass: retry soon
                    self._failures = 0

    def _connect(self, joined: Enrolment, seconds: float) -> Hub:
        secret = enrolment.secret(self._folder, joined.login)
        return Hub.connect(joined, secret, enrolment.pem_files(self._folder), seconds=seconds)

    def _note_success(self, store: Store, joined: Enrolment, greeting: HubGreeting) -> None:
        self._failures, self._thorough = 0, False
        off = store.hub_offset
        reason = greeting.alarm or ("clock" if abs(off) > CLOCK_LIMIT else "")
        self._report_outbox(
            store,
            reason=reason,
            contact=greeting.contact or joined.contact,
            clock_off=off,
            heard_at=self._clock(),
        )

    def _back_off(self, store: Store, error: Exception) -> float:
        """Exponential back-off with jitter, so that halls do not retry together; seconds until the next round."""
        self._failures, self._thorough = self._failures + 1, True
        offline = isinstance(error, HubOffline)
        if indexes.is_malformed(error) and self._failures == 1:
            indexes.rebuild(store.db)
        log.log(logging.INFO if offline else logging.ERROR, "round failed: %s", error, exc_info=not offline)
        self._report_outbox(store, reason="offline" if offline else "error")
        longest: float = min(_LONGEST_WAIT, _FIRST_WAIT * 2 ** min(self._failures - 1, 10))
        return longest * random.uniform(0.5, 1.0)

    def _stop_for(self, store: Store, joined: Enrolment, code: str) -> float:
        """Revoked or too old: recording goes on, nothing is sent; seconds until the hub is asked again."""
        log.warning("sync stopped: %s", code)
        self._failures += 1
        if code == "revoked":
            while outbox.forget_personal(store, _FORGET_AT_ONCE) and not self._stopping.wait(0.010):
                pass
        unsent = outbox.waiting(store)
        self._report(state=State.STOPPED, reason=code, contact=joined.contact, waiting=unsent.count, since=unsent.since)
        return _LONGEST_WAIT * random.uniform(0.5, 1.0)

    def _stop_without(self, store: Store, error: EnrolmentError) -> float:
        """The enrolment is lost: recording goes on, the status says that the device must join again."""
        log.error("sync stopped, the enrolment is lost: %s", error.details["reason"])
        self._failures += 1
        unsent = outbox.waiting(store)
        self._report(state=State.STOPPED, reason=error.code, waiting=unsent.count, since=unsent.since)
        return self._every

    def _note_damage(self) -> None:
        found = damaged_files.damaged(self._folder)
        if tuple(found) != self.status.broken and found:
            log.error("files of this device are damaged: %s", found)
        self._report(broken=tuple(found))

    def _sleep(self, seconds: float) -> None:
        """Wait for the timer; or, while the connection is good, for a nudge."""
        if self._failures:
            self._stopping.wait(seconds)
        else:
            self._nudged.wait(seconds)
        self._nudged.clear()

    # ---- status ----------------------------------------------------------------------------------------------------

    def _show_progress(self, done: int, total: int) -> None:
        self._report(done=done, total=total)

    def _report_outbox(self, store: Store, **changes: object) -> None:
        unsent = outbox.waiting(store)
        state = State.WAITING if unsent.count or changes.get("reason") in {"offline", "error"} else State.SENT
        passed = unreadable_events.skipped(store).count
        self._report(state=state, waiting=unsent.count, since=unsent.since, done=0, total=0, unread=passed, **changes)

    def _report(self, **changes: object) -> None:
        status = replace(self.status, **changes)  # names are checked by `replace`
        if status != self.status:
            self.status = status
            try:
                self._on_status(status)
            except Exception:  # a page's fault must not end the sync
                log.exception("the status could not be shown")
