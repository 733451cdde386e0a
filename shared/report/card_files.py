"""The 5P report as a workbook and as a printed page with its pictures."""

import base64
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QSizeF

from shared.documents import templates
from shared.documents.workbook import TWO_DECIMALS, Sheet, workbook
from shared.domain.money import decimal
from shared.domain.text import full_day
from shared.practice.cards import words as card_words
from shared.practice.cards.facts import P
from shared.qt import printing
from shared.qt.charts import style
from shared.qt.charts.chart import Chart, as_png
from shared.report.cards import CardReport
from shared.report.words import label

_DPI = 200
_PICTURE = QSizeF(3.3 * _DPI, 2.2 * _DPI)  # two side by side on an A4 page in landscape
_ACROSS = 320  # units of the page that a picture is wide


def write(
    report: CardReport, place: str, names: Mapping[str, str], charts: Sequence[Chart], file: Path, kind: str
) -> None:
    """Write it as `xlsx` or `pdf`; `place`: its hall, or that it is of all; `names` of the rows by key.

    Raises `OSError`.
    """
    title = f"{label('card_report')} · {place} · {full_day(report.first)} — {full_day(report.last)}"
    if kind == "xlsx":
        file.write_bytes(as_xlsx(report, title, names))
    else:
        as_pdf(report, title, names, charts, file)


def as_xlsx(report: CardReport, title: str, names: Mapping[str, str]) -> bytes:
    """The workbook's bytes; figures are numbers."""
    rows = [
        (
            row.rank,
            row.key,
            names[row.key],
            *(row.by_p.get(p, 0) for p in P),
            row.total,
            row.served,
            None if row.per_1000 is None else float(round(row.per_1000, 4)),
        )
        for row in report.rows
    ]
    columns = _columns()
    return workbook([Sheet(label("card_report"), title, columns, rows, {len(columns) - 1: TWO_DECIMALS})])


def as_pdf(report: CardReport, title: str, names: Mapping[str, str], charts: Sequence[Chart], file: Path) -> None:
    """Write the page to `file`; needs the Qt application of `printing.ready`. Raises `OSError`."""
    html = templates.filled(
        "card_report.html",
        report=report,
        title=title,
        columns=_columns(),
        rows=[(row, names[row.key]) for row in report.rows],
        pictures=[
            (chart.title, base64.b64encode(as_png(chart, _PICTURE, style.paper(_DPI))).decode()) for chart in charts
        ],
        across=_ACROSS,
        ps=tuple(P),
        decimal=decimal,
        label=label,
    )
    printing.pdf(html, file, title=title, foot=lambda page, pages: f"{title} · {page}/{pages}")


def _columns() -> list[str]:
    ends = (label(name) for name in ("total", "served", "per_1000"))
    return [label("rank"), label("key"), label("name"), *(card_words.p(p) for p in P), *ends]
