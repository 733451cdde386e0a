"""A field more in a fact changes nothing here, and a personal one is kept."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from shared.journal import seal, verify
from shared.journal.event import Companion, Event, digest
from shared.practice.cards.facts import SentenceAdded
from shared.practice.diary import views as diary
from shared.practice.inquiries import views as inquiries
from shared.reference.facts import DocumentPublished
from tests.older import arrivals
from tests.older.tomorrow import NEWER, NIGHT, changed, opened, shown, wider
from tests.support.builders import HALL, actor


def test_one_field_more_in_every_fact_changes_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    plain = opened(tmp_path / "plain", arrivals())
    more = [
        changed(a, body={**a[0].body, NEWER: 1} if a[0].kind == DocumentPublished.kind() else wider(a[0].body))
        for a in arrivals()
    ]
    store = opened(tmp_path / "more", more)
    assert caplog.messages == []
    assert verify.contents(store) == verify.contents(plain)
    assert shown(store)[:10] == shown(plain)[:10]
    for each in (plain, store):
        each.close()


def test_one_personal_field_more_is_kept_and_is_no_fault_of_the_journal(tmp_path: Path) -> None:
    value = Companion(event_id="newer", field=NEWER, salt="00", value="13800138000")
    event = Event(
        id="newer",
        station="other",
        hall=HALL,
        n=1,
        kind="card_withdrawn",
        subject="card:1",
        actor="",
        ts=NIGHT,
        occurred_at=NIGHT,
        body={NEWER: digest(value.salt, value.value)},
    )
    event = msgspec.structs.replace(event, link=seal.link(seal.START, event))
    store = opened(tmp_path, [(event, (value,), 1)])
    assert verify.journal(store).found is None
    store.close()


def test_a_personal_field_that_has_another_name_now_reads_as_empty(tmp_path: Path) -> None:
    store = opened(tmp_path, [changed(a, body={}) if a[0].kind == "sentence_added" else a for a in arrivals()])
    [event] = [event for event in store.events() if event.kind == "sentence_added"]
    assert store.fact(event) == SentenceAdded(sentence="")
    store.close()


@pytest.mark.parametrize("value", [7, [], {}, "?", None])
def test_a_step_that_cannot_be_read_is_left_out_of_the_pages_of_what_it_is_about(tmp_path: Path, value: Any) -> None:
    """A counter's terminal sent such a step of a ticket, or such a change of an entry: their pages opened nowhere."""
    begun, events = set[str](), []
    for arrival in arrivals():
        event = arrival[0]
        later = event.subject in begun and event.kind != DocumentPublished.kind()
        begun.add(event.subject)
        events.append(changed(arrival, body=dict.fromkeys(event.body, value)) if later else arrival)
    store = opened(tmp_path, events)
    assert shown(store)
    entries = [event.subject for event in store.events() if event.kind == "entry_written"]
    assert [diary.versions(store, actor("2001"), entry) for entry in entries]
    assert inquiries.page(store, "inquiry:1", NIGHT)
    store.close()
