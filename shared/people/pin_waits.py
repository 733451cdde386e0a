"""The wait after wrong PINs, kept in the journal's file, the same for numbers that nobody has.

It is measured by the time of day and by the steady clock (since the PC was started), which nobody can set; it lasts
until both are over.
"""

import hashlib
import hmac

import msgspec

from shared.device.pepper import pepper
from shared.domain.refusal import Refusal
from shared.domain.spelling import folded
from shared.journal.store import Store
from shared.people import rules
from shared.people.policy import PinsPolicy
from shared.people.tables import WrongPinRow
from shared.people.wrong_pins import WrongPins
from shared.reference.views import policy

_KEY = "pins_tried"
_MOST = 200  # numbers remembered; the ones tried longest ago are forgotten first


def must_wait(store: Store, number: str, *, has_pin: bool, now: int, steady: int | None) -> Refusal | None:
    """Refused (`pin_wait`) while the wait after the last wrong PIN goes on. Raises `PepperLost`.

    With `has_pin` the failures on all PCs of the hall count, from the journal; for others those in this file.
    """
    tried = _remembered(store).get(_mark(store, number), WrongPins())
    if has_pin:
        here = (WrongPinRow.number == number) & (WrongPinRow.hall == store.hall)
        row = WrongPinRow.select().where(here).first(store.db)
        tried = msgspec.structs.replace(tried, failures=row.failures if row else 0, at=row.failed_at if row else 0)
    left = rules.wait_left(tried, now, steady, policy(store)[PinsPolicy])
    return Refusal("pin_wait", {"seconds": -(-left // 1000)}) if left > 0 else None


def note(store: Store, number: str, *, right: bool, now: int, steady: int | None) -> None:
    """A PIN was tried; within a transaction."""
    mark, known = _mark(store, number), _remembered(store)
    before = known.pop(mark, WrongPins())
    if not right:
        known[mark] = WrongPins(before.failures + 1, now, steady)
    store.set_setting(_KEY, msgspec.json.encode(dict(list(known.items())[-_MOST:])).decode())


def _remembered(store: Store) -> dict[str, WrongPins]:
    return store.kept(_KEY, dict[str, WrongPins], {})


def _mark(store: Store, number: str) -> str:
    """A keyed hash of the number instead of the number: people sometimes type their PIN there."""
    return hmac.digest(pepper(store.folder), folded(number).encode(), hashlib.sha256).hex()[:16]
