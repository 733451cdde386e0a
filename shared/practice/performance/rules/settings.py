"""The policy values of performance pay, each with its default. Rates are read as they are written.

The rules: resources/handbook/practices.en.md §8.
"""

from enum import StrEnum

import msgspec

from shared.domain.money import rate


class ServiceBy(StrEnum):
    """What the service part of a pool is shared by."""

    FACTOR = "factor"  # workload points × a bounded factor
    RATE = "rate"  # the Wilson bound of cards a point; forgets how much somebody served, see the tests


class Shown(StrEnum):
    """What the hall sees of a month that is published: the amounts are the person's and the office's."""

    POINTS = "points"
    AMOUNTS = "amounts"
    NONE = "none"


COEFFICIENTS: dict[str, float] = {
    "gas_payment": 1,
    "consultation": 1.2,
    "appliance_sale": 2,
    "settlement": 2.5,
    "title_transfer": 3,
    "insurance_sale": 1.5,
    "hose_handout": 0.5,
    "ic_card_new": 2,
    "ic_card_replace": 1.5,
}
"""Points of one served number, by service code; 1 is one payment of gas. To be calibrated by the company."""


class Performance(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """个人绩效. Shares are 0–1; points are those of one served payment of gas."""

    coefficients: dict[str, float] = msgspec.field(default_factory=lambda: dict(COEFFICIENTS))
    other_service: float = 1  # a service that this document does not know yet
    ticket: float = 3  # a closed first-inquiry ticket, for its acting handler
    ticket_on_the_spot: float = 0.5
    workload_share: float = 0.6  # of the pool
    service_share: float = 0.4
    service_by: ServiceBy = ServiceBy.FACTOR
    prior_points: float = 2000  # m: how many points of average service everybody starts with
    factor_least: float = 0.5
    factor_most: float = 1.5
    window_months: int = 3  # cards and points of the factor, ending with this month
    reference_months: int = 3  # closed months before this one that give r₀
    wilson_z: float = 1.96
    deduction_each: float = 0.10  # of the service part, for each upheld complaint
    deduction_most: float = 0.5
    cap: float | None = None  # at most so many times the equal share; none when absent
    recovery_most: float = 0.20  # of a month's figure
    waive_negative: bool = False
    supervisors: bool = False  # share in the pool
    credited_absences: tuple[str, ...] = ("training", "assignment")
    notice_days: int = 3  # working days
    publish: Shown = Shown.POINTS
    suggest_least: int = 30  # measured numbers before a coefficient is suggested
    suggest_days: int = 90
    keep_years: int = 2

    def __post_init__(self) -> None:
        if rate(self.workload_share) + rate(self.service_share) != 1:
            raise ValueError("workload_share and service_share must add up to 1")
        if self.cap is not None and self.cap < 1:
            raise ValueError("cap must be at least 1: below the equal share the pool cannot be paid out")
        if not 0 <= self.factor_least <= self.factor_most:
            raise ValueError("factor_least must lie between 0 and factor_most")
        if not 0 <= self.deduction_most <= 1 or self.deduction_each < 0:
            raise ValueError("a deduction is a share from 0 to 1")
