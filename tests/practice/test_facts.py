"""Facts: what the wire can carry, and the largest of them."""

from datetime import date

import msgspec
import pytest

from shared.declaration.declared import declared
from shared.practice.workload import facts as workload


@pytest.mark.parametrize("kind", sorted(declared().kinds))
def test_a_fact_has_a_schema(kind):
    """What the wire cannot carry (a fraction, a set) would have none."""
    _, found = declared().kinds[kind]
    assert msgspec.json.schema(found.fact)["$ref"].endswith(found.fact.__name__)


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
