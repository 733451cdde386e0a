"""A pool to the fen: the examples of resources/handbook/practices.en.md §8, with r₀ = 0.0014 and so m·r₀ = 2.8."""

from fractions import Fraction

import pytest

from shared.domain import explaining, money, policy_check
from shared.domain.refusal import Refusal
from shared.practice.performance import slip
from shared.practice.performance.policy import Performance, ServiceBy
from shared.practice.performance.rules import fairness, months, pay
from shared.practice.performance.rules.pay import Member, Pool
from shared.practice.performance.rules.quality import Exposure, quality, reference_rate

OURS = Performance()
R0 = Fraction("0.0014")


def member(number, workload, exposure, cards, upheld=0) -> Member:
    return Member(number, Fraction(workload), Exposure(cards, Fraction(exposure)), upheld)


def pool(amount, month="2026-03", post="cashier", hall="H1") -> Pool:
    return Pool(month, post, hall, money.fen(amount))


ONE, TWO, THREE = member("1001", 1000, 3000, 4), member("1002", 800, 2400, 6), member("1003", 600, 1800, 0)


def computed(money_for, team, reference, settings) -> pay.Sheet:
    sheet = pay.sheet(money_for, team, reference, settings)
    assert isinstance(sheet, pay.Sheet)
    return sheet


def paid(sheet) -> dict[str, str]:
    return {each.number: money.yuan(each.pay) for each in sheet.people}


@pytest.mark.parametrize(
    ("cards", "exposure", "factor"),
    [
        (4, 3000, "34/35"),  # (4 + 2.8) / 5000 = 0.00136; ÷ 0.0014
        (6, 2400, "10/7"),  # 8.8 / 4400
        (0, 1800, "10/19"),  # 2.8 / 3800
        (4, 2800, "85/84"),  # 6.8 / 4800
        (2, 1800, "120/133"),  # 4.8 / 3800
        (0, 300, "20/23"),  # 2.8 / 2300
        (0, 0, "1"),
        (0, 10_000, "1/2"),  # 2.8 / 12000 ÷ r₀ = 1/6: held at the lower bound
        (30, 1000, "3/2"),
    ],
)
def test_the_service_factor(cards, exposure, factor):
    assert quality(Exposure(cards, Fraction(exposure)), R0, OURS).factor == Fraction(factor)


@pytest.mark.parametrize(
    ("closed", "own", "rate"),
    [
        ([], (7, 5000), "7/5000"),  # the first month ever: its own figures
        ([(3, 1000), (1, 3000)], (100, 1), "1/1000"),  # own figures play no part once a month is closed
        ([(0, 1000)], (5, 100), "0"),
        ([], (0, 0), "0"),
    ],
)
def test_the_reference_rate_is_of_the_closed_months(closed, own, rate):
    months_before = [Exposure(cards, Fraction(points)) for cards, points in closed]
    assert reference_rate(months_before, Exposure(own[0], Fraction(own[1]))) == Fraction(rate)


def test_without_a_reference_rate_everybody_has_the_factor_one():
    assert quality(Exposure(5, Fraction(10)), Fraction(0), OURS).factor == 1
    without_prior = Performance(prior_points=0)
    assert quality(Exposure(0, Fraction(0)), R0, without_prior).factor == 1


def test_example_1_a_pool_of_three():
    sheet = computed(pool("10000.00"), [ONE, TWO, THREE], R0, OURS)
    parts = {p.number: (money.yuan(p.workload_part), money.yuan(p.service_part)) for p in sheet.people}
    assert parts == {"1001": ("2500.00", "1599.01"), "1002": ("2000.00", "1881.19"), "1003": ("1500.00", "519.80")}
    assert [money.decimal(p.service_points, 4) for p in sheet.people] == ["971.4286", "1142.8571", "315.7895"]
    assert paid(sheet) == {"1001": "4099.01", "1002": "3881.19", "1003": "2019.80"}
    assert sheet.reserve == 0


