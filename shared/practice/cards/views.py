"""What an app may ask about 5P cards."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec
import peewee
from msgspec.structs import replace

from shared.domain.policy import Policy
from shared.domain.roles import Role
from shared.domain.sections import Hours
from shared.domain.workdays import day_of, ms_at
from shared.journal.store import Store
from shared.people.tables import PersonRow
from shared.practice.cards import history, rules
from shared.practice.cards.facts import Flag, Giver, P
from shared.practice.cards.policy import CardsPolicy, Step
from shared.practice.cards.tables import CardRow
from shared.reference.views import policy

ByP = Mapping[P, int]
# Spelt exactly as the conditions of the partial indexes in `tables`: SQLite uses those for no other wording.
_SUSPECT = peewee.SQL("(flags != '' AND verdict = '')")
_REVIEWED = peewee.SQL("(verdict != '')")
_SAID = peewee.SQL("(sentence != '')")
_BY_STAFF = peewee.SQL("""("by" != '')""")


class Card(msgspec.Struct, frozen=True):
    """One card as a list shows it. `at` is 0 and `sentence` empty where the reader may not see them yet."""

    card: str
    staff: str
    staff_name: str
    p: P
    giver: Giver
    by: str
    at: int
    day: date
    sentence: str
    flags: tuple[Flag, ...]
    verdict: str
    reason: str
    counted: bool
    verified: bool
    duplicate: bool = False  # its number or printed card had already given one; never counts


class Mine(msgspec.Struct, frozen=True):
    """A person's own cards: totals apart for customers and staff, the level, and what is missing to the next."""

    by_p: ByP  # customers' counted cards
    from_staff: int
    level: str
    step: Step | None
    missing: int
    missing_each: ByP
    cards: tuple[Card, ...]  # newest first

    @property
    def total(self) -> int:
        """Customers' counted cards."""
        return sum(self.by_p.values())


class Allowance(msgspec.Struct, frozen=True):
    """What a staff giver may give to one receiver this month: their relation, and how many are left."""

    giver: Giver
    left: int
    limit: int


class StaffTotal(msgspec.Struct, frozen=True):
    """One person's line of the report."""

    number: str
    name: str
    total: int
    by_p: ByP
    level: str


class Report(msgspec.Struct, frozen=True):
    """Customers' counted cards of a year; levels are cumulative up to its end; `from_staff` is counted separately."""

    year: int
    staff: int
    total: int
    by_p: ByP
    promoted: int
    by_staff: tuple[StaffTotal, ...]
    from_staff: int


def mine(store: Store, number: str, *, now: int, limit: int = 200) -> Mine:
    """What the receiver sees: at once the P and the total; the sentence and the hour only after the shift."""
    values = policy(store)
    by_p, from_staff = _of_person(store, number)
    step = rules.next_step(by_p, values[CardsPolicy])
    total, each = rules.missing(by_p, step) if step else (0, {})
    rows = cards(store, CardRow.staff == number, ~CardRow.withdrawn, ~CardRow.duplicate, limit=limit)
    return Mine(
        by_p=by_p,
        from_staff=from_staff,
        level=rules.level(by_p, values[CardsPolicy]),
        step=step,
        missing=total,
        missing_each=each,
        cards=tuple(_as_seen_by_receiver(card, values, now) for card in rows),
    )


def _as_seen_by_receiver(card: Card, values: Policy, now: int) -> Card:
    if now >= ms_at(card.day, values[Hours].close):
        return card
    return replace(card, at=0, sentence="")


def suspect(store: Store, hall: str) -> tuple[Card, ...]:
    """Flagged cards of a hall that wait for a review, newest first."""
    return cards(store, CardRow.hall == hall, _SUSPECT, ~CardRow.withdrawn)


def of_day(store: Store, hall: str, day: date) -> tuple[Card, ...]:
    """All cards of a hall's day, newest first, however many; duplicates too, so that they can be shown as such."""
    return cards(store, CardRow.hall == hall, CardRow.day == day.isoformat(), ~CardRow.withdrawn)


def given(store: Store, number: str, *, now: int) -> tuple[Card, ...]:
    """The cards a member of staff gave this month, newest first."""
    month = day_of(now).replace(day=1).isoformat()
    return cards(store, CardRow.by == number, _BY_STAFF, CardRow.day >= month, ~CardRow.withdrawn)


