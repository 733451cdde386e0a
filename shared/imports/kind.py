"""What a kind of file says of itself: its columns, how a line is read, and what is done with the lines."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from shared.declaration.practice import OFFICE_ONLY, Device
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


@dataclass(frozen=True)
class Doing:
    """Who brings a file in, when, from where, and what they chose. `actor` None: whoever runs a single PC."""

    now: int
    source: str
    actor: Actor | None = None
    choices: frozenset[str] = frozenset()
    progress: Progress = no_progress


@dataclass(frozen=True)
class Taken:
    """What became of the lines: how many are new or change something, how many were known already."""

    new: int
    known: int


Take = Callable[[Store, Sequence[T], Doing], Taken | Refusal]
Beside = Callable[[Store, Sequence[tuple[int, T]], frozenset[str]], list[tuple[int, Refusal]]]


@dataclass(frozen=True)
class Kind(Generic[T]):
    """One kind of file. `parser` is made for one file: it knows the roster, and what the file said before."""

    name: str  # as on the command line
    title: Text
    columns: Text
    headings: Mapping[str, str]  # as people write them → column
    required: Sequence[str]
    act: Act
    parser: Callable[[Store, int], Parser[T]]
    take: Take[T]
    devices: frozenset[Device] = OFFICE_ONLY
    choices: tuple[str, ...] = ()  # what may be ticked: see `shared.people.roster.Choices`
    beside: Beside[T] | None = None  # what is wrong with lines only beside the others


def once(parse: Parser[T], key: Callable[[T], Hashable]) -> Parser[T]:
    """Refuses a line that says again what `key` names: the second would silently win."""
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


def nearest(store: Store, parse: Parser[T]) -> Parser[T]:
    """Names the person whose number differs by zeros from one that nobody has: Excel eats those."""
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


def told(lines: Sequence[T], progress: Progress) -> Iterator[T]:
    """The lines, with word of how far whoever takes them has come, by the hundredth."""
    step = max(len(lines) // _STEPS, 1)
    for done, line in enumerate(lines, start=1):
        yield line
        if done % step == 0 or done == len(lines):
            progress(done, len(lines))


def counted(changed: int | Refusal, lines: Iterable[object]) -> Taken | Refusal:
    """How many lines changed something, of all."""
    return changed if isinstance(changed, Refusal) else Taken(changed, sum(1 for _ in lines) - changed)
