"""Workload points and the way of a month (resources/handbook/practices.en.md §8)."""

from fractions import Fraction

import pytest

from shared.domain import explaining
from shared.practice.line.facts import SERVICES
from shared.practice.performance.policy import COEFFICIENTS, Performance
from shared.practice.performance.rules import months, points
from shared.practice.performance.rules.months import State
from shared.practice.performance.rules.points import Day
from tests.support.builders import code as refused

OURS = Performance()


def test_every_service_of_a_hall_has_its_coefficient():
    assert {each.service for each in COEFFICIENTS} == SERVICES.keys()


def test_a_month_line_by_line():
    days = [
        Day(served={"gas_payment": 40, "consultation": 5}, imported={"gas_payment": 99}, tickets=2),
        Day(served={}, imported={"gas_payment": 30, "title_transfer": 1}, on_the_spot=3),
        Day(served={"new_service": 2}, imported={}),
    ]
    month = points.month(days, points.credit(2, Fraction(90), 2, ()), OURS)
    told = {(line.code, line.inputs.get("service", "")): line.value for line in month.lines}
    assert told == {
        ("served", "gas_payment"): 70,  # 40 + the import of the day without numbers; the other import is left out
        ("served", "consultation"): 6,  # 5 × 1.2
        ("served", "title_transfer"): 3,
        ("served", "new_service"): 2,  # not in the policy: 1 each
        ("tickets", ""): 6,  # 2 × 3
        ("tickets_on_the_spot", ""): Fraction("1.5"),
        ("credit", ""): 90,  # two days of training at 45 a day
    }
    assert month.value == explaining.total(month.lines) == Fraction("178.5")
    assert month.credit == 90


def test_a_month_without_work_has_no_lines():
    assert points.month([Day(served={}, imported={})], None, OURS) == points.Points(Fraction(0), Fraction(0), ())


@pytest.mark.parametrize(
    ("own", "own_days", "post", "value", "source"),
    [
        (120, 3, (50, 60), 80, "own"),  # 2 days × 40
        (0, 3, (50, 60), 0, "own"),  # they served, and nothing of it counts
        (0, 0, (50, 60, 10), 100, "post"),  # 2 × the median 50
        (0, 0, (50, 60), 110, "post"),
        (0, 0, (), 0, "post"),
    ],
)
def test_credit_of_two_days_of_training(own, own_days, post, value, source):
    line = points.credit(2, Fraction(own), own_days, [Fraction(each) for each in post])
    assert (line.value, line.inputs["source"]) == (value, source)


def test_coefficients_are_suggested_from_measured_times():
    measured = {"gas_payment": {20: 10, 18: 10, 22: 10}, "settlement": {50: 30}, "title_transfer": {150: 29}}
    assert points.suggest(measured, OURS) == {"gas_payment": "1.0", "settlement": "2.5"}
    assert points.suggest({"settlement": {50: 30}}, OURS) == {}


@pytest.mark.parametrize(
    ("state", "before", "code"),
    [
        (State.OPEN, State.CLOSED, None),
        (State.OPEN, State.ABSENT, None),  # the first month ever
        (State.OPEN, State.NOTICE, "month_before_open"),
        (State.OPEN, State.OPEN, "month_before_open"),
        (State.ABSENT, State.CLOSED, "month_not_open"),
        (State.CLOSED, State.CLOSED, "month_not_open"),
    ],
)
def test_months_are_published_in_order(state, before, code):
    assert refused(months.may_publish("2026-03", state, before)) == code


@pytest.mark.parametrize(
    ("state", "appeals", "in_notice", "code"),
    [
        (State.NOTICE, 0, False, None),
        (State.NOTICE, 0, True, "notice_running"),
        (State.NOTICE, 1, False, "appeals_open"),
        (State.OPEN, 0, False, "month_not_published"),
        (State.CLOSED, 0, False, "month_not_published"),
    ],
)
def test_a_month_closes_after_its_notice(state, appeals, in_notice, code):
    assert refused(months.may_close("2026-03", state, appeals, in_notice)) == code


@pytest.mark.parametrize(
    ("in_notice", "own", "code"),
    [(True, True, None), (True, False, "not_own_slip"), (False, True, "notice_over")],
)
def test_an_appeal_is_ones_own_and_in_time(in_notice, own, code):
    assert refused(months.may_appeal(in_notice, own)) == code


@pytest.mark.parametrize(
    ("state", "begun", "opened", "code"),
    [
        (State.ABSENT, True, False, None),
        (State.OPEN, True, False, None),
        (State.OPEN, False, False, "not_begun"),
        (State.OPEN, True, True, "already_opened"),
        (State.CLOSED, True, False, "already_opened"),
    ],
)
def test_a_month_opens_once_and_when_it_has_begun(state, begun, opened, code):
    assert refused(months.may_open("2026-03", state, begun, opened)) == code
