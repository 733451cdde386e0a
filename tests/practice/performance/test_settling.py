"""What a closed month leaves for the next: the reserve, and corrections of people who moved or left."""

from datetime import date

import pytest
from msgspec.structs import replace

from shared.people.actions import import_staff
from shared.practice.cards.facts import Giver, P
from shared.practice.cards.importing import import_cards
from shared.practice.cards.paper_cards import PaperCard
from shared.practice.complaints.facts import About, ComplaintJudged, Verdict
from shared.practice.performance import actions, corrections, settling, views
from shared.practice.performance.policy import Performance
from shared.practice.performance.rules.import_lines import PoolLine
from shared.practice.workload import actions as workload
from shared.practice.workload.rules import WorkLine
from tests.practice.performance.march import APPROVER, MARCH, OFFICE, on
from tests.support.builders import HALL, line

APRIL, EAST = "2026-04", "东风大厅"
CLOSING, LATER = date(2026, 4, 8), date(2026, 4, 22)


def closed(store, month: str = MARCH, published: date = date(2026, 4, 1), on_: date = CLOSING) -> None:
    assert actions.publish(store, OFFICE, month, now=on(published)) is None
    assert actions.close(store, APPROVER, month, now=on(on_)) is None


def corrected(store) -> None:
    """Two cards of 张伟 were counted late: he gains in March, the others lose."""
    late = [PaperCard(date(2026, 3, 30), "1003", P.PATIENT, Giver.CUSTOMER, "") for _ in range(2)]
    import_cards(store, late, now=on(LATER))
    assert actions.correct(store, OFFICE, MARCH, "复核后计入", APRIL, now=on(LATER)) == 1


def owed(store) -> dict[str, int]:
    """By staff number, what the correction changed; the reserve has none."""
    found = settling.owed(store, APRIL, ["1001", "1002", "1003", ""])
    return {number: sum(each.due.values()) for number, each in found.items()}


def april(store, *people: str, halls: tuple[str, ...] = (HALL,)) -> None:
    """These served a hundred each on two days; pools of the halls."""
    days = (date(2026, 4, 2), date(2026, 4, 20))
    lines = [WorkLine(day, number, "gas_payment", 100) for day in days for number in people]
    workload.import_workload(store, lines, "april", now=on(date(2026, 4, 25)))
    pools = [PoolLine(APRIL, hall, "cashier", 1_000_000) for hall in halls]
    actions.set_pools(store, [*pools, PoolLine(APRIL, HALL, "consultant", 0)], "", now=on(date(2026, 4, 25)))


def settled(store) -> dict[tuple[str, str], int]:
    """By hall and person, what corrections change in April."""
    found, refused = views.preview(store, APRIL)
    assert refused == ()
    return {(each.sheet.pool.hall, n): own.correction for each in found for n, own in each.settled.items()}


def test_the_reserve_is_carried_to_the_pool_it_comes_from(store):
    judged = ComplaintJudged(
        verdict=Verdict.UPHELD, about=About.PERSON, grounds="录音属实", policy=1, person="1002", unit=HALL
    )
    with store.transaction(on(date(2026, 3, 16))) as tx:
        tx.record(judged, subject="inquiry:1", actor="9001")
    closed(store)
    [(place, reserve)] = [(place, fen) for place, fen in views.carried(store, APRIL).items() if fen]
    assert place == (HALL, "cashier")
    assert reserve > 0
    april(store, "1001")
    assert views.pools(store, APRIL)[place].amount == 1_000_000 + reserve
    assert views.pool_amount(store, APRIL, *place) == 1_000_000
    assert views.pool_amount(store, APRIL, HALL, "consultant") == 0
    assert views.months(store) == (APRIL, MARCH)


def test_a_correction_is_paid_where_it_arose_as_long_as_the_person_shares_there(store):
    closed(store)
    corrected(store)
    gain = owed(store)["1003"]
    assert gain > 0 > owed(store)["1001"]
    import_staff(store, [replace(line("1003", "张伟", "3"), hall=EAST)], now=on(date(2026, 4, 16)))
    april(store, "1001", "1002", "1003", halls=(HALL, EAST))
    found = settled(store)
    assert found[HALL, "1003"] == gain  # 东风大厅 would come first
    assert found[EAST, "1003"] == 0


def test_a_correction_follows_whoever_moved_to_their_first_pool(store):
    closed(store)
    corrected(store)
    import_staff(store, [replace(line("1003", "张伟", "3"), hall=EAST)], now=on(date(2026, 4, 1)))
    april(store, "1001", "1002", "1003", halls=(HALL, EAST))
    assert settled(store)[EAST, "1003"] == owed(store)["1003"]


@pytest.mark.parametrize("waive", [False, True])
def test_what_nobody_s_pool_pays_is_listed_until_it_is_settled(store, waive):
    """王芳 has left and owes; 张伟 has left and is owed."""
    closed(store)
    corrected(store)
    for number, name in (("1001", "王芳"), ("1003", "张伟")):
        import_staff(store, [replace(line(number, name, ""), active=False)], now=on(date(2026, 4, 1)))
    april(store, "1002")
    due, settings = owed(store), Performance(waive_negative=waive, supervisors=not waive)
    open_ = settling.outside(store, APRIL, {"1002"}, settings)
    wanted = {"1003": due["1003"]} if waive else {"1001": due["1001"], "1003": due["1003"]}
    assert {number: fen for number, (fen, _) in open_.items()} == wanted
    assert settling.outside(store, MARCH, {"1002"}, settings) == {}  # paid with April at the earliest
    assert settling.last_paid_with(store) == APRIL
    listed = corrections.unpaid_of(store, MARCH)
    assert [(each.staff, each.name, each.fen, each.months) for each in listed] == [
        ("1001", "王芳", due["1001"], (MARCH,)),
        ("1003", "张伟", due["1003"], (MARCH,)),
    ]


def test_a_debt_that_one_month_could_not_recover_goes_on_in_the_next(store):
    closed(store)
    corrected(store)
    debt = owed(store)["1001"]
    april(store, "1002", "1003")  # 王芳 served nothing: nothing to recover from
    [nothing] = [fen for (_, number), fen in settled(store).items() if number == "1001"]
    assert nothing == 0
    closed(store, APRIL, date(2026, 5, 6), date(2026, 5, 20))
    settings = Performance()
    left = settling.balance(store, "2026-05", "1001", settling.owed(store, "2026-05", ["1001"])["1001"], settings)
    assert left == debt
    paid = settling.balance(store, "2026-05", "1003", settling.owed(store, "2026-05", ["1003"])["1003"], settings)
    assert paid == 0
