"""A full disk: giving up the ballast file leaves room for the rest of the day, and nothing is half-written."""

import pytest

from shared import device_journal
from shared.journal import faults, verify
from shared.journal.faults import StoreFull
from shared.practice.cards import actions as cards
from shared.practice.cards.facts import P
from tests.support.builders import HALL, MORNING, staffed_store
from tests.support.small_disk import fill, small_disk

__all__ = ["small_disk"]


def award(store, place):
    return cards.award(store, "1001", P.POLITE, sentence="谢" * 150, now=MORNING + place * 600_000)


def award_until_full(store, start=0):
    """Award until the disk is full even at the second try; how many cards there were, and how often room was found."""
    rescued = 0
    for place in range(start, start + 20_000):
        try:
            award(store, place)
        except StoreFull as error:
            try:
                if not error.try_again:
                    return place, rescued
                award(store, place)  # as the apps do: the same act once more
                rescued += 1
            except StoreFull:
                return place, rescued
    raise AssertionError("the disk never filled")


def award_many(store, start):
    """As the apps do, the same act once more where that helps; a card more may just find room in other pages."""
    for place in range(start, start + 100):
        try:
            award(store, place)
        except StoreFull as error:
            if not error.try_again:
                raise
            award(store, place)


def cards_of(store):
    return sum(event.kind == "card_awarded" for event in store.events())


def test_a_full_file_gives_the_ballast_up_and_keeps_every_card(tmp_path):
    store = staffed_store(tmp_path)
    pages = store.db.execute_sql("PRAGMA page_count").fetchone()[0]
    store.db.execute_sql(f"PRAGMA max_page_count = {pages + 20}")
    done, _ = award_until_full(store)
    assert not (tmp_path / faults.BALLAST).exists()
    with pytest.raises(StoreFull) as told:
        award_many(store, done)
    assert not told.value.try_again  # nothing more to give up
    assert done <= cards_of(store) < done + 100
    done = cards_of(store)
    store.db.execute_sql(f"PRAGMA max_page_count = {pages + 2000}")  # somebody made room
    award(store, done)
    assert cards_of(store) == done + 1
    assert verify.journal(store).found is None
    store.close()
    with device_journal.opened(tmp_path, now=MORNING) as store:
        assert cards_of(store) == done + 1
        assert verify.projections(store) == ()
    assert (tmp_path / faults.BALLAST).exists()  # laid anew for the next time


def test_a_full_disk_still_takes_the_rest_of_the_day(small_disk):
    store = staffed_store(small_disk)
    filler = fill(small_disk, leave=600_000)
    last, rescued = award_until_full(store)
    assert rescued >= 1
    assert last > 1000  # more than a day of the busiest hall
    assert cards_of(store) == last
    store.close()
    filler.unlink()
    with device_journal.opened(small_disk, now=MORNING, hall=HALL) as store:
        assert cards_of(store) == last
        assert verify.journal(store).found is None
