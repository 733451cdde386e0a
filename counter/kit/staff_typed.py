"""Several people typed into one field: numbers, or names that one person has."""

import re

from counter.kit.page import AnyPage

_SPACES = re.compile(r"[\s,，、;；]+")


def numbers_typed(page: AnyPage, typed: str) -> tuple[str, ...]:
    """Staff numbers; a name that one person has stands for theirs, what is not known for itself."""
    people = page.session.here.people.values()
    names = {each.name: each.number for each in people if sum(one.name == each.name for one in people) == 1}
    return tuple(names.get(each, each) for each in _SPACES.split(typed) if each)
