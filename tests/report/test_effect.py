"""成效: figures of quarters from real records, the median of waits, changes of rules and the days around one."""

import json
from collections.abc import Iterator
from datetime import date, time, timedelta
from fractions import Fraction
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook

from shared.domain import policy_check
from shared.domain.roles import Role
from shared.domain.workdays import ms_at
from shared.journal.store import Store
from shared.practice.cards.facts import Giver, P
from shared.practice.cards.importing import import_cards
from shared.practice.cards.paper_cards import PaperCard
from shared.practice.cards.policy import CardsPolicy
from shared.practice.inquiries import actions as inquiries
from shared.practice.inquiries.facts import Satisfaction
from shared.practice.line import actions as line
from shared.practice.line.statistics import waited
from shared.practice.survey import actions as survey
from shared.practice.survey.facts import Group, Question
from shared.practice.workload import actions as workload
from shared.practice.workload.rules import WorkLine
from shared.qt.charts.bars import Bar, Bars
from shared.reference import actions as reference
from shared.reference import views
from shared.reference.facts import DocumentPublished
from shared.report import effect, effect_files
from shared.report.effect import Measure
from tests.support.builders import HALL, actor, at, staffed_store
from tests.support.paper import text_of

OFFICE = actor("9001", Role.OFFICE)
CHANGED = date(2026, 5, 1)
TODAY = date(2026, 7, 1)


def noon(day: date) -> int:
    return ms_at(day, time(12))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A hall's first half-year: 500 services and 4 cards in February, 1,000 and 5 in May, a rule changed between."""
    opened = staffed_store(tmp_path_factory.mktemp("effect"))
    work = [
        WorkLine(date(2026, 2, 3), "1001", "gas_payment", 500),
        WorkLine(date(2026, 5, 4), "1001", "gas_payment", 1000),
    ]
    workload.import_workload(opened, work, "machine", now=noon(TODAY))
    cards = [PaperCard(date(2026, 2, 3), "1001", P.POLITE, Giver.CUSTOMER, "")] * 4
    cards += [PaperCard(date(2026, 5, 4), "1001", P.PATIENT, Giver.CUSTOMER, "")] * 5
    cards += [PaperCard(date(2026, 5, 4), "1001", P.PATIENT, Giver.COLLEAGUE, "")]
    import_cards(opened, cards, now=noon(TODAY))
    answers: dict[str, tuple[int, ...]] = {question.value: (0, 0, 5, 0, 5) for question in Question}
    groups = [Group(halls=(HALL,), count=10, answers=answers)]
    assert survey.enter(opened, OFFICE, date(2026, 6, 1), date(2026, 6, 5), groups, now=noon(TODAY)) == "survey:2026-1"
    values = {"effective": CHANGED.isoformat(), "pauses": {"waiting_limit": 4}}
    assert reference.publish(opened, OFFICE, "policy", values, now=at("09:00")) == 2
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("waits", "minutes"),
    [
        ({}, None),
        ({30: 1}, Fraction(3)),
        ({0: 1, 50: 1}, Fraction(5, 2)),
        ({10: 5, 90: 4}, Fraction(1)),
        ({10: 2, 20: 2}, Fraction(3, 2)),
    ],
)
def test_the_median_wait_from_counts_of_tenths(waits, minutes):
    assert effect.median(waits) == minutes


def test_each_quarter_has_its_own_figures_and_a_future_one_none(store: Store) -> None:
    found = effect.effect(store, 2026, TODAY)
    cards = [effect.value(Measure.CARDS, each) for each in found.quarters]
    assert cards == [Fraction(8), Fraction(5), None, None]
    assert [each is None for each in found.quarters] == [False, False, False, True]
    assert [effect.value(Measure.FAIR, each) for each in found.quarters] == [None, Fraction(4), None, None]
    second = found.quarters[1]
    assert second is not None
    assert [effect.basis(measure, second) for measure in (Measure.CARDS, Measure.PUNCTUAL, Measure.ABLE)] == [
        1000,
        0,
        10,
    ]
    assert [effect.value(measure, second) for measure in (Measure.COMPLAINTS, Measure.PUNCTUAL, Measure.SATISFIED)] == [
        0, None, None,
    ]  # fmt: skip


def test_a_changed_rule_is_compared_over_equally_many_days_before_and_after(store: Store) -> None:
    (change,) = effect.changes(store, date(2026, 1, 1), date(2026, 12, 31))
    assert (change.day, change.version) == (CHANGED, 2)
    assert [(line.before, line.after) for line in change.changed] == [("5", "4")]
    found = effect.compared(store, change, date(2026, 5, 10))
    assert (found.before.first, found.before.last) == (date(2026, 4, 21), date(2026, 4, 30))
    assert (found.after.first, found.after.last) == (CHANGED, date(2026, 5, 10))
    assert (found.before.cards, found.after.cards) == (0, 5)
    at_once = effect.compared(store, change, CHANGED)
    assert (at_once.before.first, at_once.after.last) == (date(2026, 4, 30), CHANGED)
    late = effect.compared(store, change, date(2027, 1, 1))
    assert (late.before.first, late.after.last) == (date(2026, 2, 1), date(2026, 7, 31))
    midst = replace(change, day=date(2026, 5, 2))
    assert effect.compared(store, midst, date(2027, 1, 1)).after.last == date(2026, 7, 30)  # 90 days
    assert effect.changes(store, date(2025, 1, 1), date(2025, 12, 31)) == ()


