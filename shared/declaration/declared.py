"""All practices of this program combined: what the daily log, the hub and the policy ask of them.

`shared.registry` declares its list when it is imported, which every program does before it opens its journal.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

from shared.declaration.practice import Kind, Practice
from shared.declaration.replay import Replay
from shared.domain import wording
from shared.domain.policy import Section
from shared.domain.text import Text

if TYPE_CHECKING:
    from shared.journal.projection import Projection

T = TypeVar("T")


class Declared(msgspec.Struct, frozen=True):
    """The declarations of all practices, by kind, policy section and refusal."""

    practices: tuple[Practice, ...]
    kinds: Mapping[str, tuple[Practice, Kind]]
    sections: Mapping[str, type[Section]]
    refusals: Mapping[str, Text]

    @property
    def projections(self) -> tuple["Projection", ...]:
        """The tables of all practices and how facts change them."""
        return tuple(practice.projection for practice in self.practices if practice.projection)

    @property
    def replays(self) -> tuple[Replay, ...]:
        """The recorded decisions that a new policy is tried on."""
        return tuple(replay for practice in self.practices for replay in practice.replays())

    @property
    def hub_sql(self) -> tuple[Path, ...]:
        """The files with what practices ask of the hub, for `hub init`."""
        return tuple(practice.hub_sql for practice in self.practices if practice.hub_sql)


class DeclaredTwiceError(Exception):
    """Two practices claim the same kind or section, or word one refusal differently; the message names it."""


def combined(practices: Iterable[Practice]) -> Declared:
    """Combine the practices. Raises `DeclaredTwiceError` where two of them contradict each other."""
    kinds: dict[str, tuple[Practice, Kind]] = {}
    sections: dict[str, type[Section]] = {}
    refusals: dict[str, Text] = {}
    whole = tuple(practices)
    for practice in whole:
        for kind in practice.kinds:
            _claim(kinds, kind.code, (practice, kind))
        for section in practice.policy:
            _claim(sections, section.key, section)
        for code, text in practice.refusals.items():
            _claim(refusals, code, text)
    return Declared(whole, kinds, sections, refusals)


def _claim(table: dict[str, T], name: str, value: T) -> None:
    if table.setdefault(name, value) != value:
        raise DeclaredTwiceError(name)


class _InForce:
    declared = combined(())


def declare(practices: Iterable[Practice]) -> Declared:
    """Set the practices of this program and register their refusals. Raises `DeclaredTwiceError`."""
    _InForce.declared = combined(practices)
    wording.register(_InForce.declared.refusals)
    return _InForce.declared


def declared() -> Declared:
    """The practices of this program."""
    return _InForce.declared


@contextmanager
def with_practices(*practices: Practice) -> Iterator[Declared]:
    """Declare these practices, too, inside the `with`."""
    before = _InForce.declared
    try:
        yield declare((*before.practices, *practices))
    finally:
        declare(before.practices)
