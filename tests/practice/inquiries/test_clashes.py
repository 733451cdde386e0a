"""Two counters of a hall change one ticket while apart: nothing is lost in silence, whoever hears first."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from shared.domain.refusal import Refusal
from shared.journal import verify
from shared.journal.store import Store
from shared.practice.inquiries import actions, views
from shared.practice.inquiries.actions import Customer
from shared.practice.inquiries.facts import Aspect, State
from shared.practice.inquiries.views import Clash, TicketPage
from tests.journal.test_any_day import arrivals
from tests.support.practice_hall import HALL, LI, SUN, ZHANG, ZHAO, at, open_hall

MEETS = [True, False]


@dataclass
class Hall:
    """Two counters, and a ticket that both know."""

    one: Store
    two: Store
    ticket: str

    def meet(self, first_to_hear: bool = True) -> None:
        """Both hear of each other; what two devices have done apart comes to the one or to the other first."""
        stores = (self.one, self.two) if first_to_hear else (self.two, self.one)
        for here, there in (stores, stores[::-1]):
            here.receive(arrivals(there))

    def page(self, store: Store, clock: str = "15:00") -> TicketPage:
        page = views.page(store, self.ticket, at(clock))
        assert page is not None
        return page

    def both(self, look: Callable[[TicketPage], object]) -> object:
        """What both counters' pages show, which must be the same."""
        one, two = (look(self.page(store)) for store in (self.one, self.two))
        assert one == two
        return one


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    one = open_hall(tmp_path / "one")
    opened = actions.open_inquiry(one, ZHANG, text="气费高了", name="王小明", phone="13812345678", now=at("10:00"))
    assert not isinstance(opened, Refusal)
    two = open_hall(tmp_path / "two")
    made = Hall(one, two, opened.id)
    made.meet()
    yield made
    for store in (one, two):
        assert verify.projections(store) == ()
        store.close()


def values(clashes: tuple[Clash, ...]) -> list[tuple[Aspect, str, str, str, str]]:
    return [(c.aspect, c.kept.actor, c.kept.value, c.other.actor, c.other.value) for c in clashes]


def seen(page: TicketPage) -> object:
    return values(page.clashes)


@pytest.mark.parametrize("first", MEETS)
def test_both_handlers_are_shown_and_the_later_stands(hall: Hall, first: bool) -> None:
    actions.transfer(hall.one, ZHANG, hall.ticket, "1002", now=at("10:20"))
    actions.transfer(hall.two, LI, hall.ticket, "1003", now=at("10:10"))
    hall.meet(first)
    assert hall.both(seen) == [(Aspect.HANDLER, "1001", "1002", "1002", "1003")]
    assert hall.both(lambda page: page.ticket.handler) == "1002"
    [clash] = hall.page(hall.one).clashes
    assert (clash.kept.at, clash.other.at) == (at("10:20"), at("10:10"))
    assert hall.both(lambda page: page.seen[Aspect.HANDLER]) == clash.kept.id  # the next change goes on from that one


@pytest.mark.parametrize("first", MEETS)
def test_a_ticket_closed_at_two_counters_is_in_the_digest_with_both_answers(hall: Hall, first: bool) -> None:
    actions.close(hall.one, ZHANG, hall.ticket, "下月退", now=at("10:10"))
    actions.close(hall.two, LI, hall.ticket, "不退", now=at("10:20"))
    hall.meet(first)
    assert hall.both(seen) == [(Aspect.STATE, "1002", "不退", "1001", "下月退")]
    for store in (hall.one, hall.two):
        assert [ticket.id for ticket in views.digest(store, HALL, at("11:00")).clashes] == [hall.ticket]


@pytest.mark.parametrize("first", MEETS)
def test_phones_are_masked_until_opened_on_purpose(hall: Hall, first: bool) -> None:
    actions.correct(hall.one, ZHANG, hall.ticket, Aspect.PHONE, "13900000001", now=at("10:10"))
    actions.correct(hall.two, LI, hall.ticket, Aspect.PHONE, "13900000002", now=at("10:20"))
    hall.meet(first)
    assert hall.both(seen) == [(Aspect.PHONE, "1002", "139****0002", "1001", "139****0001")]
    customer = actions.open_personal(hall.one, ZHAO, hall.ticket, now=at("11:00"))
    assert isinstance(customer, Customer)
    assert values(customer.clashes) == [(Aspect.PHONE, "1002", "13900000002", "1001", "13900000001")]


@pytest.mark.parametrize("first", MEETS)
def test_the_same_value_twice_or_different_aspects_are_no_clash(hall: Hall, first: bool) -> None:
    actions.transfer(hall.one, ZHANG, hall.ticket, "1003", now=at("10:10"))
    actions.transfer(hall.two, LI, hall.ticket, "1003", now=at("10:20"))
    actions.extend(hall.one, ZHANG, hall.ticket, date(2026, 3, 10), "等配件", now=at("10:30"))
    hall.meet(first)
    assert hall.both(seen) == []


