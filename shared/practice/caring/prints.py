"""What the award prints besides the certificate: the outcome for the file, the book of annals, a nominee's copy."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from shared.documents import templates
from shared.documents.workbook import TWO_DECIMALS, Sheet, workbook
from shared.domain import text
from shared.domain.money import decimal
from shared.practice.caring import words
from shared.practice.caring.annals import Annal
from shared.practice.caring.board import Board, OutcomeLine
from shared.practice.caring.own import Copy
from shared.qt import printing, theme

_HEADS = ("place", "person", "title", "score", "jurors", "spread", "lesson", "contribution", "outcome")
_NUMBERS = ("place", "score", "jurors", "lesson", "contribution")
Cells = tuple[str, ...]


def result_pdf(board: Board, people: Mapping[str, str], file: Path) -> None:
    """The outcome of a round with what the checks say, to be signed; `people`: names by number. Raises `OSError`."""
    found = board.round
    title = f"{words.label('award')} {words.label('year').format(year=board.year)} {words.label('result')}"
    html = _page(
        "award_result.html",
        title=title,
        state=words.state(found.state.value) if found else "",
        heads=[_head(name) for name in _HEADS],
        rows=[_cells(line, people) for line in board.lines],
        right=[place for place, name in enumerate(_HEADS) if name in (*_NUMBERS, "spread")],
        checks=board.checks,
        chair=people.get(found.chair, found.chair) if found else "",
        minute=found.minute if found else "",
        until=text.full_day(found.until) if found and found.until else "",
    )
    printing.pdf(html, file, title=title, foot=lambda page, pages: f"{title} · {page}/{pages}")


def result_xlsx(board: Board, people: Mapping[str, str]) -> bytes:
    """The outcome of a round as a workbook (xlsx); places, scores and means are numbers."""
    rows = [
        [float(cell) if name in _NUMBERS else cell for name, cell in zip(_HEADS, _cells(line, people), strict=True)]
        for line in board.lines
    ]
    means = {place: TWO_DECIMALS for place, name in enumerate(_HEADS) if name not in ("place", "jurors")}
    heads = [_head(name) for name in _HEADS]
    return workbook([Sheet(str(board.year), f"{words.label('award')} {board.year}", heads, rows, means)])


def book_pdf(annals: Sequence[Annal], file: Path) -> None:
    """经营大事迹 as a booklet, the newest year first. Raises `OSError`."""
    years = sorted({each.year for each in annals}, reverse=True)
    title = words.label("annals")
    html = _page(
        "annals.html",
        title=title,
        years=[
            (words.label("year").format(year=year), [each for each in annals if each.year == year]) for year in years
        ],
    )
    printing.pdf(html, file, title=title, foot=lambda page, pages: f"{title} · {page}/{pages}")


def copy_pdf(copy: Copy, name: str, file: Path) -> None:
    """A nominee's own text. Raises `OSError`."""
    title = f"{words.label('award')} · {words.label('copy')}"
    html = _page(
        "award_copy.html",
        title=title,
        year=words.label("year").format(year=copy.year),
        name=name,
        deed=copy.title,
        outcome=words.label("awarded" if copy.awarded else "nominee"),
        paragraphs=[line for line in copy.text.splitlines() if line.strip()],
    )
    printing.pdf(html, file, title=title, foot=lambda page, pages: f"{title} · {page}/{pages}")


def _page(template: str, **values: object) -> str:
    return templates.filled(template, label=words.label, colour=theme.tokens()["colour"]["warm"], **values)


def _head(name: str) -> str:
    return words.label(f"{name}_mean" if name in words.CRITERIA else name)


def _cells(line: OutcomeLine, people: Mapping[str, str]) -> Cells:
    tally = line.tally
    return (
        str(line.place),
        people.get(tally.hero, tally.hero),
        line.title,
        decimal(tally.score),
        str(tally.jurors),
        line.spread,
        decimal(tally.lesson),
        decimal(tally.contribution),
        words.label("awarded" if line.awarded else "nominee"),
    )
