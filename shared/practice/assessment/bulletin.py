"""月度通报: a month's scores of all units, what was deducted and why, photos; as JSON, workbook and printed page."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path

import msgspec

from shared.documents import templates
from shared.documents.workbook import Sheet, workbook
from shared.domain import months, text
from shared.domain.money import decimal
from shared.journal.store import Store
from shared.practice.assessment import inspections, plans, words
from shared.practice.assessment.facts import Item, Unit, Visit
from shared.practice.assessment.inspections import Checked, Inspection, Scores
from shared.practice.assessment.plans import Visiting
from shared.practice.assessment.policy import Assessment
from shared.practice.assessment.rules.visits import VisitState
from shared.qt import printing
from shared.reference.views import policy_on


class UnitMonth(msgspec.Struct, frozen=True):
    """One unit's month: scores as decimal text, empty where nothing was inspected, and what was deducted.

    `published`: the scores as they were published, where an appeal has changed them since. `missed`: drawn visits that
    were not made.
    """

    unit: str
    branch: str
    scores: dict[str, str]
    deductions: tuple[str, ...]
    published: dict[str, str]
    missed: tuple[str, ...]


class Picture(msgspec.Struct, frozen=True):
    """A photo on which nobody can be recognised (base64), with what it shows."""

    image: str
    caption: str


class Bulletin(msgspec.Struct, frozen=True):
    """A month's bulletin; `state` (preview, notice) and `lot` (the seed) are the lines below the title."""

    month: str
    lines: tuple[UnitMonth, ...]
    state: str
    lot: str
    pictures: tuple[Picture, ...]


def of_month(store: Store, month: str) -> Bulletin:
    """The bulletin of a month (2026-03): all units, in their order."""
    settings, published = policy_on(store, months.first(month))[Assessment], plans.published(store, month)
    scores, visits = inspections.month_scores(store, month, settings), plans.visits(store, month)
    clauses = inspections.clauses(store)
    before = {(each.unit, each.item): Fraction(each.score) for each in published.scores} if published else {}
    return Bulletin(
        month,
        tuple(_line(unit, scores, before, visits, clauses) for unit in inspections.units(store)),
        words.label("preview" if published is None else "notice").format(
            until=text.day(published.until) if published and published.until else ""
        ),
        words.label("seed").format(seed=published.seed) if published and published.seed else words.label("no_lot"),
        tuple(_pictures(store, visits)),
    )


def _line(
    unit: Unit,
    scores: Scores,
    published: Mapping[tuple[str, Item], Fraction],
    visits: tuple[Visiting, ...],
    clauses: Mapping[str, str],
) -> UnitMonth:
    own, here = scores.get(unit.code, {}), [each for each in visits if each.unit == unit.code]
    before = {item: published[unit.code, item] for item in Item if (unit.code, item) in published}
    changed = {item: score for item, score in before.items() if score != own.get(item)}
    return UnitMonth(
        unit.name,
        unit.branch,
        {item.value: decimal(own[item]) if item in own else "" for item in Item},
        tuple(lost for each in here if each.inspection is not None and (lost := _deductions(each.inspection, clauses))),
        {item.value: decimal(score) for item, score in changed.items()},
        tuple(f"{words.visit(each.visit.value)}：{words.label('not_visited')}" for each in here if _missed(each)),
    )


def _deductions(each: Inspection, clauses: Mapping[str, str]) -> str:
    """What one visit deducted, as one sentence; "" for a visit that is not scored."""
    if not each.done or each.visit is Visit.SELF:
        return ""
    less = [line for line in each.lines if line.earned is not None and line.earned < line.points]
    lost = [_deduction(line, clauses.get(line.code, "")) for line in less]
    return f"{words.visit(each.visit.value)} {text.day(each.day)}：{'；'.join(lost)}" if lost else ""


def _missed(each: Visiting) -> bool:
    return each.state is VisitState.PLANNED


def _deduction(line: Checked, clause: str) -> str:
    lost = decimal(line.points - (line.earned or 0))
    name = words.shipped(line.text) or words.item(line.code)
    why = "，".join(filter(None, (words.clause(clause), words.shipped(line.reason))))
    return f"{name} −{lost}" + (f"（{why}）" if why else "")


def _pictures(store: Store, visits: tuple[Visiting, ...]) -> Iterator[Picture]:
    names = {unit.code: unit.name for unit in inspections.units(store)}
    for each in visits:
        if each.inspection is None or not each.inspection.done:
            continue
        lines = {line.code: line.text for line in each.inspection.lines}
        for photo in inspections.photos(store, each.id):
            if photo.no_face:
                what = words.shipped(lines.get(photo.line, "")) or words.item(photo.line)
                yield Picture(photo.image, f"{names.get(each.unit, each.unit)} · {what} · {text.day(each.day)}")


def shown_score(line: UnitMonth, item: str) -> str:
    """`17.00`, or `16.25 → 17.00` where an appeal changed it."""
    now, before = line.scores[item], line.published.get(item)
    return words.label("amended").format(published=before, now=now) if before else now


def as_json(bulletin: Bulletin) -> bytes:
    """The bulletin as JSON for other programs; of photos only the captions."""
    document = msgspec.to_builtins(bulletin)
    document["pictures"] = [each.caption for each in bulletin.pictures]
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def as_xlsx(bulletin: Bulletin) -> bytes:
    """The workbook's bytes: scores are numbers, names are texts whatever they begin with."""
    heads = (words.label("unit"), words.label("branch"), *map(words.item, Item), words.label("deductions"))
    rows = tuple(
        (
            line.unit,
            line.branch,
            *(Fraction(score) if score else None for score in line.scores.values()),
            "；".join((*_changes(line), *line.deductions, *line.missed)),
        )
        for line in bulletin.lines
    )
    return workbook([Sheet(bulletin.month, f"{words.label('bulletin')} {bulletin.month}", heads, rows)])


def _changes(line: UnitMonth) -> list[str]:
    return [f"{words.item(item)} {shown_score(line, item)}" for item in line.published]


def as_pdf(bulletin: Bulletin, file: Path) -> None:
    """Write the page to `file`; needs the Qt application of `printing.ready`. Raises `OSError`."""
    title = f"{words.label('bulletin')} {bulletin.month}"
    printing.pdf(
        as_html(bulletin), file, title=title, foot=lambda page, pages: f"{title} · {bulletin.lot} · {page}/{pages}"
    )


def as_html(bulletin: Bulletin) -> str:
    """The page as HTML of the kind that Qt's text document lays out."""
    items = [(item.value, words.item(item)) for item in Item]
    pairs = [bulletin.pictures[place : place + 2] for place in range(0, len(bulletin.pictures), 2)]
    return templates.filled(
        "bulletin.html", bulletin=bulletin, items=items, label=words.label, score=shown_score, pairs=pairs
    )
