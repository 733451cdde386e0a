"""The policy values of team assessment, each with its default. Rates are read as they are written.

The rules: resources/handbook/practices.en.md §9.
"""

from enum import StrEnum

import msgspec

from shared.domain.money import rate


class YearBy(StrEnum):
    """How the months become a year."""

    MEAN = "mean"  # over inspected months
    SUM = "sum"  # 全年累计: only where all units were inspected in the same months


class Rounding(StrEnum):
    """How a share of the units becomes a number of them."""

    CEIL = "ceil"
    FLOOR = "floor"


class Ties(StrEnum):
    """Whether all equals at the last place are taken, or only those that fit."""

    IN = "in"
    OUT = "out"


class RewardUnit(StrEnum):
    """Who is rewarded; both boards are published."""

    UNIT = "unit"
    BRANCH = "branch"


class Assessment(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """班组考核. Each of the five parts of a year has `item_points`; shares are 0–1."""

    item_points: int = 20
    applicable_least: float = 0.6  # of an item's points, or the inspection is not usable for it
    critical_factor: float = 0.5  # an item with a failed critical line
    open_share: float = 0.5  # of a month; the covert mean has the rest
    open_least: int = 1  # planned a month and unit
    covert_least: int = 1
    busy_share: float = 0.5  # of the planned slots lie in the unit's busiest hours
    busy_hours: int = 3  # so many hours of a day are its busiest
    same_branch_inspects: bool = False
    year: YearBy = YearBy.MEAN
    months_least: int = 6  # inspected months before a unit is ranked
    compliance_within_limit: float = 0.4
    compliance_informed: float = 0.2
    compliance_days_signed: float = 0.2
    compliance_rulebook: float = 0.2
    ability_contest: float = 0.5
    ability_exams: float = 0.3
    ability_training: float = 0.2
    workload_quantile: float = 0.75  # of the units' points a staff-day
    workload_units_least: int = 4  # with fewer, the best unit is the measure
    reward_share: float = 0.30
    reward_rounding: Rounding = Rounding.CEIL
    reward_ties: Ties = Ties.IN
    disqualify_share: float = 0.30
    disqualify_rounding: Rounding = Rounding.FLOOR
    disqualify_ties: Ties = Ties.OUT
    reward_unit: RewardUnit = RewardUnit.UNIT
    reward_base: int = 600_000  # fen
    sales_most: float = 1.20
    gap_items: int = 2
    notice_days: int = 5  # working days
    photo_kb: int = 45

    def __post_init__(self) -> None:
        _adds_up("compliance", self.compliance)
        _adds_up("ability", self.ability)

    @property
    def compliance(self) -> tuple[float, ...]:
        """Within limit, kept informed, days signed, rulebook acknowledged."""
        return (
            self.compliance_within_limit,
            self.compliance_informed,
            self.compliance_days_signed,
            self.compliance_rulebook,
        )

    @property
    def ability(self) -> tuple[float, ...]:
        """Contest, exams passed, training attended."""
        return self.ability_contest, self.ability_exams, self.ability_training


def _adds_up(part: str, shares: tuple[float, ...]) -> None:
    if sum(map(rate, shares)) != 1:
        raise ValueError(f"the shares of {part} must add up to 1")
