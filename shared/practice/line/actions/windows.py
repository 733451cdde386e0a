"""The windows of the line: where somebody serves, and which services are called there."""

from msgspec.structs import replace

from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.journal.store import Transaction
from shared.people import views as people
from shared.people.acting import action
from shared.practice.line import facts, rules, views


@action(Act.SERVE)
def choose_services(tx: Transaction, who: Actor, services: tuple[str, ...], *, now: int) -> Refusal | None:
    """Set the services called to this person's window from now on; none: all. The hall's kiosk and sign show them."""
    return _choose_services(tx, who, window_of(tx, who), services)


@action(Act.ROSTER, at_home=True)
def choose_services_of(
    tx: Transaction, who: Actor, window: str, services: tuple[str, ...], *, now: int
) -> Refusal | None:
    """Set the services called to a window of this device's hall, by whoever keeps its roster."""
    return _choose_services(tx, replace(who, hall=tx.store.hall), window, services)


def _choose_services(tx: Transaction, who: Actor, window: str, services: tuple[str, ...]) -> Refusal | None:
    if not window:
        return Refusal("no_window")
    before = views.services(tx.store, who.hall, window)
    if refusal := next((refusal for each in services if (refusal := rules.known_service(each, before))), None):
        return refusal
    chosen = facts.WindowServicesChosen(window=window, services=services)
    tx.record(chosen, subject=f"window:{who.hall}:{window}", actor=who.number, hall=who.hall)
    return None


def window_of(tx: Transaction, who: Actor) -> str:
    """Where this person serves today, "" without a window."""
    person = people.person_today(tx.store, who.number, tx.now)
    return person.window if person else ""
