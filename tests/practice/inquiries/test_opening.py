"""A ticket is opened: whose it is, what was promised, its number, what cannot be opened."""

from datetime import date

import pytest

from shared.journal.store import Store
from shared.practice.inquiries import actions, views
from shared.practice.inquiries.actions import Opened
from shared.practice.inquiries.facts import Channel, State, Topic
from shared.practice.inquiries.views import Level, LightState
from tests.practice.inquiries.asking import ask, ticket
from tests.support.builders import code
from tests.support.practice_hall import DAY, HALL, LI, OFFICE, ZHANG, at


def test_the_first_to_be_asked_owns_it_and_the_promise_stands(store: Store) -> None:
    opened = ask(store)
    (listed,) = views.open_tickets(store, HALL, at("10:05"))
    assert (listed.owner, listed.acting, listed.state) == ("1001", "1001", State.OPEN)
    assert (listed.target, listed.limit, listed.inform_by) == (date(2026, 3, 5), date(2026, 3, 6), date(2026, 3, 6))
    assert (listed.name, listed.phone, listed.text) == ("王**", "138****5678", "为什么这个月的气费高了")
    assert opened.promise.policy == 1
    assert views.of_person(store, "1001", at("10:05")) == (listed,)
    assert views.of_person(store, "1002", at("10:05")) == ()


def test_answered_on_the_spot_is_closed_at_once(store: Store) -> None:
    opened = ask(store, answer="上月估抄,本月补足")
    assert views.open_tickets(store, HALL, at("10:05")) == ()
    (listed,) = views.of_day(store, HALL, DAY, at("10:05"))
    assert (listed.id, listed.state, listed.on_the_spot, listed.light.state) == (
        opened.id,
        State.CLOSED,
        True,
        LightState.CLOSED,
    )


def test_numbers_count_up_for_each_day_and_device_even_when_the_clock_is_set_back(store: Store) -> None:
    first, second = ask(store, "10:00").number, ask(store, "09:00").number
    tomorrow = actions.open_inquiry(store, LI, text="问", now=at("09:00", date(2026, 3, 5)))
    assert isinstance(tomorrow, Opened)
    stem = first[:-2]
    assert stem.startswith("260304-")
    assert (first, second, tomorrow.number) == (stem + "01", stem + "02", stem.replace("260304", "260305") + "01")
    found = views.by_number(store, second.lower(), at("10:00"))
    assert found is not None
    assert found.number == second


@pytest.mark.parametrize(
    ("change", "refused"),
    [
        ({"text": " "}, "text_missing"),
        ({"text": "长" * 2001}, "text_too_long"),
        ({"phone": "没有"}, "phone_invalid"),
        ({"received_at": at("10:01")}, "received_in_future"),
    ],
)
def test_what_cannot_be_opened(store: Store, change: dict[str, object], refused: str) -> None:
    given = {"text": "问", "now": at("10:00"), **change}
    assert code(actions.open_inquiry(store, ZHANG, **given)) == refused  # type: ignore[arg-type]
    assert code(actions.open_inquiry(store, OFFICE, text="问", now=at("10:00"))) == "not_allowed"
    assert views.open_tickets(store, HALL, at("10:00")) == ()


def test_a_call_written_down_later_counts_from_when_it_came(store: Store) -> None:
    opened = ask(store, "11:00", received_at=at("16:00", date(2026, 3, 3)), channel=Channel.PHONE)
    assert opened.promise.deadlines.day == views.received_on(store, opened.id) == date(2026, 3, 3)
    assert views.received_on(store, "inquiry:none") is None


def test_a_kiosk_ticket_belongs_to_the_chosen_person_or_the_supervisor(store: Store) -> None:
    def owner(**given: str) -> str:
        opened = actions.open_at_kiosk(store, now=at("10:00"), **given)  # type: ignore[arg-type]
        assert isinstance(opened, Opened)
        return opened.owner

    assert owner(text="排队太久") == "1009"
    assert owner(person="1002") == "1002"
    assert owner(person="no such person") == "1009"
    assert code(actions.open_at_kiosk(store, phone="abc", now=at("10:00"))) == "phone_invalid"
    assert {t.topic for t in views.open_tickets(store, HALL, at("10:00"))} == {Topic.COMPLAINT}


def test_a_ticket_opened_by_mistake_is_taken_back_at_once(store: Store) -> None:
    opened, other = ask(store), ask(store)
    assert code(actions.withdraw(store, LI, opened.id, now=at("10:00"))) == "not_found"  # somebody else's
    assert code(actions.take_back(store, opened.id, now=at("10:00"))) == "not_found"  # no customer's
    assert code(actions.withdraw(store, ZHANG, opened.id, now=at("10:00") + 5000)) is None
    assert code(actions.withdraw(store, ZHANG, opened.id, now=at("10:00") + 6000)) == "not_open"
    assert code(actions.withdraw(store, ZHANG, other.id, now=at("10:00") + 11_000)) == "too_late"
    back = ticket(store, opened, at("10:01"))
    assert (back.state, back.light.state, back.level) == (State.WITHDRAWN, LightState.WITHDRAWN, Level.NONE)
    assert [each.id for each in views.open_tickets(store, HALL, at("10:01"))] == [other.id]
