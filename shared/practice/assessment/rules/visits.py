"""What may be done with a visit and a month: save, lock, draw, publish, appeal. Pure."""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from fractions import Fraction

from shared.domain.money import rate
from shared.domain.refusal import Refusal
from shared.practice.assessment.rules.inspecting import Checked, check


class VisitState(StrEnum):
    """The state of a visit."""

    PLANNED = "planned"
    DRAFT = "draft"
    LOCKED = "locked"


def may_write(state: VisitState, published: bool, month: str) -> Refusal | None:
    """A visit may be changed until it is locked, and never after its month is published."""
    if state is VisitState.LOCKED:
        return Refusal("visit_locked")
    return Refusal("month_published", {"month": month}) if published else None


def within(lines: Iterable[Checked]) -> Refusal | None:
    """A draft may lack lines and reasons, but its points are in range."""
    for line in lines:
        if line.earned is not None and not 0 <= line.earned <= line.points:
            return Refusal("points_out_of_range", {"line": line.text or line.code, "most": line.points})
    return None


def may_lock(lines: Sequence[Checked], wanted: Sequence[str]) -> Refusal | None:
    """Every line of the checklist (`wanted`: their codes) is answered, with a reason where it needs one."""
    missing = tuple(code for code in wanted if code not in {line.code for line in lines})
    if missing or not lines:
        return Refusal("lines_missing", {"count": len(missing) or len(wanted)})
    return next((refusal for line in lines if (refusal := check(line))), None)


def may_draw(month: str, drawn: bool, inspectors: int, days: int) -> Refusal | None:
    """A month is drawn once, and needs inspectors and days to choose from."""
    if drawn:
        return Refusal("plan_made", {"month": month})
    if not inspectors:
        return Refusal("no_inspectors")
    return None if days else Refusal("no_days_left", {"month": month})


def may_publish(month: str, published: bool, drafts: int, locked: int, over: bool) -> Refusal | None:
    """A month is published once, on its last day at the earliest, with at least one inspection and no draft."""
    if published:
        return Refusal("month_published", {"month": month})
    if not over:
        return Refusal("month_not_over", {"month": month})
    if drafts:
        return Refusal("visits_open", {"month": month, "count": drafts})
    return None if locked else Refusal("nothing_inspected", {"month": month})


def may_appeal(until: date | None, today: date, own: bool, known: bool) -> Refusal | None:
    """A supervisor may appeal against a published line of their own unit, during the notice."""
    if until is None or not own or not known:
        return Refusal("not_own_inspection")
    return Refusal("item_notice_over", {"until": until}) if today > until else None


def corrected(line: Checked, earned: str) -> Refusal | None:
    """Checks the points that an accepted appeal gives a line."""
    try:
        value = Fraction(rate(earned))
    except ValueError:  # not a number
        return Refusal("bad_score", {"value": earned})
    return None if 0 <= value <= line.points else Refusal("points_out_of_range", {"most": line.points})
