"""Read a table as Chinese Excel writes it: UTF-8 with or without BOM, or GB18030; Chinese or English headings."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar
from unicodedata import normalize

from shared.domain.refusal import Refusal

T = TypeVar("T")


@dataclass(frozen=True)
class BadLine:
    """A line that cannot be taken: its number in the file (the heading is line 1) and why."""

    line: int
    refusal: Refusal


@dataclass(frozen=True)
class Table(Generic[T]):
    """What a file held: the good lines and the bad ones."""

    good: tuple[T, ...]
    bad: tuple[BadLine, ...]


def decode(content: bytes) -> str:
    """The text of a file in whichever of the two encodings it is. Raises `UnicodeDecodeError` for neither."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("gb18030")


def columns(content: bytes, headings: Mapping[str, str]) -> list[str]:
    """The columns a file has, under their English names. Raises `UnicodeDecodeError`, `csv.Error`."""
    return _columns(csv.reader(io.StringIO(decode(content), newline="")), headings)


def _columns(reader: Iterator[list[str]], headings: Mapping[str, str]) -> list[str]:
    names = (normalize("NFKC", name).strip() for name in next(reader, []))
    return [headings.get(name, name.lower()) for name in names]


def read(content: bytes, headings: Mapping[str, str], parse: Callable[[Mapping[str, str]], T | Refusal]) -> Table[T]:
    """Parse every line by `parse`, which gets the values under their English names."""
    reader = csv.reader(io.StringIO(decode(content), newline=""))
    names = _columns(reader, headings)
    good: list[T] = []
    bad: list[BadLine] = []
    for cells in reader:
        if not any(cell.strip() for cell in cells):
            continue
        found = parse(dict(zip(names, cells, strict=False)))
        if isinstance(found, Refusal):
            bad.append(BadLine(reader.line_num, found))
        else:
            good.append(found)
    return Table(tuple(good), tuple(bad))
