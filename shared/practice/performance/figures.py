"""What a month's pay is computed from, read from projections: everybody's points, cards and complaints by pool.

Pauses, the diary, happiness and caring never enter pay; the import contracts keep them out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from math import lcm

import msgspec

from shared.domain import months
from shared.domain.explaining import Line
from shared.domain.money import rate
from shared.domain.policy import Policy
from shared.domain.roles import Role
from shared.journal.store import Store
from shared.people.history import History, Span
from shared.practice.cards.views import counted_by_day
from shared.practice.complaints.views import upheld
from shared.practice.performance.policy import Performance
from shared.practice.performance.rules import points, quality
from shared.practice.performance.rules.pay import Member
from shared.practice.performance.rules.points import Day, Points
from shared.practice.performance.rules.quality import Exposure
from shared.practice.workload.views import Worked, absent_days, worked
from shared.practice.workload.weighted_points import Weights, weighed
from shared.reference.views import calendar

Key = tuple[str, str]
"""(staff number, post)."""


@dataclass
class _Sum:
    """One person's window in one post: points without credits, the days they were earned on, counted cards."""

    points: Fraction = Fraction(0)
    days: set[date] = field(default_factory=set)
    cards: int = 0

    def add(self, more: "_Sum") -> None:
        self.points += more.points
        self.days |= more.days
        self.cards += more.cards


class Figures(msgspec.Struct, frozen=True):
    """A month, ready to be shared out. `members` and `points` by (hall, post)."""

    members: Mapping[tuple[str, str], tuple[Member, ...]]
    points: Mapping[tuple[str, str], Mapping[str, Points]]
    names: Mapping[str, str]


def shares(span: Span, settings: Performance) -> bool:
    """Whether somebody takes part in a pool while this span holds."""
    window = span.role is Role.STAFF or (settings.supervisors and span.role is Role.SUPERVISOR)
    return span.active and window and bool(span.post)


def weights(settings: Performance) -> Weights:
    """The coefficients as whole numbers over their common denominator."""
    services = {each.service: settings.points_of(each.service) for each in settings.coefficients}
    other, ticket, spot = map(rate, (settings.other_service, settings.ticket, settings.ticket_on_the_spot))
    scale = lcm(*(each.denominator for each in (*services.values(), other, ticket, spot)))
    whole = {code: int(each * scale) for code, each in services.items()}
    return Weights(whole, int(other * scale), int(ticket * scale), int(spot * scale), scale)


def _day(each: Worked) -> Day:
    return Day(served=each.served, imported=each.imported, tickets=each.tickets, on_the_spot=each.on_the_spot)


def staff_days(store: Store, month: str, post: str, settings: Performance) -> dict[str, int]:
    """By hall, the person's days on which somebody of a post earned a point there."""
    history, found = History(store), dict[str, int]()
    days = weighed(store, history, months.first(month), months.last(month), weights(settings))
    for staff, day, hall in days:
        span = history.on(staff, date.fromisoformat(day))
        if span and span.post == post and shares(span, settings):
            found[hall] = found.get(hall, 0) + 1
    return dict(sorted(found.items()))


def figures(store: Store, month: str, policy: Policy, sums: "MonthSums | None" = None) -> Figures:
    """Everybody's figures of a month, by the pool they share in."""
    return _Reader(store, month, policy, sums or MonthSums(store)).figures()


def reference(before: list[Exposure], own: Exposure | None) -> Exposure:
    """The cards and points that a reference rate is the quotient of: the months before, else the month's own."""
    known = before or ([own] if own else [])
    return Exposure(sum(each.cards for each in known), sum((each.points for each in known), Fraction(0)))


def reference_rate(of: Exposure) -> Fraction:
    """r₀: cards a point; 0 where there are no points."""
    return quality.reference_rate((of,), of)


def names(store: Store, month: str) -> dict[str, str]:
    """Everybody's name in a month, by number."""
    return {span.number: span.name for span in History(store).between(months.first(month), months.last(month))}


