"""Joins this device to a hub by its enrolment file, for the command line and the screen."""

from pathlib import Path

import msgspec

from shared.device import codes, pepper
from shared.journal.store import Store
from shared.people import pins
from shared.reference import actions as reference
from shared.sync import enrolment, outbox
from shared.sync.enrolment import Enrolment

_WAS_OFFICE = "was_office"


class Joined(msgspec.Struct, frozen=True):
    """`waiting`: earlier events that will be sent; `given_up`: own documents that are no longer in force."""

    waiting: int
    given_up: int


def join(store: Store, given: Enrolment, *, now: int) -> Joined:
    """Join with the file `given` (`enrolment.read_file`). `now`: the device's own clock, ms.

    Raises `EnrolmentError` before anything is written.
    """
    before = _before(store.folder)
    enrolment.check(store, given)
    _keep_keys(store.folder, given)
    enrolment.join(store, given)
    given_up = _give_up_documents(store, before, given, now)
    return Joined(outbox.waiting(store).count, given_up)


def _before(folder: Path) -> Enrolment | None:
    """The enrolment until now; None where there is none, or it is lost: joining again replaces it."""
    try:
        return enrolment.joined(folder)
    except enrolment.EnrolmentError:
        return None


def _keep_keys(folder: Path, given: Enrolment) -> None:
    if given.site_key:
        pepper.adopt(folder, given.site_key)
    if given.codes_key:
        codes.keep_key(folder, given.codes_key)
    if given.exit_pin:
        pins.keep_exit_pin(folder, given.exit_pin)


def _give_up_documents(store: Store, before: Enrolment | None, given: Enrolment, now: int) -> int:
    """Give up this device's documents; not on one that is or was the office's, whose documents are in force for all."""
    if "office" in (given.kind, before.kind if before else ""):
        store.set_setting(_WAS_OFFICE, "yes")
    if store.setting(_WAS_OFFICE):
        return 0
    return reference.give_up(store, now=now + store.clock_correction)
