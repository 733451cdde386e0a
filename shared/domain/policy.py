"""The policy: every number of the rules, declared by the practice it belongs to; `policy_check` checks new versions.

A practice declares its values as a `Section`: each with its default, name, meaning, unit, range and source. A document
holds sections by name. Rules take a `Policy` as an argument and ask for a section by its class: `policy[CardsPolicy]`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Annotated, Any, ClassVar, TypeVar, cast, get_origin, get_type_hints

import msgspec

from shared.domain.document import Published
from shared.domain.text import Text, named

OURS = Text("本公司决定", "Decided by this company")
"""The source of a value on which the paper is silent."""


class Range(msgspec.Struct, frozen=True):
    """The least and the greatest value, both included, and the unit."""

    ge: float
    le: float
    unit: Text


@dataclass(frozen=True)
class Value:
    """What a value of the policy is: what people call it, what it does, its range and unit, where it comes from.

    Every number has a range; for a list of numbers it is that of each. `options` word the codes it is chosen from.
    """

    name: Text
    meaning: Text
    range: Range | None = None
    source: Text = OURS
    options: Mapping[str, Text] = field(default_factory=dict, hash=False)

    def holds(self, value: object) -> bool:
        """Whether `value`, of the right type, is in the range."""
        if isinstance(value, tuple):
            return all(map(self.holds, value))
        if isinstance(value, msgspec.Struct):
            return all(each.value.holds(getattr(value, each.name)) for each in settings(type(value)))
        if self.range is None or not isinstance(value, int | float):
            return True
        return self.range.ge <= value <= self.range.le

    def word(self, code: object) -> str:
        """The word for a code that the value is chosen from; anything else as it is."""
        return named(self.options, code) if self.options and isinstance(code, str) else str(code)


class Relation(msgspec.Struct, frozen=True):
    """What must hold between some values of a section, e.g. that a target is not after its limit."""

    names: tuple[str, ...]
    holds: Callable[[Any], bool]
    text: Text


class Section(Published, frozen=True):
    """A part of the policy. Each field is annotated with its `Value` and has its default."""

    key: ClassVar[str]
    """Its name in the document."""
    title: ClassVar[Text]
    relations: ClassVar[tuple[Relation, ...]] = ()
    by_month: ClassVar[bool] = False
    """Whether whole months or years are computed by it, so that it changes with the first of a month only."""

    def broken(self) -> tuple[Relation, ...]:
        """The relations that do not hold."""
        return tuple(relation for relation in self.relations if not relation.holds(self))


S = TypeVar("S", bound=Section)


class Setting(msgspec.Struct, frozen=True):
    """One declared value of a section: its name in the document, its type, its default and what it is."""

    name: str
    type: Any
    default: Any
    value: Value

    def read(self, raw: object, *, strict: bool = False) -> Any:
        """`raw` as this value's type. Raises `ValueError` when it is none, or out of range."""
        found = msgspec.convert(raw, self.type, strict=strict)
        if not self.value.holds(found):
            raise ValueError(self.name)
        return found


@cache
def settings(section: type[msgspec.Struct]) -> tuple[Setting, ...]:
    """The values that a section (or a struct in one) declares. Raises `TypeError` for a field without its `Value`."""
    hints = get_type_hints(section, include_extras=True)
    fields = {info.name: info.default for info in msgspec.structs.fields(section)}
    return tuple(setting(name, hints[name], default) for name, default in fields.items())


def setting(name: str, hint: Any, default: Any) -> Setting:
    """One declared value from its annotation. Raises `TypeError` for one without its `Value`."""
    values = [each for each in hint.__metadata__ if isinstance(each, Value)] if get_origin(hint) is Annotated else []
    if not values:
        raise TypeError(f"{name} is declared without its Value")
    return Setting(name, hint.__origin__, default, values[0])


def read(section: type[S], raw: object) -> S:
    """A section of a document. Never raises: what is missing, unreadable or out of range takes its default.

    So does every value of a relation that does not hold; names that this version doesn't know are ignored: a document
    of a newer version, or a damaged one, must not stop a hall.
    """
    values = dict(_readable(section, values_of(section, raw)))
    while broken := section(**values).broken():
        for name in (name for relation in broken for name in relation.names):
            values.pop(name, None)
    return section(**values)


def values_of(section: type[Section], raw: object) -> dict[str, Any]:
    """What a document says in a section, by the names of today; those of a newer version stay beside them."""
    return section.upcast(raw) if isinstance(raw, Mapping) else {}


def newer_names(section: type[Section], values: Iterable[str]) -> set[str]:
    """The names that only a newer version knows."""
    return set(values) - {each.name for each in settings(section)}


def _readable(section: type[Section], raw: Mapping[str, object]) -> Iterable[tuple[str, Any]]:
    for setting in settings(section):
        if setting.name in raw:
            try:
                yield setting.name, setting.read(raw[setting.name])
            except ValueError:
                continue


@dataclass(frozen=True)
class Policy:
    """One version of the whole document; `body` as it was published.

    `undated`: what a later version says of the day from which it holds, where this program cannot read that.
    """

    version: int
    body: Mapping[str, Any]
    undated: str = ""
    _sections: dict[type[Section], Section] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __getitem__(self, section: type[S]) -> S:
        if section not in self._sections:
            self._sections[section] = read(section, self.body.get(section.key))
        return cast(S, self._sections[section])

    def unread(self, section: type[Section]) -> tuple[Setting, ...]:
        """The values of a section that were published but cannot be used here: this version goes by those shipped.

        So may be one that is missing beside names that only a newer version knows: it is called otherwise there.
        """
        values = values_of(section, self.body.get(section.key))
        used, readable = self[section], dict(_readable(section, values))
        said = settings(section) if newer_names(section, values) else [s for s in settings(section) if s.name in values]
        return tuple(each for each in said if readable.get(each.name) != getattr(used, each.name))

    def replace(self, section: type[Section], **values: object) -> "Policy":
        """The same policy with other values in one section."""
        whole = values_of(section, self.body.get(section.key)) | values
        return Policy(self.version, {**self.body, section.key: whole}, self.undated)


@cache
def default() -> Policy:
    """The policy in force until the office publishes another: every value as its section declares it."""
    return Policy(1, {})
