"""What a story can be made of: deeds told in the diary, the annals, contests, the month's best unit, a bulletin."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

import msgspec

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
from shared.practice.diary.facts import AUTHOR_ONLY, Entry
from shared.practice.learning import contests
from shared.practice.learning.contests import Contest
from shared.reference.views import policy, policy_on

_MONTHS_BACK, _FIRST_PLACES = 3, 3
_SECTIONS = {Entry.DISCOVERY: Section.DISCOVERY}


class Idea(msgspec.Struct, frozen=True, kw_only=True):
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
    """The ideas of which no story was made yet, for the office; the newest first."""
    made = {row.reference for row in StoryRow.select(StoryRow.reference).where(~StoryRow.out).execute(store.db)}
    found = [*_diary(store, reader, today), *_annals(store), *_contests(store, today), *_best_units(store, today)]
    return tuple(
        sorted((each for each in found if each.reference not in made), key=lambda each: each.day, reverse=True)
    )


def taken(store: Store, reference: str) -> bool:
    """Whether a story is made of this already."""
    found = StoryRow.select().where(StoryRow.reference == reference, ~StoryRow.out)
    return bool(reference) and found.exists(store.db)


def _diary(store: Store, reader: Actor, today: date) -> list[Idea]:
    entries = [each for year in (today.year, today.year - 1) for each in diary.candidates(store, reader, year)]
    return [_of_entry(each) for each in entries if each.entry not in AUTHOR_ONLY and each.text]


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


def _contests(store: Store, today: date) -> list[Idea]:
    """The closed contests of this year and the last, with their first places and their first unit."""
    found = (each for year in (today.year, today.year - 1) for each in contests.contests_of(store, year))
    return [_of_contest(store, each) for each in found if each.closed is not None]


def _of_contest(store: Store, each: Contest) -> Idea:
    """A contest's results; colleagues by their numbers, as in a draft: each is asked before they are named."""
    best = [one for one in contests.places(store, each.id) if one.place <= _FIRST_PLACES]
    lines = [words.LABELS["contest_head"].zh.format(title=each.plan.title, count=sum(_took_part(each)))]
    lines += [words.LABELS["contest_line"].zh.format(place=one.place, who=f"〔{one.staff}〕") for one in best]
    known = {unit.code: unit for unit in inspections.units(store)}
    results = contests.unit_results(store, each, {code: unit.halls for code, unit in known.items()})
    if results:
        unit = max(results, key=lambda code: results[code])
        score = decimal(results[unit])
        lines.append(words.LABELS["contest_unit"].zh.format(unit=known[unit].name, score=score))
    winners = [one.staff for one in best if one.place == 1]
    return Idea(
        section=Section.CONTEST,
        source=Source.CONTEST,
        hall="",
        day=each.plan.day,
        title=each.plan.title,
        text="\n".join(lines),
        hero=winners[0] if len(winners) == 1 else "",
        reference=each.id,
    )


def _took_part(each: Contest) -> Iterable[int]:
    return each.closed.took_part.values() if each.closed else ()


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
    """The month (2026-03) whose bulletin is due: last month, from the policy's day on, if published; "" for none."""
    month = months.moved(f"{today:%Y-%m}", -1)
    if today.day < policy(store)[ColumnPolicy].bulletin_day or plans.published(store, month) is None:
        return ""
    return "" if taken(store, f"month:{month}") else month
