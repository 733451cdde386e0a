"""An import of which one part is refused records nothing of the rest: the first month of a file was kept once."""

from collections.abc import Iterator
from datetime import date

import pytest

from shared.domain.refusal import Refusal
from shared.domain.roles import Role
from shared.journal.store import Store
from shared.practice.performance import actions as pay
from shared.practice.performance.rules.import_lines import PoolLine
from shared.practice.workload import actions as workload
from shared.practice.workload.rules import WorkLine
from tests.support.builders import HALL, MORNING, actor, staffed_store

FEBRUARY, MARCH = "2026-02", "2026-03"


@pytest.fixture
def store(tmp_path) -> Iterator[Store]:
    opened = staffed_store(tmp_path)
    yield opened
    opened.close()


def test_pools_of_a_month_in_notice_are_refused_with_all_others_of_the_file(store: Store) -> None:
    work = [WorkLine(date(2026, 2, 3), number, "gas_payment", 100) for number in ("1001", "1004")]
    workload.import_workload(store, work, "t", now=MORNING)
    pools = [PoolLine(FEBRUARY, HALL, post, 100) for post in ("cashier", "consultant")]
    assert pay.set_pools(store, pools, "t", now=MORNING) == 2
    assert pay.publish(store, actor("9001", Role.OFFICE), FEBRUARY, now=MORNING) is None
    before = len(store.events())
    file = [PoolLine(MARCH, HALL, "cashier", 300), PoolLine(FEBRUARY, HALL, "cashier", 200)]
    assert pay.set_pools(store, file, "t", now=MORNING) == Refusal("month_closed", {"month": FEBRUARY})
    assert len(store.events()) == before
