"""绩效分配表: a pool's sheet as rows for the screen, as a workbook for the pay office, and as a printed page."""

from fractions import Fraction
from pathlib import Path

import msgspec

from shared.documents import templates
from shared.documents.workbook import MONEY, PERCENT, Sheet, Value, workbook
from shared.domain.money import decimal, yuan
from shared.journal.store import Store
from shared.practice.performance import states, words
from shared.practice.performance.rules.pay import Paid
from shared.practice.performance.states import Standing
from shared.practice.performance.views import Computed
from shared.qt import printing

_HASH = 12  # characters of the journal's hash on a page
COLUMNS = (
    *("number", "name", "points", "share", "factor", "workload_part"),
    *("service_part", "deduction", "correction", "payable"),
)


class PayRow(msgspec.Struct, frozen=True):
    """One person of a sheet; amounts in fen. A cap is shown in the service part, so that the parts add up."""

    number: str
    name: str
    points: Fraction
    share: Fraction
    factor: Fraction
    workload_part: int
    service_part: int
    deduction: int
    correction: int

    @property
    def payable(self) -> int:
        """应发."""
        return self.workload_part + self.service_part - self.deduction + self.correction


class PaySheet(msgspec.Struct, frozen=True):
    """A pool with its people; `place` names hall and post, `basis` what it was computed by."""

    month: str
    place: str
    amount: int
    reserve: int
    rows: tuple[PayRow, ...]
    closed: bool
    basis: str
    alone: bool = False  # closed by the one person who prepared it


def basis(store: Store, month: str) -> str:
    """By which version of the policy a month is computed, and from which state of the journal."""
    head, now = states.standing(store, month).closed, store.head()
    number, link = (head.basis, head.basis_hash) if head else (now.n, now.link)
    policy = states.rules_of(store, month).version
    return words.label("basis").format(policy=policy, head=number, hash=link[:_HASH])


def pay_sheet(found: Computed, hall: str, *, standing: Standing, basis: str = "") -> PaySheet:
    """The sheet of a pool; `hall` is its name."""
    head = standing.closed
    pool, people = found.sheet.pool, found.sheet.people
    points = sum((each.points for each in people), Fraction(0))
    rows = tuple(_row(found, each, points) for each in people)
    place = f"{hall} {words.post(pool.post)}"
    return PaySheet(
        pool.month,
        place,
        pool.amount,
        found.sheet.reserve,
        rows,
        head is not None,
        basis,
        head is not None and head.alone,
    )


def _row(found: Computed, paid: Paid, points: Fraction) -> PayRow:
    return PayRow(
        number=paid.number,
        name=found.names.get(paid.number, ""),
        points=paid.points,
        share=paid.points / points if points else Fraction(0),
        factor=paid.quality.factor,
        workload_part=paid.workload_part,
        service_part=paid.service_part + paid.capped,
        deduction=paid.deduction,
        correction=found.settled[paid.number].correction,
    )


def texts(row: PayRow) -> tuple[str, ...]:
    """The cells of `COLUMNS` as people read them."""
    share = f"{decimal(row.share * 100)}%"
    money = (row.workload_part, row.service_part, row.deduction, row.correction, row.payable)
    return (row.number, row.name, decimal(row.points), share, decimal(row.factor, 4), *map(yuan, money))


def sums(sheet: PaySheet) -> tuple[str, ...]:
    """The row of sums."""
    money = ("workload_part", "service_part", "deduction", "correction", "payable")
    total = (yuan(sum(getattr(row, name) for row in sheet.rows)) for name in money)
    return (words.label("sum"), "", decimal(sum((row.points for row in sheet.rows), Fraction(0))), "", "", *total)


def as_xlsx(sheet: PaySheet) -> bytes:
    """The workbook's bytes: money and points are numbers, staff numbers texts with their leading zeros."""
    header = f"{words.label('sheet')} {sheet.month} {sheet.place}"
    formats = {place: PERCENT if name == "share" else MONEY for place, name in enumerate(COLUMNS)}
    return workbook([Sheet(sheet.month, header, [words.label(name) for name in COLUMNS], _values(sheet), formats)])


def _values(sheet: PaySheet) -> "list[list[Value]]":
    rows: list[list[Value]] = []
    for row in sheet.rows:
        numbers = (float(row.points), float(row.share), float(row.factor))
        money = (row.workload_part, row.service_part, row.deduction, row.correction, row.payable)
        rows.append([row.number, row.name, *numbers, *(fen / 100 for fen in money)])
    return rows


def as_pdf(sheet: PaySheet, file: Path) -> None:
    """Write the page to `file`; needs the Qt application of `printing.ready`. Raises `OSError`."""
    html = templates.filled(
        "pay_sheet.html",
        sheet=sheet,
        heads=[words.label(name) for name in (*COLUMNS, "signed")],
        rows=[texts(row) for row in sheet.rows],
        sums=sums(sheet),
        label=words.label,
        yuan=yuan,
    )
    title = words.label("sheet")
    printing.pdf(html, file, title=title, foot=lambda page, pages: _foot(sheet, page, pages), landscape=True)


def _foot(sheet: PaySheet, page: int, pages: int) -> str:
    return " · ".join(filter(None, (words.label("sheet"), sheet.month, sheet.place, sheet.basis, f"{page}/{pages}")))
