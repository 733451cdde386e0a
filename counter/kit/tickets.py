"""How a ticket looks in a table: its traffic light as mark and word."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit.table import Column
from shared.practice.inquiries import words
from shared.practice.inquiries.views import Colour, Ticket

R = TypeVar("R")
_TONES = {Colour.GREEN: "good", Colour.AMBER: "warn", Colour.RED: "bad", Colour.GREY: "soft"}


def tone(ticket: Ticket) -> str:
    """The tone of a ticket's traffic light."""
    return _TONES[ticket.light.colour]


def light_column(ticket: Callable[[R], Ticket]) -> Column[R]:
    """Make the column of the traffic light; `ticket` gives the ticket of a row."""
    return Column(
        QT_TRANSLATE_NOOP("Counter", "状态"),
        lambda row: words.light(ticket(row).light.state),
        lambda row: tone(ticket(row)),
    )