def test_example_2_an_upheld_complaint_goes_to_the_reserve():
    complained = member("1002", 800, 2400, 6, upheld=1)  # ⌊1881.19 × 0.10⌋ = 188.11
    sheet = computed(pool("10000.00"), [ONE, complained, THREE], R0, OURS)
    assert paid(sheet) == {"1001": "4099.01", "1002": "3693.08", "1003": "2019.80"}
    assert money.yuan(sheet.reserve) == "188.11"


@pytest.mark.parametrize(("upheld", "fen"), [(0, 0), (1, 10), (4, 40), (5, 50), (6, 50), (99, 50)])
def test_a_deduction_ends_at_half_of_the_service_part(upheld, fen):
    assert pay.deduction(101, upheld, OURS) == fen  # 10.1, 40.4, 50.5 rounded down


@pytest.mark.parametrize(("month", "lucky"), [("2026-03", "1002"), ("2026-04", "1001"), ("2026-05", "1002")])
def test_example_3_three_equals(month, lucky):
    equal = [member(number, 500, 1500, 2) for number in ("1001", "1002", "1003")]
    sheet = computed(pool("1000.00", month), equal, R0, OURS)  # 600.00 / 3 and 400.00 / 3
    assert paid(sheet) == dict.fromkeys(("1001", "1002", "1003"), "333.33") | {lucky: "333.34"}


def test_example_4_a_team_of_one_feels_a_complaint_too():
    sheet = computed(pool("3000.00", post="consultant"), [member("2001", 10, 30, 0, upheld=1)], R0, OURS)
    only = sheet.people[0]
    assert [money.yuan(x) for x in (only.workload_part, only.service_part, only.deduction, only.pay)] == [
        "1800.00",
        "1200.00",
        "120.00",
        "2880.00",
    ]
    assert money.yuan(sheet.reserve) == "120.00"


def test_example_5_a_transfer_in_the_middle_of_the_month():
    a = [member("1001", 900, 2700, 4), member("1004", 400, 2800, 4), member("1005", 700, 2100, 3)]
    b = [member("1004", 500, 2800, 4), member("1006", 1000, 3000, 5), member("1007", 1000, 3000, 3)]
    sheets = [
        computed(pool("8000.00", hall="A"), a, R0, OURS),
        computed(pool("9000.00", hall="B"), b, R0, OURS),
    ]
    assert paid(sheets[0]) == {"1001": "3617.42", "1004": "1594.24", "1005": "2788.34"}
    assert paid(sheets[1]) == {"1004": "1823.80", "1006": "3798.11", "1007": "3378.09"}
    assert money.yuan(sum(each.pay for sheet in sheets for each in sheet.people if each.number == "1004")) == "3418.04"


def test_example_6_facts_that_came_late_are_corrected():
    closed = computed(pool("10000.00"), [ONE, TWO, THREE], R0, OURS)
    rerun = computed(pool("10000.00"), [ONE, TWO, member("1003", 600, 1800, 2)], R0, OURS)
    deltas = months.deltas(months.amounts(closed), (), months.amounts(rerun))
    assert {key: money.yuan(change) for key, change in deltas.items()} == {
        "1001": "-135.82",
        "1002": "-159.78",
        "1003": "295.60",
    }
    assert sum(deltas.values()) == 0
    assert months.deltas(months.amounts(closed), (deltas,), months.amounts(rerun)) == {}  # not paid twice


@pytest.mark.parametrize(
    ("balance", "figure", "correction", "carried"),
    [
        ("-159.78", "600.00", "-120.00", "-39.78"),  # April: ⌊600.00 × 0.20⌋
        ("-39.78", "600.00", "-39.78", "0.00"),  # May
        ("-159.78", "0.00", "0.00", "-159.78"),
        ("295.60", "0.00", "295.60", "0.00"),
        ("-0.01", "0.04", "0.00", "-0.01"),
    ],
)
def test_how_much_of_a_balance_is_settled_in_a_month_and_how_much_is_carried(balance, figure, correction, carried):
    settled = months.settle(money.fen(balance), money.fen(figure), OURS)
    assert (money.yuan(settled.correction), money.yuan(settled.carried)) == (correction, carried)


