"""Parses several people typed into one field: staff numbers, or names that are unique."""

import re

from counter.kit.page import AnyPage

_SEPARATORS = re.compile(r"[\s,，、;；]+")


def numbers_typed(page: AnyPage, typed: str) -> tuple[str, ...]:
    """The staff numbers meant; a unique name gives its number, unknown text is returned as it is."""
    people = page.session.here.people.values()
    names = {each.name: each.number for each in people if sum(one.name == each.name for one in people) == 1}
    return tuple(names.get(each, each) for each in _SEPARATORS.split(typed) if each)
