"""The photos of a story in the office, of what somebody was asked, and of a printed page."""

import base64
from collections.abc import Collection

import msgspec

from shared.journal.store import Store
from shared.practice.column.rules.pictures import People, places
from shared.practice.column.tables import PictureRow

MOST_BYTES = 45_000
"""The largest photo (JPEG) that fits into an event, with its digest."""


class Picture(msgspec.Struct, frozen=True):
    """One photo; `image` is base64 of a JPEG, `people` who can be recognised on it."""

    number: int
    sha256: str
    people: tuple[str, ...]
    image: str

    @property
    def jpeg(self) -> bytes:
        """The file itself."""
        return base64.b64decode(self.image)


def of_story(store: Store, story: str, staff: str = "") -> tuple[Picture, ...]:
    """The photos of a story as the office keeps them; with `staff` those that were shown to somebody."""
    return _pictures(store, PictureRow.subject == story, PictureRow.staff == staff)


def of_page(store: Store, page: str) -> tuple[Picture, ...]:
    """The photos of a printed page."""
    return _pictures(store, PictureRow.subject == page)


def in_text(store: Store, story: str, text: str, staff: str = "") -> list[tuple[bytes, str]]:
    """The photos of a text, in their order, each a JPEG with its caption."""
    captions = places(text)
    known = {one.number: one for one in of_story(store, story, staff)} if captions else {}
    return [(known[number].jpeg, caption) for number, caption in captions.items() if number in known]


def _pictures(store: Store, *where: object) -> tuple[Picture, ...]:
    rows = PictureRow.select().where(*where, PictureRow.image != "").order_by(PictureRow.number).execute(store.db)
    return tuple(Picture(row.number, row.sha256, tuple(row.people.split()), row.image) for row in rows)


def people(store: Store, stories: Collection[str]) -> dict[str, People]:
    """By story, who can be recognised on which photo; nothing of their contents is read."""
    if not stories:
        return {}
    fields = (PictureRow.subject, PictureRow.number, PictureRow.people)
    here = (PictureRow.subject.in_(list(stories)), PictureRow.staff == "", PictureRow.image != "")
    found: dict[str, dict[int, tuple[str, ...]]] = {}
    for story, number, staff in PictureRow.select(*fields).where(*here).tuples().execute(store.db):
        found.setdefault(story, {})[number] = tuple(staff.split())
    return dict(found)
