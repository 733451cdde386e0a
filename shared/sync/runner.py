"""Bring the courier to an app: one per folder, on this device's store; and let the hub arbitrate pauses and calls."""

import threading
from collections.abc import Callable, Sequence
from datetime import time, timedelta
from pathlib import Path
from time import monotonic

from shared import device_journal
from shared.device.clock import wall_clock
from shared.device.leases import FolderInUse, Lease
from shared.domain.policy import Policy
from shared.domain.workdays import day_of, ms_at
from shared.journal.store import Store
from shared.practice.line.views import Number
from shared.practice.pauses.facts import HubSays
from shared.sync import enrolment
from shared.sync.courier import Answer, Courier, PauseClaim, Status

_LOCK = "courier.db"
_LOOK_AGAIN_SECONDS = 30.0
_PATIENCE_SECONDS, _BRIEF_SECONDS = 1.0, 0.25
_ANSWERS = {
    Answer.GRANTED: HubSays.GRANTED,
    Answer.DAY_QUOTA: HubSays.USED_UP,
    Answer.HALL_BUSY: HubSays.COLLEAGUE_PAUSED,
    Answer.NO_ANSWER: None,
}


class CourierRunner:
    """Runs a courier once this device has joined a hub and no other app on the folder runs one.

    Kiosk and counter of one PC share a folder: whoever came first carries for both; when it ends, the other goes on.
    `on_status` is called from other threads.
    """

    def __init__(self, folder: Path, on_status: Callable[[Status], None]) -> None:
        self._folder, self._on_status = folder, on_status
        self._courier: Courier | None = None
        self._silent_until = 0.0  # a hub that just gave no answer is not waited for long, at every call
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="carrier", daemon=True)

    def start(self) -> None:
        """Begin to look whether there is something to carry."""
        self._thread.start()

    def nudge(self) -> None:
        """Something was recorded."""
        if courier := self._courier:
            courier.nudge()

    def stop(self) -> None:
        """End, cutting off whatever the courier waits for."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join()

    def ask_hub(self, policy: Policy, pause: str, staff: str, now: int) -> HubSays | None:
        """What the hub says to this pause; None where it does not answer within a second and the counter decides."""
        courier = self._courier or Courier(self._folder, self._open)
        day = day_of(now)
        claim = PauseClaim(
            subject=pause,
            staff=staff,
            day_start=ms_at(day, time.min),
            day_end=ms_at(day + timedelta(days=1), time.min),
            per_day=policy.pauses.per_day,
            at_once=policy.pauses.at_once_per_hall,
            seconds=policy.pauses.seconds,
        )
        return _ANSWERS[courier.start_pause(claim)]

    def may_call(self, numbers: Sequence[Number]) -> str | None:
        """Which of these the hub gives to this counter, "" for none; None where it does not answer in time."""
        courier = self._courier or Courier(self._folder, self._open)
        patience = _BRIEF_SECONDS if monotonic() < self._silent_until else _PATIENCE_SECONDS
        answer = courier.call_number([(number.id, number.calls) for number in numbers], patience)
        self._silent_until = 0.0 if answer is not None else monotonic() + _LOOK_AGAIN_SECONDS
        return answer

    def _run(self) -> None:
        lease = Lease(self._folder, _LOCK)
        try:
            while not self._stopping.is_set() and not self._may_carry(lease):
                self._stopping.wait(_LOOK_AGAIN_SECONDS)
            if not self._stopping.is_set():
                self._carry()
        finally:
            lease.close()

    def _may_carry(self, lease: Lease) -> bool:
        if enrolment.joined(self._folder) is None:
            return False
        try:
            lease.take_alone(wait_seconds=0)
        except FolderInUse:
            return False
        return True

    def _carry(self) -> None:
        self._courier = Courier(self._folder, self._open, on_status=self._on_status)
        self._courier.start()
        self._stopping.wait()
        self._courier.stop()

    def _open(self) -> Store:
        return device_journal.open_here(self._folder, now=wall_clock())
