"""Checks of the units and the checklist before they are published. Pure."""

import re
from collections.abc import Sequence

from shared.domain.money import rate
from shared.domain.refusal import Refusal
from shared.domain.spelling import folded
from shared.practice.assessment.facts import CheckLine, Item, Unit
from shared.practice.assessment.words import ITEMS

_CLAUSE = re.compile(r"[a-z]+/[1-9]\d{0,3}")


def units(lines: Sequence[Unit]) -> Refusal | None:
    """Each unit is complete, codes and names are unique, and a hall belongs to one unit."""
    for unit in lines:
        if not (unit.code and unit.name and unit.branch and unit.halls) or unit.windows < 1:
            return Refusal("unit_incomplete", {"unit": unit.name or unit.code})
    if again := _twice([folded(unit.code) for unit in lines]) or _twice([folded(unit.name) for unit in lines]):
        return Refusal("unit_twice", {"value": again})
    again = _twice([hall for unit in lines for hall in unit.halls])
    return Refusal("hall_in_two_units", {"hall": again}) if again else None


def checklist(lines: Sequence[CheckLine], most: int) -> Refusal | None:
    """Each line has a text, points, perhaps a clause as `standard/12`; none occurs twice, both items have lines."""
    if refusal := next(filter(None, (_line(line, most) for line in lines)), None):
        return refusal
    if again := _twice([folded(line.text) for line in lines]) or _twice([line.code for line in lines]):
        return Refusal("check_line_twice", {"line": again})
    missing = next((item for item in Item if not any(line.item is item for line in lines)), None)
    return Refusal("item_without_line", {"item": str(ITEMS[missing.value])}) if missing else None


def _line(line: CheckLine, most: int) -> Refusal | None:
    if not line.code or not line.text:
        return Refusal("check_line_empty")
    if not 1 <= _points(line) <= most:
        return Refusal("check_line_points", {"line": line.text, "most": most})
    if line.clause and not _CLAUSE.fullmatch(line.clause):
        return Refusal("bad_clause", {"value": line.clause})
    return None


def _points(line: CheckLine) -> float:
    try:
        return float(rate(line.points))
    except ValueError:  # not a number: out of range, as 0 is
        return 0


def _twice(values: Sequence[str]) -> str:
    """The first value that occurs before, "" where all differ."""
    return next((value for place, value in enumerate(values) if value in values[:place]), "")
