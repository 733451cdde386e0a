"""One event is one text in the file and one link in the chain, in whatever order its fields came."""

import msgspec

from shared.journal import seal, verify
from shared.journal.tables import EventRow
from shared.practice.cards.facts import CardAwarded, Giver, P, Source
from tests.support.builders import MORNING, empty_store


def test_the_fields_of_an_event_are_stored_in_one_order(tmp_path):
    here, there = empty_store(tmp_path / "here"), empty_store(tmp_path / "there")
    card = CardAwarded(staff="1001", p=P.POLITE, giver=Giver.CUSTOMER, source=Source.KIOSK, policy=1)
    with here.transaction(MORNING) as tx:
        event = tx.record(card, subject="card:1")
    turned = msgspec.structs.replace(event, body=dict(reversed(event.body.items())))
    assert list(turned.body) != list(event.body)
    assert seal.link(seal.START, turned) == event.link
    there.receive([(turned, (), 1)])  # as a hub gives it back, whose JSON has an order of its own
    texts = [EventRow.select(EventRow.body).scalar(store.db) for store in (here, there)]
    assert texts[0] == texts[1]
    assert list(msgspec.json.decode(texts[0])) == sorted(event.body)
    assert verify.journal(there).found is None
    here.close()
    there.close()