def allowance_left(store: Store, number: str, giver: Giver, *, now: int) -> int:
    """How many cards this staff giver may still give this month."""
    values = policy(store)[CardsPolicy]
    return max(0, rules.allowance(giver, values) - history.of_giver(store, number, "", values, now).this_month)


def allowance(store: Store, number: str, giver: Role, receiver: Role, *, now: int) -> Allowance:
    """The allowance of the staff giver `number`, by the roles of both."""
    relation = rules.relation(giver, receiver)
    limit = rules.allowance(relation, policy(store)[CardsPolicy])
    return Allowance(relation, allowance_left(store, number, relation, now=now), limit)


def reviewed(store: Store, hall: str, limit: int = 200) -> tuple[Card, ...]:
    """Cards of a hall that a supervisor has decided on, newest first."""
    return cards(store, CardRow.hall == hall, _REVIEWED, ~CardRow.withdrawn, limit=limit)


def report(store: Store, year: int) -> Report:
    """The cards of a year, as `warm-window report cards` prints them."""
    counts, values = _YearCounts(store, year), policy(store)[CardsPolicy]
    names = dict(PersonRow.select(PersonRow.number, PersonRow.name).tuples().execute(store.db))
    lines = [
        StaffTotal(number, names.get(number, ""), sum(by_p.values()), by_p, rules.level(counts.so_far[number], values))
        for number, by_p in counts.in_year.items()
        if any(by_p.values())
    ]
    by_p = {p: sum(line.by_p.get(p, 0) for line in lines) for p in P.and_newer(p for line in lines for p in line.by_p)}
    return Report(
        year=year,
        staff=len(lines),
        total=sum(by_p.values()),
        by_p=by_p,
        promoted=sum(bool(line.level) for line in lines),
        by_staff=tuple(sorted(lines, key=lambda line: (-line.total, line.number))),
        from_staff=counts.from_staff,
    )


_OF_YEAR = """SELECT staff, p, count(*) FILTER (WHERE day >= :first), count(*) FROM card
    WHERE counted = 1 AND giver = 'customer' AND day <= :last GROUP BY staff, p"""
_FROM_STAFF = """SELECT
    (SELECT count(*) FROM card WHERE counted = 1 AND giver < 'customer' AND +day BETWEEN :first AND :last) +
    (SELECT count(*) FROM card WHERE counted = 1 AND giver > 'customer' AND +day BETWEEN :first AND :last)"""
"""The unary + keeps SQLite from searching by day: staff give few cards, and a year has many days."""
_OF_PERSON = """SELECT p, giver = 'customer', count(*) FROM card
    WHERE counted = 1 AND giver IN ('customer', 'colleague', 'superior', 'subordinate') AND staff = ? GROUP BY 1, 2"""

_COUNTED = """SELECT staff, substr(day, 1, 7), hall, p, giver = 'customer', count(*) FROM card
    WHERE counted = 1 AND day BETWEEN ? AND ? AND (? = '' OR hall = ?) GROUP BY 1, 2, 3, 4, 5"""
_TOTALS = "SELECT staff, p, count(*) FROM card WHERE counted = 1 AND giver = 'customer' GROUP BY staff, p"
# Grouped by expressions: for the bare columns SQLite would walk the index (staff, day) and read the row of each card.
_BY_DAY = """SELECT staff, day, count(*) FROM card
    WHERE counted = 1 AND giver = 'customer' AND day BETWEEN ? AND ? GROUP BY +day, +staff"""
_VERIFIED = """SELECT count(*), sum(number != '') FROM card
    WHERE counted = 1 AND giver = 'customer' AND day BETWEEN ? AND ?"""
_BY_HALL = """SELECT staff, day, hall, p, count(*) FROM card
    WHERE counted = 1 AND giver = 'customer' AND day BETWEEN ? AND ? GROUP BY staff, day, hall, p"""


class _YearCounts:
    """Counted cards of customers by person and P, in a year and up to its end; staff's cards of the year."""

    def __init__(self, store: Store, year: int) -> None:
        days = {"first": f"{year}-01-01", "last": f"{year}-12-31"}
        self.in_year: dict[str, dict[P, int]] = {}
        self.so_far: dict[str, dict[P, int]] = {}
        for staff, p, in_year, so_far in store.db.execute_sql(_OF_YEAR, days).fetchall():
            self.in_year.setdefault(staff, dict.fromkeys(P, 0))[P(p)] = in_year
            self.so_far.setdefault(staff, dict.fromkeys(P, 0))[P(p)] = so_far
        self.from_staff: int = store.db.execute_sql(_FROM_STAFF, days).fetchone()[0]


