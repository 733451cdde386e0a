"""The rulebooks as a printed booklet: cover, contents, every chapter with its version, and a line to sign."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtGui import QPagedPaintDevice

from shared.documents import templates
from shared.practice.rulebook import words
from shared.practice.rulebook.facts import Book
from shared.practice.rulebook.views import Chapter
from shared.practice.rulebook.words import label
from shared.qt import markdown, printing, theme


def as_pdf(chapters: Iterable[Chapter], file: Path) -> None:
    """Write the booklet to `file`; needs the Qt application of `printing.ready`. Raises `OSError`."""
    printing.pdf(as_html(chapters), file, title=label("title"), foot=foot)


def print_on(chapters: Iterable[Chapter], device: QPagedPaintDevice) -> bool:
    """Print the booklet; False if it did not begin."""
    return printing.printed(as_html(chapters), device, foot=foot)


def as_html(chapters: Iterable[Chapter]) -> str:
    """The booklet as HTML of the kind that Qt's text document lays out: each book with its contents."""
    found = [(chapter, markdown.as_html(chapter.text)) for chapter in chapters]
    books = [(book, part) for book in Book if (part := [each for each in found if each[0].book is book])]
    colour = theme.tokens()["colour"]["warm"]
    return templates.filled("rulebook.html", books=books or [(Book.RULES, [])], label=label, words=words, colour=colour)


def foot(page: int, pages: int) -> str:
    """The foot of each page."""
    return f"{label('title')} · {label('page').format(page=page, pages=pages)}"
