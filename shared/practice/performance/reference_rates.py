"""r₀ of each post: cards a point over the months before, frozen and published when a month begins."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from shared.domain import months as calendar
from shared.domain.money import decimal
from shared.journal.store import Store
from shared.practice.performance import figures, states, words
from shared.practice.performance.facts import Reference
from shared.practice.performance.figures import MonthSums
from shared.practice.performance.policy import Performance
from shared.practice.performance.rules.months import State
from shared.practice.performance.rules.quality import Exposure


def references(store: Store, month: str, sums: MonthSums | None = None) -> tuple[Reference, ...]:
    """r₀ by post: as it was frozen when the month opened, else over the months before that are or will be closed.

    Months are closed in order, so an earlier month with pools is closed before this one can be published. Where there
    is none the month is the first ever, and goes by its own figures.
    """
    opened = states.standing(store, month).opened
    if opened and not opened.early:
        return opened.references
    fixed = {each.post: each for each in opened.references} if opened else {}
    sums = sums or MonthSums(store)
    known, own = _before(store, month, sums), sums.exposure(month, states.rules_of(store, month)[Performance])
    posts = sorted({*fixed, *(post for each in (*known, own) for post in each)})
    return tuple(fixed.get(post) or _reference(post, known, own) for post in posts)


def references_before(store: Store, month: str) -> tuple[Reference, ...]:
    """r₀ of each post that has earlier months: what can be published when a month begins."""
    known = _before(store, month, MonthSums(store))
    return tuple(_reference(post, known, {}) for post in sorted({post for each in known for post in each}))


def published(store: Store, month: str) -> str:
    """The published reference rates in words, "" before they are."""
    opened = states.standing(store, month).opened
    rates = {each.post: decimal(1000 * Fraction(each.rate)) for each in opened.references} if opened else {}
    return "、".join(str(words.REFERENCE).format(post=words.post(post), rate=rate) for post, rate in rates.items())


def _before(store: Store, month: str, sums: MonthSums) -> list[dict[str, Exposure]]:
    settings = states.rules_of(store, month)[Performance]
    before = [calendar.moved(month, -n) for n in range(1, settings.reference_months + 1)]
    return [sums.exposure(each, settings) for each in before if states.standing(store, each).state is not State.ABSENT]


def _reference(post: str, known: Iterable[Mapping[str, Exposure]], own: Mapping[str, Exposure]) -> Reference:
    of = figures.reference([each[post] for each in known if post in each], own.get(post))
    return Reference(post, str(figures.reference_rate(of)), of.cards, str(of.points))