def test_versions_are_compared_in_the_order_of_their_days_of_effect(tmp_path):
    opened = staffed_store(tmp_path)
    for day, values in (
        ("2026-05-01", {"pauses": {"waiting_limit": 4}}),
        ("2026-04-01", {"cards": {"repeat_seconds": 60}}),
    ):
        reference.publish(opened, OFFICE, "policy", {"effective": day, **values}, now=at("09:00"))
    found = effect.changes(opened, date(2026, 1, 1), date(2026, 12, 31))
    assert [(each.day.month, line.before, line.after) for each in found for line in each.changed] == [
        (4, "180", "60"),
        (5, "5", "4"),
    ]
    opened.close()


def test_what_a_newer_version_adds_to_a_list_of_values_is_no_change(tmp_path):
    opened = staffed_store(tmp_path)
    ladder = [{**step, "from_tomorrow": 1} for step in policy_check.plain(CardsPolicy().ladder)]
    newer = DocumentPublished(name="policy", version=2, body={"cards": {"ladder": ladder}})
    with opened.transaction(at("09:00")) as tx:
        tx.record(newer, subject="document:policy", actor="9001", hall="*")
    assert views.version(opened, "policy") == 2
    assert effect.changes(opened, date(2026, 1, 1), date(2026, 12, 31)) == ()
    opened.close()


def test_waits_and_tickets_are_those_of_the_hall_s_own_records(tmp_path):
    with_line = staffed_store(tmp_path)
    clerk = actor()
    for taken, called in (("09:00", "09:02"), ("09:10", "09:14"), ("09:20", "09:29")):
        line.take(with_line, now=at(taken))
        number = line.call_next(with_line, clerk, now=at(called))
        line.done(with_line, clerk, number.id, "gas_payment", now=at(called) + 60_000)
    assert waited(with_line, date(2026, 3, 2), date(2026, 3, 2)) == {20: 1, 40: 1, 90: 1}
    for satisfied in (Satisfaction.SATISFIED, Satisfaction.FAIR, Satisfaction.UNSATISFIED, None):
        ticket = inquiries.open_inquiry(with_line, clerk, text="更名要带什么？", now=at("10:00"))
        inquiries.close(with_line, clerk, ticket.id, "身份证", satisfaction=satisfied, now=at("10:05"))
    late = inquiries.open_inquiry(with_line, clerk, text="账单寄到旧地址", now=at("10:00"))
    limit = late.promise.deadlines.limit
    spring = partial(effect.figures, with_line, date(2026, 3, 1), date(2026, 3, 31))
    assert effect.value(Measure.PUNCTUAL, spring(limit)) == 100
    assert (
        effect.value(Measure.PUNCTUAL, spring(limit + timedelta(days=1))) == 80
    )  # open beyond its limit is not in time
    found = spring(limit)
    values = [effect.value(measure, found) for measure in (Measure.WAITING, Measure.PUNCTUAL, Measure.SATISFIED)]
    assert values == [4, 100, Fraction(200, 3)]
    assert (found.tickets.closed, found.tickets.asked) == (4, 3)
    with_line.close()


def test_the_file_and_the_data_say_the_same(store: Store) -> None:
    found = effect.effect(store, 2026, TODAY)
    told = json.loads(json.dumps(effect.as_data(found)))
    assert [each and each["cards"] for each in told["quarters"]] == ["8.00", "5.00", None, None]
    assert told["changes"][0]["day"] == "2026-05-01"
    book = load_workbook(BytesIO(effect_files.as_xlsx(found)))
    first, changes = book.worksheets
    assert [cell.value for cell in first[2]][5:7] == [8, 5]
    assert changes["A2"].value.date() == CHANGED


def test_the_page_on_paper_has_both_years_and_the_changes_of_rules(store: Store, tmp_path: Path, qapp: object) -> None:
    chart = Bars("千次赠卡", (Bar("polite", "一季度", 8),))
    effect_files.write(effect.effect(store, 2026, TODAY), [chart], tmp_path / "effect.pdf", "pdf")
    pages = text_of(tmp_path / "effect.pdf")
    whole = "".join(pages)
    assert all(said in whole for said in ("8.00", "5.00", "千次赠卡", "2026年5月1日", "等候人数须在以下"))
    assert pages[0].endswith(f"1/{len(pages)}")
