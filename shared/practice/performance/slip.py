"""绩效明细单: one person's month, each figure with the lines that add up to it; as JSON and as a printed page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import msgspec

from shared.documents import templates
from shared.domain.explaining import Line
from shared.domain.money import decimal, yuan
from shared.practice.line import facts as line_facts
from shared.practice.performance import words
from shared.practice.performance.rules.pay import Paid
from shared.practice.performance.views import Computed
from shared.qt import printing

_POINTS = frozenset({"served", "tickets", "tickets_on_the_spot", "credit"})


@dataclass(frozen=True)
class Slip:
    """One person's month as it is printed; `halls` are names by code."""

    month: str
    number: str
    blocks: tuple[Computed, ...]
    halls: Mapping[str, str]
    closed: bool


@dataclass(frozen=True)
class WordedLine:
    """A line as people read it."""

    code: str
    value: str
    text: str


def paid(block: Computed, number: str) -> Paid:
    """The person's own figures in a pool."""
    return next(each for each in block.sheet.people if each.number == number)


def lines(block: Computed, number: str) -> Iterator[WordedLine]:
    """The lines of the points, then those of the money, then the correction of earlier months."""
    own, points = paid(block, number), block.points.get(number)
    for line in (*(points.lines if points else ()), *own.lines):
        yield worded(line)
    if correction := block.settled[number].correction:
        yield worded(Line("correction", correction))


def worded(line: Line) -> WordedLine:
    """One line in words: points and money to two decimals, a factor to four."""
    value = _value(line)
    inputs = {name: _input(name, given) for name, given in line.inputs.items()}
    text = words.line(line.code).format_map({**inputs, "value": value})
    if "factor_least" in inputs:
        text += words.line("factor_span").format_map(inputs)
    return WordedLine(line.code, value, text)


def _value(line: Line) -> str:
    if line.code in _POINTS:
        return decimal(line.value)
    if line.code == "exposure":
        return str(line.value)
    return decimal(line.value, 4) if line.code == "factor" else yuan(int(line.value))


def _input(name: str, given: object) -> str:
    if name == "service":
        text = line_facts.SERVICES.get(str(given))
        return str(text) if text else str(given)
    number = Fraction(str(given)) if name != "source" else None
    if number is None:
        return str(given)
    if name == "reference":
        return decimal(number * 1000, 4)  # cards in 1,000 points
    return str(number.numerator) if number.denominator == 1 else decimal(number, 4 if name.startswith("factor") else 2)


def payable(slip: Slip) -> int:
    """应发, fen: all pools, with corrections."""
    return sum(paid(each, slip.number).pay + each.settled[slip.number].correction for each in slip.blocks)


def as_json(slip: Slip) -> bytes:
    """The slip for other programs."""
    document: dict[str, Any] = {
        "month": slip.month,
        "number": slip.number,
        "name": _name(slip),
        "closed": slip.closed,
        "blocks": [
            {
                "hall": each.sheet.pool.hall,
                "post": each.sheet.pool.post,
                "pay": yuan(paid(each, slip.number).pay),
                "correction": yuan(each.settled[slip.number].correction),
                "lines": [
                    {"code": line.code, "value": line.value, "text": line.text} for line in lines(each, slip.number)
                ],
            }
            for each in slip.blocks
        ],
        "payable": yuan(payable(slip)),
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def as_pdf(slip: Slip, file: Path) -> None:
    """Write the slip to `file`; needs the Qt application of `printing.ready`. Raises `OSError`."""
    title = f"{words.label('slip')} {slip.month}"
    printing.pdf(
        as_html(slip),
        file,
        title=title,
        foot=lambda page, pages: f"{title} · {slip.number} {_name(slip)} · {page}/{pages}",
    )


def as_html(slip: Slip) -> str:
    """The slip as HTML of the kind that Qt's text document lays out."""
    blocks = [
        (
            f"{slip.halls.get(each.sheet.pool.hall, each.sheet.pool.hall)} {words.post(each.sheet.pool.post)}",
            [line.text for line in lines(each, slip.number)],
            yuan(paid(each, slip.number).pay),
        )
        for each in slip.blocks
    ]
    return templates.filled(
        "slip_of_pay.html",
        label=words.label,
        month=slip.month,
        number=slip.number,
        name=_name(slip),
        closed=slip.closed,
        blocks=blocks,
        payable=yuan(payable(slip)),
    )


def _name(slip: Slip) -> str:
    return next((each.names[slip.number] for each in slip.blocks if slip.number in each.names), "")
