"""What pay promises, for any team (resources/handbook/practices.en.md §8)."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from shared.domain import explaining
from shared.practice.performance.policy import Performance
from shared.practice.performance.rules import months, pay
from shared.practice.performance.rules.pay import Member, Pool
from shared.practice.performance.rules.quality import Exposure

OURS = Performance()


@st.composite
def members(draw, least: int = 1) -> list[Member]:
    numbers = draw(st.lists(st.integers(1001, 1099), min_size=least, max_size=8, unique=True))
    return [_member(draw, str(number)) for number in numbers]


def _member(draw, number: str) -> Member:
    workload = Fraction(draw(st.integers(1, 20_000)), 10)
    before = Fraction(draw(st.integers(0, 40_000)), 10)
    return Member(number, workload, Exposure(draw(st.integers(0, 12)), workload + before), draw(st.integers(0, 7)))


AMOUNTS = st.integers(0, 5_000_000)
REFERENCES = st.fractions(min_value=0, max_value=Fraction(1, 50), max_denominator=10_000)
CAPS = st.sampled_from([None, 1.0, 1.2, 2.0])


def computed(team, amount, reference, settings=OURS) -> pay.Sheet:
    sheet = pay.sheet(Pool("2026-03", "cashier", "H1", amount), team, reference, settings)
    assert isinstance(sheet, pay.Sheet)
    return sheet


@given(members(), AMOUNTS, REFERENCES, CAPS)
def test_pay_and_reserve_are_the_pool_and_lines_are_the_pay(team, amount, reference, cap):
    sheet = computed(team, amount, reference, Performance(cap=cap))
    assert sum(each.pay for each in sheet.people) + sheet.reserve == amount
    assert all(explaining.total(each.lines) == each.pay >= 0 for each in sheet.people)
    assert sheet.reserve >= 0


@given(members(), AMOUNTS, REFERENCES, st.integers(1, 50), st.data())
def test_serving_more_never_lowers_the_own_pay(team, amount, reference, more, data):
    """With the same cards a point or none more: only the points grow."""
    own = data.draw(st.integers(0, len(team) - 1))
    busier = list(team)
    window = team[own].window
    busier[own] = replace(
        team[own], workload=team[own].workload + more, window=Exposure(window.cards, window.points + more)
    )
    before, after = computed(team, amount, reference), computed(busier, amount, reference)
    assert (
        after.people[own].pay >= before.people[own].pay - 2
    )  # the odd fen of each of the two parts may go another way


@given(members(least=2), AMOUNTS, REFERENCES, CAPS, st.data())
def test_nobody_gains_by_a_complaint_about_a_colleague(team, amount, reference, cap, data):
    about = data.draw(st.integers(0, len(team) - 1))
    complained = list(team)
    complained[about] = replace(team[about], upheld=team[about].upheld + 1)
    settings = Performance(cap=cap)
    before, after = computed(team, amount, reference, settings), computed(complained, amount, reference, settings)
    others = zip(
        before.people[:about] + before.people[about + 1 :],
        after.people[:about] + after.people[about + 1 :],
        strict=True,
    )
    assert all(one.pay == two.pay for one, two in others)
    assert after.people[about].pay <= before.people[about].pay
    assert after.reserve >= before.reserve


@given(members(), members(), AMOUNTS, REFERENCES)
def test_corrections_add_up_to_zero(closed, today, amount, reference):
    one, two = computed(closed, amount, reference), computed(today, amount, reference)
    assert sum(months.deltas(months.amounts(one), (), months.amounts(two)).values()) == 0


@given(st.integers(-500_000, 500_000), st.lists(st.integers(0, 300_000), min_size=1, max_size=12))
def test_a_balance_is_never_lost_and_never_takes_more_than_a_fifth(balance, figures):
    carried, settled_so_far = balance, 0
    for figure in figures:
        settled = months.settle(carried, figure, OURS)
        carried, settled_so_far = settled.carried, settled_so_far + settled.correction
        assert -settled.correction <= figure / 5
    assert settled_so_far + carried == balance


@given(members(), AMOUNTS, REFERENCES, st.randoms(use_true_random=False))
def test_the_order_of_the_team_does_not_matter(team, amount, reference, chance):
    mixed = list(team)
    chance.shuffle(mixed)
    assert months.amounts(computed(mixed, amount, reference)) == months.amounts(computed(team, amount, reference))
