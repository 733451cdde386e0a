"""What a month is computed from: who shares in which pool, days away, the months behind a reference rate."""

from datetime import date
from fractions import Fraction

import pytest
from msgspec.structs import replace

from shared.domain.roles import Role
from shared.people.actions import import_staff
from shared.people.history import Span
from shared.practice.cards.facts import Giver, P
from shared.practice.cards.importing import import_cards
from shared.practice.cards.paper_cards import PaperCard
from shared.practice.performance import actions, reference_rates
from shared.practice.performance.facts import Reference
from shared.practice.performance.figures import figures, shares
from shared.practice.performance.policy import Performance
from shared.practice.performance.rules.import_lines import PoolLine, pool_line
from shared.practice.performance.so_far import so_far
from shared.practice.performance.states import standing
from shared.practice.workload import actions as workload
from shared.practice.workload.facts import Absence
from shared.practice.workload.rules import AbsenceLine, WorkLine
from shared.reference import actions as reference
from shared.reference.views import policy
from tests.practice.performance.march import MARCH, OFFICE, on
from tests.support.builders import HALL, code, line

CASHIER = Span("1001", date(2026, 3, 1), "王芳", "和平分公司", HALL, "cashier", Role.STAFF, True)
SUPERVISOR = replace(CASHIER, role=Role.SUPERVISOR)


@pytest.mark.parametrize(
    ("span", "supervisors", "share"),
    [
        (CASHIER, False, True),
        (replace(CASHIER, active=False), False, False),
        (replace(CASHIER, post=""), False, False),
        (SUPERVISOR, False, False),
        (SUPERVISOR, True, True),
        (replace(SUPERVISOR, active=False), True, False),
        (replace(CASHIER, role=Role.OFFICE), True, False),
    ],
)
def test_who_shares_in_a_pool(span, supervisors, share):
    settings = Performance(supervisors=supervisors, waive_negative=not supervisors)
    assert shares(span, settings) is share


def test_working_days_of_training_and_assignment_are_credited_with_the_own_mean_day(store):
    """王芳 earned 1000 points on one day; her training goes from a Friday over a weekend into April."""
    away = [
        AbsenceLine("1001", Absence.TRAINING, date(2026, 3, 27), date(2026, 4, 2)),
        AbsenceLine("1002", Absence.ASSIGNMENT, date(2026, 2, 26), date(2026, 3, 1)),  # a Thursday to a Sunday
        AbsenceLine("1003", Absence.SICK, date(2026, 3, 9), date(2026, 3, 10)),
    ]
    workload.import_absences(store, away, now=on(date(2026, 3, 31)))
    found = figures(store, MARCH, policy(store)).points[HALL, "cashier"]
    assert {number: each.credit for number, each in found.items()} == {
        "1001": 3 * 1000,  # Friday, Monday, Tuesday
        "1002": 0,
        "1003": 0,
    }
    assert {number: each.value for number, each in found.items()} == {"1001": 4000, "1002": 800, "1003": 600}


def test_whoever_moves_shares_in_the_pools_of_both_halls_also_without_a_number(store):
    moved = replace(line("1003", "张伟", "3"), hall="二号厅")
    import_staff(store, [moved], now=on(date(2026, 3, 16)))
    members = figures(store, MARCH, policy(store)).members
    assert {place: [each.number for each in found] for place, found in members.items()} == {
        ("二号厅", "cashier"): ["1003"],
        (HALL, "cashier"): ["1001", "1002", "1003"],
        (HALL, "consultant"): ["1004"],
    }
    assert [each.workload for each in members["二号厅", "cashier"]] == [0]


def worked_before(store, month: date, cards: int, points: int) -> None:
    counted = [WorkLine(month.replace(day=3), "1001", "gas_payment", points)]
    workload.import_workload(store, counted, f"{month}.csv", now=on(date(2026, 3, 6)))
    given = [PaperCard(month.replace(day=4), "1001", P.POLITE, Giver.CUSTOMER, "") for _ in range(cards)]
    import_cards(store, given, now=on(date(2026, 3, 6)))


