"""One sick event, whose handler fails, keeps no journal from opening and nothing else from being shown."""

from contextlib import closing

import pytest
from peewee import TextField

from shared.domain.fact import Fact
from shared.journal import verify
from shared.journal.event import Event
from shared.journal.opening import open_store
from shared.journal.projection import Projected, Projection
from shared.practice.cards import actions as cards
from shared.practice.cards import views
from shared.practice.cards.facts import P
from shared.registry import PROJECTIONS
from tests.support.builders import HALL, MORNING, staffed_store


class Sneezed(Fact):
    """Something a later version records."""

    loud: int


class SneezeRow(Projected):
    loud = TextField()


sick = Projection("sneezes", version=1, tables=(SneezeRow,))


@sick.on(Sneezed)
def _sneezed(rows, event, fact):
    rows.add(SneezeRow, loud=str(10 // fact.loud))


def sneeze(n, loud, subject="nose:1"):
    body = {"loud": loud}
    return Event(
        id=f"s{n}",
        station="other",
        hall=HALL,
        n=n,
        kind="sneezed",
        subject=subject,
        actor="",
        ts=MORNING + n,
        occurred_at=MORNING + n,
        body=body,
    )


@pytest.fixture
def grown(tmp_path):
    """A journal that received facts of a later version, opened by that version, whose handler fails on one of them."""
    store = staffed_store(tmp_path)
    cards.award(store, "1001", P.POLITE, now=MORNING)
    store.receive([(sneeze(1, 5), (), 1), (sneeze(2, 0, "nose:2"), (), 2), (sneeze(3, 2, "nose:3"), (), 3)])
    store.close()
    with closing(open_store(tmp_path, (*PROJECTIONS, sick))) as opened:
        yield opened


def loud(store):
    return sorted((row.subject, row.loud) for row in SneezeRow.select().execute(store.db))


def test_the_journal_opens_and_all_else_is_there(grown):
    assert loud(grown) == [("nose:1", "2"), ("nose:3", "5")]
    assert views.mine(grown, "1001", now=MORNING).total == 1
    assert [event.n for event in grown.events() if event.kind == "sneezed"] == [1, 2, 3]
    assert verify.projections(grown) == ()


def test_what_arrives_after_it_is_folded(grown):
    assert grown.receive([(sneeze(4, 0), (), 4), (sneeze(5, 1, "nose:5"), (), 5)]) == 2
    assert loud(grown) == [("nose:1", "2"), ("nose:3", "5"), ("nose:5", "10")]


def test_an_act_of_ones_own_that_cannot_be_folded_fails_and_leaves_nothing(grown):
    before = len(grown.events())
    with pytest.raises(ZeroDivisionError), grown.transaction(MORNING) as tx:
        tx.record(Sneezed(loud=0), subject="nose:9")
    assert len(grown.events()) == before
