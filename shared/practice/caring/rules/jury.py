"""From scores to awards: trimmed means, order and ties, one award a person and year.

An absent or recused juror is missing, never 0.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from fractions import Fraction
from hashlib import sha256
from itertools import groupby

import msgspec

from shared.domain.money import rate
from shared.domain.ranking import mean, trimmed_mean
from shared.domain.refusal import Refusal
from shared.practice.caring.policy import Caring


class Score(msgspec.Struct, frozen=True):
    """One juror's marks of one entry: 压力大, 贡献大, 有借鉴意义; given for `version` of the blinded text."""

    entry: str
    juror: str
    pressure: int
    contribution: int
    lesson: int
    version: int = 1

    @property
    def points(self) -> int:
        """The sum of the three marks."""
        return self.pressure + self.contribution + self.lesson


class Tally(msgspec.Struct, frozen=True):
    """An entry's result: the trimmed mean of its points, and what decides between equals."""

    entry: str
    hero: str
    jurors: int
    score: Fraction
    lesson: Fraction
    contribution: Fraction

    @property
    def order(self) -> tuple[Fraction, Fraction, Fraction]:
        """What entries are ranked by, the greatest first."""
        return self.score, self.lesson, self.contribution


class Result(msgspec.Struct, frozen=True):
    """A round's outcome: entries by rank; a hero's further entries stay nominations, and places may stay empty."""

    awarded: tuple[Tally, ...]
    nominated: tuple[Tally, ...]
    unranked: tuple[str, ...]  # too few valid scores: a substitute is needed


def check(score: Score, version: int, settings: Caring) -> Refusal | None:
    """Whether a score may be kept: whole marks in range, for the text as it is now."""
    marks = (score.pressure, score.contribution, score.lesson)
    if not all(0 <= mark <= settings.criterion_most for mark in marks):
        return Refusal("mark_out_of_range", {"most": settings.criterion_most})
    return Refusal("text_changed", {"version": version}) if score.version != version else None


def valid(
    scores: Iterable[Score], versions: Mapping[str, int], recused: Collection[tuple[str, str]], settings: Caring
) -> list[Score]:
    """The scores that count: in range, for the current text (`versions` by entry), not of a recused (entry, juror)."""
    return [
        score
        for score in scores
        if check(score, versions.get(score.entry, 0), settings) is None and (score.entry, score.juror) not in recused
    ]


def tally(entry: str, hero: str, scores: Sequence[Score], settings: Caring) -> Tally | Refusal:
    """One entry's result from its valid scores."""
    if len(scores) < settings.jurors_least:
        return Refusal("too_few_jurors", {"entry": entry, "least": settings.jurors_least})
    return Tally(
        entry=entry,
        hero=hero,
        jurors=len(scores),
        score=trimmed_mean([score.points for score in scores], rate(settings.trim)),
        lesson=mean(score.lesson for score in scores) or Fraction(0),
        contribution=mean(score.contribution for score in scores) or Fraction(0),
    )


def result(heroes: Mapping[str, str], scores: Iterable[Score], settings: Caring) -> Result:
    """A round's outcome. `heroes`: entry → staff number; `scores`: the valid ones."""
    per_entry: dict[str, list[Score]] = {entry: [] for entry in heroes}
    for score in scores:
        per_entry[score.entry].append(score)
    tallies = [tally(entry, heroes[entry], own, settings) for entry, own in sorted(per_entry.items())]
    ranked = [each for each in tallies if isinstance(each, Tally)]
    unranked = tuple(sorted(heroes.keys() - {each.entry for each in ranked}))
    awarded = award(ranked, settings)
    return Result(awarded, tuple(each for each in _in_order(ranked) if each not in awarded), unranked)


def award(ranked: Iterable[Tally], settings: Caring) -> tuple[Tally, ...]:
    """Who gets the places: by score, lesson, contribution; equals in all three share the last place; one a hero."""
    winners: list[Tally] = []
    for _, equals in groupby(_in_order(ranked), key=lambda each: each.order):
        if len(winners) >= settings.places:
            break
        for each in equals:
            had = any(winner.hero == each.hero for winner in winners)
            if not had and each.score >= settings.minimum:
                winners.append(each)
    return tuple(winners)


def _in_order(tallies: Iterable[Tally]) -> list[Tally]:
    return sorted(sorted(tallies, key=lambda each: each.entry), key=lambda each: each.order, reverse=True)


def shuffled(entries: Iterable[str], juror: str, round_id: str) -> list[str]:
    """The order in which one juror reads the entries: another for each juror, the same each time."""
    return sorted(entries, key=lambda entry: sha256(f"{round_id}:{juror}:{entry}".encode()).digest())
