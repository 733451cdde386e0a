"""The month's plan, drawn by a lot that halls can check: a hash of the seed is published first, the seed afterwards."""

import math
from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from typing import TypeVar

import msgspec

from shared.domain.closing import digest
from shared.domain.money import rate
from shared.domain.refusal import Refusal
from shared.practice.assessment.facts import Drawable, Inspector, Pool, Visit
from shared.practice.assessment.policy import Assessment

__all__ = ["Drawable", "Inspector", "Pool"]
T = TypeVar("T")


class Slot(msgspec.Struct, frozen=True):
    """One drawn visit."""

    unit: str
    visit: Visit
    day: date
    hour: int
    inspector: str


def commitment(seed: str, pool: Pool) -> str:
    """SHA-256 over seed and pool, published before the month: neither can be changed afterwards.

    The seed must be long and random (32 bytes, hexadecimal), or it could be found by trying.
    """
    return sha256(f"{seed}:{digest(pool)}".encode()).hexdigest()


def verify(seed: str, pool: Pool, published: str, slots: Iterable[Slot], settings: Assessment) -> Refusal | None:
    """Whether the revealed seed is the committed one, and draws this plan."""
    if commitment(seed, pool) != published:
        return Refusal("seed_is_another", {"month": pool.month})
    return None if draw(seed, pool, settings) == tuple(slots) else Refusal("plan_is_another", {"month": pool.month})


def draw(seed: str, pool: Pool, settings: Assessment) -> tuple[Slot, ...] | Refusal:
    """Every unit's visits of the month, in the pool's order; refused where nobody impartial may inspect."""
    slots: list[Slot] = []
    for unit in pool.units:
        found = _of_unit(seed, pool, unit, settings)
        if isinstance(found, Refusal):
            return found
        slots += found
    return tuple(slots)


def _of_unit(seed: str, pool: Pool, unit: Drawable, settings: Assessment) -> list[Slot] | Refusal:
    impartial = [each for each in pool.inspectors if settings.same_branch_inspects or each.branch != unit.branch]
    visits = [Visit.OPEN] * settings.open_least + [Visit.COVERT] * settings.covert_least
    if not impartial or len(visits) > len(pool.days):
        return Refusal("nobody_to_inspect" if not impartial else "too_few_days", {"unit": unit.unit})
    tag = f"{seed}:{pool.month}:{unit.unit}"
    days = _shuffled(pool.days, f"{tag}:day")
    busy = set(_shuffled(range(len(visits)), f"{tag}:busy")[: math.ceil(len(visits) * rate(settings.busy_share))])
    return [
        Slot(
            unit.unit,
            visit,
            days[n],
            _hour(unit, n in busy, f"{tag}:{n}"),
            _shuffled(impartial, f"{tag}:{n}:who")[0].number,
        )
        for n, visit in enumerate(visits)
    ]


def _hour(unit: Drawable, busy: bool, tag: str) -> int:
    return _shuffled(unit.busiest if busy and unit.busiest else unit.hours, f"{tag}:hour")[0]


def _shuffled(choices: Iterable[T], tag: str) -> list[T]:
    """The choices in an order that follows from `tag`: the same for everybody who knows the seed."""
    return sorted(choices, key=lambda each: sha256(f"{tag}:{digest(each)}".encode()).digest())
