"""An issue as HTML with inline styles alone: as one file, for the clipboard, and laid out as PDF."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from shared.documents import templates
from shared.domain import text
from shared.practice.column import words
from shared.practice.column.published import Item, Published
from shared.practice.column.rules.pictures import Place, place
from shared.qt import printing, theme

Images = Mapping[tuple[str, int], str]
"""By page and number, base64."""


class Block(msgspec.Struct, frozen=True):
    """A paragraph, or a photo: its `image` (base64), or the number of a placeholder for it; `text` is the caption."""

    text: str
    picture: str = ""
    image: str = ""


class _Printed(msgspec.Struct, frozen=True):
    section: str
    hall: str
    title: str
    parts: tuple[Block, ...]
    quotes: tuple[str, ...]


def heading(issue: Published) -> str:
    """服务之窗 2014 年第 2 期（第2次发布）: also the name of its files."""
    number = words.label("issue").format(year=issue.year, number=issue.number)
    return f"{words.label('column')} {number}{_edition(issue, '（{}）')}"


def _edition(issue: Published, form: str = "{}") -> str:
    """The number of the edition in words, from the second on."""
    return form.format(words.label("edition").format(edition=issue.edition)) if issue.edition > 1 else ""


def as_html(issue: Published, images: Images, *, whole: bool = True) -> str:
    """The issue as HTML: a `whole` page, or a fragment for another one. Photos not given are numbered placeholders."""
    html = templates.filled(
        "column.html",
        whole=whole,
        issue=issue,
        heading=heading(issue),
        number=words.label("issue").format(year=issue.year, number=issue.number),
        day=text.full_day(issue.day),
        edition=_edition(issue),
        items=list(_items(issue, images)),
        label=words.label,
        colour=theme.tokens()["colour"]["warm"],
    )
    return "\n".join(line for line in html.splitlines() if line.strip()) + "\n"


def _items(issue: Published, images: Images) -> Iterator[_Printed]:
    pictures = 0
    for item in issue.items:
        parts = []
        for paragraph in item.paragraphs:
            found = place(paragraph)
            pictures += found is not None
            parts.append(_picture(item, found, pictures, images) if found else Block(paragraph))
        yield _printed(item, tuple(parts))


def _picture(item: Item, found: Place, number: int, images: Images) -> Block:
    image = images.get((item.page, found.number), "")
    return Block(found.caption, words.label("picture").format(number=number), image)


def _printed(item: Item, parts: tuple[Block, ...]) -> _Printed:
    return _Printed(words.section(item.section.value), item.hall_name, item.title, parts, item.quotes)


def write_html(issue: Published, images: Images, file: Path) -> None:
    """One file, nothing beside it. Raises `OSError`."""
    file.write_text(as_html(issue, images), encoding="utf-8")


def as_pdf(issue: Published, images: Images, file: Path) -> None:
    """Write the issue as PDF; needs the Qt application of `printing.ready`. Raises `OSError`."""
    title = heading(issue)
    printing.pdf(as_html(issue, images), file, title=title, foot=lambda page, pages: f"{title} · {page}/{pages}")
