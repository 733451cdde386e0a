"""Reads and takes back inquiries for the kiosk. Called on the store thread."""

from kiosk.store.lobby import InquiryProgress
from shared.device import codes
from shared.domain.refusal import Refusal
from shared.journal.store import Store
from shared.practice.inquiries import actions, views


def progress(store: Store, inquiry: str, *, now: int) -> InquiryProgress | None:
    """The progress shown to the holder of an inquiry's slip; None if not found. `inquiry` is its id."""
    found = views.page(store, inquiry, now)
    return InquiryProgress(found.ticket.number, found.ticket.state.value, found.ticket.promised) if found else None


def take_back(store: Store, inquiry: str, *, now: int) -> Refusal | None:
    """Take back an inquiry the customer submitted by mistake; `inquiry` is its id."""
    return actions.take_back(store, inquiry, now=now)


def slip_code(store: Store, inquiry: str) -> str:
    """The signed text of an inquiry's QR code."""
    return codes.text(codes.InquirySlip(inquiry), codes.key(store.folder))
