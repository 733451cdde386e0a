"""Policy and calendar are published whole and valid, or not at all, and are in force from their day."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from shared.declaration.declared import declared
from shared.domain import calendar_check, policy_check, workdays
from shared.domain.refusal import Refusal
from shared.domain.wording import refusal
from shared.domain.workdays import Year, ms_at
from shared.journal.store import Store
from shared.practice.cards import actions as cards
from shared.practice.cards.actions import Awarded
from shared.practice.cards.facts import P
from shared.practice.inquiries.policy import InquiriesPolicy
from shared.practice.pauses.policy import PausesPolicy
from shared.practice.performance.policy import Performance
from shared.reference import actions, views
from shared.reference.facts import DocumentPublished
from tests.support.practice_hall import OFFICE, ZHANG, ZHAO, at, open_hall

MAY, JUNE = date(2026, 5, 31), date(2026, 6, 1)
NEW_YEAR = {"holidays": ["2027-01-01"], "makeup": ["2027-01-02"]}
DECREED = [f"2027-{month:02}-{day:02}" for month in range(1, 12) for day in range(1, 29)]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_hall(tmp_path)
    yield opened
    opened.close()


def publish(store: Store, name: str, body: dict[str, object]) -> int | Refusal:
    return actions.publish(store, OFFICE, name, body, now=at("09:00"))


def published(store: Store) -> int:
    return sum(event.kind == DocumentPublished.kind() for event in store.events())


def test_a_part_changes_only_what_it_names(store):
    assert publish(store, "policy", {"pauses": {"per_day": 3}}) == 2
    assert publish(store, "policy", {"inquiries": {"general_limit": 4}}) == 3
    policy = views.policy(store)
    assert (policy.version, policy[PausesPolicy].per_day, policy[InquiriesPolicy].general_limit) == (3, 3, 4)
    body = views.document(store, "policy")
    assert body is not None
    assert len(body["cards"]) == 16  # whole: also for versions that want every value


def test_a_period_goes_by_the_policy_of_its_first_day(store):
    april = {"performance": {"deduction_each": 0.2}, "effective": date(2026, 4, 1)}
    assert publish(store, "policy", april) == 2
    assert publish(store, "policy", {"pauses": {"per_day": 3}, "effective": "2026-06-01"}) == 3
    found = {month: views.policy_on(store, date(2026, month, 1))[Performance].deduction_each for month in (3, 4, 6)}
    assert found == {3: 0.1, 4: 0.2, 6: 0.2}
    assert [views.policy_on(store, date(2026, month, 1)).version for month in (3, 5, 6)] == [1, 2, 3]
    assert publish(store, "policy", {"pauses": {"per_day": 4}, "effective": "next month"}).code == "policy_effective"
    assert publish(store, "policy", {"performance": {"cap": 2}}) == 4  # names no day: every period goes by it
    assert [views.policy_on(store, date(2026, month, 1))[Performance].cap for month in (3, 4, 6)] == [2, 2, 2]


def test_what_waited_for_its_day_began_with_the_next_publication(store):
    """Whatever was published next held the waiting values too, at once; published without them, it would undo them."""
    april = {"performance": {"deduction_each": 0.2}, "effective": date(2026, 4, 1)}
    assert publish(store, "policy", april) == 2
    assert publish(store, "policy", {"pauses": {"per_day": 4}}) == 3  # and 4: April's, with the change in it
    found = [views.policy_on(store, date(2026, month, 1)) for month in (3, 4)]
    assert [(each.version, each[Performance].deduction_each) for each in found] == [(3, 0.1), (4, 0.2)]
    assert [each[PausesPolicy].per_day for each in found] == [4, 4]
    assert [each.version for each in views.schedule(store, "policy", date(2026, 3, 2))] == [3, 4]
    assert publish(store, "policy", {"performance": {"deduction_each": 0.3}, "effective": "2026-05-01"}) == 5
    deductions = [views.policy_on(store, date(2026, month, 1))[Performance].deduction_each for month in (3, 4, 5)]
    assert deductions == [0.1, 0.2, 0.3]


def test_a_policy_of_a_day_to_come_held_at_once(store):
    """Pauses went by a document three months before its day; only pay and assessment had waited for it."""
    shipped = views.policy(store)[PausesPolicy].per_day
    assert publish(store, "policy", {"pauses": {"per_day": 3}, "effective": "2026-06-01"}) == 2
    days = {day: views.policy(store, now=ms_at(day, time(8)))[PausesPolicy].per_day for day in (MAY, JUNE, MAY)}
    assert days == {MAY: shipped, JUNE: 3}
    assert publish(store, "policy", {"pauses": {"per_day": 4}}) == 3  # at once, and from then on
    assert [views.policy(store, now=ms_at(day, time(8)))[PausesPolicy].per_day for day in (MAY, JUNE)] == [4, 4]


def test_an_unchanged_document_makes_no_version(store):
    assert publish(store, "policy", {"pauses": {"per_day": 2}}) == 1
    assert publish(store, "policy", policy_check.whole({}, declared().sections.values())) == 1
    assert publish(store, "policy", {"hours": {"open": time(8, 30)}}) == 1
    assert publish(store, "calendar", {"years": {}} | {"version": 5}) == Refusal("document_empty")
    assert published(store) == 0
    assert publish(store, "policy", {"pauses": {"per_day": 3}}) == 2
    assert publish(store, "policy", {"pauses": {"per_day": 3}}) == 2
    assert publish(store, "calendar", {"years": {"2027": NEW_YEAR}}) == 2
    assert publish(store, "calendar", {"years": {"2027": NEW_YEAR}}) == 2
    assert published(store) == 2


def test_a_refused_document_changes_nothing(store):
    assert isinstance(publish(store, "policy", {"cards": {"sentence_limit": -5}}), Refusal)
    assert isinstance(publish(store, "policy", {}), Refusal)
    assert actions.publish(store, ZHAO, "policy", {"pauses": {"per_day": 3}}, now=at("09:00")) == Refusal("not_allowed")
    assert published(store) == 0


@pytest.mark.parametrize("body", [
    {"cards": {"sentence_limit": -5, "daily_history_days": 0}, "version": 2},
    {"cards": {"colour": "red"}, "wishes": {"per_month": 3}, "version": 2},
    {"cards": "spoilt", "inquiries": {}, "version": 2},
    {},
])  # fmt: skip
def test_a_policy_that_another_version_published_stops_no_card(store, body):
    with store.transaction(at("08:30")) as tx:
        tx.record(DocumentPublished(name="policy", version=2, body=body), subject="document:policy", hall="*")
    assert isinstance(cards.award(store, ZHANG.number, P.POLITE, now=at("09:00"), sentence="谢谢"), Awarded)
    assert views.policy(store).version == 2


@pytest.mark.parametrize(
    ("years", "said"),
    [
        ({"2027": {"holidays": ["2027-01-01"], "makeup": ["2027-01-01"]}}, "不能既放假又补班"),
        ({"2027": {"holidays": ["2027-01-02"], "makeup": ["2027-01-04"]}}, "本来就上班"),
        ({"2027": {"holidays": ["2026-01-01"], "makeup": []}}, "是 2026 年的"),
        ({"2027": {"holidays": DECREED, "makeup": []}}, "个工作日"),
        ({"2027": {"holidays": ["2027-02-30"], "makeup": []}}, "years.2027"),
        ({"2027": {"holidays": []}}, "years.2027"),
        ({"2027": {"holidays": [], "makeup": [], "half": []}}, "years.2027.half"),
        ({"next": {"holidays": [], "makeup": []}}, "years.next"),
        ([2027], "years"),
    ],
)
def test_a_wrong_calendar_is_not_published(store, years, said):
    answer = publish(store, "calendar", {"years": years})
    assert isinstance(answer, Refusal)
    assert said in refusal(answer)
    assert published(store) == 0


def test_an_unknown_name_or_nothing_is_no_calendar(store):
    assert publish(store, "calendar", {}) == Refusal("document_empty")
    assert publish(store, "calendar", {"year": {}}) == Refusal("calendar_form", {"value": "year"})


def test_a_new_year_joins_those_that_are_known(store):
    assert publish(store, "calendar", {"years": {"2027": NEW_YEAR}}) == 2
    calendar = views.calendar(store)
    assert calendar.years[2027] == Year(holidays=(date(2027, 1, 1),), makeup=(date(2027, 1, 2),))
    assert 2026 in calendar.years


def test_every_official_year_is_possible():
    for year, table in workdays.seed().years.items():
        assert list(calendar_check.faults(year, table)) == [], year


def test_a_year_of_two_hundred_working_days_is_possible_and_one_fewer_is_not():
    weekdays = [day for n in range(365) if (day := date(2027, 1, 1) + timedelta(days=n)).weekday() < 5]
    assert list(calendar_check.faults(2027, Year(holidays=tuple(weekdays[200:]), makeup=()))) == []
    fewer = list(calendar_check.faults(2027, Year(holidays=tuple(weekdays[199:]), makeup=())))
    assert fewer == [Refusal("calendar_closed", {"year": 2027, "left": 199, "fewest": 200})]
