"""What can happen with the rulebook (DOMAIN.md §10). A chapter is the published document `rulebook/<code>`."""

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