class _Reader:
    """Everything of one month that the members of its pools are made of, each read once."""

    def __init__(self, store: Store, month: str, policy: Policy, sums: "MonthSums") -> None:
        self.settings, self.history = policy[Performance], sums.history
        self.first, self.last = months.first(month), months.last(month)
        self.window = sums.window(month, self.settings)
        self.month: dict[tuple[str, str, str], list[Worked]] = {}  # by number, post and hall
        for each in worked(store, self.history, self.first, self.last):
            if not shares(each.span, self.settings):
                continue  # what a supervisor serves before becoming window staff is paid from no pool
            self.month.setdefault((each.span.number, each.span.post, each.hall), []).append(each)
        absent = self.settings.credited_absences
        self.away = absent_days(store, absent, self.first, self.last, calendar(store))
        self.upheld, _ = upheld(store, self.first, self.last, policy)

    def figures(self) -> Figures:
        places = self._places()
        found = {
            (hall, post): {number: self._points(number, post, hall) for number in sorted(numbers)}
            for (hall, post), numbers in sorted(places.items())
        }
        members = {
            place: tuple(self._member(number, place[1], own.value) for number, own in by_number.items())
            for place, by_number in found.items()
        }
        names = {span.number: span.name for span in self.history.between(self.first, self.last)}
        return Figures(members, found, names)

    def _places(self) -> dict[tuple[str, str], set[str]]:
        """Who shares where: who belonged there on some day of the month, and who served there."""
        places: dict[tuple[str, str], set[str]] = {}
        for span in self.history.between(self.first, self.last):
            if shares(span, self.settings):
                places.setdefault((span.hall, span.post), set()).add(span.number)
        for number, post, hall in self.month:
            places.setdefault((hall, post), set()).add(number)
        return places

    def _points(self, number: str, post: str, hall: str) -> Points:
        own = [_day(each) for each in self.month.get((number, post, hall), ())]
        return points.month(own, self._credit(number, post, hall), self.settings)

    def _credit(self, number: str, post: str, hall: str) -> Line | None:
        """Credit for the days away, in the hall they belonged to on those days."""
        spans = (self.history.on(number, day) for day in self.away.get(number, ()))
        days = sum((span.hall, span.post) == (hall, post) for span in spans if span and shares(span, self.settings))
        if not days:
            return None
        own = self.window.get((number, post), _Sum())
        others = [each for (_, p), each in self.window.items() if p == post and each.days]
        return points.credit(days, own.points, len(own.days), [each.points / len(each.days) for each in others])

    def _member(self, number: str, post: str, workload: Fraction) -> Member:
        own = self.window.get((number, post), _Sum())
        return Member(number, workload, Exposure(own.cards, own.points), self.upheld.get(number, 0))


class MonthSums:
    """Everybody's months over all halls, each read once: a window and the reference rates share months."""

    def __init__(self, store: Store) -> None:
        self._store, self.history = store, History(store)
        self._known: dict[tuple[str, Performance], dict[Key, _Sum]] = {}

    def window(self, month: str, settings: Performance) -> dict[Key, _Sum]:
        """The months that a quality of `month` looks back on, by person and post."""
        found: dict[Key, _Sum] = {}
        for back in range(settings.window_months):
            for key, own in self._of(months.moved(month, -back), settings).items():
                found.setdefault(key, _Sum()).add(own)
        return found

    def exposure(self, month: str, settings: Performance) -> dict[str, Exposure]:
        """By post, the counted cards and the points of one month: what a reference rate is made of."""
        found: dict[str, _Sum] = {}
        for (_, post), own in self._of(month, settings).items():
            found.setdefault(post, _Sum()).add(own)
        return {post: Exposure(own.cards, own.points) for post, own in sorted(found.items())}

    def _of(self, month: str, settings: Performance) -> dict[Key, _Sum]:
        if (month, settings) not in self._known:
            days = (months.first(month), months.last(month))
            self._known[month, settings] = _sums(self._store, self.history, *days, settings)
        return self._known[month, settings]


def _sums(store: Store, history: History, first: date, last: date, settings: Performance) -> dict[Key, _Sum]:
    """By person and post, over all halls."""
    sums, weights_of, by = dict[Key, _Sum](), dict[Key, int](), weights(settings)
    for (staff, day, _), weight in weighed(store, history, first, last, by).items():
        span = history.on(staff, on := date.fromisoformat(day))
        if span and shares(span, settings):
            own = sums.setdefault((staff, span.post), _Sum())
            own.days.add(on)
            weights_of[staff, span.post] = weights_of.get((staff, span.post), 0) + weight
    for key, weight in weights_of.items():
        sums[key].points = by.points(weight)
    for staff, day, count in counted_by_day(store, first, last):
        span = history.on(staff, date.fromisoformat(day))
        if span and shares(span, settings):
            sums.setdefault((staff, span.post), _Sum()).cards += count
    return sums
