"""A ticket that 张敏 was asked for, and how it stands."""

from shared.journal.store import Store
from shared.practice.inquiries import actions, views
from shared.practice.inquiries.actions import Opened
from shared.practice.inquiries.views import Ticket
from tests.support.practice_hall import ZHANG, at


def ask(store: Store, clock: str = "10:00", **more: object) -> Opened:
    """张敏 is asked first, on Wednesday 2026-03-04: target Thursday, limit Friday."""
    given = {"text": "为什么这个月的气费高了", "name": "王小明", "phone": "138 1234 5678", **more}
    opened = actions.open_inquiry(store, ZHANG, now=at(clock), **given)  # type: ignore[arg-type]
    assert isinstance(opened, Opened)
    return opened


def ticket(store: Store, opened: Opened, now: int) -> Ticket:
    page = views.page(store, opened.id, now)
    assert page is not None
    return page.ticket
