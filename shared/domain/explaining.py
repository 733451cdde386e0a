"""How a figure came about: lines that add up to it, the same on screen, slip and print."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

import msgspec

from shared.domain.money import Exact


class Line(msgspec.Struct, frozen=True):
    """One step of a figure: a code that is worded elsewhere, what went in, and what it adds (fen, points, marks)."""

    code: str
    value: Exact
    inputs: Mapping[str, str | Exact] = msgspec.field(default_factory=dict)


def total(lines: Iterable[Line]) -> Fraction:
    """What the lines add up to."""
    return sum((Fraction(line.value) for line in lines), Fraction(0))


class KeptLine(msgspec.Struct, frozen=True):
    """A line as a closed period keeps it: all numbers exact, as text (`34/35`)."""

    code: str
    value: str
    inputs: dict[str, str] = {}


def kept_line(line: Line) -> KeptLine:
    """The line as text, to be kept."""
    return KeptLine(line.code, str(line.value), {name: str(value) for name, value in line.inputs.items()})
