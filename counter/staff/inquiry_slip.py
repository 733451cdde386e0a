"""The customer's slip of a ticket: number, promised day and QR code, without personal data."""

from counter.kit import print_out
from counter.kit.page import AnyPage
from counter.store_type import Store
from shared.device import codes
from shared.practice.inquiries.views import Ticket
from shared.prints import slips
from shared.qt import sheets
from shared.qt.page_pictures import Paper


def open_slip(page: AnyPage, ticket: Ticket) -> None:
    """Open the print dialog with the slip."""
    here = page.session.here.hall
    hall = here.name if here else ""
    job = print_out.PrintJob(ticket.number, lambda store, paper: paint(store, ticket, hall, paper), "slips")
    print_out.ask(page, job)


def paint(store: Store, ticket: Ticket, hall: str, paper: Paper) -> bool:
    """Draw the slip on `paper`; False if the printer does not start."""
    key = codes.key(store.folder)
    pages = slips.inquiry_slip(ticket.id, ticket.number, ticket.received_at, ticket.promised, hall, key)
    return sheets.printed(pages, paper, slips.SLIP_ROLL.size)
