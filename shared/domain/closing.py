"""Closing a period: a head and its lines, which can be computed again from themselves.

The rules: resources/handbook/practices.en.md §8.

A closed figure never changes. What differs today is listed; a correction is a fact of its own.
"""

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from functools import cache
from hashlib import sha256
from typing import Any, Generic, TypeVar

import msgspec
from msgspec.structs import replace

from shared.domain.refusal import Refusal
from shared.domain.text import Text
from shared.domain.workdays import Calendar

REFUSALS: Mapping[str, Text] = {
    "closed_inputs_changed": Text(
        "{period} 关账时的数据被改动过，不能使用。",
        "The closed data of {period} has been altered and cannot be used.",
    ),
    "closed_figures_changed": Text(
        "{period} 按关账数据重算，结果不同：{keys}",
        "Recomputing {period} from its closed data gives different results: {keys}",
    ),
    "preparer_approves": Text("您是编制人，须由另一人审核。", "You prepared this; another person must approve it."),
}
"""Whatever closes a period refuses with these."""

I = TypeVar("I")  # noqa: E741  # the inputs of a line
R = TypeVar("R")  # and its result


class Head(msgspec.Struct, frozen=True):
    """What was closed, by which rules, on which state of the feed. `inputs` is the digest of all lines' inputs."""

    period: str
    policy: int
    basis: int
    basis_hash: str
    inputs: str = ""


class Closed(msgspec.Struct, Generic[I, R], frozen=True):
    """A closed period: by key (a staff number, a unit) what went in and what came out."""

    head: Head
    inputs: Mapping[str, I]
    results: Mapping[str, R]


class Difference(msgspec.Struct, Generic[R], frozen=True):
    """A figure that is another today, or that only one side has (None)."""

    key: str
    closed: R | None
    today: R | None


def digest(value: object) -> str:
    """SHA-256 of a value's canonical JSON: fractions as `a/b`, keys in order. Same value, same digest, anywhere."""
    return sha256(msgspec.json.encode(value, enc_hook=_exact, order="deterministic")).hexdigest()


def as_written(kind: type[msgspec.Struct], raw: Mapping[str, Any]) -> object:
    """A part of a fact, as JSON, for a digest that was taken when it was written: with the names of its own version.

    Otherwise a field that was added since, here or by the program that wrote it, would look like a change of the data.
    """
    known = [name for name in kind.__struct_fields__ if name in raw]
    names = (*known, *sorted(raw.keys() - set(known)))  # a newer version adds its names behind
    return _written(names)(**raw)


@cache
def _written(names: tuple[str, ...]) -> type[msgspec.Struct]:
    return msgspec.defstruct("Written", names)


def _exact(value: object) -> str:
    if isinstance(value, Fraction):
        return str(value)
    raise NotImplementedError(f"no canonical form for {type(value).__name__}")


def close(head: Head, inputs: Mapping[str, I], compute: Callable[[Mapping[str, I]], Mapping[str, R]]) -> Closed[I, R]:
    """The period with its results, its head sealed over the inputs."""
    return Closed(replace(head, inputs=digest(inputs)), inputs, compute(inputs))


def intact(
    closed: Closed[I, R], compute: Callable[[Mapping[str, I]], Mapping[str, R]], written: object = None
) -> Refusal | None:
    """Whether the lines are those that were closed, and give the closed figures when computed again.

    `written`: the inputs `as_written`, where they come from a journal.
    """
    if digest(closed.inputs if written is None else written) != closed.head.inputs:
        return Refusal("closed_inputs_changed", {"period": closed.head.period})
    wrong = differences(closed.results, compute(closed.inputs))
    keys = tuple(found.key for found in wrong)
    return Refusal("closed_figures_changed", {"period": closed.head.period, "keys": keys}) if keys else None


def differences(closed: Mapping[str, R], today: Mapping[str, R]) -> tuple[Difference[R], ...]:
    """Where the closed figures and today's differ, in the order of the keys."""
    keys = sorted(closed.keys() | today.keys())
    found = (Difference(key, closed.get(key), today.get(key)) for key in keys)
    return tuple(each for each in found if each.closed != each.today)


def may_approve(preparer: str, approver: str, office: frozenset[str]) -> Refusal | None:
    """The preparer does not approve, unless there is nobody else in the office; then the print says so."""
    if preparer == approver and office - {preparer}:
        return Refusal("preparer_approves", {"preparer": preparer})
    return None


def notice_until(published: date, working_days: int, calendar: Calendar) -> date:
    """The last day of the notice period (公示): appeals are taken until its end."""
    return calendar.add(published, working_days)


def in_notice(published: date, today: date, working_days: int, calendar: Calendar) -> bool:
    """Whether an appeal made today is in time. A clock set back before the publication is in time too.

    Of no working days there is no notice: what is published may be closed at once.
    """
    return working_days > 0 and today <= notice_until(published, working_days, calendar)
