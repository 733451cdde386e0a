"""What is known of the customer: opened on record, found by phone, erased in time."""

from datetime import date, timedelta

import pytest

from shared.domain.fact import Fact
from shared.domain.workdays import day_of
from shared.journal.store import Store
from shared.journal.tables import CompanionRow
from shared.practice.inquiries import actions, facts, rules, views
from shared.practice.inquiries.actions import Customer
from shared.practice.inquiries.facts import State
from tests.practice.inquiries.asking import ask, ticket
from tests.support.builders import code
from tests.support.practice_hall import LI, SUN, ZHANG, ZHAO, at, begin_day


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


def test_a_ticket_is_found_while_somebody_still_types(store: Store) -> None:
    first, second = ask(store), ask(store, "11:00", phone="024-23456789")
    number = first.number
    cases = {
        "138": [first],
        "138 1234": [first],
        "5678": [first],
        "6789": [second],
        "2345": [],  # the hidden middle of a phone finds nobody
        number[:6]: [second, first],
        number[-5:].lower(): [first],
        number: [first],
        "13": [],
        "": [],
        "+86 138-1234-5678": [first],
    }
    found = {typed: [t.id for t in views.found(store, typed, at("12:00"))] for typed in cases}
    assert found == {typed: [each.id for each in meant] for typed, meant in cases.items()}


def test_personal_data_goes_180_days_after_closing(store: Store) -> None:
    opened, duplicate, unclosed = ask(store), ask(store, "10:30"), ask(store, "11:00")
    actions.merge(store, LI, duplicate.id, opened.id, now=at("12:00"))
    actions.inform(store, ZHANG, opened.id, "王先生您好", now=at("12:30"))
    closed_on = date(2026, 3, 6)
    actions.close(store, ZHANG, opened.id, "已电话告知王先生", now=at("10:00", closed_on))
    day_180 = date(2026, 9, 2)
    assert actions.erase_due(store, now=at("10:00", day_180)) == 0  # nobody worked lately: the clock may have jumped
    for week in range(25, -1, -1):
        actions.open_personal(store, ZHANG, unclosed.id, now=at("15:00", date(2026, 9, 1) - timedelta(weeks=week)))
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


@pytest.mark.parametrize("jump", [0, 365])
def test_a_clock_a_year_ahead_erases_nothing_also_when_it_stays_ahead(store: Store, jump: int) -> None:
    """It closed three weeks ago; the clock jumps, and the hall works on for two weeks."""
    opened = ask(store)
    actions.close(store, ZHANG, opened.id, "已答复", now=at("10:00", date(2026, 3, 6)))
    begun = date(2026, 3, 27) + timedelta(days=jump)
    for day in range(14):
        now = at("09:00", begun + timedelta(days=day))
        actions.erase_due(store, now=now)
        begin_day(store, begun + timedelta(days=day))
    assert CompanionRow.select().exists(store.db)


def test_after_a_jump_a_person_is_asked_and_then_it_is_erased(store: Store) -> None:
    """Whether the clock jumped or the hall was closed for half a year, only a person knows."""
    opened = ask(store)
    actions.close(store, ZHANG, opened.id, "已答复", now=at("10:00", date(2026, 3, 6)))
    assert views.unconfirmed(store, at("12:00", date(2026, 3, 6))) is None
    begin_day(store, date(2026, 9, 20))
    today = at("12:00", date(2026, 9, 21))
    assert actions.erase_due(store, now=today) == 0
    span = views.unconfirmed(store, today)
    assert span is not None
    assert (day_of(span[0]), day_of(span[1])) == (date(2026, 3, 6), date(2026, 9, 20))
    assert code(actions.confirm_time(store, ZHANG, *span, now=today)) == "not_allowed"
    assert actions.confirm_time(store, ZHAO, *span, now=today) is None
    assert views.unconfirmed(store, today) is None
    assert actions.erase_due(store, now=today) == 1
    told = [event for event in store.events() if event.kind == "time_confirmed"]
    assert [event.actor for event in told] == [ZHAO.number]


class ConfirmedTomorrow(Fact, tag="time_confirmed"):
    """The same kind in a shape that this version does not know."""

    between: tuple[int, int]


def test_a_confirmation_that_cannot_be_read_stops_no_erasing(store: Store) -> None:
    opened = ask(store)
    actions.close(store, ZHANG, opened.id, "已答复", now=at("10:00", date(2026, 3, 6)))
    with store.transaction(at("11:00", date(2026, 3, 6))) as tx:
        tx.record(ConfirmedTomorrow(between=(1, 2)), subject=f"clock:{store.hall}", actor=ZHAO.number)
    for week in range(27):
        begin_day(store, date(2026, 3, 9) + timedelta(weeks=week))
    assert actions.erase_due(store, now=at("12:00", date(2026, 9, 8))) == 1


def test_what_was_closed_is_erased_though_the_clock_was_a_year_ahead_for_a_while(store: Store) -> None:
    opened = ask(store)
    actions.close(store, ZHANG, opened.id, "已答复", now=at("10:00", date(2026, 3, 6)))
    begin_day(store, date(2027, 3, 6))  # and back again
    for week in range(27):
        begin_day(store, date(2026, 3, 9) + timedelta(weeks=week))
    assert actions.erase_due(store, now=at("12:00", date(2026, 9, 8))) == 1


@pytest.mark.parametrize(
    ("days", "before"),
    [
        ([], None),
        ([9, 8, 7, 6, 5], None),
        ([9, 7, 5, 3, 1], 4),
        ([9, 8, 0], None),  # the gap of 8 days counts as 3
        ([9, 8, 0, -1, -2], -1),
    ],
)
def test_the_cutoff_counts_only_time_that_is_known_to_have_passed(days: list[int], before: int | None) -> None:
    assert rules.retention_cutoff(days, 10, retention_ms=6, longest_gap=3) == before
