"""What the kiosk shows of an inquiry. Called on the store thread."""

from kiosk.store.lobby import InquiryProgress
from shared.device import codes
from shared.domain.refusal import Refusal
from shared.journal.store import Store
from shared.practice.inquiries import actions, views


def progress(store: Store, inquiry: str, *, now: int) -> InquiryProgress | None:
    """What an inquiry's slip may show to whoever holds it; `inquiry` is its id."""
    found = views.page(store, inquiry, now)
    return InquiryProgress(found.ticket.number, found.ticket.state.value, found.ticket.promised) if found else None


def take_back(store: Store, inquiry: str, *, now: int) -> Refusal | None:
    """The customer handed it in by a slip of the hand; `inquiry` is its id."""
    return actions.take_back(store, inquiry, now=now)


def slip_code(store: Store, inquiry: str) -> str:
    """The signed text of an inquiry's QR code."""
    return codes.text(codes.InquirySlip(inquiry), codes.key(store.folder))
