"""A closed month computes again from its own lines, also after a way through the wire.

The rules: resources/handbook/practices.en.md §8.
"""

from fractions import Fraction

import msgspec
import pytest

from shared.domain import closing as periods
from shared.domain.explaining import KeptLine
from shared.practice.performance.facts import MonthClosed, PayLine, Reference
from shared.practice.performance.policy import Performance
from shared.practice.performance.rules import closing, pay, points
from shared.practice.performance.rules.pay import Member, Pool
from shared.practice.performance.rules.points import Day
from shared.practice.performance.rules.quality import Exposure

OURS = Performance()
TEAM = [
    Member("1001", Fraction(1000), Exposure(4, Fraction(3000))),
    Member("1002", Fraction(800), Exposure(6, Fraction("2400.1")), upheld=1),
    Member("1003", Fraction(600), Exposure(0, Fraction(1800))),
]


@pytest.fixture
def month() -> tuple[MonthClosed, tuple[PayLine, ...]]:
    worked = {"1003": points.month([Day(served={"gas_payment": 600}, imported={})], None, OURS)}
    kept: list[PayLine] = []
    pools = []
    for hall, amount in (("H1", 1_000_000), ("H2", 333_333)):
        sheet = pay.sheet(Pool("2026-03", "cashier", hall, amount), TEAM, Fraction("0.0014"), OURS)
        assert isinstance(sheet, pay.Sheet)
        kept += closing.lines(sheet, TEAM, worked)
        pools.append(closing.pool_closed(sheet))
    head = MonthClosed(
        month="2026-03",
        policy=4,
        basis=812,
        basis_hash="ab",
        inputs=periods.digest(closing.by_key(kept)),
        pools=tuple(pools),
        references=(Reference("cashier", "7/5000", 14, "10000"),),
        preparer="9001",
    )
    return _through_the_wire(head), tuple(_through_the_wire(line) for line in kept)


def _through_the_wire(fact):
    return msgspec.json.decode(msgspec.json.encode(fact), type=type(fact))


def test_a_closed_month_computes_to_its_figures(month):
    head, kept = month
    assert closing.recheck(head, kept, OURS) is None
    assert all(pool.pay + pool.reserve == pool.amount for pool in head.pools)


def test_the_order_of_the_lines_does_not_matter(month):
    head, kept = month
    assert closing.recheck(head, tuple(reversed(kept)), OURS) is None


def test_changed_lines_are_found(month):
    head, (first, *others) = month
    more = msgspec.structs.replace(first, inputs=msgspec.structs.replace(first.inputs, window_cards=5))
    assert closing.recheck(head, (more, *others), OURS).code == "closed_inputs_changed"
    richer = msgspec.structs.replace(first, figures=msgspec.structs.replace(first.figures, pay=first.figures.pay + 1))
    assert closing.recheck(head, (richer, *others), OURS).details["keys"] == ("cashier/H1/1001",)
    assert closing.recheck(head, others, OURS).code == "closed_inputs_changed"


def test_other_rules_do_not_give_the_closed_figures(month):
    head, kept = month
    assert closing.recheck(head, kept, Performance(deduction_each=0.2)).code == "closed_figures_changed"


def test_a_closed_line_explains_its_figures(month):
    line = next(line for line in month[1] if line.staff == "1003")
    served = {"service": "gas_payment", "count": "600", "coefficient": "1"}
    assert line.told[0] == KeptLine("served", "600", served)
    money = [each for each in line.told if each.code in ("workload_part", "service_part", "cap", "deduction")]
    assert sum(int(each.value) for each in money) == line.figures.pay