@pytest.mark.parametrize("first", MEETS)
def test_special_time_granted_here_and_an_extension_there_are_both_shown(hall: Hall, first: bool) -> None:
    actions.ask_special(hall.one, ZHANG, hall.ticket, "需送检", now=at("10:05"))
    hall.meet()
    actions.consent(hall.one, ZHAO, hall.ticket, now=at("10:10"))
    actions.extend(hall.two, LI, hall.ticket, date(2026, 3, 13), "等配件", now=at("10:20"))
    hall.meet(first)
    assert hall.both(seen) == [(Aspect.LIMIT, "1002", "2026-03-13", "1009", "2026-03-11")]


@pytest.mark.parametrize("first", MEETS)
def test_a_ticket_reopened_there_and_reopened_and_closed_here_is_a_clash(hall: Hall, first: bool) -> None:
    actions.close(hall.one, ZHANG, hall.ticket, "已答", now=at("10:05"))
    hall.meet()
    actions.reopen(hall.one, ZHANG, hall.ticket, "又坏了", now=at("10:10"))
    actions.close(hall.one, ZHANG, hall.ticket, "修好了", now=at("10:20"))
    actions.reopen(hall.two, LI, hall.ticket, "没说清", now=at("10:30"))
    hall.meet(first)
    assert hall.both(seen) == [(Aspect.STATE, "1002", "", "1001", "修好了")]
    assert hall.both(lambda page: page.ticket.state) is State.OPEN


def test_a_change_of_one_ticket_or_aspect_takes_nothing_from_another(hall: Hall) -> None:
    other = actions.open_inquiry(hall.one, ZHANG, text="另一件", now=at("10:05"))
    assert not isinstance(other, Refusal)
    hall.meet()
    actions.transfer(hall.one, ZHANG, hall.ticket, "1002", now=at("10:10"))
    actions.transfer(hall.two, LI, hall.ticket, "1003", now=at("10:20"))
    hall.meet()
    clash = [(Aspect.HANDLER, "1002", "1003", "1001", "1002")]
    for person, clock in (("1003", "10:30"), ("1002", "10:31")):  # the very values of the clash, on another ticket
        actions.transfer(hall.one, ZHANG, other.id, person, now=at(clock))
    actions.close(hall.one, ZHANG, hall.ticket, "1002", now=at("10:32"))  # and as another aspect of the same
    hall.meet()
    assert hall.both(seen) == clash


def test_another_change_by_who_does_not_know_hides_nothing(hall: Hall) -> None:
    actions.transfer(hall.one, ZHANG, hall.ticket, "1002", now=at("10:10"))
    actions.transfer(hall.two, LI, hall.ticket, "1003", now=at("10:20"))
    actions.transfer(hall.two, LI, hall.ticket, "1009", now=at("10:30"))
    hall.meet()
    assert hall.both(seen) == [(Aspect.HANDLER, "1002", "1009", "1001", "1002")]


def test_the_supervisor_settles_what_was_shown_and_nothing_later(hall: Hall) -> None:
    actions.transfer(hall.one, ZHANG, hall.ticket, "1002", now=at("10:10"))
    actions.transfer(hall.two, LI, hall.ticket, "1003", now=at("10:20"))
    hall.meet()
    shown = [clash.other.id for clash in hall.page(hall.one).clashes]
    refused = [actions.settle_clash(hall.one, who, hall.ticket, shown, now=at("10:30")) for who in (ZHANG, SUN)]
    assert [answer.code for answer in refused if answer] == ["not_allowed", "not_allowed"]
    actions.extend(hall.one, ZHANG, hall.ticket, date(2026, 3, 10), "等配件", now=at("10:31"))
    actions.extend(hall.two, LI, hall.ticket, date(2026, 3, 12), "等专家", now=at("10:32"))
    assert actions.settle_clash(hall.one, ZHAO, hall.ticket, shown, now=at("10:33")) is None
    hall.meet()
    assert hall.both(seen) == [(Aspect.LIMIT, "1002", "2026-03-12", "1001", "2026-03-10")]
    again = actions.settle_clash(hall.two, ZHAO, hall.ticket, shown, now=at("10:40"))
    assert again is not None
    assert again.code == "changed_meanwhile"


def test_a_merged_ticket_is_named_by_its_number_and_erasing_ends_a_clash(hall: Hall) -> None:
    newer = actions.open_inquiry(hall.one, ZHANG, text="又来", now=at("10:05"))
    assert not isinstance(newer, Refusal)
    hall.meet()
    main = hall.page(hall.one).ticket.number
    hall.ticket = newer.id
    merged_into = next(ticket.id for ticket in views.open_tickets(hall.one, HALL, at("10:06")) if ticket.number == main)
    actions.close(hall.one, ZHANG, newer.id, "已答", now=at("10:10"))
    actions.merge(hall.two, LI, newer.id, merged_into, now=at("10:20"))
    hall.meet()
    assert hall.both(seen) == [(Aspect.STATE, "1002", main, "1001", "已答")]
    hall.ticket = merged_into
    actions.correct(hall.one, ZHANG, merged_into, Aspect.NAME, "王晓明", now=at("10:30"))
    actions.correct(hall.two, LI, merged_into, Aspect.NAME, "汪小明", now=at("10:31"))
    hall.meet()
    assert hall.both(seen) == [(Aspect.NAME, "1002", "汪**", "1001", "王**")]
    with hall.one.transaction(at("10:40")) as tx:
        tx.erase(merged_into, reason="到期")
    hall.meet()
    assert hall.both(seen) == []
