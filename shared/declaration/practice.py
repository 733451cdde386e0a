"""What a practice declares in its `about.py`: its facts, words, policy, its part of the day, its part of the hub."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import msgspec

from shared.declaration.replay import Replay
from shared.domain import text
from shared.domain.actor import Actor
from shared.domain.fact import Fact
from shared.domain.policy import Section
from shared.domain.refusal import Refusal
from shared.domain.text import Text

if TYPE_CHECKING:
    from shared.journal.projection import Projection
    from shared.journal.store import Store


class DeviceKind(StrEnum):
    """The kinds of device that send facts to the hub."""

    KIOSK = "kiosk"
    COUNTER = "counter"
    OFFICE = "office"


class About(StrEnum):
    """The subject of a kind where it limits which device may send it. The office always may; checked by the hub."""

    ANYTHING = "anything"
    PERSON = "person"  # a counter: staff and supervisors of its own hall, the same before and after
    HALL = "hall"  # a counter: its own hall
    BEGUN_HERE = "begun_here"  # a counter: what began in its hall; a kiosk: what it began itself


ANY_DEVICE = frozenset(DeviceKind)
COUNTERS = frozenset({DeviceKind.COUNTER, DeviceKind.OFFICE})
OFFICE_ONLY = frozenset({DeviceKind.OFFICE})


class Kind(msgspec.Struct, frozen=True):
    """One kind of fact: what it is called, what the daily log says of it, who may send and who may read it.

    `line` is the sentence of the daily log (without one, the name is), with blanks for the fields that it `shows`:
    names of the fact's fields, or of the fields shown by the first fact of the same subject. Whatever is not named
    stays off the page: personal data, the reason of a pause, the words of a diary. `private`: no line at all.

    On the hub a kind is kept in quarantine when another device sends it. The counters of its hall and the office read
    it; the hall's kiosks too if `kiosk_reads`, every hall if `everywhere`. What the office says without naming a hall
    goes to every hall, unless the kind is `office_only`. `about` bounds what one device may say; `begins`: it is the
    first of its subject, so what is said `BEGUN_HERE` depends on where it was recorded; `own_hall` are the
    fields (or "actor") that name a person or a hall: a counter may name its own hall and its people there, no others.

    What is `in_totals` is summed up in a hall's day: an office device that takes days as totals does not read it.

    A kiosk is in the lobby and may be stolen. It reads the `kiosk_fields` of the body (and "actor", where it is
    named there), with `kiosk_instead` for fields that the fact cannot be read without, and only those that hold one of
    the values in `kiosk_only`. What it sends must have one of the values that `kiosk_says` allows.

    `news`: shown on the office's first page for a week.
    """

    fact: type[Fact]
    name: Text
    line: Text | None = None
    shows: tuple[str, ...] = ()
    private: bool = False
    sent_by: frozenset[DeviceKind] = COUNTERS
    kiosk_reads: bool = False
    everywhere: bool = False
    office_only: bool = False
    in_totals: bool = False
    about: About = About.ANYTHING
    begins: bool = False
    own_hall: tuple[str, ...] = ()
    kiosk_fields: tuple[str, ...] | None = None  # None: all
    kiosk_instead: Mapping[str, object] = msgspec.field(default_factory=dict)
    kiosk_only: Mapping[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    kiosk_says: Mapping[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    news: bool = False

    @property
    def code(self) -> str:
        """The kind of its events in the journal, e.g. `card_awarded`."""
        return self.fact.kind()


class Shown(msgspec.Struct, frozen=True):
    """How a field may be shown in the daily log: as a person's name, with long numbers masked, in which words."""

    word: Callable[[object], str] = str
    person: bool = False
    masked: bool = False


PLAIN = Shown()
PERSON = Shown(person=True)
"""A staff number, shown as 张敏(1001)."""
OWN_WORDS = Shown(masked=True)
"""A text that people typed: the phone numbers in it are masked."""
DAY = Shown(lambda value: text.day(date.fromisoformat(str(value))))


def coded(word: Callable[[str], str]) -> Shown:
    """A field whose codes have words."""
    return Shown(lambda value: word(str(value)))


class LogFigure(msgspec.Struct, frozen=True):
    """A number at the head of the daily log."""

    name: Text
    value: int


class LogTable(msgspec.Struct, frozen=True):
    """A table of the daily log: its name in files, its title, and rows of words and numbers."""

    name: str
    title: Text
    columns: tuple[Text, ...]
    rows: tuple[tuple[str | int, ...], ...]


class DayPart(msgspec.Struct, frozen=True):
    """What a practice adds to the page of a day beside its lines; `title` stands above its figures."""

    title: Text
    figures: tuple[LogFigure, ...] = ()
    tables: tuple[LogTable, ...] = ()


DayOf = Callable[["Store", str, date, int], DayPart]
"""(store, hall, day, as_of): the practice's part of a hall's day as it stood at the moment `as_of`, epoch ms."""


class DailyDuty(Protocol):
    """Work that a device does at its start and hourly; cheap when nothing is due. `now` is epoch ms."""

    def __call__(self, store: "Store", *, now: int) -> object: ...


class _Take(Protocol):
    def __call__(self, store: "Store", actor: Actor, items: Mapping[str, Any], *, now: int) -> Refusal | None: ...


class TemplatePart(msgspec.Struct, frozen=True, kw_only=True):
    """The part of a practice that goes into a template for another company: JSON items by key, none about a person.

    `export(store)`: what is in force here. `knows(key, item)`: whether this version can take it. `name(key, item)`:
    what people call it. `take(store, actor, items, now=…)`: publish them; a refusal ends the whole import.
    `upcast(items)`: the items of an older version, by the keys of today.
    """

    key: str
    title: Text
    export: Callable[["Store"], Mapping[str, Any]]
    knows: Callable[[str, Any], bool]
    name: Callable[[str, Any], str]
    take: _Take
    upcast: Callable[[Mapping[str, Any]], Mapping[str, Any]] = dict


class Practice(msgspec.Struct, frozen=True, kw_only=True):
    """The complete declaration of a practice. `name` is its folder's.

    `fields` say how the fields that its kinds show are shown; `refusals` word the codes that its rules answer with;
    `hub_sql` is a file of SQL functions for the hub; `daily` is work that devices do by themselves day by day, except
    kiosks, which know too little for it and may not say what follows from it; `daily_everywhere`: kiosks do it too;
    `replays` are recorded decisions that a new policy is tried on before it is published.
    """

    name: str
    title: Text
    projection: "Projection | None" = None
    kinds: tuple[Kind, ...] = ()
    fields: Mapping[str, Shown] = msgspec.field(default_factory=dict)
    refusals: Mapping[str, Text] = msgspec.field(default_factory=dict)
    policy: tuple[type[Section], ...] = ()
    day: DayOf | None = None
    hub_sql: Path | None = None
    daily: DailyDuty | None = None
    daily_everywhere: DailyDuty | None = None
    template: Callable[[], tuple[TemplatePart, ...]] = tuple
    replays: Callable[[], tuple[Replay, ...]] = tuple

    def shown(self, kind: Kind) -> Iterable[tuple[str, Shown]]:
        """The fields that a kind shows, each with how. Raises `KeyError` for one that `fields` does not declare."""
        return ((name, self.fields[name]) for name in kind.shows)
