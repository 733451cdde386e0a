"""What happened before a card, as the flag rules ask for it: one statement each.

Written in SQL, because it runs at every tap and peewee takes longer to build a statement than SQLite to answer it.
"""

from datetime import date, timedelta

import msgspec

from shared.domain.workdays import day_of
from shared.journal.store import Store
from shared.practice.cards.facts import P
from shared.practice.cards.policy import CardsPolicy
from shared.practice.cards.rules import CustomerHistory, GiverHistory

_NO_END = 2**62  # later than any moment
_CUSTOMER = """SELECT
    (SELECT max(at) FROM card WHERE station = :station AND at > :now - :repeat AND at <= :now
        AND staff = :staff AND p = :p AND source IN ('kiosk', 'window') AND NOT withdrawn AND subject != :card),
    (SELECT count(*) FROM card WHERE station = :station AND at > :now - :short AND at <= :until
        AND source IN ('kiosk', 'window') AND subject != :card),
    (SELECT count(*) FROM card WHERE station = :station AND at > :now - :long AND at <= :until
        AND source IN ('kiosk', 'window') AND subject != :card),
    (SELECT count(*) FROM card WHERE staff = :staff AND giver = 'customer' AND day = :today AND NOT withdrawn
        AND at <= :until AND subject != :card),
    (SELECT count(*) FROM card WHERE staff = :staff AND giver = 'customer' AND day >= :first AND day < :today)"""

_GIVER = """SELECT
    count(*) FILTER (WHERE day >= :month),
    count(*) FILTER (WHERE day >= :year),
    count(*) FILTER (WHERE day >= :year AND staff = :receiver),
    count(*) FILTER (WHERE day >= :lately AND staff = :receiver),
    (SELECT count(*) FROM card
        WHERE "by" = :receiver AND "by" != '' AND staff = :giver AND day >= :lately AND NOT withdrawn
            AND at <= :until)
    FROM card WHERE "by" = :giver AND "by" != '' AND NOT withdrawn AND day <= :today
        AND at <= :until AND subject != :card"""


class Given(msgspec.Struct, frozen=True):
    """A card that is judged anew, and the station it was given at: its history ends with the moment it was given."""

    card: str
    station: str


def of_customer(
    store: Store, staff: str, p: P, policy: CardsPolicy, now: int, given: Given | None = None
) -> CustomerHistory:
    """What this kiosk (or that of a `given` card) and the receiver saw before `now`."""
    today = day_of(now)
    values = {
        **_bounds(given, now),
        "station": given.station if given else store.station,
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


def of_giver(
    store: Store, giver: str, receiver: str, policy: CardsPolicy, now: int, given: Given | None = None
) -> GiverHistory:
    """What this staff giver gave, and got from the receiver, before `now`."""
    today = day_of(now)
    values = {
        **_bounds(given, now),
        "giver": giver,
        "receiver": receiver,
        "today": today.isoformat(),
        "month": today.replace(day=1).isoformat(),
        "year": date(today.year, 1, 1).isoformat(),
        "lately": (today - timedelta(days=policy.mutual_days)).isoformat(),
    }
    return GiverHistory(*store.db.execute_sql(_GIVER, values).fetchone())


def _bounds(given: Given | None, now: int) -> dict[str, object]:
    """For a card given now everything recorded counts, also cards dated later because the clock was set back."""
    return {"card": given.card, "until": now} if given else {"card": "", "until": _NO_END}
