"""Whatever a thief's devices push, every other device goes on recording and hears of all that is honest.

With today's hub, and with the first one, which took everything: there a device has to bear it alone. A few hundred
hostile events in the ordinary run, 10,000 with `dev.py test --long`.
"""

import json
import logging
import uuid
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import msgspec
import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shared.domain.clock import LATEST, wall_clock
from shared.journal import verify as journal_verify
from shared.journal.event import Event, put_together
from shared.registry import PRACTICES
from shared.sync import reading
from shared.sync.hub_schema.kinds import rules
from shared.sync.hub_schema.verify import verify
from tests.hub.old_hub import lay
from tests.hub.site import Device, Site
from tests.hub.test_privileges import console
from tests.older import arrivals, fact_types
from tests.older.tomorrow import shown

KINDS = [rule.kind for rule in rules(PRACTICES)] + ["of_tomorrow", ""]
HONEST = [msgspec.to_builtins(event) for event, _, _ in arrivals()]
"""An event of every kind, as a program of before wrote it."""
RAW = (
    *("1e999", "-1e999", "NaN", "Infinity", "1e-400", "1.5", "-0.0", "9007199254740993", "9" * 5000),
    *("[" * 3000 + "]" * 3000, '{"a":' * 40 + "1" + "}" * 40, '"\\ud800"', '"\\u0000"', '"\\udc00\\ud800"'),
    *('{"a":1,"a":2}', "[]", "{}", "null", "true", '"' + "x" * 70_000 + '"', "[1,2", '{"kind":"card_awarded"}'),
)
"""JSON that no program of ours would write, or that is none."""
NOW = wall_clock()
TIMES = st.sampled_from([NOW, 0, -1, 2**53, 2**63 - 1, 2**63, -(2**63), NOW + 86_000_000, NOW - 10**11]) | st.integers()
TEXTS = st.sampled_from(["", "A", "B", "*", "staff:9001", "hall:B", "x" * 300, "\0", "\ud800", "1001"]) | st.text()
TOKENS = st.sampled_from([f"@raw{place}@" for place in range(len(RAW))])
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | TEXTS | TOKENS
NESTED = st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner), max_leaves=20)
NAMES = (
    st.sampled_from(["staff", "hall", "role", "gaps", "kind", "code", "decision", "upto", "image", "sha256"]) | TEXTS
)
PERSONAL = st.lists(st.fixed_dictionaries({"field": TEXTS, "salt": TEXTS, "value": TEXTS | TOKENS}))
SHAPED = st.fixed_dictionaries(
    {
        "id": st.uuids().map(str) | TEXTS,
        "hall": TEXTS,
        "n": st.integers(1, 50) | TIMES,
        "kind": st.sampled_from(KINDS),
        "subject": TEXTS,
        "actor": TEXTS,
        "ts": TIMES,
        "occurred_at": TIMES,
        "body": st.dictionaries(NAMES, NESTED) | LEAVES,
        "v": st.integers(0, 3) | TIMES,
        "link": TEXTS,
        "before": st.just("") | TEXTS,  # with none the hub cannot check the link: the rest is judged too
        "personal": st.none() | PERSONAL | LEAVES,
    }
)
"""Right fields with anything in them."""


@st.composite
def altered(draw: st.DrawFn) -> dict[str, Any]:
    """An honest event with one thing wrong, in the body or beside it."""
    event = {**draw(st.sampled_from(HONEST)), "id": uuid.uuid4().hex, "ts": NOW, "occurred_at": NOW, "hall": "A"}
    event |= {"n": draw(st.integers(1, 50)), "body": dict(event["body"])}
    target = event["body"] if event["body"] and draw(st.booleans()) else event
    name = draw(st.sampled_from(sorted(target)))
    target[name] = draw(NESTED | TIMES)
    return event


EVENTS = SHAPED | altered()


