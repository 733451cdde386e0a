"""Checks that a jury sees before it decides; they never change the outcome (resources/handbook/practices.en.md §6)."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import combinations

import msgspec

from shared.domain.money import rate
from shared.domain.ranking import mean, trimmed_mean
from shared.practice.caring.policy import Caring
from shared.practice.caring.rules.jury import Score, Tally, award, result


class WinnersChanged(msgspec.Struct, frozen=True):
    """Entries that would win or lose under a check; both empty: the winners stay."""

    gained: tuple[str, ...]
    lost: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.gained or self.lost)


def severity(scores: Sequence[Score]) -> dict[str, Fraction]:
    """By juror, how far their points lie from the mean of the other jurors, over their entries (negative: harsh)."""
    found: dict[str, list[Fraction]] = {}
    for score in scores:
        others = mean(each.points for each in scores if each.entry == score.entry and each.juror != score.juror)
        if others is not None:
            found.setdefault(score.juror, []).append(score.points - others)
    return {juror: sum(differences, Fraction(0)) / len(differences) for juror, differences in found.items()}


def adjusted(scores: Sequence[Score], settings: Caring) -> dict[str, Fraction]:
    """Each entry's trimmed mean with every juror's severity taken out of their points."""
    by_juror = severity(scores)
    points: dict[str, list[Fraction]] = {}
    for score in scores:
        points.setdefault(score.entry, []).append(score.points - by_juror.get(score.juror, Fraction(0)))
    return {entry: trimmed_mean(values, rate(settings.trim)) for entry, values in points.items()}


def severity_check(heroes: Mapping[str, str], scores: Sequence[Score], settings: Caring) -> WinnersChanged:
    """Who would win instead if all jurors were equally strict; then the jury minutes why it decides as it does."""
    now = result(heroes, scores, settings)
    scores_adjusted = adjusted(scores, settings)
    moved = [
        Tally(each.entry, each.hero, each.jurors, scores_adjusted[each.entry], each.lesson, each.contribution)
        for each in (*now.awarded, *now.nominated)
    ]
    return _winners_changed(now.awarded, award(moved, settings))


def without_each(heroes: Mapping[str, str], scores: Sequence[Score], settings: Caring) -> dict[str, WinnersChanged]:
    """By juror, how the winners change if that juror is left out."""
    now = result(heroes, scores, settings).awarded
    return {
        juror: _winners_changed(now, result(heroes, [each for each in scores if each.juror != juror], settings).awarded)
        for juror in sorted({score.juror for score in scores})
    }


def disagreement(scores: Sequence[Score]) -> Fraction | None:
    """By how many points two jurors of the same entry differ on average; None when no entry has two."""
    return mean(abs(one.points - other.points) for one, other in combinations(scores, 2) if one.entry == other.entry)


def spread(scores: Sequence[Score], entry: str) -> tuple[int, int]:
    """The lowest and the highest points of one entry."""
    points = [score.points for score in scores if score.entry == entry]
    return min(points), max(points)


def _winners_changed(before: Sequence[Tally], after: Sequence[Tally]) -> WinnersChanged:
    one, two = {each.entry for each in before}, {each.entry for each in after}
    return WinnersChanged(tuple(sorted(two - one)), tuple(sorted(one - two)))
