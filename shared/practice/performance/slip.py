"""绩效明细单: one person's month, each figure with the lines that add up to it; and as JSON."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any

import msgspec

from shared.domain.explaining import Line
from shared.domain.money import decimal, yuan
from shared.practice.line.facts import service_name
from shared.practice.performance import words
from shared.practice.performance.rules.pay import Paid
from shared.practice.performance.views import Computed

_POINTS = frozenset({"served", "tickets", "tickets_on_the_spot", "credit"})


class WordedLine(msgspec.Struct, frozen=True):
    """A line as people read it; `unit`: of its value, "" of a factor."""

    code: str
    value: str
    text: str
    unit: str = ""

    @property
    def figure(self) -> str:
        """The value with its unit: points and yuan share a column."""
        return f"{self.value} {self.unit}".rstrip()


class Block(msgspec.Struct, frozen=True):
    """One pool of a slip; amounts in fen."""

    hall: str
    post: str
    lines: tuple[WordedLine, ...]
    pay: int
    correction: int


class Slip(msgspec.Struct, frozen=True):
    """One person's month as it is printed; `halls` are names by code."""

    month: str
    number: str
    name: str
    blocks: tuple[Block, ...]
    halls: Mapping[str, str]
    closed: bool

    @property
    def payable(self) -> int:
        """应发, fen: all pools, with corrections."""
        return sum(each.pay + each.correction for each in self.blocks)


def of_pool(pool: Computed, computed: Iterable[Computed], halls: Mapping[str, str], closed: bool) -> tuple[Slip, ...]:
    """The slips of all people of a pool, each with their blocks in the other pools of the month."""
    return tuple(of_person(each.number, computed, halls, closed) for each in pool.sheet.people)


def of_person(number: str, computed: Iterable[Computed], halls: Mapping[str, str], closed: bool) -> Slip:
    """The slip of a person from all pools of one month."""
    own = [each for each in computed if any(one.number == number for one in each.sheet.people)]
    month, name = own[0].sheet.pool.month, own[0].names[number]
    return Slip(month, number, name, tuple(block(each, number) for each in own), halls, closed)


def block(computed: Computed, number: str) -> Block:
    """A person's block of a slip."""
    pool, own = computed.sheet.pool, paid(computed, number)
    return Block(pool.hall, pool.post, tuple(lines(computed, number)), own.pay, computed.settled[number].correction)


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


def lines_of(computed: Computed, number: str) -> tuple[WordedLine, ...]:
    """The lines of a person in a pool; none where they have no share in it."""
    return tuple(lines(computed, number)) if any(each.number == number for each in computed.sheet.people) else ()


def worded(line: Line) -> WordedLine:
    """One line in words: points and money to two decimals, a factor to four.

    Another version may have closed it: an input that is missing is a dash, and what is no number stays as it is.
    """
    value = _value(line)
    inputs = defaultdict(lambda: "—", {name: _input(name, given) for name, given in line.inputs.items()})
    text = words.line(line.code).format_map(inputs | {"value": value})
    if "factor_least" in inputs:
        text += words.line("factor_span").format_map(inputs)
    return WordedLine(line.code, value, text, _unit(line.code))


def _unit(code: str) -> str:
    if code == "factor" or code not in words.LINES:
        return ""
    return words.label("points_of" if code in _POINTS else "cards_of" if code == "exposure" else "yuan")


def _value(line: Line) -> str:
    if line.code in _POINTS:
        return decimal(line.value)
    if line.code == "exposure":
        return str(line.value)
    if line.code not in words.LINES:  # a line of a newer version: in which unit is not known
        return _input("", line.value)
    return decimal(line.value, 4) if line.code == "factor" else yuan(int(line.value))


def _input(name: str, given: object) -> str:
    if name == "service":
        return str(service_name(str(given)))
    if name == "source":
        return str(given)
    try:
        number = Fraction(str(given))
    except ValueError:  # a word of a newer version
        return str(given)
    if name == "reference":
        return decimal(number * 1000, 4)  # cards in 1,000 points
    return str(number.numerator) if number.denominator == 1 else decimal(number, 4 if name.startswith("factor") else 2)


def as_json(slip: Slip) -> bytes:
    """The slip for other programs."""
    document: dict[str, Any] = {
        "month": slip.month,
        "number": slip.number,
        "name": slip.name,
        "closed": slip.closed,
        "blocks": [
            {
                "hall": each.hall,
                "post": each.post,
                "pay": yuan(each.pay),
                "correction": yuan(each.correction),
                "lines": [{"code": line.code, "value": line.value, "text": line.text} for line in each.lines],
            }
            for each in slip.blocks
        ],
        "payable": yuan(slip.payable),
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"
