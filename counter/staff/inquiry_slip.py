"""The customer's slip of a ticket: number, promised day, QR code, nothing personal."""

from counter.kit import print_out
from counter.kit.page import AnyPage
from counter.store_type import Store
from shared.practice.inquiries.views import Ticket
from shared.qt.page_pictures import Paper


def open_slip(page: AnyPage, ticket: Ticket) -> None:
    """Show it, then print it."""
    here = page.session.here.hall
    hall = here.name if here else ""
    print_out.ask(page, print_out.Print(ticket.number, lambda store, paper: paint(store, ticket, hall, paper), "slips"))


def paint(store: Store, ticket: Ticket, hall: str, paper: Paper) -> bool:
    """Lay the slip out; False if the printer does not begin."""
    from shared import print_sheets  # late: few print
    from shared.device import codes
    from shared.qt import sheets

    key = codes.key(store.folder)
    pages = print_sheets.inquiry_slip(ticket.id, ticket.number, ticket.received_at, ticket.promised, hall, key)
    return sheets.printed(pages, paper, print_sheets.SLIP_ROLL.size)
