"""The office's facts: kinds are unique in the product, and a line of a closed period is small."""

from datetime import date

import msgspec
import pytest

from shared.domain.fact import Fact
from shared.journal.projection import Projections
from shared.practice.assessment import facts as assessment
from shared.practice.caring import facts as caring
from shared.practice.complaints import facts as complaints
from shared.practice.performance import facts as performance
from shared.practice.workload import facts as workload
from shared.registry import PROJECTIONS

MODULES = (workload, complaints, performance, caring, assessment)
FACTS = [
    each
    for module in MODULES
    for each in vars(module).values()
    if isinstance(each, type) and issubclass(each, Fact) and each.__module__ == module.__name__
]


def test_every_kind_of_fact_is_unique():
    kinds = [fact.kind() for fact in FACTS]
    assert len(set(kinds)) == len(kinds)
    elsewhere = {kind: fact for kind, fact in Projections(PROJECTIONS).fact_types.items() if fact not in FACTS}
    assert not elsewhere.keys() & set(kinds)


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.kind())
def test_a_fact_has_a_schema(fact):
    """What the wire cannot carry (a fraction, a set) would have none."""
    msgspec.json.schema(fact)


def test_the_day_of_the_largest_hall_fits_into_an_event():
    people = tuple(
        workload.PersonDay(
            staff=f"{n:06d}",
            post="consultant",
            served={f"service_number_{s}": 999 for s in range(12)},
            cards=dict.fromkeys(("polite", "patient", "positive", "passionate", "professional"), 99),
            minutes={f"service_number_{s}": 999 for s in range(12)},
        )
        for n in range(40)
    )
    told = workload.DayTold(day=date(2026, 3, 2), hall="H1", people=people, head=10**9, head_hash="a" * 64)
    assert len(msgspec.json.encode(told)) < 64 * 1024
