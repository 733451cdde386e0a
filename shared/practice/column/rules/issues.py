"""What an issue needs before it is published, and how people may appear in its later editions."""

from collections.abc import Mapping, Sequence
from datetime import date

from shared.domain.refusal import Refusal
from shared.practice.column.facts import Naming
from shared.practice.column.policy import ColumnPolicy


def may_plan(stories: Sequence[str], settings: ColumnPolicy) -> Refusal | None:
    """An issue in preparation may still be short, never too long, and holds a story once."""
    if len(set(stories)) != len(stories):
        return Refusal("story_twice")
    return Refusal("too_many_items", {"most": settings.items_most}) if len(stories) > settings.items_most else None


def may_publish(stories: Sequence[str], day: date, today: date, settings: ColumnPolicy) -> Refusal | None:
    """A first edition has its size, and is published on its day or later."""
    if refusal := may_plan(stories, settings):
        return refusal
    if len(stories) < settings.items_least:
        return Refusal("too_few_items", {"least": settings.items_least})
    return Refusal("issue_ahead", {"day": day}) if day > today else None


_BY_EXPOSURE = (Naming.NAMED, Naming.POST, Naming.ANONYMOUS, Naming.NO)  # the most exposed first


def at_most(then: Naming, now: Naming) -> Naming:
    """How somebody appears in a later edition: as they did or less, never more than they agreed to then."""
    less = max(then, now, key=lambda each: _BY_EXPOSURE.index(each) if each in _BY_EXPOSURE else len(_BY_EXPOSURE))
    return Naming.ANONYMOUS if less is Naming.NO else less


def later_naming(then: Mapping[str, Naming], now: Mapping[str, Naming]) -> dict[str, Naming]:
    """`at_most` for everybody in a story; who came into it by a correction appears as they agreed."""
    return {**now, **{number: at_most(naming, now.get(number, Naming.NO)) for number, naming in then.items()}}
