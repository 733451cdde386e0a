"""What is known of the customer: opened on record, found by phone, erased in time."""

from datetime import date

from shared.journal.store import Store
from shared.journal.tables import CompanionRow
from shared.practice.inquiries import actions, facts, views
from shared.practice.inquiries.actions import Customer
from shared.practice.inquiries.facts import State
from tests.practice.inquiries.asking import ask, ticket
from tests.support.builders import code
from tests.support.practice_hall import LI, SUN, ZHANG, at


def test_the_customer_is_opened_on_record(store: Store) -> None:
    opened = ask(store)
    assert code(actions.open_personal(store, SUN, opened.id, now=at("11:00"))) == "not_allowed"
    assert actions.open_personal(store, LI, opened.id, now=at("11:00")) == Customer("王小明", "13812345678")
    page = views.page(store, opened.id, at("11:01"))
    assert page is not None
    assert [(step.at, step.actor, type(step.fact)) for step in page.steps] == [
        (at("10:00"), "1001", facts.InquiryOpened),
        (at("11:00"), "1002", facts.InquiryPersonalOpened),
    ]


def test_a_customer_is_found_again_by_phone(store: Store) -> None:
    first, second = ask(store), ask(store, "11:00", phone="+86 13812345678")
    ask(store, "12:00", phone="024-23456789")
    found = views.by_phone(store, "138-1234-5678", at("12:00"))
    assert [t.id for t in found] == [second.id, first.id]
    assert views.by_phone(store, "", at("12:00")) == ()


def test_personal_data_goes_180_days_after_closing(store: Store) -> None:
    opened, duplicate, unclosed = ask(store), ask(store, "10:30"), ask(store, "11:00")
    actions.merge(store, LI, duplicate.id, opened.id, now=at("12:00"))
    actions.inform(store, ZHANG, opened.id, "王先生您好", now=at("12:30"))
    closed_on = date(2026, 3, 6)
    actions.close(store, ZHANG, opened.id, "已电话告知王先生", now=at("10:00", closed_on))
    day_180 = date(2026, 9, 2)
    assert actions.erase_due(store, now=at("10:00", day_180)) == 0  # nobody worked lately: the clock may have jumped
    actions.open_personal(store, ZHANG, unclosed.id, now=at("15:00", date(2026, 9, 1)))
    assert actions.erase_due(store, now=at("09:59", day_180)) == 0
    assert actions.erase_due(store, now=at("10:00", day_180)) == 2
    assert actions.erase_due(store, now=at("10:01", day_180)) == 0
    page = views.page(store, opened.id, at("10:02", day_180))
    assert page is not None
    assert (page.ticket.name, page.ticket.phone, page.text, page.answer) == ("", "", "", "")
    assert (page.ticket.number, page.ticket.state, page.steps[-1].fact) == (opened.number, State.CLOSED, None)
    left = {row.value for row in CompanionRow.select().execute(store.db)}
    assert left == {"王小明", "13812345678", "为什么这个月的气费高了"}  # the ticket still open
    assert ticket(store, unclosed, at("10:02", day_180)).name == "王**"
