"""What a story can be made of: deeds put up in the diary, the annals, the month's best unit, a month's bulletin."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from shared.domain import months
from shared.domain.actor import Actor
from shared.domain.money import decimal
from shared.domain.workdays import day_of
from shared.journal.store import Store
from shared.practice.assessment import inspections, plans
from shared.practice.assessment.policy import Assessment
from shared.practice.caring import annals
from shared.practice.column import words
from shared.practice.column.facts import Section, Source
from shared.practice.column.policy import ColumnPolicy
from shared.practice.column.tables import StoryRow
from shared.practice.diary import views as diary
from shared.practice.diary.facts import Entry
from shared.reference.views import policy, policy_on

_MONTHS_BACK = 3
_SECTIONS = {Entry.DISCOVERY: Section.DISCOVERY}
_THEIR_OWN = (Entry.DIFFICULTY, Entry.GRIEVANCE)  # told by the author alone, through their own page


@dataclass(frozen=True, kw_only=True)
class Idea:
    """Something a story can be made of. `hero`, `author`: staff numbers, "" for nobody."""

    section: Section
    source: Source
    hall: str
    day: date
    title: str
    text: str
    hero: str = ""
    author: str = ""
    reference: str = ""


def ideas(store: Store, reader: Actor, today: date) -> tuple[Idea, ...]:
    """What nobody has made a story of yet, for the office; the newest first."""
    taken = {row.reference for row in StoryRow.select(StoryRow.reference).where(~StoryRow.out).execute(store.db)}
    found = [*_diary(store, reader, today), *_annals(store), *_best_units(store, today)]
    return tuple(
        sorted((each for each in found if each.reference not in taken), key=lambda each: each.day, reverse=True)
    )


def _diary(store: Store, reader: Actor, today: date) -> list[Idea]:
    entries = [each for year in (today.year, today.year - 1) for each in diary.candidates(store, reader, year)]
    return [_of_entry(each) for each in entries if each.entry not in _THEIR_OWN and each.text]


def _of_entry(each: diary.DiaryEntry) -> Idea:
    praise = each.entry is Entry.PRAISE  # about somebody else, whom the editor names
    return Idea(
        section=_SECTIONS.get(each.entry, Section.DEED),
        source=Source.DIARY,
        hall=each.hall,
        day=day_of(each.at),
        title="",
        text=each.text or "",
        hero="" if praise else each.staff,
        author=each.staff,
        reference=each.id,
    )


def _annals(store: Store) -> list[Idea]:
    return [
        Idea(
            section=Section.DEED,
            source=Source.ANNALS,
            hall="",
            day=date(each.year, 12, 31),
            title=each.title,
            text=each.text,
            hero=each.hero,
            reference=each.id,
        )
        for each in annals.annals(store)
        if each.named
    ]


def _best_units(store: Store, today: date) -> list[Idea]:
    found = (_best_unit(store, months.moved(f"{today:%Y-%m}", -back)) for back in range(1, _MONTHS_BACK + 1))
    return [each for each in found if each is not None]


def totals(store: Store, month: str) -> list[tuple[str, Fraction]]:
    """The units of a published month with the sum of their items, best first; empty before it is published."""
    if plans.published(store, month) is None:
        return []
    scores = inspections.month_scores(store, month, policy_on(store, months.first(month))[Assessment])
    found = [(unit, sum(items.values(), Fraction(0))) for unit, items in scores.items()]
    return sorted(found, key=lambda each: (-each[1], each[0]))


def _best_unit(store: Store, month: str) -> Idea | None:
    found = totals(store, month)
    if not found:
        return None
    unit, total = found[0]
    names = {each.code: each.name for each in inspections.units(store)}
    name = names.get(unit, unit)
    title = words.LABELS["best_unit"].zh.format(month=words.month(month), unit=name)
    text = words.LABELS["best_unit_text"].zh.format(month=words.month(month), unit=name, score=decimal(total))
    return Idea(
        section=Section.UNIT,
        source=Source.UNIT,
        hall=unit,
        day=months.last(month),
        title=title,
        text=text,
        reference=f"unit:{month}",
    )


def bulletin(store: Store, month: str) -> Idea | None:
    """月度通报: a month's inspections for everybody to read; None before they are published."""
    found = totals(store, month)
    if not found:
        return None
    names = {each.code: each.name for each in inspections.units(store)}
    line = words.LABELS["bulletin_line"].zh
    lines = [
        line.format(place=n, unit=names.get(unit, unit), score=decimal(total))
        for n, (unit, total) in enumerate(found, 1)
    ]
    head = words.LABELS["bulletin_text"].zh.format(month=words.month(month), count=len(found))
    return Idea(
        section=Section.BULLETIN,
        source=Source.MONTH,
        hall="",
        day=months.last(month),
        title=words.LABELS["bulletin_title"].zh.format(month=words.month(month)),
        text="\n".join((head, *lines)),
        reference=f"month:{month}",
    )


def bulletin_due(store: Store, today: date) -> str:
    """The month whose bulletin is due: the last one, from its day on, published and not told yet; "" for none."""
    month = months.moved(f"{today:%Y-%m}", -1)
    if today.day < policy(store)[ColumnPolicy].bulletin_day or plans.published(store, month) is None:
        return ""
    told = StoryRow.select().where(StoryRow.reference == f"month:{month}", ~StoryRow.out)
    return "" if told.exists(store.db) else month
