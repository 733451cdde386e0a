"""One event whose handler fails: the journal still opens, and everything else is shown."""

from contextlib import closing

import peewee
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


class Divided(Fact):
    """Something a later version records."""

    divisor: int


class DivisionRow(Projected):
    quotient = TextField()


divisions = Projection("divisions", version=1, tables=(DivisionRow,))


@divisions.on(Divided)
def _divided(rows, event, fact):
    rows.add(DivisionRow, quotient=str(10 // fact.divisor) if fact.divisor <= 10 else None)  # NOT NULL


def divided_by(n, divisor, subject="sum:1"):
    body = {"divisor": divisor}
    return Event(
        id=f"s{n}",
        station="other",
        hall=HALL,
        n=n,
        kind="divided",
        subject=subject,
        actor="",
        ts=MORNING + n,
        occurred_at=MORNING + n,
        body=body,
    )


@pytest.fixture
def upgraded(tmp_path):
    """A journal that received facts of a later version, opened by that version, whose handler fails on one of them."""
    store = staffed_store(tmp_path)
    cards.award(store, "1001", P.POLITE, now=MORNING)
    store.receive([(divided_by(1, 5), (), 1), (divided_by(2, 0, "sum:2"), (), 2), (divided_by(3, 2, "sum:3"), (), 3)])
    store.close()
    with closing(open_store(tmp_path, (*PROJECTIONS, divisions))) as opened:
        yield opened


def quotients(store):
    return sorted((row.subject, row.quotient) for row in DivisionRow.select().execute(store.db))


def test_the_journal_opens_and_all_else_is_there(upgraded):
    assert quotients(upgraded) == [("sum:1", "2"), ("sum:3", "5")]
    assert views.mine(upgraded, "1001", now=MORNING).total == 1
    assert [event.n for event in upgraded.events() if event.kind == "divided"] == [1, 2, 3]
    assert verify.projections(upgraded) == ()


def test_what_arrives_after_it_is_folded(upgraded):
    assert upgraded.receive([(divided_by(4, 0), (), 4), (divided_by(5, 1, "sum:5"), (), 5)]) == 2
    assert quotients(upgraded) == [("sum:1", "2"), ("sum:3", "5"), ("sum:5", "10")]


def test_a_row_that_the_table_refuses_is_left_out_and_all_others_are_there_once(upgraded):
    coming = [(divided_by(n, 11 if n == 30 else 1, f"sum:{n}"), (), n) for n in range(10, 70)]
    assert upgraded.receive(coming) == len(coming)
    expected = [(f"sum:{n}", "10") for n in range(10, 70) if n != 30]
    assert quotients(upgraded) == sorted([("sum:1", "2"), ("sum:3", "5"), *expected])
    assert verify.projections(upgraded) == ()


def test_an_act_of_ones_own_that_cannot_be_folded_fails_and_leaves_nothing(upgraded):
    before = len(upgraded.events())
    with pytest.raises(ZeroDivisionError), upgraded.transaction(MORNING) as tx:
        tx.record(Divided(divisor=0), subject="sum:9")
    assert len(upgraded.events()) == before


def test_an_error_of_the_file_is_no_fault_of_the_event_and_nothing_is_taken_in(tmp_path):
    broken = Projection("divisions", version=1, tables=(DivisionRow,))

    @broken.on(Divided)
    def _unwritable(rows, event, fact):
        raise peewee.OperationalError("disk I/O error")

    staffed_store(tmp_path).close()
    with closing(open_store(tmp_path, (*PROJECTIONS, broken))) as store:
        before = store.events()
        with pytest.raises(peewee.OperationalError, match="disk I/O"):
            store.receive([(divided_by(1, 5), (), 1)])
        assert store.events() == before
