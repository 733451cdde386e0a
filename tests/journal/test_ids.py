"""The ids of events: one of its own for each, those of one day side by side."""

from shared.domain.clock import DAY_MS
from shared.journal.event import new_id
from tests.support.builders import MORNING


def test_ids_of_one_day_lie_together_and_are_never_the_same():
    ids = [new_id(MORNING + n) for n in range(1000)]
    assert len(set(ids)) == len(ids)
    assert {(len(each), each[:3]) for each in ids} == {(32, ids[0][:3])}
    assert new_id(MORNING + DAY_MS)[:3] > ids[0][:3]


def test_a_clock_that_is_centuries_off_still_gives_an_id():
    for moment in (-(10**15), 0, 10**16):
        assert bytes.fromhex(new_id(moment))
