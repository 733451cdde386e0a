"""One rulebook as a booklet: cover with edition and contents, every chapter with its version, a line to sign."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from shared.documents import templates
from shared.domain.text import full_day
from shared.domain.workdays import day_of
from shared.practice.rulebook import words
from shared.practice.rulebook.facts import Book
from shared.practice.rulebook.views import Chapter, in_force_on
from shared.practice.rulebook.words import label
from shared.qt import markdown, printing, theme


def as_pdf(book: Book, chapters: Iterable[Chapter], file: Path) -> None:
    """Write the booklet to `file`; needs the Qt application of `printing.ready`. Raises `OSError`."""
    title, found = words.book(book.value), tuple(chapters)
    starts = printing.pages_of_breaks(as_html(book, found))
    html = as_html(book, found, starts)
    printing.pdf(html, file, title=title, foot=lambda page, pages: f"{title} · {_page(page, pages)}")


def contents(chapters: Iterable[Chapter], today: date) -> tuple[Chapter, ...]:
    """The chapters in a booklet of this day; a version that begins later is preceded by the one in force."""
    pairs = ((in_force_on(each, today), each) for each in chapters)
    return tuple(each for pair in pairs for each in dict.fromkeys(pair) if each is not None)


def as_html(book: Book, chapters: Sequence[Chapter], starts: Sequence[int] = ()) -> str:
    """The booklet as HTML of the kind that Qt's text document lays out; `starts`: the page of each chapter."""
    edition = max((day_of(each.at) for each in chapters), default=None)  # what a hall signs for
    return templates.filled(
        "rulebook.html",
        book=words.book(book.value),
        edition=label("edition").format(day=full_day(edition)) if edition else "",
        chapters=[(each, markdown.as_html(each.text)) for each in chapters],
        starts=[*starts, *[""] * (len(chapters) - len(starts))],
        label=label,
        words=words,
        colour=theme.tokens()["colour"]["warm"],
        full_day=full_day,
    )


def _page(page: int, pages: int) -> str:
    return label("page").format(page=page, pages=pages)
