"""Workload points (工作量点数): what was served × its coefficient, and the credit for training and assignment days."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

import msgspec

from shared.domain.explaining import Line, total
from shared.domain.money import decimal, rate
from shared.domain.ranking import median, median_of_counts
from shared.practice.performance.policy import Performance

Counts = Mapping[str, int]
"""Served numbers by service code."""
Durations = Mapping[int, int]
"""How often a service took so long: tenths of a minute -> how often."""


class Day(msgspec.Struct, frozen=True, kw_only=True):
    """One person's day in one hall and post. `imported` comes from a foreign ticket machine's file."""

    served: Counts
    imported: Counts
    tickets: int = 0  # closed as acting handler, not on the spot
    on_the_spot: int = 0


class Points(msgspec.Struct, frozen=True):
    """Workload of a month in one hall and post; the lines add up to `value`, credit included."""

    value: Fraction
    credit: Fraction
    lines: tuple[Line, ...]


def counted(day: Day) -> Counts:
    """The day's numbers: the hall's own, or the import where there are none of that person; never both."""
    return day.served if any(day.served.values()) else day.imported


def month(days: Sequence[Day], credit: Line | None, settings: Performance) -> Points:
    """The workload points of one person's days in one hall and post, line by line."""
    lines = [*_services(days, settings), *_tickets(days, settings)]
    worked = [line for line in lines if line.value]
    credited = [credit] if credit and credit.value else []
    return Points(total(worked + credited), total(credited), tuple(worked + credited))


def _services(days: Sequence[Day], settings: Performance) -> list[Line]:
    sums: dict[str, int] = {}
    for day in days:
        for service, count in counted(day).items():
            sums[service] = sums.get(service, 0) + count
    each = {service: settings.points_of(service) for service in sums}
    return [
        Line("served", count * each[service], {"service": service, "count": count, "coefficient": each[service]})
        for service, count in sorted(sums.items())
    ]


def _tickets(days: Sequence[Day], settings: Performance) -> list[Line]:
    kinds = (
        ("tickets", sum(day.tickets for day in days), rate(settings.ticket)),
        ("tickets_on_the_spot", sum(day.on_the_spot for day in days), rate(settings.ticket_on_the_spot)),
    )
    return [Line(code, count * each, {"count": count, "coefficient": each}) for code, count, each in kinds]


def credit(days: int, own_points: Fraction, own_days: int, post_daily: Sequence[Fraction]) -> Line:
    """Points for training and assignment days: the own mean day of the window, else the post's median day.

    `own_points` and `own_days` are what was served in the window, without credits; `post_daily` holds the mean day of
    everybody in the post who served. Nobody served: no credit.
    """
    if own_days:
        return _credit(days, own_points / own_days, "own")
    return _credit(days, median(post_daily) if post_daily else Fraction(0), "post")


def _credit(days: int, daily: Fraction, source: str) -> Line:
    return Line("credit", days * daily, {"days": days, "daily": daily, "source": source})


def suggest(measured: Mapping[str, Durations], settings: Performance, unit: str = "gas_payment") -> dict[str, str]:
    """Coefficients that the measured times suggest: median call→done ÷ that of a payment, one decimal.

    Services with fewer than `suggest_least` measured numbers are left out; all are when the unit itself is.
    """
    enough = {code: times for code, times in measured.items() if sum(times.values()) >= settings.suggest_least}
    known = {code: middle for code, times in enough.items() if (middle := median_of_counts(times))}
    base = known.get(unit)
    return {code: decimal(middle / base, 1) for code, middle in known.items()} if base else {}
