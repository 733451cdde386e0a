"""A hall's day as totals: what they add up, told once, and again when something of the day came in late."""

from datetime import date, timedelta

import pytest

from shared.people.history import History
from shared.practice.cards.facts import Giver, P
from shared.practice.cards.importing import import_cards
from shared.practice.cards.paper_cards import PaperCard
from shared.practice.inquiries import actions as inquiries
from shared.practice.line import actions as line
from shared.practice.workload import actions, day_totals
from shared.practice.workload.facts import DayTold, PersonDay
from shared.practice.workload.rules import WorkLine
from shared.practice.workload.views import served_by_month
from shared.sync.enrolment import Enrolment, join
from tests.support.builders import done
from tests.support.practice_hall import DAY, HALL, LI, ZHANG, at

NEXT = DAY + timedelta(1)


def joined_as(store, kind: str) -> None:
    join(store, Enrolment(host="h", port=5432, database="d", login="l", name="n", kind=kind, hall=HALL))


def served(store, who, service: str, clock: str, minutes: int) -> None:
    now = at(clock)
    number = done(line.take(store, service, now=now)).id
    assert line.call(store, who, number, now=now) is None
    assert line.done(store, who, number, service, now=now + minutes * 60_000) is None


@pytest.fixture
def day(store):
    """张敏 served three numbers and closed a ticket that was open; 李娜 answered one on the spot."""
    for service, clock, minutes in (
        ("gas_payment", "09:00", 2),
        ("gas_payment", "09:10", 3),
        ("settlement", "09:20", 7),
    ):
        served(store, ZHANG, service, clock, minutes)
    later = done(inquiries.open_inquiry(store, ZHANG, text="更名要带什么？", now=at("10:00"))).id
    assert inquiries.close(store, ZHANG, later, "身份证", now=at("11:00")) is None
    done(inquiries.open_inquiry(store, LI, text="几点开门？", answer="八点半", now=at("10:30")))
    return store


OF_LI = PersonDay(staff="1002", post="cashier", on_the_spot=1)
OF_ZHANG = PersonDay(
    staff="1001",
    post="cashier",
    served={"gas_payment": 2, "settlement": 1},
    tickets=1,
    minutes={"gas_payment": 5, "settlement": 7},
)


def test_what_a_day_adds_up_to_by_person(day):
    assert day_totals.days(day, HALL, DAY, DAY) == {DAY: (OF_ZHANG, OF_LI)}
    assert day_totals.days(day, "二号厅", DAY, DAY) == day_totals.days(day, HALL, NEXT, NEXT) == {}


def test_a_day_is_told_when_it_is_over_once_and_again_when_it_changed(day):
    joined_as(day, "counter")
    assert day_totals.tell_days(day, now=at("18:00")) == 0  # it is not over
    assert day_totals.tell_days(day, now=at("08:00", NEXT)) == 1
    assert day_totals.tell_days(day, now=at("09:00", NEXT)) == 0
    card = PaperCard(DAY, "1002", P.POLITE, Giver.CUSTOMER, "")
    import_cards(day, [card], now=at("10:00", NEXT))
    assert day_totals.tell_days(day, now=at("11:00", NEXT)) == 1
    told = [each for each in day.events() if each.kind == "day_told"]
    assert [each.subject for each in told] == [f"totals:{HALL}/{DAY.isoformat()}"] * 2
    with_card = PersonDay(staff="1002", post="cashier", on_the_spot=1, cards={"polite": 1})
    assert [day.fact(each).people for each in told] == [(OF_ZHANG, OF_LI), (OF_ZHANG, with_card)]
    assert day_totals.told(day, DAY, DAY) == (day_totals.Told(HALL, DAY, (OF_ZHANG, with_card), True),)
    assert day_totals.told(day, DAY, DAY, "二号厅") == day_totals.told(day, NEXT, NEXT) == ()
    assert day_totals.served_told(day, HALL, DAY) == 3


@pytest.mark.parametrize(
    ("kind", "days", "count"),
    [("counter", 62, 1), ("counter", 63, 0), ("kiosk", 1, 0), ("office", 1, 0), ("", 1, 0)],
)
def test_a_counter_of_a_hub_tells_what_may_still_change(day, kind, days, count):
    if kind:
        joined_as(day, kind)
    assert day_totals.tell_days(day, now=at("08:00", DAY + timedelta(days))) == count


def test_a_hall_tells_no_other_halls_day(store):
    said = DayTold(day=DAY, hall="二号厅", people=(OF_ZHANG,), head=1, head_hash="")
    with store.transaction(at("18:00")) as tx:
        tx.record(said, subject=f"totals:{HALL}/{DAY.isoformat()}")
    assert day_totals.told(store, DAY, DAY) == ()


def test_a_month_counts_imports_where_a_day_has_no_number_of_the_person(day):
    history, first, last = History(day), date(2026, 3, 1), date(2026, 3, 31)
    numbers = (("1001", "2026-03", HALL, 3),)
    assert served_by_month(day, history, first, last) == numbers
    counted = [WorkLine(on, number, "settlement", 5) for on in (DAY, NEXT) for number in ("1001", "1002")]
    actions.import_workload(day, counted, "machine.csv", now=at("18:00", NEXT))
    assert set(served_by_month(day, history, first, last)) == {
        ("1001", "2026-03", HALL, 3 + 5),  # the machine's count of the day with numbers is left out
        ("1002", "2026-03", HALL, 5 + 5),
    }
    assert served_by_month(day, history, NEXT, NEXT) == (("1001", "2026-03", HALL, 5), ("1002", "2026-03", HALL, 5))
