"""What the office's reports and a month's pay cost over a large company's year, against SQL written by hand."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from random import Random

from shared.daily_log.signed_days import signed_days
from shared.domain.roles import Role
from shared.journal.store import Store
from shared.people import actions as people
from shared.people.rules import RosterLine
from shared.people.views import everyone
from shared.practice.assessment import views as boards
from shared.practice.cards import views as cards
from shared.practice.cards.facts import P
from shared.practice.line.facts import SERVICES
from shared.practice.performance import actions as pay
from shared.practice.performance import views as months
from shared.practice.performance.rules.import_lines import PoolLine
from shared.report import cards as reports
from tests.bench.fold_bench import best_of
from tests.bench.row import Row, row
from tests.support.builders import MORNING, empty_store

_CARDS, _NUMBERS, _STAFF, _HALLS = 1_000_000, 3_000_000, 80, 16
_FIRST, _DAYS = date(2026, 1, 1), 365
_MONTH = "2026-03"
_PS = [p.value for p in P]
_CARD = """INSERT INTO card (subject, staff, p, giver, "by", source, station, hall, at, day, number, code, duplicate,
    sentence, flags, verdict, verdicts, reason, reviewed_by, withdrawn, counted)
    VALUES (?, ?, ?, 'customer', '', 'kiosk', 'k', ?, ?, ?, '', '', 0, '', '', '', '', '', '', 0, 1)"""
_NUMBER = """INSERT INTO number (subject, hall, day, letter, serial, service, state, staff, window, calls, given,
    taken_at, called_at, done_at, other_staff, other_window, called_twice_by, ts, station, n, priority)
    VALUES (?, ?, ?, 'A', ?, ?, 'served', ?, '1', 1, ?, ?, ?, ?, '', '', '', ?, 'k', ?, '')"""
_BY_STAFF = (
    """SELECT staff, p, count(*) FROM card WHERE counted = 1 AND giver = 'customer'
        AND day BETWEEN '2026-01-01' AND '2026-12-31' GROUP BY staff, p""",
    """SELECT staff, count(*) FROM number WHERE state = 'served'
        AND day BETWEEN '2026-01-01' AND '2026-12-31' GROUP BY staff""",
)
_DAYS_OF_UNITS = (
    """SELECT staff, day, hall, sum(CASE given WHEN 'gas_payment' THEN 10 WHEN 'consultation' THEN 12
        WHEN 'appliance_sale' THEN 20 WHEN 'settlement' THEN 25 WHEN 'title_transfer' THEN 30
        WHEN 'insurance_sale' THEN 15 WHEN 'hose_handout' THEN 5 WHEN 'ic_card_new' THEN 20
        WHEN 'ic_card_replace' THEN 15 ELSE 10 END) FROM number WHERE state = 'served'
        AND day BETWEEN '2026-01-01' AND '2026-12-31' GROUP BY day, hall, staff""",
    "SELECT DISTINCT hall, day FROM number WHERE day BETWEEN '2026-01-01' AND '2026-12-31'",
)
_SO_FAR = """SELECT staff, p, count(*) FROM card WHERE giver = 'customer' AND counted = 1
    AND day <= '2026-12-31' GROUP BY staff, p"""


@contextmanager
def _company() -> Iterator[Store]:
    with tempfile.TemporaryDirectory() as name:
        store = empty_store(Path(name))
        roster = [
            RosterLine(
                f"{1000 + n}", f"员工{n}", f"分公司{n % 4}", f"大厅{n % _HALLS}", str(n % 9 + 1), "cashier", Role.STAFF
            )
            for n in range(_STAFF)
        ]
        people.import_staff(store, roster, now=MORNING)
        _fill(store)
        yield store
        store.close()


def _fill(store: Store) -> None:
    """Rows as the year's events would fold into them: the events themselves cost nothing that is measured here."""
    rng, services = Random(1), tuple(SERVICES)
    everybody = [(person.number, person.hall) for person in everyone(store)]
    with store.db.atomic():
        connection = store.db.connection()
        connection.executemany(_CARD, (_card(rng, everybody, place) for place in range(_CARDS)))
        connection.executemany(_NUMBER, (_number(rng, everybody, services, place) for place in range(_NUMBERS)))
    store.db.execute_sql("ANALYZE")


def _day(rng: Random) -> str:
    return (_FIRST + timedelta(days=rng.randrange(_DAYS))).isoformat()


def _card(rng: Random, everybody: list[tuple[str, str]], place: int) -> tuple[object, ...]:
    staff, hall = rng.choice(everybody)
    return f"c{place}", staff, rng.choice(_PS), hall, MORNING, _day(rng)


def _number(rng: Random, everybody: list[tuple[str, str]], services: tuple[str, ...], place: int) -> tuple[object, ...]:
    staff, hall = rng.choice(everybody)
    service, at = rng.choice(services), MORNING + rng.randrange(9) * 3_600_000
    return f"n{place}", hall, _day(rng), place, service, staff, service, at, at, at, at, place


def company() -> list[Row]:
    """The tables of a year with 1,000,000 cards and 3,000,000 served numbers; a month's pay of 80 people."""
    with _company() as store:

        def by_hand(*statements: str) -> float:
            connection = store.db.connection()
            return best_of(lambda: [connection.execute(each).fetchall() for each in statements], 3)

        year = (_FIRST, date(_FIRST.year, 12, 31))
        report = best_of(lambda: reports.report(store, *year), 3)
        ladder = best_of(lambda: cards.report(store, _FIRST.year), 3)
        pools = [PoolLine(_MONTH, f"大厅{n}", "cashier", 1_000_000) for n in range(_HALLS)]
        pay.set_pools(store, pools, "bench", now=MORNING)
        end = MORNING + _DAYS * 86_400_000
        board = best_of(lambda: boards.year_board(store, _FIRST.year, signed_days(store, _FIRST.year), now=end), 3)
        month = best_of(lambda: months.computed(store, _MONTH), 1)
        return [
            row("the company's year by person, 4,000,000 rows", report, by_hand(*_BY_STAFF), aim=1.3, unit="s"),
            row("the company's year with levels", ladder, by_hand(_BY_STAFF[0], _SO_FAR), aim=1.3, unit="s"),
            row("the year's board of assessment", board, by_hand(*_DAYS_OF_UNITS), aim=1.3, unit="s"),
            row("a month's pay of 80 people, in seconds", month, 1.0, aim=1, unit="s"),
        ]


LONG = (company,)
ROWS = ()
