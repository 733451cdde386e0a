"""A lot that a hall can check, and the page that shows where a unit lies behind."""

from collections import Counter
from datetime import date, timedelta
from fractions import Fraction

import pytest
from msgspec.structs import replace

from shared.domain.refusal import Refusal
from shared.practice.assessment.facts import Visit
from shared.practice.assessment.policy import Assessment
from shared.practice.assessment.rules import gap, lot
from shared.practice.assessment.rules.lot import Drawable, Inspector, Pool

OURS = Assessment()
HOURS = tuple(range(8, 16))
POOL = Pool(
    "2026-03",
    tuple(Drawable(f"H{n}", f"B{n % 4}", HOURS, (9, 10, 14)) for n in range(16)),
    tuple(date(2026, 3, 2) + timedelta(days=n) for n in range(20)),
    (Inspector("9001", "B0"), Inspector("9002", "B1")),
)
SEED = "5f" * 32


def drawn(seed: str = SEED, pool: Pool = POOL) -> tuple[lot.Slot, ...]:
    slots = lot.draw(seed, pool, OURS)
    assert not isinstance(slots, Refusal)
    return slots


def test_everybody_is_drawn_once_openly_and_once_covertly_by_somebody_of_another_branch():
    slots = drawn()
    assert Counter((slot.unit, slot.visit) for slot in slots) == Counter(
        (unit.unit, visit) for unit in POOL.units for visit in (Visit.OPEN, Visit.COVERT)
    )
    branch = {unit.unit: unit.branch for unit in POOL.units}
    inspectors = {each.number: each.branch for each in POOL.inspectors}
    assert all(branch[slot.unit] != inspectors[slot.inspector] for slot in slots)
    days = {(slot.unit, slot.day) for slot in slots}
    assert len(days) == len(slots)  # never both on one day
    busy = Counter(slot.unit for slot in slots if slot.hour in (9, 10, 14))
    assert all(busy[unit.unit] >= 1 for unit in POOL.units)


def test_a_hall_can_check_the_plan():
    published = lot.commitment(SEED, POOL)
    slots = drawn()
    assert lot.verify(SEED, POOL, published, slots, OURS) is None
    moved = (replace(slots[0], day=slots[0].day + timedelta(days=1)), *slots[1:])
    assert lot.verify(SEED, POOL, published, moved, OURS).code == "plan_is_another"
    assert lot.verify("aa" * 32, POOL, published, slots, OURS).code == "seed_is_another"
    fewer = replace(POOL, days=POOL.days[:10])
    assert lot.verify(SEED, fewer, published, drawn(pool=fewer), OURS).code == "seed_is_another"


def test_another_seed_draws_another_plan():
    assert drawn() != drawn("aa" * 32)


@pytest.mark.parametrize(
    ("changes", "answer"),
    [
        ({"inspectors": (Inspector("9001", "B0"),)}, Refusal("nobody_to_inspect", {"unit": "H0"})),
        ({"days": POOL.days[:1]}, Refusal("too_few_days", {"unit": "H0"})),
    ],
)
def test_plans_that_cannot_be_drawn_are_refused(changes, answer):
    assert lot.draw(SEED, replace(POOL, **changes), OURS) == answer


def test_two_visits_need_two_days_and_no_more():
    assert len(drawn(pool=replace(POOL, days=POOL.days[:2]))) == 2 * len(POOL.units)


def test_the_two_items_farthest_below_the_best():
    shares = {
        "H1": {"clean": Fraction("0.5"), "smile": Fraction("0.9"), "signs": Fraction("0.7"), "seats": Fraction(1)},
        "H2": {"clean": Fraction("0.8"), "smile": Fraction(1), "signs": Fraction("0.75")},
    }
    found = gap.gaps("H1", shares, OURS)
    assert [(each.code, each.behind) for each in found] == [("clean", Fraction("0.3")), ("smile", Fraction("0.1"))]
    assert gap.gaps("H2", shares, OURS) == ()


@pytest.mark.parametrize(("months", "trend"), [((16, 18, 19), 2), ((16,), None), ((), None), ((18, 16), -2)])
def test_the_own_trend(months, trend):
    assert gap.trend([Fraction(month) for month in months]) == trend


@pytest.mark.parametrize(
    ("scores", "a_month", "noise"),
    [
        ((16, 18, 17, 19, 15), 2, "3.16"),  # s = √2.5; twice s × √(2/2)
        ((16, 18, 17, 19, 15), 8, "1.58"),
        ((16, 16, 16), 2, "0"),
        ((16, 18), 2, None),
    ],
)
def test_differences_below_the_noise_mean_little(scores, a_month, noise):
    found = gap.noise([Fraction(score) for score in scores], a_month)
    assert found == (None if noise is None else Fraction(noise))
