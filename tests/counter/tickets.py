"""Tickets of 1001 at the counter."""

from shared.domain.refusal import Refusal
from shared.practice.inquiries import actions, views
from shared.practice.inquiries.views import Ticket
from tests.counter.conftest import Counter
from tests.support.builders import actor


def mine(counter: Counter) -> tuple[Ticket, ...]:
    """What 1001 has to do."""
    return views.of_person(counter.store, "1001", counter.times.start)


def has_opened(counter: Counter, text: str = "管道漏气怎么报修", received: int = 0) -> str:
    """A ticket of 1001, opened by another counter, a minute ago where nothing else is said."""
    now = received or counter.times.start - 60_000
    opened = actions.open_inquiry(counter.store, actor("1001"), text=text, name="周建国", phone="13840012345", now=now)
    assert not isinstance(opened, Refusal)
    return opened.id


def shows(counter: Counter, ticket: str) -> None:
    """1001 signs in and sees this ticket."""
    page = counter.signs_in_at("1001", "inquiries")
    counter.waits(lambda: page.detail.ticket_page and page.detail.ticket_page.ticket.id == ticket, "the ticket")
