"""What the rulebook page reads: chapters and drafts, changes, who has not read, receipts."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import msgspec
from msgspec.structs import replace

from counter.store_type import Store
from shared.domain.workdays import day_of
from shared.people import views as people
from shared.people.views import Hall
from shared.practice.rulebook import views
from shared.practice.rulebook.views import Book, Chapter, Difference, Draft, Readers, Reading, Receipt

_DRAFT, _UNTIL = "draft:", "until:"


class RulebookData(msgspec.Struct, frozen=True):
    """The reader's chapters, changes by chapter code since they read it; for supervisors readers, receipts, halls."""

    readings: tuple[Reading, ...]
    changes: Mapping[str, tuple[Difference, ...]]
    readers: tuple[Readers, ...]
    receipts: Mapping[Book, Receipt]
    halls: tuple[Hall, ...]
    now: int


def is_draft(chapter: Chapter) -> bool:
    """Whether the chapter is a draft for comments."""
    return chapter.code.startswith(_DRAFT)


def until(chapter: Chapter) -> date | None:
    """The first day on which it is no longer in force; None where no newer version is published."""
    return date.fromisoformat(chapter.code.split(":")[1]) if chapter.code.startswith(_UNTIL) else None


def read_rulebook(store: Store, number: str, hall: str, now: int) -> RulebookData:
    """Read it for the person with this staff number; `hall`: whose readers are wanted, "" for none."""
    mine = views.mine(store, number)
    known = {each.chapter.code: views.changes(store, each.chapter.code, each.version) for each in mine if _older(each)}
    books = dict.fromkeys(each.chapter.book for each in mine) if hall else {}
    signed = {book: [each for each in views.receipts(store, book) if each.hall == hall] for book in books}
    return RulebookData(
        readings=(
            *_with_versions_in_force(mine, day_of(now)),
            *(Reading(_as_chapter(each), 0, None) for each in views.drafts(store)),
        ),
        changes=known,
        readers=views.readers(store, hall) if hall else (),
        receipts={book: own[0] for book, own in signed.items() if own},
        halls=people.halls(store),
        now=now,
    )


def _with_versions_in_force(mine: Iterable[Reading], today: date) -> Iterator[Reading]:
    """Put before each version of a later day the one in force today, which need not be acknowledged any more."""
    for reading in mine:
        now = views.in_force_on(reading.chapter, today)
        if now is not None and now is not reading.chapter:
            named = replace(now, code=f"{_UNTIL}{reading.chapter.effective}:{now.code}")
            yield Reading(named, now.version, None)
        yield reading


def _older(reading: Reading) -> bool:
    """Whether the person has read only an earlier version."""
    return 0 < reading.version < reading.chapter.version


def _as_chapter(draft: Draft) -> Chapter:
    text = draft.text
    return Chapter(
        code=_DRAFT + draft.code,
        version=0,
        place=text.place,
        title=text.title,
        text=text.text,
        at=draft.at,
        book=text.book,
        standard=text.standard,
        material=0,
        material_at=draft.at,
        effective=None,
        read_by=None,
    )
