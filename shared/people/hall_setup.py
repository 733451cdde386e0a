"""Sets a hall up, for the command line and the screen: its name and branch, and random PINs."""

import secrets
from collections.abc import Sequence

from shared.domain.progress import Progress, no_progress
from shared.domain.refusal import Refusal
from shared.domain.spelling import folded, tidy
from shared.journal.store import Store
from shared.people import actions, rules, views
from shared.people.policy import PinsPolicy
from shared.reference.views import policy


def set_up_hall(store: Store, code: str, name: str, branch: str, *, now: int) -> Refusal | None:
    """Give this device's hall its name and branch; a device that has none belongs to it from now on, as `code`."""
    name, branch = tidy(name), tidy(branch)
    if not (name and branch):
        return Refusal("hall_needs_name")
    if any(len(text) > rules.LONGEST_NAME for text in (code, name, branch)):
        return Refusal("text_too_long", {"limit": rules.LONGEST_NAME})
    known = views.hall(store)
    code = known.code if known else store.hall or folded(code or name)
    if known and (known.name, known.branch) == (name, branch):
        return None
    with store.transaction(now):
        actions.set_hall(store, code, name, branch, now=now)
        return actions.place_device(store, code, now=now)


def random_pin(values: PinsPolicy) -> str:
    """A random PIN that the rules accept."""
    while True:
        pin = "".join(secrets.choice("0123456789") for _ in range(values.digits))
        if rules.check_new_pin(pin, values) is None:
            return pin


def hand_out_pins(
    store: Store, numbers: Sequence[str], *, now: int, progress: Progress = no_progress
) -> dict[str, str] | Refusal:
    """A new made-up PIN for each of these people: number -> PIN, which is stored nowhere."""
    values = policy(store)[PinsPolicy]
    made: dict[str, str] = {}
    for place, number in enumerate(numbers):
        progress(place, len(numbers))
        made[number] = random_pin(values)
        if refusal := actions.set_pin(store, number, made[number], now=now):
            return refusal
    progress(len(numbers), len(numbers))
    return made
