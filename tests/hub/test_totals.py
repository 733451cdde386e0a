"""A hall's day as totals over a real hub: an office without the numbers pays to the fen what one with them does."""

from datetime import time, timedelta

import pytest

from shared.daily_log import actions as signing
from shared.daily_log import views as log
from shared.daily_log.signed_days import signed_days
from shared.practice.assessment import views as board
from shared.practice.cards.facts import CardAwarded, Giver, P, Source
from shared.practice.performance import actions as pay
from shared.practice.performance import views
from shared.practice.performance.rules.import_lines import PoolLine
from shared.practice.workload import day_details, day_totals
from shared.practice.workload.tables import DayRow
from shared.report import cards as report
from tests.hub.site import Device, Site
from tests.hub.test_late import ask_of
from tests.hub.test_office_walks import (
    ANOTHER,
    ELSEWHERE,
    FIRST,
    LAST,
    MONTH,
    STATION,
    WANG,
    Company,
    company_of_two_halls,
    kinds,
    on,
    served,
)
from tests.support.builders import code, done

DAY = FIRST + timedelta(days=2)


@pytest.fixture
def company(site: Site) -> Company:
    return company_of_two_halls(site)


def sheets(device: Device) -> list[tuple[str, str, int, str]]:
    found, refused = views.preview(device.store, MONTH)
    assert refused == ()
    return [
        (each.sheet.pool.hall, paid.number, paid.pay, str(paid.quality.factor))
        for each in found
        for paid in each.sheet.people
    ]


def card(device: Device, staff: str) -> None:
    with device.store.transaction(on(DAY)) as tx:
        fact = CardAwarded(staff=staff, p=P.POLITE, giver=Giver.CUSTOMER, source=Source.KIOSK, policy=1)
        tx.record(fact, subject=f"card:{staff}", hall=device.store.hall)


def test_pay_from_totals_is_pay_from_the_numbers(site: Site, company: Company) -> None:
    a, b, office = company.a, company.b, company.office
    served(a, WANG, 3, DAY)
    served(a, ANOTHER, 1, DAY + timedelta(days=1))
    served(b, ELSEWHERE, 2, DAY)
    card(a, WANG.number)
    few = site.device("few", "office", totals=True)
    pools = [PoolLine(MONTH, hall, "cashier", amount) for hall, amount in (("A", 40_001), ("B", 10_003))]
    assert pay.set_pools(office.store, pools, "test", now=on(LAST)) == 2
    for device in (a, b):
        assert day_totals.tell_days(device.store, now=on(DAY + timedelta(days=5))) > 0
        assert day_totals.tell_days(device.store, now=on(DAY + timedelta(days=5))) == 0  # told once
    assert day_totals.tell_days(office.store, now=on(LAST)) == 0  # the office tells no hall's day
    company.carry(a, b, office, few)
    assert {"day_told", "card_awarded"} <= kinds(few)
    assert not {kind for kind in kinds(few) if kind.startswith("number_")}
    assert {"number_taken", "number_served"} <= kinds(office)
    assert sheets(few) == sheets(office)
    assert sum(pay_ for hall, _, pay_, _ in sheets(few) if hall == "A") == 40_001

    # late: one more number of that day; the counter tells the day again, and the totals follow
    served(b, ELSEWHERE, 1, DAY)
    served(a, ANOTHER, 5, DAY)
    for device in (a, b):
        assert day_totals.tell_days(device.store, now=on(DAY + timedelta(days=9))) == 1
    company.carry(a, b, office, few)
    assert sheets(few) == sheets(office)
    subject = f"totals:B/{DAY.isoformat()}"
    told = few.store.events(subject=subject)[-1].body["people"]
    assert [(each["staff"], each["served"]) for each in told] == [(ELSEWHERE.number, {"gas_payment": 3})]
    own = [event for event in b.store.events() if event.station == b.store.station]
    links = {event.n: event.link for event in own}
    days = [event.body for event in own if event.kind == "day_told"]
    assert [links[body["head"]] for body in days] == [body["head_hash"] for body in days]  # what it was computed at

    # where the numbers are too, the totals are held against them
    checked = [day_totals.told(of.store, FIRST, LAST) for of in (few, office)]
    assert [[each.agrees for each in days] for days in checked] == [[None] * 3, [True] * 3]
    served(a, WANG, 1, DAY)
    company.carry(a, office)  # not told yet
    assert [each.agrees for each in day_totals.told(office.store, FIRST, LAST, "A")] == [False, True]
    day_totals.tell_days(a.store, now=on(DAY + timedelta(days=10)))
    company.carry(a, office, few)

    # and so do the report, the year's parts and the days to sign
    year = MONTH[:4]
    for of in (few, office):
        rows = report.report(of.store, FIRST, LAST, by=report.By.HALL).rows
        assert {row.key: row.served for row in rows} == {"A": 10, "B": 3}
    signed = [signed_days(of.store, int(year)) for of in (few, office)]
    assert signed[0] == signed[1]
    given = zip((few, office), signed, strict=True)
    boards = [board.year_board(of.store, int(year), one, now=on(LAST)) for of, one in given]
    assert boards[0] == boards[1]

    # one day's numbers are fetched when somebody looks: they add up to what was told, and come once
    assert day_details.lacking(few.store, "B", DAY)
    before = log.day(few.store, "B", DAY, now=on(LAST)).totals.served
    assert code(day_details.fetch(few.store, None, "B", DAY)) == "details_unanswered"
    assert day_details.fetch(few.store, ask_of(few), "B", DAY) == 3 * 3  # taken, called, served
    assert day_details.fetch(few.store, ask_of(few), "B", DAY) == 0
    assert [each.agrees for each in day_totals.told(few.store, FIRST, LAST, "B")] == [True]
    assert (before, log.day(few.store, "B", DAY, now=on(LAST)).totals.served) == (3, 3)
    assert not day_details.lacking(few.store, "B", DAY)
    assert code(day_details.fetch(a.store, ask_of(a), "B", DAY)) == "details_unanswered"  # not for a counter
    assert sheets(few) == sheets(office)


def test_a_counter_that_knows_less_does_not_tell_the_day_again(company: Company) -> None:
    """Two counters of a hall, one of them long without the hub, would tell the day in turn for ever."""
    store = company.a.store
    served(company.a, WANG, 3, DAY)
    assert day_totals.tell_days(store, now=on(DAY + timedelta(days=1))) == 1
    [row] = DayRow.select().execute(store.db)

    def another_told(count: int) -> None:
        people_ = row.people.replace('"gas_payment":3', f'"gas_payment":{count}')
        DayRow.update(people=people_, station="another").execute(store.db)

    another_told(4)
    assert day_totals.tell_days(store, now=on(DAY + timedelta(days=1))) == 0
    another_told(2)
    assert day_totals.tell_days(store, now=on(DAY + timedelta(days=1))) == 1


def test_the_counter_that_signs_tells_the_day_before_it_is_sealed(company: Company) -> None:
    store = company.a.store
    served(company.a, WANG, 3, DAY)
    done(signing.sign(store, STATION, "A", DAY, now=on(DAY, time(18))))
    assert [event.kind for event in store.events()][-2:] == ["day_told", "day_signed"]
    done(signing.sign(store, STATION, "A", DAY, now=on(DAY, time(18, 1))))
    assert [event.kind for event in store.events()][-1] == "day_signed"  # told once
    page = log.day(store, "A", DAY, now=on(DAY, time(19)))
    assert not page.late
