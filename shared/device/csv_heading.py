"""Finds the heading of a table: below a title or `sep=`, with any delimiter, with blanks inside its words."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from shared.domain.spelling import folded

DELIMITERS = (",", "\t", ";", "，", "|")
_FIRST_LINES = 10  # a heading is searched within so many
_SEP = re.compile(r'^"?sep=(.)"?\s*$', re.IGNORECASE)
_HINT = re.compile(r"\(.*?\)|[*:]")  # 工号(必填), *工号, 工号:
_FEWEST = 2  # known words that make a line a heading: a title may hold one


class Heading(msgspec.Struct, frozen=True):
    """The position of the heading and its cells: `line` of the file (from 1), `names` of the columns ("" unnamed)."""

    line: int
    delimiter: str
    names: tuple[str, ...] = ()

    @property
    def twice(self) -> tuple[str, ...]:
        """Columns that are there more than once, so that it is unclear which of them counts."""
        return tuple(dict.fromkeys(name for name in self.names if name and self.names.count(name) > 1))


def find(text: str, words: Mapping[str, str]) -> Heading:
    """The heading in `text`: the line with most of the known `words` (as people write them → column's name)."""
    known = {folded(word): name for word, name in words.items()} | {folded(name): name for name in words.values()}
    said = _SEP.match(text.partition("\n")[0])
    rows = [
        Heading(line, delimiter, tuple(known.get(_word(cell), folded(cell).lower()) for cell in cells))
        for delimiter in ((said[1],) if said else DELIMITERS)
        for line, cells in _first_rows(text, delimiter, skip=1 if said else 0)
    ]
    columns = set(known.values())
    best = max(rows, key=lambda row: len(columns.intersection(row.names)), default=Heading(0, ","))
    if rows and len(columns.intersection(best.names)) < min(_FEWEST, len(columns)):
        return rows[0]
    return best


class BadQuotes(Exception):
    """A quote that is not closed, or text behind a closing one: what follows `line` cannot be told apart."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def rows(text: str, delimiter: str, *, strict: bool = True) -> Iterator[tuple[int, Sequence[str]]]:
    """The rows that hold anything, each with the number of its last line in the file. Raises `BadQuotes`."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)
    began = 1
    try:
        for cells in reader:
            if any(map(folded, cells)):
                yield reader.line_num, cells
            began = reader.line_num + 1
    except csv.Error as error:
        raise BadQuotes(began) from error


def _first_rows(text: str, delimiter: str, skip: int) -> list[tuple[int, Sequence[str]]]:
    found = []
    for line, cells in rows(text, delimiter, strict=False):
        if line > _FIRST_LINES + skip:
            break
        if line > skip:
            found.append((line, cells))
    return found


def _word(cell: str) -> str:
    return _HINT.sub("", folded(cell))