def text_of(event: dict[str, Any]) -> str:
    text = json.dumps([event])
    for place, token in enumerate(RAW):
        text = text.replace(f'"@raw{place}@"', token)
    return text


def push(thief: Device, events: list[dict[str, Any]]) -> None:
    """By a console; an error of its own is the thief's."""
    with console(thief.enrolled) as line:
        for event in events:
            with suppress(psycopg.Error, ValueError):
                line.execute("SELECT hub.push(%s::json)", (text_of({"station": thief.store.station, **event}),))


def attacked(site: Site, batches: int) -> None:
    """Thieves of every kind of device push, honest devices work and hear of each other all the time."""
    thieves = [site.device("k", "kiosk"), site.device("c"), site.device("o", "office")]
    honest, reader = site.device("honest"), site.device("reader")
    others = [honest, reader, site.device("lobby", "kiosk"), site.device("office", "office")]
    for device in (*thieves, *others):
        device.sync()
    pushed = 0

    @settings(max_examples=batches, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(EVENTS, min_size=25, max_size=40), st.sampled_from(thieves))
    def attack(events: list[dict[str, Any]], thief: Device) -> None:
        nonlocal pushed
        pushed += len(events)
        push(thief, events)
        said = honest.record(subject=f"card:{uuid.uuid4().hex}")
        for device in others:
            device.sync(thorough=False)
            assert NOW <= device.record().ts < LATEST
        assert all(said.id in device.ids() for device in (honest, reader, others[3]))

    attack()
    print(f"{pushed} hostile events")
    verify(site.admin)
    for device in others:
        assert shown(device.store) is not None
        device.store.rebuild()
        found = journal_verify.journal(device.store).found  # a thief's own chain may be broken
        assert found is None or found.station != device.store.station


@pytest.mark.parametrize(("hub", "batches"), [(lambda site: None, 4), (lay, 2)], ids=["today", "first"])
def test_no_event_of_a_thief_stops_anybody(site: Site, hub: Callable[[Site], None], batches: int) -> None:
    hub(site)
    attacked(site, batches)


@pytest.mark.long
@pytest.mark.parametrize("hub", [lambda site: None, lay], ids=["today", "first"])
def test_ten_thousand_hostile_events_stop_no_device(
    site: Site, hub: Callable[[Site], None], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL)  # what is left out is logged each time: gigabytes
    hub(site)
    attacked(site, batches=350)


COLUMN, NUMBER = TEXTS | st.none(), st.integers(-(2**63), 2**63 - 1) | st.none()
ROWS = st.tuples(
    *(st.integers(1, 2**63 - 1), TEXTS, st.uuids()),
    *(COLUMN, COLUMN, NUMBER, COLUMN, COLUMN, COLUMN, NUMBER, NUMBER),
    *(COLUMN | st.sampled_from(RAW), NUMBER, COLUMN, st.none() | PERSONAL | LEAVES),
)
"""What a hub may answer to `pull`, whatever its tables hold."""


@settings(deadline=None)
@given(st.lists(ROWS, max_size=20))
def test_no_row_of_a_hub_stops_the_reading_of_the_others(rows: list[tuple[Any, ...]]) -> None:
    readable, unread = reading.sorted_out(rows)
    assert len(readable) + len(unread) == len(rows)


FROZEN = fact_types()


@settings(max_examples=100, deadline=None)
@given(altered())
def test_the_program_of_before_can_always_say_that_it_cannot_read_a_body(event: dict[str, Any]) -> None:
    text = text_of(event["body"])[1:-1]
    with suppress(ValueError, RecursionError):  # of msgspec's too: that is what folding leaves out
        body = msgspec.json.decode(text, type=dict[str, Any])
        kind = event["kind"] if isinstance(event["kind"], str) else ""
        if kind in FROZEN:
            whole = {**HONEST[0], "kind": kind, "body": body}
            put_together(msgspec.convert(whole, type=Event), {}, FROZEN[kind])
