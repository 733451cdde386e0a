"""年度考核排名表: all units of a year, best first, the disqualified struck with the reason; as workbook and page."""

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import msgspec

from shared.documents import templates
from shared.documents.workbook import Sheet, Value, workbook
from shared.domain import text
from shared.domain.money import FEN, decimal, yuan
from shared.domain.ranking import ranks
from shared.journal.store import Store
from shared.people.views import everyone
from shared.practice.assessment import views, words
from shared.practice.assessment.facts import Item, Part
from shared.practice.assessment.views import UPHELD, Board, Row
from shared.qt import printing

_SCORES = (*Item, *Part)


class YearSheet(msgspec.Struct, frozen=True):
    """A year's board as it is printed; `state` says whether it is in preparation, in notice or closed."""

    board: Board
    state: str
    alone: bool
    names: dict[str, str]


def of_year(store: Store, board: Board) -> YearSheet:
    """The sheet of a board, with what the journal says of its notice and closing."""
    notice, closed = views.notice(store, board.year), views.closed_year(store, board.year)
    if closed:
        state = words.label("closed")
    elif notice:
        state = words.label("notice").format(until=text.day(notice.published.until))
    else:
        state = words.label("open")
    names = {person.number: person.name for person in everyone(store)}
    return YearSheet(board, state, bool(closed and closed[0].alone), names)


def heads() -> tuple[str, ...]:
    """The headings of the units' table."""
    named = [words.item(each.value) if isinstance(each, Item) else words.part(each.value) for each in _SCORES]
    return (
        *map(words.label, ("rank", "unit", "branch")),
        *named,
        *map(words.label, ("total", "complaints", "reward", "remark")),
    )


def remark(row: Row) -> str:
    """Why a unit is disqualified or not ranked, and which of its parts have no figures."""
    if row.disqualified:
        return words.label("no_reward").format(reason=words.reason(UPHELD))
    remarks = [] if row.rank else [words.label("unranked")]
    remarks += [words.label("missing").format(part=words.part(part.value)) for part in row.total.missing]
    return " · ".join(remarks)


def values(sheet: YearSheet, row: Row) -> tuple[Value, ...]:
    """The cells of a unit: numbers as numbers."""
    score = {line.code: Fraction(line.value) for line in row.total.lines}
    return (
        row.rank,
        sheet.board.names.get(row.total.unit, row.total.unit),
        row.total.branch,
        *(score.get(each.value, Fraction(0)) for each in _SCORES),
        row.total.value,
        int(row.upheld) if row.upheld == int(row.upheld) else Fraction(row.upheld),
        None if row.reward is None or not row.rewarded else Fraction(row.reward, FEN),
        remark(row),
    )


def texts(row: Sequence[Value]) -> tuple[str, ...]:
    """The cells of a row as texts."""
    return tuple(map(_text, row))


def _text(value: Value) -> str:
    if isinstance(value, Fraction):
        return decimal(value)
    return "" if value is None else str(value)


def branches(sheet: YearSheet) -> tuple[tuple[Value, ...], ...]:
    """Place, branch, score, the score weighted by windows, sales completion in per cent."""
    board, order = sheet.board, ranks(sheet.board.branches)
    return tuple(
        (
            order[name],
            name,
            board.branches[name],
            board.by_windows.get(name),
            board.sales[name] * 100 if name in board.sales else None,
        )
        for name in sorted(board.branches, key=lambda name: (order[name], name))
    )


def branch_heads() -> tuple[str, ...]:
    """The headings of the branches' table."""
    return (*map(words.label, ("rank", "branch", "score", "by_windows")), f"{words.label('completion')} %")


def teams(sheet: YearSheet) -> tuple[tuple[Value, ...], ...]:
    """Each rewarded unit's reward within its team: unit, number, name, days, yuan."""
    board = sheet.board
    return tuple(
        (
            board.names.get(row.total.unit, row.total.unit),
            number,
            sheet.names.get(number, ""),
            board.teams[row.total.unit][number],
            Fraction(fen, FEN),
        )
        for row in board.rows
        if row.rewarded
        for number, fen in board.team(row).items()
    )


def team_heads() -> tuple[str, ...]:
    """The headings of the teams' table."""
    return tuple(map(words.label, ("unit", "number", "name", "days", "reward")))


def as_xlsx(sheet: YearSheet) -> bytes:
    """The workbook's bytes."""
    struck = frozenset(place for place, row in enumerate(sheet.board.rows) if row.disqualified)
    head = f"{words.label('year_sheet')} {sheet.board.year}"
    pages = [
        Sheet(str(sheet.board.year), head, heads(), [values(sheet, row) for row in sheet.board.rows], struck=struck),
        Sheet(words.label("branches"), head, branch_heads(), branches(sheet)),
    ]
    if shares := teams(sheet):
        pages.append(Sheet(words.label("teams"), head, team_heads(), shares))
    return workbook(pages)


def as_pdf(sheet: YearSheet, file: Path) -> None:
    """Write the page to `file`; needs the Qt application of `printing.ready`. Raises `OSError`."""
    title = f"{words.label('year_sheet')} {sheet.board.year}"
    basis = words.label("basis").format(policy=sheet.board.policy)
    printing.pdf(
        as_html(sheet),
        file,
        title=title,
        foot=lambda page, pages: f"{title} · {basis} · {page}/{pages}",
        landscape=True,
    )


def as_html(sheet: YearSheet) -> str:
    """The page as HTML of the kind that Qt's text document lays out."""
    return templates.filled(
        "year_sheet.html",
        sheet=sheet,
        heads=heads(),
        rows=[(texts(values(sheet, row)), row.disqualified) for row in sheet.board.rows],
        branch_heads=branch_heads(),
        branches=[texts(row) for row in branches(sheet)],
        team_heads=team_heads(),
        teams=[texts(row) for row in teams(sheet)],
        rewards=yuan(sum(row.reward or 0 for row in sheet.board.rows)),
        label=words.label,
    )
