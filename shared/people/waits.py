"""How long one has to wait after wrong PINs, kept in the journal's file: for numbers that nobody has as for others'.

The wait goes by the time of day and by the steady clock, which nobody can set and which no program begins anew: it
counts since this PC was started. Either alone keeps it up.
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

    Of whoever `has_pin` the journal knows how many there were, on all PCs of the hall; of others this file does.
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
    return msgspec.json.decode(store.setting(_KEY, "{}"), type=dict[str, WrongPins])


def _mark(store: Store, number: str) -> str:
    """Not the number itself: in haste people type their PIN there."""
    return hmac.digest(pepper(store.folder), folded(number).encode(), hashlib.sha256).hex()[:16]
