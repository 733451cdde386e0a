"""An issue as HTML with inline styles alone: as one file, for the clipboard, and laid out as PDF."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from shared.documents import templates
from shared.domain import text
from shared.practice.column import words
from shared.practice.column.published import Item, Published
from shared.qt import printing, theme

_PICTURE = re.compile(r"〔图[:：]?(.*)〕")


@dataclass(frozen=True)
class Part:
    """A paragraph; `picture`: the placeholder's number where one is to be put, with its caption as text."""

    text: str
    picture: str = ""


@dataclass(frozen=True)
class _Printed:
    section: str
    hall: str
    title: str
    parts: tuple[Part, ...]
    quotes: tuple[str, ...]


def heading(issue: Published) -> str:
    """服务之窗 2014 年第 2 期（第2次发布）: also the name of its files."""
    number = words.label("issue").format(year=issue.year, number=issue.number)
    return f"{words.label('column')} {number}{_edition(issue, '（{}）')}"


def _edition(issue: Published, form: str = "{}") -> str:
    """Said from the second on."""
    return form.format(words.label("edition").format(edition=issue.edition)) if issue.edition > 1 else ""


def as_html(issue: Published, *, whole: bool = True) -> str:
    """The issue: a whole page, or what goes into another one. Pictures are numbered placeholders."""
    html = templates.filled(
        "column.html",
        whole=whole,
        issue=issue,
        heading=heading(issue),
        number=words.label("issue").format(year=issue.year, number=issue.number),
        day=text.full_day(issue.day),
        edition=_edition(issue),
        items=list(_items(issue)),
        label=words.label,
        colour=theme.tokens()["colour"]["warm"],
    )
    return "\n".join(line for line in html.splitlines() if line.strip()) + "\n"


def _items(issue: Published) -> Iterator[_Printed]:
    pictures = 0
    for item in issue.items:
        parts = []
        for paragraph in item.paragraphs:
            found = _PICTURE.fullmatch(paragraph)
            pictures += found is not None
            parts.append(_picture(pictures, found[1]) if found else Part(paragraph))
        yield _printed(item, tuple(parts))


def _picture(number: int, caption: str) -> Part:
    return Part(caption.strip(), words.label("picture").format(number=number))


def _printed(item: Item, parts: tuple[Part, ...]) -> _Printed:
    return _Printed(words.section(item.section.value), item.hall_name, item.title, parts, item.quotes)


def write_html(issue: Published, file: Path) -> None:
    """One file, nothing beside it. Raises `OSError`."""
    file.write_text(as_html(issue), encoding="utf-8")


def as_pdf(issue: Published, file: Path) -> None:
    """The same on paper; needs the Qt application of `printing.ready`. Raises `OSError`."""
    title = heading(issue)
    printing.pdf(as_html(issue), file, title=title, foot=lambda page, pages: f"{title} · {page}/{pages}")
