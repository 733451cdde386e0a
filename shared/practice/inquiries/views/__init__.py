"""What may be asked about tickets: lists with masked customers and a light, one with its history, the digest.

A list never holds a full name or phone; `actions.open_personal` gives them, on record.
"""

from shared.practice.inquiries.clashes import Clash, SetValue
from shared.practice.inquiries.rules import Colour, Level, Light, LightState
from shared.practice.inquiries.tickets import Ticket, standing, terms
from shared.practice.inquiries.views.lists import (
    Digest,
    by_number,
    by_phone,
    closed_complaints,
    digest,
    due_on,
    escalated,
    found,
    of_day,
    of_person,
    open_tickets,
    unconfirmed_open,
)
from shared.practice.inquiries.views.privacy import erasable, unconfirmed
from shared.practice.inquiries.views.ticket_page import (
    TicketPage,
    TicketStep,
    hall_of,
    is_closed_complaint,
    merged,
    page,
    received_on,
    seen,
    with_special_time,
)
from shared.practice.inquiries.views.totals import Closed, PromisesKept, closed_between, first_ticket, promises_kept

__all__ = [
    "Clash",
    "Closed",
    "Colour",
    "Digest",
    "Level",
    "Light",
    "LightState",
    "PromisesKept",
    "SetValue",
    "Ticket",
    "TicketPage",
    "TicketStep",
    "by_number",
    "by_phone",
    "closed_between",
    "closed_complaints",
    "digest",
    "due_on",
    "erasable",
    "escalated",
    "first_ticket",
    "found",
    "hall_of",
    "is_closed_complaint",
    "merged",
    "of_day",
    "of_person",
    "open_tickets",
    "page",
    "promises_kept",
    "received_on",
    "seen",
    "standing",
    "terms",
    "unconfirmed",
    "unconfirmed_open",
    "with_special_time",
]
