"""The description of a kind of file: its columns, how a line is parsed, and what imports the lines."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

import msgspec

from shared.declaration.practice import OFFICE_ONLY, DeviceKind
from shared.domain.actor import Actor
from shared.domain.progress import Progress, no_progress
from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.domain.spelling import near
from shared.domain.text import Text
from shared.journal.store import Store
from shared.people.views import everyone

T = TypeVar("T")
Row = Mapping[str, str]
_STEPS = 100
Parser = Callable[[Row], T | Refusal]


class ImportRun(msgspec.Struct, frozen=True):
    """One import: when (epoch ms), from which file, by whom, with which choices. `actor` None: on a single PC."""

    now: int
    source: str
    actor: Actor | None = None
    choices: frozenset[str] = frozenset()
    progress: Progress = no_progress


class Taken(msgspec.Struct, frozen=True):
    """The result: how many lines are new or change something, how many were known already."""

    new: int
    known: int


Take = Callable[[Store, Sequence[T], ImportRun], Taken | Refusal]
CrossCheck = Callable[[Store, Sequence[tuple[int, T]], frozenset[str]], list[tuple[int, Refusal]]]


class FileKind(msgspec.Struct, Generic[T], frozen=True):
    """One kind of file. `parser` makes the parser for one file, which knows the roster and the lines before."""

    name: str  # as on the command line
    title: Text
    columns: Text
    headings: Mapping[str, str]  # as people write them → column
    required: Sequence[str]
    act: Act
    parser: Callable[[Store, int], Parser[T]]
    take: Take[T]
    devices: frozenset[DeviceKind] = OFFICE_ONLY
    choices: tuple[str, ...] = ()  # what may be ticked: see `shared.people.roster.Choices`
    cross_check: CrossCheck[T] | None = None  # finds lines that conflict with other lines or with what is known


def without_repeats(parse: Parser[T], key: Callable[[T], Hashable]) -> Parser[T]:
    """A parser that also refuses a second line with the same `key`, which would silently replace the first."""
    seen: set[Hashable] = set()

    def parsed(row: Row) -> T | Refusal:
        line = parse(row)
        if isinstance(line, Refusal):
            return line
        if key(line) in seen:
            return Refusal("line_twice")
        seen.add(key(line))
        return line

    return parsed


def suggesting_near(store: Store, parse: Parser[T]) -> Parser[T]:
    """A parser whose refusal names the person with the same number but for leading zeros, which Excel drops."""
    names = {person.number: person.name for person in everyone(store)}

    def parsed(row: Row) -> T | Refusal:
        line = parse(row)
        return _near(line, names) if isinstance(line, Refusal) else line

    return parsed


def _near(refusal: Refusal, names: Mapping[str, str]) -> Refusal:
    wanted = str(refusal.details.get("number", ""))
    alike = [number for number in names if refusal.code == "unknown_person" and near(number) == near(wanted)]
    if not alike:
        return refusal
    return Refusal("unknown_person_near", {"number": wanted, "near": alike[0], "name": names[alike[0]]})


def with_progress(lines: Sequence[T], progress: Progress) -> Iterator[T]:
    """The lines, reporting progress in hundredths as they are consumed."""
    step = max(len(lines) // _STEPS, 1)
    for done, line in enumerate(lines, start=1):
        yield line
        if done % step == 0 or done == len(lines):
            progress(done, len(lines))


def as_taken(changed: int | Refusal, lines: Iterable[object]) -> Taken | Refusal:
    """The result of an import that changed so many of the lines; a refusal stays one."""
    return changed if isinstance(changed, Refusal) else Taken(changed, sum(1 for _ in lines) - changed)
