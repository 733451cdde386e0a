"""Whatever a thief's devices push, every other device goes on recording and hears of all that is honest."""

import json
import uuid
from contextlib import suppress

import psycopg
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shared.domain.clock import LATEST, wall_clock
from shared.registry import PRACTICES
from shared.sync.hub_schema.kinds import rules
from shared.sync.hub_schema.verify import verify
from tests.hub.site import Device, Site
from tests.hub.test_privileges import console

KINDS = [rule.kind for rule in rules(PRACTICES)] + ["of_tomorrow", ""]
NOW = wall_clock()
TIMES = st.sampled_from([NOW, 0, -1, 2**53, 2**63 - 1, 2**63, -(2**63), NOW + 86_000_000, NOW - 10**11]) | st.integers()
TEXTS = st.sampled_from(["", "A", "B", "*", "staff:9001", "hall:B", "x" * 300, "\0", "\ud800", "1001"]) | st.text()
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | TEXTS
BODIES = st.dictionaries(
    st.sampled_from(["staff", "hall", "role", "gaps", "kind", "code", "decision", "upto", "image"]) | TEXTS,
    st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner), max_leaves=20),
)
EVENTS = st.fixed_dictionaries(
    {
        "id": st.uuids().map(str) | TEXTS,
        "hall": TEXTS,
        "n": st.integers(1, 50) | TIMES,
        "kind": st.sampled_from(KINDS),
        "subject": TEXTS,
        "actor": TEXTS,
        "ts": TIMES,
        "occurred_at": TIMES,
        "body": BODIES | LEAVES,
        "v": st.integers(0, 3) | TIMES,
        "link": TEXTS,
        "before": TEXTS,
        "personal": st.none() | st.lists(st.fixed_dictionaries({"field": TEXTS, "salt": TEXTS, "value": TEXTS})),
    }
)


def push(thief: Device, events: list[dict[str, object]]) -> None:
    """By a console; an error of its own is the thief's."""
    with console(thief.enrolled) as line:
        for event in events:
            with suppress(psycopg.Error, ValueError):
                text = json.dumps([{"station": thief.store.station, **event}])
                line.execute("SELECT hub.push(%s::json)", (text,))


def test_no_event_of_a_thief_stops_anybody(site: Site) -> None:
    thieves = [site.device("k", "kiosk"), site.device("c"), site.device("o", "office")]
    others = [
        site.device("honest"),
        site.device("reader"),
        site.device("lobby", "kiosk"),
        site.device("office", "office"),
    ]
    for device in (*thieves, *others):
        device.sync()

    @settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(EVENTS, min_size=20, max_size=40), st.sampled_from(thieves))
    def attack(events: list[dict[str, object]], thief: Device) -> None:
        push(thief, events)
        honest = others[0].record(subject=f"card:{uuid.uuid4().hex}")
        for device in others:
            device.sync(thorough=False)
            assert NOW <= device.record().ts < LATEST
        assert all(honest.id in device.ids() for device in (others[0], others[1], others[3]))

    attack()
    verify(site.admin)
