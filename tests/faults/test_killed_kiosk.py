"""The real kiosk killed in the middle of customers' touches: whoever saw the thank-you page has their card, once."""

import random

import pytest

from shared import device_journal
from shared.journal import verify
from tests.faults.test_campaign import killed_at_work, start
from tests.support.builders import MORNING, staffed_today


@pytest.mark.parametrize("seed", [1, pytest.param(2, marks=pytest.mark.long)])
def test_a_kiosk_killed_between_touches_keeps_every_card_it_thanked_for(tmp_path, seed):
    staffed_today(tmp_path).close()
    moment = random.Random(seed).uniform(0.2, 1.5)
    thanked = killed_at_work(start("kiosk", tmp_path, "customers"), moment)
    with device_journal.opened(tmp_path, now=MORNING) as store:
        cards = [event.subject for event in store.events() if event.kind == "card_awarded"]
        assert verify.journal(store).found is None
    assert thanked
    assert set(thanked) <= set(cards)
    assert len(cards) == len(set(cards)) <= len(thanked) + 1  # at most the one that was being stored
