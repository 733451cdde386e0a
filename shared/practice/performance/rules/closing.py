"""A month's closed lines: what is kept of a sheet, and the sheet computed again from what was kept."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import Any

import msgspec

from shared.domain.closing import Closed, Head, as_written, intact
from shared.domain.explaining import Line, kept_line
from shared.domain.refusal import Refusal
from shared.practice.performance.facts import MonthClosed, PayFigures, PayInputs, PayLine, PoolClosed, Reference
from shared.practice.performance.policy import Performance
from shared.practice.performance.rules.pay import Member, Paid, Pool, Sheet, sheet
from shared.practice.performance.rules.points import Points
from shared.practice.performance.rules.quality import Exposure

NOTHING = Points(Fraction(0), Fraction(0), ())


def lines(
    found: Sheet,
    members: Sequence[Member],
    points: Mapping[str, Points],
    corrections: Mapping[str, int] = MappingProxyType({}),
) -> tuple[PayLine, ...]:
    """One line a person, with its inputs; by staff number, `points` explain the workload, `corrections` are in fen."""
    given = {member.number: member for member in members}
    return tuple(
        _line(found.pool, paid, given[paid.number], points.get(paid.number, NOTHING), corrections.get(paid.number, 0))
        for paid in found.people
    )


def _line(pool: Pool, paid: Paid, member: Member, points: Points, correction: int) -> PayLine:
    changed = [Line("correction", correction)] if correction else []
    return PayLine(
        month=pool.month,
        post=pool.post,
        hall=pool.hall,
        staff=paid.number,
        inputs=_inputs(member, points),
        figures=_figures(paid),
        told=tuple(kept_line(line) for line in (*points.lines, *paid.lines, *changed)),
        correction=correction,
    )


def _inputs(member: Member, points: Points) -> PayInputs:
    return PayInputs(
        workload=str(member.workload),
        window_points=str(member.window.points),
        window_cards=member.window.cards,
        upheld=str(member.upheld),
        credit=str(points.credit),
    )


def _figures(paid: Paid) -> PayFigures:
    return PayFigures(
        factor=str(paid.quality.factor),
        workload_part=paid.workload_part,
        service_part=paid.service_part,
        capped=paid.capped,
        deduction=paid.deduction,
        pay=paid.pay,
    )


def member(number: str, inputs: PayInputs) -> Member:
    """The person's figures as they were closed."""
    window = Exposure(inputs.window_cards, Fraction(inputs.window_points))
    return Member(number, Fraction(inputs.workload), window, Fraction(inputs.upheld))


def pool_closed(found: Sheet) -> PoolClosed:
    """A pool's totals for the month's head."""
    pool, pay = found.pool, sum(paid.pay for paid in found.people)
    return PoolClosed(pool.post, pool.hall, pool.amount, pay, found.reserve)


def pools(head: MonthClosed) -> tuple[Pool, ...]:
    """The pools of a closed month. One without workload was confirmed, else it could not have been closed."""
    return tuple(Pool(head.month, each.post, each.hall, each.amount, may_rest=True) for each in head.pools)


def points(kept: PayLine) -> Points:
    """The workload of a closed line, with the lines that explain it."""
    known = ("served", "tickets", "tickets_on_the_spot", "credit")
    parts = [Line(each.code, Fraction(each.value), dict(each.inputs)) for each in kept.told if each.code in known]
    return Points(Fraction(kept.inputs.workload), Fraction(kept.inputs.credit), tuple(parts))


def by_key(kept: Iterable[PayLine]) -> dict[str, PayInputs]:
    """The inputs of all lines by `post/hall/staff`: what the head's digest is taken over."""
    return {f"{line.post}/{line.hall}/{line.staff}": line.inputs for line in kept}


def recheck(
    head: MonthClosed, kept: Sequence[PayLine], settings: Performance, written: Sequence[Mapping[str, Any]] = ()
) -> Refusal | None:
    """Whether a closed month's lines are those that were closed, and compute to the closed figures again.

    `written`: the inputs of `kept`, one for one, as the journal has them; () where they are of this version.
    """
    keys = [f"{line.post}/{line.hall}/{line.staff}" for line in kept]
    figures = dict(zip(keys, (line.figures for line in kept), strict=True))
    period = Head(head.month, head.policy, head.basis, head.basis_hash, head.inputs)
    raw = written or [msgspec.to_builtins(line.inputs) for line in kept]
    sealed = {key: as_written(PayInputs, inputs) for key, inputs in zip(keys, raw, strict=True)}
    closed = Closed(period, by_key(kept), figures)
    return intact(closed, lambda inputs: _recompute(head, inputs, settings), sealed)


def _recompute(head: MonthClosed, inputs: Mapping[str, PayInputs], settings: Performance) -> dict[str, PayFigures]:
    references = {each.post: each for each in head.references}
    figures: dict[str, PayFigures] = {}
    for pool in pools(head):
        figures |= _pool_again(pool, references.get(pool.post), inputs, settings)
    return figures


def _pool_again(
    pool: Pool, reference: Reference | None, inputs: Mapping[str, PayInputs], settings: Performance
) -> dict[str, PayFigures]:
    start = f"{pool.post}/{pool.hall}/"
    members = [member(key.removeprefix(start), own) for key, own in inputs.items() if key.startswith(start)]
    again = sheet(pool, members, Fraction(reference.rate if reference else 0), settings)
    return {} if isinstance(again, Refusal) else {start + paid.number: _figures(paid) for paid in again.people}
