"""What can happen with the rulebook. A chapter is the published document `rulebook/<code>`.

The rules: resources/handbook/practices.en.md §10.
"""

import msgspec

from shared.domain.fact import Fact

PREFIX = "rulebook/"


class Text(msgspec.Struct, frozen=True):
    """The body of a chapter's document: its place in the book, title and words; no words: withdrawn."""

    place: int
    title: str
    text: str


class RulebookRead(Fact):
    """A person read one version of one chapter and says so. The subject is `reading:<number>:<chapter>`."""

    staff: str
    chapter: str
    version: int
