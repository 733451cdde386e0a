"""The fairness panel: what somebody should look at before a month is published. It changes no figure."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

import msgspec

from shared.domain.ranking import median
from shared.practice.performance.rules.pay import Sheet


class Spread(msgspec.Struct, frozen=True):
    """Least, median and greatest of some figures."""

    least: Fraction
    middle: Fraction
    most: Fraction


class Fairness(msgspec.Struct, frozen=True):
    """The month over all its pools. `without_cards`: halls whose people had no counted card in the window."""

    factors: Spread | None
    per_head: Mapping[str, Mapping[str, Fraction]]  # fen, by post and hall
    without_cards: tuple[str, ...]


def spread(values: Sequence[Fraction]) -> Spread | None:
    """The spread of these values; None without any."""
    return Spread(min(values), median(values), max(values)) if values else None


def panel(sheets: Sequence[Sheet], cards: Mapping[str, int]) -> Fairness:
    """What to look at; `cards` are the counted customer cards of the window by hall."""
    per_head: dict[str, dict[str, Fraction]] = {}
    for each in sheets:
        per_head.setdefault(each.pool.post, {})[each.pool.hall] = Fraction(each.pool.amount, len(each.people))
    halls = sorted({each.pool.hall for each in sheets})
    return Fairness(
        factors=spread([paid.quality.factor for each in sheets for paid in each.people]),
        per_head=per_head,
        without_cards=tuple(hall for hall in halls if not cards.get(hall)),
    )