def rate(cards: int, points: int, post: str = "cashier") -> Reference:
    return Reference(post, str(Fraction(cards, points)), cards, str(points))


def test_a_reference_rate_is_of_the_three_months_before_that_have_pools(store):
    import_staff(store, [line("1001", "王芳", "1")], now=on(date(2025, 10, 1)))
    worked = ((2025, 10, 64, 9000), (2025, 11, 1, 100), (2025, 12, 2, 300), (2026, 1, 8, 700), (2026, 2, 16, 900))
    for year, number, cards, points in worked:
        worked_before(store, date(year, number, 1), cards, points)
    own = rate(7, 2400), Reference("consultant", "0", 0, "100")
    assert reference_rates.references(store, MARCH) == own  # the first month ever: its own figures
    assert code(actions.open_month(store, OFFICE, MARCH, now=on(date(2026, 3, 6)))) == "no_month_before"
    for month in ("2025-11", "2025-12", "2026-02"):
        actions.set_pools(store, [PoolLine(month, HALL, "cashier", 100)], "", now=on(date(2026, 3, 6)))
    before = rate(2 + 16, 300 + 900)  # no pool in January, and November is too long ago
    assert reference_rates.references(store, MARCH) == (before, own[1])
    assert code(actions.open_month(store, OFFICE, "2026-04", now=on(date(2026, 3, 31)))) == "not_begun"
    assert actions.open_month(store, OFFICE, MARCH, now=on(date(2026, 3, 6))) is None
    assert standing(store, MARCH).opened.references == (before,)
    worked_before(store, date(2026, 2, 1), 32, 900)  # late: what was published when the month began stays
    assert reference_rates.references(store, MARCH) == (before, own[1])
    assert code(actions.open_month(store, OFFICE, MARCH, now=on(date(2026, 3, 7)))) == "already_opened"


def test_the_months_behind_a_rate_before_a_factor_and_of_a_notice_are_settings_of_their_own(store):
    import_staff(store, [line("1001", "王芳", "1")], now=on(date(2025, 10, 1)))
    values = {"reference_months": 1, "window_months": 2, "notice_days": 4}
    published = {"performance": values, "effective": "2026-04-01"}
    assert code(reference.publish(store, OFFICE, "policy", published, now=on(date(2026, 3, 6)))) is None
    for month, cards, points in (("2026-02", 64, 9000), ("2026-01", 1, 100)):
        worked_before(store, date.fromisoformat(f"{month}-01"), cards, points)
        actions.set_pools(store, [PoolLine(month, HALL, "cashier", 100)], "", now=on(date(2026, 3, 6)))
    assert reference_rates.references(store, "2026-04")[0] == rate(7, 2400)  # March's
    [own] = [each for each in so_far(store, "1001", "2026-04") if each.post == "cashier"]
    assert [(each.code, each.value) for each in own.lines] == [("exposure", "3")]  # March's and April's, not February's


ROW = {"month": "2026-03", "hall": "H1", "post": "购气员", "amount": "1000.50"}


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({}, PoolLine("2026-03", "H1", "cashier", 100_050)),
        ({"hall": "一号厅", "post": "Consultant"}, PoolLine("2026-03", "H1", "consultant", 100_050)),
        ({"hall": "h2"}, PoolLine("2026-03", "H2", "cashier", 100_050)),  # a code goes before a name
        ({"amount": "0"}, PoolLine("2026-03", "H1", "cashier", 0)),
        ({"amount": "-1"}, "bad_amount"),
        ({"amount": "一千"}, "bad_amount"),
        ({"month": "三月"}, "bad_month"),
        ({"hall": "H9"}, "hall_not_known"),
        ({"post": "站长"}, "post_not_known"),
        *(({column: " "}, "missing_value") for column in ROW),
    ],
)
def test_a_line_of_a_file_of_pools(changed, found):
    read = pool_line(ROW | changed, {"H1": "一号厅", "H2": "二号厅", "H3": "H2"})
    assert (code(read) or read) == found
