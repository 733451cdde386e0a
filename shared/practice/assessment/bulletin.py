"""月度通报: a month's scores of all units and what was deducted, as JSON, workbook and printed page."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from openpyxl import Workbook

import resources
from shared import workbook_page
from shared.domain.money import decimal
from shared.domain.months import first, last
from shared.journal.store import Store
from shared.practice.assessment import views, words
from shared.practice.assessment.facts import Item
from shared.practice.assessment.policy import Assessment
from shared.practice.assessment.rules.inspecting import Checked
from shared.qt import printing
from shared.reference.views import policy_on


@dataclass(frozen=True)
class Line:
    """One unit's month: scores as decimal text, empty where nothing was inspected, and what was deducted."""

    unit: str
    branch: str
    scores: dict[str, str]
    deductions: tuple[str, ...]


@dataclass(frozen=True)
class Bulletin:
    """A month."""

    month: str
    lines: tuple[Line, ...]


def of_month(store: Store, month: str) -> Bulletin:
    """All units, in their order."""
    settings = policy_on(store, first(month))[Assessment]
    scores, done = views.month_scores(store, month, settings), views.inspections(store, first(month), last(month))
    names = {line.code: line.text for line in views.checklist(store).lines}
    return Bulletin(
        month,
        tuple(
            Line(
                unit.name,
                unit.branch,
                {item.value: _score(scores.get(unit.code, {}), item) for item in Item},
                tuple(
                    _deduction(line, names)
                    for each in done
                    if each.unit == unit.code and each.done
                    for line in each.lines
                    if line.earned is not None and line.earned < line.points
                ),
            )
            for unit in views.units(store)
        ),
    )


def _score(scores: object, item: Item) -> str:
    found = scores.get(item) if isinstance(scores, dict) else None
    return "" if found is None else decimal(found)


def _deduction(line: Checked, names: dict[str, str]) -> str:
    lost = decimal(line.points - (line.earned or 0))
    return f"{names.get(line.code) or words.item(line.code)} −{lost}" + (f"（{line.reason}）" if line.reason else "")


def as_json(bulletin: Bulletin) -> bytes:
    """For other programs."""
    return msgspec.json.format(msgspec.json.encode(bulletin), indent=2) + b"\n"


def as_xlsx(bulletin: Bulletin) -> bytes:
    """The workbook's bytes: scores are numbers, names are texts whatever they begin with."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None  # a new workbook has one sheet
    sheet.title = bulletin.month
    sheet.append([words.label("unit"), words.label("branch"), *map(words.item, Item), words.label("deductions")])
    for line in bulletin.lines:
        scores = [float(score) if score else None for score in line.scores.values()]
        sheet.append([line.unit, line.branch, *scores, "；".join(line.deductions)])
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            if isinstance(cell.value, str):
                cell.data_type, cell.quotePrefix = "s", True
    workbook_page.lay_out(sheet, f"{words.label('bulletin')} {bulletin.month}")
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def as_pdf(bulletin: Bulletin, file: Path) -> None:
    """Write the page to `file`; needs the Qt application of `printing.ready`. Raises `OSError`."""
    printing.pdf(as_html(bulletin), file, title=words.label("bulletin"), foot=_foot)


def as_html(bulletin: Bulletin) -> str:
    """The page as HTML of the kind that Qt's text document lays out."""
    environment = Environment(
        loader=FileSystemLoader(resources.FOLDER / "templates"), autoescape=True, undefined=StrictUndefined
    )
    items = [(item.value, words.item(item)) for item in Item]
    return environment.get_template("bulletin.html").render(bulletin=bulletin, items=items, label=words.label)


def _foot(page: int, pages: int) -> str:
    return f"{words.label('bulletin')} · {page}/{pages}"
