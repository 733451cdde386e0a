"""The rulebooks as a printed booklet: cover, contents, every chapter with its version, and a line to sign."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from shared.documents import templates
from shared.domain.text import full_day
from shared.practice.rulebook import words
from shared.practice.rulebook.facts import Book
from shared.practice.rulebook.views import Chapter, in_force_on
from shared.practice.rulebook.words import label
from shared.qt import markdown, printing, theme


def as_pdf(chapters: Iterable[Chapter], file: Path) -> None:
    """Write the booklet to `file`; needs the Qt application of `printing.ready`. Raises `OSError`."""
    printing.pdf(as_html(chapters), file, title=label("title"), foot=foot)


def contents(chapters: Iterable[Chapter], today: date) -> tuple[Chapter, ...]:
    """The chapters in a booklet of this day; before a version that begins later stands the one in force."""
    pairs = ((in_force_on(each, today), each) for each in chapters)
    return tuple(each for pair in pairs for each in dict.fromkeys(pair) if each is not None)


def as_html(chapters: Iterable[Chapter]) -> str:
    """The booklet as HTML of the kind that Qt's text document lays out: each book with its contents."""
    found = [(chapter, markdown.as_html(chapter.text)) for chapter in chapters]
    books = [(book, part) for book in Book if (part := [each for each in found if each[0].book is book])]
    colour = theme.tokens()["colour"]["warm"]
    return templates.filled(
        "rulebook.html", books=books or [(Book.RULES, [])], label=label, words=words, colour=colour, full_day=full_day
    )


def foot(page: int, pages: int) -> str:
    """The text at the foot of a page."""
    return f"{label('title')} · {label('page').format(page=page, pages=pages)}"
