"""成效 as a workbook, and as a printed page with its pictures."""

import base64
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSizeF

from shared.documents import templates
from shared.documents.workbook import TWO_DECIMALS, Sheet, Value, workbook
from shared.domain.text import full_day
from shared.qt import printing
from shared.qt.charts import style
from shared.qt.charts.chart import Chart, as_png
from shared.qt.page_pictures import Paper
from shared.report.effect import QUARTERS, Effect, Figures, Measure, basis, shown, value
from shared.report.words import label

_DPI = 200
_PICTURE = QSizeF(3.3 * _DPI, 2.0 * _DPI)  # two side by side on an A4 page in landscape
_ACROSS = 400  # units of the page that a picture is wide


def write(found: Effect, charts: Sequence[Chart], file: Path, kind: str) -> None:
    """Write it as `xlsx` or `pdf`. Raises `OSError`."""
    if kind == "xlsx":
        file.write_bytes(as_xlsx(found))
    else:
        as_pdf(found, charts, file)


def as_xlsx(found: Effect) -> bytes:
    """The workbook's bytes: the measures by quarter, then the changes of rules."""
    title = _title(found)
    columns = [label("measure"), *_quarter_names(found), *(f"{name} · {label('of')}" for name in _quarter_names(found))]
    rows: list[tuple[Value, ...]] = [
        (
            label(measure.value),
            *(value(measure, each) for each in _all(found)),
            *(None if each is None else basis(measure, each) for each in _all(found)),
        )
        for measure in Measure
    ]
    formats = dict.fromkeys(range(1, len(_all(found)) + 1), TWO_DECIMALS)
    sheets = [Sheet(label("effect"), title, columns, rows, formats)]
    heads = [label(name) for name in ("day", "rule", "was", "is")]
    if lines := _changes(found):
        sheets.append(Sheet(label("changes"), title, heads, lines))
    return workbook(sheets)


def as_pdf(found: Effect, charts: Sequence[Chart], file: Path) -> None:
    """Write the page to `file`; needs the Qt application of `printing.ready`. Raises `OSError`."""
    printing.pdf(as_html(found, charts), file, title=_title(found), foot=_foot(found), landscape=True)


def print_on(found: Effect, charts: Sequence[Chart], device: Paper) -> bool:
    """Print the page on a printer or a preview, in landscape; False if it did not begin."""
    return printing.printed(as_html(found, charts), device, foot=_foot(found))


def as_html(found: Effect, charts: Sequence[Chart]) -> str:
    """The page as HTML of the kind that Qt's text document lays out."""
    rows = [(label(m.value), [shown(value(m, each)) or "—" for each in _all(found)]) for m in Measure]
    return templates.filled(
        "effect.html",
        title=_title(found),
        columns=[label("measure"), *_quarter_names(found)],
        rows=rows,
        changes=[(full_day(day), *line) for day, *line in _changes(found)],
        pictures=[
            (each.title, base64.b64encode(as_png(each, _PICTURE, style.paper(_DPI))).decode()) for each in charts
        ],
        across=_ACROSS,
        label=label,
    )


def _foot(found: Effect) -> printing.Foot:
    return lambda page, pages: f"{_title(found)} · {page}/{pages}"


def _title(found: Effect) -> str:
    return f"{label('effect')} {label('year').format(year=found.year)}"


def _all(found: Effect) -> tuple[Figures | None, ...]:
    return (*found.before, *found.quarters)


def _quarter_names(found: Effect) -> list[str]:
    pattern = label("quarter")
    return [pattern.format(year=year, quarter=q) for year in (found.year - 1, found.year) for q in QUARTERS]


def _changes(found: Effect) -> list[tuple[Any, ...]]:
    return [
        (each.day, f"{line.section} · {line.name}", line.before, line.after)
        for each in found.changes
        for line in each.changed
    ]