def test_a_minus_may_be_waived():
    waiving = Performance(waive_negative=True)
    assert months.settle(-100, 1000, waiving) == months.Settled(0, 0)
    assert months.settle(100, 1000, waiving) == months.Settled(100, 0)


def test_example_7_a_newcomer_needs_nothing_special():
    sheet = computed(pool("10000.00"), [ONE, TWO, member("1009", 300, 300, 0)], R0, OURS)
    assert paid(sheet) == {"1001": "4493.12", "1002": "4210.41", "1009": "1296.47"}


def test_example_8_one_more_customer_without_a_card():
    sheet = computed(pool("10000.00"), [member("1001", 1001, 3001, 4), TWO, THREE], R0, OURS)
    assert paid(sheet)["1001"] == "4101.24"  # 4099.01 + 2.23


def test_example_9_what_a_cap_takes_goes_to_the_others_in_proportion():
    # 9000 × 0.8 = 7200 > 1.5 × 3000; 4500 are left for 150 : 50
    filled = pay.water_fill(900_000, {"a": 800, "b": 150, "c": 50}, Fraction("1.5"), "t")
    assert {key: money.yuan(amount) for key, amount in filled.items()} == {
        "a": "4500.00",
        "b": "3375.00",
        "c": "1125.00",
    }


def test_a_cap_may_reach_the_second_once_the_first_is_cut():
    # 1000 × .6 > 400; 600 for 30 : 10 is 450 > 400; 200 are left
    assert pay.water_fill(1000, {"a": 60, "b": 30, "c": 10}, Fraction("1.2"), "t") == {"a": 400, "b": 400, "c": 200}


def test_the_cap_on_a_sheet_and_what_nobody_can_take():
    capped = Performance(cap=1.5)
    sheet = computed(
        pool("9000.00"), [member("1", 800, 0, 0), member("2", 150, 0, 0), member("3", 50, 0, 0)], R0, capped
    )
    assert paid(sheet) == {"1": "4500.00", "2": "3375.00", "3": "1125.00"}
    alone = computed(pool("9000.00"), [member("1", 800, 0, 0), member("2", 0, 0, 0)], R0, capped)
    assert paid(alone) == {"1": "6750.00", "2": "0.00"}
    assert money.yuan(alone.reserve) == "2250.00"


def test_a_pool_without_any_work_is_refused():
    assert pay.sheet(pool("100.00"), [member("1001", 0, 900, 3)], R0, OURS) == Refusal(
        "no_workload", {"month": "2026-03", "post": "cashier", "hall": "H1"}
    )


def test_a_person_who_served_nothing_is_paid_nothing():
    assert paid(computed(pool("100.00"), [ONE, member("1008", 0, 900, 30)], R0, OURS)) == {
        "1001": "100.00",
        "1008": "0.00",
    }


def test_shares_by_rate_can_fall_when_one_more_is_served():
    """The earlier way pays most to whoever served least, and takes 3.55 (here 3.56) from them for serving one more."""
    by_rate = Performance(service_by=ServiceBy.RATE)
    others = [member("1002", 1000, 1000, 2), member("1003", 1000, 1000, 2)]
    sheet = computed(pool("10000.00"), [member("1001", 60, 60, 2), *others], R0, by_rate)
    # exact 3748.07…, 3125.96…, 3125.96…: the odd fen falls to 1001
    assert paid(sheet) == {"1001": "3748.08", "1002": "3125.96", "1003": "3125.96"}
    more = computed(pool("10000.00"), [member("1001", 61, 61, 2), *others], R0, by_rate)
    assert money.yuan(more.people[0].pay - sheet.people[0].pay) == "-3.56"  # 3.55 exact, and the odd fen
    ours = [computed(pool("10000.00"), [member("1001", n, n, 2), *others], R0, OURS).people[0].pay for n in (60, 61)]
    assert ours[1] > ours[0]
    every, beyond = ([member("1001", 60, 2, cards), *others] for cards in (2, 9))  # a rate is at most one card a point
    assert paid(computed(pool("10000.00"), beyond, R0, by_rate)) == paid(computed(pool("10000.00"), every, R0, by_rate))


