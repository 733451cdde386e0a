"""Reads CSV as people and Chinese Excel write it; a line that cannot be read is reported by its number, not guessed."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

import msgspec
from msgspec.structs import replace

from shared.device import csv_heading
from shared.device.csv_heading import BadQuotes, Heading
from shared.device.text_file import decoded
from shared.domain.fact import is_writable
from shared.domain.progress import Progress, no_progress
from shared.domain.refusal import Refusal
from shared.domain.spelling import folded, tidy

__all__ = ["BadLine", "BadQuotes", "CsvTable", "Heading", "Row", "heading", "read"]
T = TypeVar("T")
Row = Mapping[str, str]
"""The cells of one line under their columns' English names."""
_LONGEST = 2000  # characters of a cell
_A_STEP = 500  # lines between two reports of progress: some ten milliseconds
_FORMULA = re.compile(r'^="(.*)"$')  # ="0012": written so that Excel keeps the zeros
_TOTAL = re.compile(r"(?:合计|总计|小计|共计|总数|制表|填表|审核人|备注[:,]|注:|共\d+|TOTAL|SUM\b|SUBTOTAL)")


class BadLine(msgspec.Struct, frozen=True):
    """A line that cannot be taken: its number in the file (the first line is 1) and why."""

    line: int
    refusal: Refusal


class CsvTable(msgspec.Struct, Generic[T], frozen=True):
    """What a file held: good lines with their numbers in the file, bad ones, and lines of totals, which are no rows."""

    good: tuple[T, ...]
    lines: tuple[int, ...]
    bad: tuple[BadLine, ...]
    totals: tuple[int, ...] = ()

    def without(self, refused: Sequence[BadLine]) -> "CsvTable[T]":
        """The table when some of its good lines turn out to be bad beside the others."""
        numbers = {bad.line for bad in refused}
        kept = [(line, row) for line, row in zip(self.lines, self.good, strict=True) if line not in numbers]
        bad = tuple(sorted((*self.bad, *refused), key=lambda each: each.line))
        return replace(self, good=tuple(row for _, row in kept), lines=tuple(line for line, _ in kept), bad=bad)


def heading(content: bytes, words: Mapping[str, str]) -> Heading:
    """The heading of a file; `words` are the known ones (as people write them → column). Raises as `read` does."""
    return csv_heading.find(decoded(content), words)


def read(
    content: bytes,
    words: Mapping[str, str],
    parse: Callable[[Row], T | Refusal],
    progress: Progress = no_progress,
) -> CsvTable[T]:
    """Parse every line below the heading by `parse`. Raises `UnicodeDecodeError`, `BadQuotes`."""
    text = decoded(content)
    head, last = csv_heading.find(text, words), text.count("\n") + 1
    found = []
    for line, cells in _below(text, head):
        found.append((line, _parsed(head, cells, parse)))
        if len(found) % _A_STEP == 0:
            progress(line, max(line, last))
    good = [(line, value) for line, value in found if not isinstance(value, Refusal | _Total)]
    return CsvTable(
        good=tuple(value for _, value in good),
        lines=tuple(line for line, _ in good),
        bad=tuple(BadLine(line, value) for line, value in found if isinstance(value, Refusal)),
        totals=tuple(line for line, value in found if isinstance(value, _Total)),
    )


def _unfit(cell: str) -> Refusal | None:
    if len(cell) > _LONGEST:
        return Refusal("text_too_long", {"limit": _LONGEST})
    return None if is_writable(cell) else Refusal("unwritable", {"value": tidy(cell)[:20]})


class _Total:
    """A line of totals or remarks."""


def _below(text: str, head: Heading) -> Iterator[tuple[int, Sequence[str]]]:
    """The rows after the heading, without those that repeat it on each printed page."""
    first: Sequence[str] | None = None
    for line, cells in csv_heading.rows(text, head.delimiter):
        if line == head.line:
            first = [folded(cell) for cell in cells]
        elif line > head.line and [folded(cell) for cell in cells] != first:
            yield line, cells


def _parsed(head: Heading, cells: Sequence[str], parse: Callable[[Row], T | Refusal]) -> T | Refusal | _Total:
    cells = [_FORMULA.sub(r"\1", cell) for cell in cells]
    if _TOTAL.match(next(filter(None, map(folded, cells)))):
        return _Total()
    if len(cells) == 1 < len(head.names) and any(delimiter in cells[0] for delimiter in csv_heading.DELIMITERS):
        return Refusal("other_delimiter")
    names = (*head.names, *[""] * (len(cells) - len(head.names)))
    if refusal := next((fault for cell in cells if (fault := _unfit(cell))), None):
        return refusal
    if extra := next((cell for name, cell in zip(names, cells, strict=False) if not name and cell.strip()), ""):
        return Refusal("extra_cell", {"value": extra.strip()})
    return parse({name: cell for name, cell in zip(names, cells, strict=False) if name})
