"""Queue numbers at the kiosk: taking one, printing its slip, who served it. Called on the store thread."""

from kiosk.store.lobby import Slip, Visit, Visits
from shared.device import codes
from shared.domain.refusal import Refusal
from shared.journal.store import Store
from shared.people import views as people
from shared.practice.line import actions as line
from shared.practice.line import views as line_views


def take(store: Store, service: str, priority: str = "", *, now: int) -> Slip | Refusal:
    """A number for a service ("" where the customer does not know), with the signed text of its slip's QR code.

    `priority`: why they go first, "" where they do not.
    """
    taken = line.take(store, service, priority, now=now)
    if isinstance(taken, Refusal):
        return taken
    return Slip(taken, codes.text(codes.NumberSlip(taken.id), codes.key(store.folder)))


def give_back(store: Store, number: str, *, now: int) -> Refusal | None:
    """Give back a number the customer took by mistake; `number` is its id."""
    return line.give_back(store, number, now=now)


def visit_of_slip(store: Store, number: str, *, now: int) -> Visit | None:
    """Who served a number; None if nobody has yet. `number` is its id, as scanned from the slip."""
    served = line_views.served(store, number, store.hall, now)
    return visit_of(store, served) if served else None


def visits_of_digits(store: Store, digits: str, *, now: int) -> Visits:
    """Who may have served a number typed without its letter."""
    typed = line_views.served_of_any_letter(store, int(digits), store.hall, now)
    found = (visit_of(store, served) for served in typed.served)
    return Visits(tuple(visit for visit in found if visit), typed.sure)


def visit_of(store: Store, served: line_views.Served) -> Visit | None:
    """The visit of a served number; None where nobody has that staff number."""
    person = people.person(store, served.staff)
    return Visit(person, served.id, served.label, served.service) if person else None