def test_by_rates_nothing_is_shared_where_nobody_has_a_card():
    nobody = [member("1001", 60, 60, 0), member("1002", 1000, 1000, 0)]
    refused = pay.sheet(pool("10000.00"), nobody, R0, Performance(service_by=ServiceBy.RATE))
    assert refused == Refusal("no_service_points", {"month": "2026-03", "post": "cashier", "hall": "H1"})


def test_one_amount_of_the_company_is_split_by_staff_days():
    split = pay.company_pools(money.fen("10000.00"), {"H1": 66, "H2": 44, "H3": 22}, "2026-03", "cashier")
    assert {hall: money.yuan(amount) for hall, amount in split.items()} == {
        "H1": "5000.00",
        "H2": "3333.33",
        "H3": "1666.67",
    }


def test_lines_add_up_to_the_pay():
    complained = member("1002", 800, 2400, 6, upheld=1)
    for settings in (OURS, Performance(cap=1.1)):
        for each in computed(pool("10000.00"), [ONE, complained, THREE], R0, settings).people:
            assert explaining.total(each.lines) == each.pay


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"workload_share": 0.7}, "policy_relation"),
        ({"cap": 0.9}, "policy_relation"),
        ({"factor_least": 2.0}, "policy_value"),
        ({"deduction_most": 1.5}, "policy_value"),
    ],
)
def test_values_that_cannot_be_paid_by_are_refused(changes, code):
    assert policy_check.revised({}, {"performance": changes}, (Performance,)).code == code


def test_shares_of_0_7_and_0_3_are_accepted_despite_float_rounding():
    assert Performance(workload_share=0.7, service_share=0.3).workload_share == 0.7  # as floats 0.1 + 0.2 + 0.7 is not


def test_the_control_figures_before_a_month_is_published():
    sheets = [
        computed(pool("10000.00"), [ONE, TWO, THREE], R0, OURS),
        computed(pool("600.00", hall="H2"), [ONE], R0, OURS),
    ]
    found = fairness.panel(sheets, {"H1": 10, "H2": 0})
    assert found.factors == fairness.Spread(Fraction(10, 19), Fraction(34, 35), Fraction(10, 7))
    assert {hall: money.decimal(each) for hall, each in found.per_head["cashier"].items()} == {
        "H1": "333333.33",
        "H2": "60000.00",
    }
    assert found.without_cards == ("H2",)
    assert fairness.panel([], {}) == fairness.Fairness(None, {}, ())


def test_a_deduction_under_a_cap_is_of_what_the_cap_left():
    """Of ten, one did nearly all: uncapped, half of that service part would be more than the capped pay."""
    team = [member("0", 1000, 0, 0, upheld=5), *(member(str(n), 1, 0, 0) for n in range(1, 10))]
    first = computed(pool("1000.00"), team, R0, Performance(cap=1.0)).people[0]
    uncapped = first.workload_part + first.service_part
    assert first.service_part / 2 > uncapped + first.capped == money.fen("100.00")
    assert [money.yuan(x) for x in (first.deduction, first.pay)] == [
        "19.99",
        "80.01",
    ]  # ⌊39.99 × 0.5⌋: each step rounded down


def test_a_pay_slip_shows_the_range_of_factors_only_from_five_people_on():
    """Three factors are least, median and most: everybody's. From five people on they name nobody."""
    few = computed(pool("10000.00"), [ONE, TWO, THREE], R0, OURS)
    many = computed(pool("10000.00"), [ONE, TWO, THREE, member("1004", 300, 300, 0), member("1005", 9, 0, 0)], R0, OURS)
    [line] = [each for each in many.people[0].lines if each.code == "service_part"]
    found = tuple(line.inputs[f"factor_{name}"] for name in ("least", "middle", "most"))
    assert found == (Fraction(10, 19), Fraction(34, 35), Fraction(10, 7))
    assert "34/35" not in slip.worded(line).text
    assert "最低 0.5263、中位 0.9714、最高 1.4286" in slip.worded(line).text
    assert not any("factor_least" in each.inputs for paid in few.people for each in paid.lines)
