"""Who may leave the kiosk through the staff exit, with and without a readable store. Called on the store thread."""

from functools import cache
from pathlib import Path

from kiosk.store.lobby import Asks
from shared.domain.refusal import Refusal
from shared.domain.roles import Act, may
from shared.journal.store import Store
from shared.people import actions as people
from shared.people import kiosk_exit


def asks(store: Store) -> Asks:
    """What the staff exit asks for; nothing if nobody who may use it has a PIN yet."""
    if kiosk_exit.has_exit_pin(store.folder):
        return Asks.PIN
    return Asks.NUMBER if kiosk_exit.has_exit_person(store) else Asks.NOTHING


def asks_without_store(folder: Path) -> Asks:
    """The same while the store cannot be read: only the files beside it can be checked."""
    try:
        if kiosk_exit.has_exit_pin(folder):
            return Asks.PIN
        return Asks.NUMBER if kiosk_exit.can_check(folder) else Asks.NOTHING
    except OSError:  # the whole folder cannot be read
        return Asks.NOTHING


def sign_in(store: Store, number: str, pin: str, *, now: int, steady: int) -> Refusal | None:
    """Open the exit for staff who may look after devices, or with the kiosk's own PIN where it has one."""
    if kiosk_exit.has_exit_pin(store.folder):
        return people.leave_kiosk(store, pin, now=now, steady=steady)
    answer = people.sign_in(store, number, pin, now=now, program="kiosk", steady=steady)
    if isinstance(answer, Refusal):
        return answer
    return None if may(answer.role, Act.DEVICES) else Refusal("not_allowed")


def sign_in_without_store(folder: Path, number: str, pin: str, *, now: int, steady: int) -> Refusal | None:
    """The same while the store cannot be read."""
    try:
        return _exit_check(folder).check(number, pin, now=now, steady=steady)
    except OSError:  # the files cannot be read, so no PIN can be checked
        return Refusal("wrong_pin")


@cache
def _exit_check(folder: Path) -> kiosk_exit.ExitCheck:
    """One for each folder, because it counts wrong PINs."""
    return kiosk_exit.ExitCheck(folder)
