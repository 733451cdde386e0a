"""The steps of a story: everybody concerned agrees, the hero reads it, a person other than its editor approves."""

from collections.abc import Mapping
from enum import StrEnum

import msgspec

from shared.domain.refusal import Refusal
from shared.practice.column.facts import Naming


class Step(StrEnum):
    """What a story waits for."""

    DRAFT = "draft"  # a first version
    CONSENT = "consent"  # of everybody concerned
    REFUSED = "refused"  # by a colleague who is in the text: take them out of it, or set it aside
    READING = "reading"  # by whom it is about, of the last version
    APPROVAL = "approval"  # by another person than its editor
    READY = "ready"
    PUBLISHED = "published"
    OUT = "out"  # set aside or retracted


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """What the rules need of a story. Versions from 1, 0 for none; `concerned`: hero, author, everybody in the text."""

    version: int
    editor: str
    hero: str
    author: str
    concerned: tuple[str, ...]
    agreed: Mapping[str, Naming] = msgspec.field(default_factory=dict)
    read: int = 0  # the version that the hero agreed to
    approved: int = 0
    out: bool = False
    published: bool = False
    again: tuple[str, ...] = ()  # who agreed before a photo of them was added

    @property
    def open(self) -> tuple[str, ...]:
        """Who has not answered yet."""
        return tuple(number for number in self.concerned if number not in self.agreed or number in self.again)

    @property
    def refused_by(self) -> tuple[str, ...]:
        """Who does not agree to appear."""
        return tuple(number for number in self.concerned if self.agreed.get(number) is Naming.NO)

    @property
    def declined(self) -> bool:
        """Whether its hero or author does not agree: then it is not printed."""
        return bool({self.hero, self.author} & set(self.refused_by))


def step(story: Standing) -> Step:
    """What a story waits for."""
    steps = (
        (Step.OUT, story.out or story.declined),
        (Step.DRAFT, not story.version),
        (Step.REFUSED, bool(story.refused_by)),
        (Step.CONSENT, bool(story.open)),
        (Step.READING, bool(story.hero) and story.read != story.version),
        (Step.APPROVAL, story.approved != story.version),
        (Step.PUBLISHED, story.published),
    )
    return next((found for found, holds in steps if holds), Step.READY)


_MISSING = {
    Step.DRAFT: "story_draft",
    Step.CONSENT: "story_consent",
    Step.REFUSED: "story_refused",
    Step.READING: "story_reading",
    Step.APPROVAL: "story_approval",
    Step.OUT: "story_out",
}


def may_print(story: Standing, names: Mapping[str, str]) -> Refusal | None:
    """Whether the last version may go into an issue; the refusal names whose answer is missing."""
    found = step(story)
    who = {Step.CONSENT: story.open, Step.REFUSED: story.refused_by}.get(found, (story.hero,))
    name = names.get(who[0], who[0]) if who else ""
    if found is Step.READING and story.read:
        return Refusal("changed_after_reading")
    if found in (Step.READY, Step.PUBLISHED):
        return None
    return Refusal(_MISSING[found], {"name": name})


def may_approve(story: Standing, by: str, names: Mapping[str, str], *, alone: bool) -> Refusal | None:
    """Approval by a person other than editor, hero and author; `alone`: the office has only one editor."""
    found = step(story)
    if found in (Step.READY, Step.PUBLISHED):
        return Refusal("approved_already")
    if found is not Step.APPROVAL:
        return may_print(story, names)
    if by in (story.hero, story.author) or (by == story.editor and not alone):
        return Refusal("same_person_approves")
    return None


def may_stay_published(story: Standing) -> bool:
    """Whether what was published of it may stay in the electronic versions."""
    return not (story.out or story.declined)