def with_sentence(store: Store, hall: str) -> tuple[Card, ...]:
    """Customers' counted cards of a hall with a sentence, newest first."""
    by_customers = CardRow.counted & (CardRow.giver == Giver.CUSTOMER.value)
    return cards(store, _SAID, by_customers, CardRow.hall == hall)


# The unary + keeps SQLite from searching all that customers gave: few of them said anything.
_SENTENCES = "SELECT sentence FROM card WHERE sentence != '' AND +counted = 1 AND +giver = 'customer'"


def sentences(store: Store) -> list[str]:
    """What customers said on counted cards, in all halls."""
    return [sentence for (sentence,) in store.db.execute_sql(_SENTENCES).fetchall()]


class Counted(msgspec.Struct, frozen=True):
    """How many cards of one P one person was counted in a month (2026-03) and hall."""

    staff: str
    month: str
    hall: str
    p: P
    by_customer: bool
    count: int


def counted(store: Store, first: date, last: date, hall: str = "") -> tuple[Counted, ...]:
    """All counted cards from `first` to `last`, in one hall or in all: what reports add up."""
    values = (first.isoformat(), last.isoformat(), hall, hall)
    rows = store.db.execute_sql(_COUNTED, values).fetchall()
    return tuple(Counted(staff, month, at, P(p), bool(customer), n) for staff, month, at, p, customer, n in rows)


def counted_by_day(store: Store, first: date, last: date) -> tuple[tuple[str, str, int], ...]:
    """Customers' counted cards: (staff, day, count), from `first` to `last`."""
    return tuple(store.db.execute_sql(_BY_DAY, (first.isoformat(), last.isoformat())).fetchall())


def verified(store: Store, first: date, last: date) -> tuple[int, int]:
    """Customers' counted cards from `first` to `last`, and how many of them are tied to a served number."""
    days = (first.isoformat(), last.isoformat())
    total, with_number = store.db.execute_sql(_VERIFIED, days).fetchone()
    return total, with_number or 0


def counted_by_hall(store: Store, first: date, last: date) -> tuple[tuple[str, str, str, str, int], ...]:
    """Customers' counted cards: (staff, day, hall, P, count), from `first` to `last`."""
    return tuple(store.db.execute_sql(_BY_HALL, (first.isoformat(), last.isoformat())).fetchall())


def totals(store: Store) -> dict[str, dict[P, int]]:
    """Customers' counted cards so far, by staff number and P."""
    found: dict[str, dict[P, int]] = {}
    for staff, p, count in store.db.execute_sql(_TOTALS).fetchall():
        found.setdefault(staff, dict.fromkeys(P, 0))[P(p)] = count
    return found


def _of_person(store: Store, number: str) -> tuple[dict[P, int], int]:
    """A person's counted cards: customers' by P, and how many from staff."""
    by_p, from_staff = dict.fromkeys(P, 0), 0
    for p, by_customer, count in store.db.execute_sql(_OF_PERSON, (number,)).fetchall():
        if by_customer:
            by_p[P(p)] = count
        else:
            from_staff += count
    return by_p, from_staff


def cards(store: Store, *where: peewee.Expression | peewee.SQL, limit: int | None = None) -> tuple[Card, ...]:
    """The cards that meet all conditions, newest first, with their receivers' names."""
    query = (
        CardRow.select(CardRow, PersonRow.name.alias("staff_name"))
        .join(PersonRow, peewee.JOIN.LEFT_OUTER, on=(PersonRow.number == CardRow.staff))
        .where(*where)
        .order_by(CardRow.day.desc(), CardRow.at.desc(), CardRow.subject)  # the index has the days in order
        .limit(limit)
    )
    return tuple(_as_card(row) for row in query.objects().execute(store.db))


def _as_card(row: Any) -> Card:  # a CardRow with the joined name
    return Card(
        card=row.subject,
        staff=row.staff,
        staff_name=row.staff_name or "",
        p=P(row.p),
        giver=Giver(row.giver),
        by=row.by,
        at=row.at,
        day=date.fromisoformat(row.day),
        sentence=row.sentence,
        flags=tuple(Flag(flag) for flag in row.flags.split()),
        verdict=row.verdict,
        reason=row.reason,
        counted=row.counted,
        verified=bool(row.number),
        duplicate=row.duplicate,
    )
