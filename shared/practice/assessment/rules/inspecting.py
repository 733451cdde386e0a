"""Scores of an inspection (points, 不适用, critical lines) and of a month (means of open and covert visits)."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

import msgspec

from shared.domain.money import rate
from shared.domain.ranking import mean
from shared.domain.refusal import Refusal
from shared.practice.assessment.facts import Item, Visit
from shared.practice.assessment.policy import Assessment


class Checked(msgspec.Struct, frozen=True):
    """One line of a checklist as inspected. `earned` None: 不适用."""

    code: str
    item: Item
    points: Fraction
    earned: Fraction | None
    critical: bool = False
    may_skip: bool = True
    reason: str = ""
    text: str = ""


class Inspected(msgspec.Struct, frozen=True):
    """One inspection's item scores, 0 to the policy's points (20); an item without a usable score is missing."""

    visit: Visit
    scores: Mapping[Item, Fraction]


def check(line: Checked) -> Refusal | None:
    """Whether a line is complete: points in range, and a reason for less than full points or for 不适用."""
    if line.earned is None:
        if not line.may_skip:
            return Refusal("line_always_applies", {"line": line.text or line.code})
        return None if line.reason.strip() else Refusal("skip_needs_reason", {"line": line.text or line.code})
    if not 0 <= line.earned <= line.points:
        return Refusal("points_out_of_range", {"line": line.text or line.code, "most": line.points})
    if line.earned < line.points and not line.reason.strip():
        return Refusal("deduction_needs_reason", {"line": line.text or line.code})
    return None


def may_inspect(supervises: bool, own_branch: bool, visit: Visit, settings: Assessment) -> Refusal | None:
    """Whether somebody may make this visit: the unit's own supervisor only 自查; by default nobody of its branch."""
    if (visit is Visit.SELF) != supervises:
        return Refusal("own_unit" if supervises else "not_own_unit")
    if own_branch and not supervises and not settings.same_branch_inspects:
        return Refusal("same_branch")
    return None


def item_score(lines: Sequence[Checked], settings: Assessment) -> Fraction | None:
    """20 × Σ earned / Σ points over the lines that apply; None when fewer points apply than the policy asks for.

    A failed critical line (nothing earned, as for 推诿 or a quarrel) halves the item, once.
    """
    judged = [line for line in lines if line.earned is not None]
    applicable = sum((line.points for line in judged), Fraction(0))
    possible = sum((line.points for line in lines), Fraction(0))
    if applicable == 0 or applicable < possible * rate(settings.applicable_least):
        return None
    score = settings.item_points * sum((line.earned or Fraction(0) for line in judged), Fraction(0)) / applicable
    failed = any(line.critical and line.earned == 0 for line in judged)
    return score * rate(settings.critical_factor) if failed else score


def inspected(visit: Visit, lines: Sequence[Checked], settings: Assessment) -> Inspected:
    """The item scores of one inspection."""
    found = {item: item_score([line for line in lines if line.item is item], settings) for item in Item}
    return Inspected(visit, {item: score for item, score in found.items() if score is not None})


def month_score(item: Item, inspections: Iterable[Inspected], settings: Assessment) -> Fraction | None:
    """A month's score of an item: the weighted means of open and covert visits; of one kind only, its mean."""
    usable = [each for each in inspections if item in each.scores]
    in_open = mean(each.scores[item] for each in usable if each.visit in (Visit.OPEN, Visit.PEER))
    covert = mean(each.scores[item] for each in usable if each.visit is Visit.COVERT)
    if in_open is None or covert is None:
        return in_open if covert is None else covert
    share = rate(settings.open_share)
    return share * in_open + (1 - share) * covert
