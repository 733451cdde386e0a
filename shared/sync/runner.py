"""Runs the courier inside an app, one per data folder, and passes practices' questions to the hub."""

import logging
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from shared.device.leases import FolderInUse, Lease
from shared.journal.store import Store
from shared.sync import damaged_files, enrolment
from shared.sync.damaged_files import COURIER_LOCK
from shared.sync.question import A, HubQuestion

if TYPE_CHECKING:
    from shared.sync.courier import Courier, Status

log = logging.getLogger(__name__)
RETRY_SECONDS = 30.0


class CourierRunner:
    """Runs a courier once this device has joined a hub and no other app on the folder runs one.

    Kiosk and counter of one PC share a folder: the first runs the courier for both; when it ends, the other takes over.
    `open_store` and `on_status` are called from other threads.
    """

    def __init__(
        self,
        folder: Path,
        open_store: Callable[[Path], Store],
        on_status: "Callable[[Status], None]" = lambda status: None,
    ) -> None:
        self._folder, self._open_store, self._on_status = folder, open_store, on_status
        self._courier: Courier | None = None
        self._silent_until = 0.0
        self._broken: tuple[str, ...] = ()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="courier-runner", daemon=True)

    def start(self) -> None:
        """Begin to check whether this device has joined a hub."""
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

    def ask(self, question: HubQuestion[A]) -> A | None:
        """Put a practice's question to the hub; None where it gives no answer in the time that the question allows.

        A hub that just gave no answer is waited for only briefly during the next half minute. From a worker thread.
        """
        if not enrolment.is_member(self._folder):
            return None
        courier = self._courier or self._new_courier()
        patience = question.brief if monotonic() < self._silent_until else question.patience
        answer = courier.ask(question, patience)
        self._silent_until = 0.0 if answer is not None else monotonic() + RETRY_SECONDS
        return answer

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                with closing(Lease(self._folder, COURIER_LOCK)) as lease:
                    if self._may_carry(lease):
                        self._carry()
            except Exception:  # the file of locks was damaged meanwhile: nothing may end this thread
                log.exception("the courier cannot be started yet")
            self._stopping.wait(RETRY_SECONDS)

    def _may_carry(self, lease: Lease) -> bool:
        """Whether to run the courier, also to report a lost enrolment; on a single PC damage is reported here."""
        try:
            if enrolment.joined(self._folder) is None:
                self._show_damage()
                return False
        except enrolment.EnrolmentError as error:
            log.error("this device belongs to a hub, but its enrolment is lost: %s", error.details)
        try:
            lease.take_alone(wait_seconds=0)
        except FolderInUse:
            return False
        return True

    def _show_damage(self) -> None:
        broken = tuple(damaged_files.damaged(self._folder))
        if broken != self._broken:
            from shared.sync.courier import Status  # late, as the courier itself

            self._broken = broken
            self._on_status(Status(broken=broken))

    def _carry(self) -> None:
        self._courier = self._new_courier()
        self._courier.start()
        self._stopping.wait()
        self._courier.stop()

    def _new_courier(self) -> "Courier":
        from shared.sync.courier import Courier  # late: a single PC is spared it, 0.5 MB

        return Courier(self._folder, lambda: self._open_store(self._folder), on_status=self._on_status)
