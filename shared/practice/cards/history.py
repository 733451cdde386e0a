"""What happened before a card, as the flag rules ask for it: one query each, by hand for the tap's sake."""

from datetime import date, timedelta

from shared.domain.workdays import day_of
from shared.journal.store import Store
from shared.practice.cards.facts import P
from shared.practice.cards.policy import CardsPolicy
from shared.practice.cards.rules import CustomerHistory, GiverHistory

_CUSTOMER = """SELECT
    (SELECT max(at) FROM card WHERE station = :station AND at > :now - :repeat AND at <= :now
        AND staff = :staff AND p = :p AND source = 'kiosk' AND NOT withdrawn),
    (SELECT count(*) FROM card WHERE station = :station AND at > :now - :short AND source = 'kiosk'),
    (SELECT count(*) FROM card WHERE station = :station AND at > :now - :long AND source = 'kiosk'),
    (SELECT count(*) FROM card WHERE staff = :staff AND giver = 'customer' AND day = :today AND NOT withdrawn),
    (SELECT count(*) FROM card WHERE staff = :staff AND giver = 'customer' AND day >= :first AND day < :today)"""

_GIVER = """SELECT
    count(*) FILTER (WHERE day >= :month),
    count(*) FILTER (WHERE day >= :year),
    count(*) FILTER (WHERE day >= :year AND staff = :receiver),
    count(*) FILTER (WHERE day >= :lately AND staff = :receiver),
    (SELECT count(*) FROM card
        WHERE "by" = :receiver AND "by" != '' AND staff = :giver AND day >= :lately AND NOT withdrawn)
    FROM card WHERE "by" = :giver AND "by" != '' AND NOT withdrawn AND day <= :today"""


def of_customer(store: Store, staff: str, p: P, policy: CardsPolicy, now: int) -> CustomerHistory:
    """What this kiosk and the receiver saw before `now`."""
    today = day_of(now)
    values = {
        "station": store.station,
        "staff": staff,
        "p": p.value,
        "now": now,
        "today": today.isoformat(),
        "repeat": policy.repeat_seconds * 1000,
        "short": policy.burst_short_seconds * 1000,
        "long": policy.burst_long_seconds * 1000,
        "first": (today - timedelta(days=policy.daily_history_days)).isoformat(),
    }
    same, in_short, in_long, today, before = store.db.execute_sql(_CUSTOMER, values).fetchone()
    return CustomerHistory(None if same is None else now - same, in_short, in_long, today, before)


def of_giver(store: Store, giver: str, receiver: str, policy: CardsPolicy, now: int) -> GiverHistory:
    """What this staff giver gave, and got from the receiver, before `now`."""
    today = day_of(now)
    values = {
        "giver": giver,
        "receiver": receiver,
        "today": today.isoformat(),
        "month": today.replace(day=1).isoformat(),
        "year": date(today.year, 1, 1).isoformat(),
        "lately": (today - timedelta(days=policy.mutual_days)).isoformat(),
    }
    return GiverHistory(*store.db.execute_sql(_GIVER, values).fetchone())
