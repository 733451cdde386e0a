"""What a first sync stores without folding is folded in the end, whatever comes between."""

from random import Random

from shared.journal import verify
from shared.journal.opening import open_store
from shared.practice.cards import actions as cards
from shared.practice.cards import views
from shared.practice.cards.facts import P
from shared.registry import PROJECTIONS
from tests.journal.test_any_day import arrivals, personal
from tests.support.builders import MORNING, empty_store, staffed_store
from tests.support.days import DOINGS, Life

ACTS = [(which, 3, a, b) for a in range(2) for b in range(4) for which in range(len(DOINGS))]


def lived(folder):
    store = staffed_store(folder)
    Life(store).live(ACTS)
    return store


def take_in(store, coming):
    chance = Random(1)
    while coming:
        size = chance.randint(1, 60)
        store.receive(coming[:size], fold=False)
        coming = coming[size:]


def caught_up(store, size=7):
    return list(store.catch_up(lambda: size))


def test_stored_first_and_folded_at_the_end_is_the_same(tmp_path):
    source, there = lived(tmp_path / "a"), empty_store(tmp_path / "b")
    coming = arrivals(source)
    Random(2).shuffle(coming)
    take_in(there, coming)
    assert verify.contents(there)["card"] == []
    remaining = caught_up(there)
    assert remaining[-1] == 0
    assert len(remaining) > 5
    assert verify.contents(there) == verify.contents(source)
    assert personal(there) == personal(source)
    assert caught_up(there) == []
    source.close()
    there.close()


def test_what_is_recorded_and_received_meanwhile_is_there_once(tmp_path):
    source, there = lived(tmp_path / "a"), empty_store(tmp_path / "b")
    coming = arrivals(source)
    take_in(there, coming[:-20])
    steps = there.catch_up(lambda: 5)
    next(steps)
    there.receive(coming[-20:-10])
    next(steps)
    beside = open_store(tmp_path / "b", PROJECTIONS)  # another program of this PC starts, and takes in the rest
    beside.receive(coming[-10:])
    beside.close()
    list(steps)
    given = cards.award(there, "1001", P.POLITE, now=MORNING + 86_400_000)
    assert given.card in {card.card for card in views.mine(there, "1001", now=MORNING).cards}
    assert verify.projections(there) == ()
    source.close()
    there.close()


def test_a_start_after_a_cut_folds_the_rest(tmp_path):
    source, there = lived(tmp_path / "a"), empty_store(tmp_path / "b")
    take_in(there, arrivals(source))
    next(there.catch_up(lambda: 5))
    there.close()
    again = open_store(tmp_path / "b", PROJECTIONS)
    assert verify.contents(again) == verify.contents(source)
    source.close()
    again.close()
