"""A month of pay on a real store: three cashiers, a consultant, their work, cards and pools."""

from datetime import date
from pathlib import Path

from shared.domain.actor import Actor
from shared.domain.roles import Role
from shared.journal.store import Store
from shared.people import actions as people
from shared.people.rules import RosterLine
from shared.practice.cards import importing as cards
from shared.practice.cards.facts import Giver, P
from shared.practice.cards.paper_cards import PaperCard
from shared.practice.performance import actions
from shared.practice.performance.rules.import_lines import PoolLine
from shared.practice.workload import actions as workload
from shared.practice.workload.rules import WorkLine
from tests.support.builders import HALL, ROSTER, actor, at, staffed_store

MARCH = "2026-03"
OFFICE = actor("9001", Role.OFFICE)
APPROVER = Actor(number="9002", name="孙立", role=Role.OFFICE, post="", hall=HALL)
PAID = ("1001", "1002", "1003")


def on(day: date, clock: str = "10:00") -> int:
    return at(clock, day)


def month_of_march(folder: Path) -> Store:
    """March with three cashiers, a consultant, 2400 points and seven cards."""
    opened = staffed_store(folder)
    second = RosterLine("9002", "孙立", "和平分公司", HALL, "", "", Role.OFFICE)
    people.import_staff(opened, [*ROSTER, second], now=on(date(2026, 3, 2)))
    work = [("1001", 1000), ("1002", 800), ("1003", 600), ("1004", 100)]
    lines = [WorkLine(date(2026, 3, 2), number, "gas_payment", count) for number, count in work]
    workload.import_workload(opened, lines, "test", now=on(date(2026, 3, 3)))
    given = [("1001", 3), ("1002", 4)]
    paper = [PaperCard(date(2026, 3, 4), n, P.POLITE, Giver.CUSTOMER, "") for n, count in given for _ in range(count)]
    cards.import_cards(opened, paper, now=on(date(2026, 3, 5)))
    pools = [PoolLine(MARCH, HALL, "cashier", 1_000_000), PoolLine(MARCH, HALL, "consultant", 300_000)]
    assert actions.set_pools(opened, pools, "test", now=on(date(2026, 3, 6))) == 2
    return opened
