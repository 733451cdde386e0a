"""Texts that no table takes, in every column of what a device pushes: set aside, and the next push goes through."""

import msgspec
import pytest

from tests.hub.site import Device, Site, sent
from tests.hub.test_privileges import console

RANDOM = "".join(chr(0x4E00 + n * 7919 % 20_000) for n in range(100_000))  # no index entry is so long, even packed


@pytest.mark.parametrize("column", ["station", "hall", "kind", "subject", "actor", "link"])
@pytest.mark.parametrize("text", [RANDOM, "x\x00y"], ids=["long", "nul"])
def test_no_text_stops_a_push(site: Site, column: str, text: str) -> None:
    one, other = site.device("one"), site.device("other")
    bad, good = one.record(), one.record()
    with one.connect() as hub:
        one.round(hub).greet()
        (answer,) = hub.push([sent(bad, **{column: text})])
        assert answer != "retry"
        assert hub.push([sent(good, before=bad.link)]) != ["retry"]
        hub.stamp()
    one.sync()
    other.sync()
    assert good.id in other.ids()


def test_half_a_character_stops_no_push(site: Site) -> None:
    """JSON can write one; msgspec cannot, so it is sent as text."""
    one = site.device("one")
    event = msgspec.json.encode(one.record()).decode()
    hostile = event.replace('"polite"', '"\\ud83d"')
    one.sync()
    with console(one.enrolled) as line:
        ((answers,),) = line.execute("SELECT hub.push(%s::json)", (f"[{hostile}]",)).fetchall()
    assert answers != ["retry"]
    one.sync()


def test_long_names_are_set_aside(site: Site) -> None:
    one: Device = site.device("one")
    event = one.record()
    with one.connect() as hub:
        one.round(hub).greet()
        hub.push([sent(event, body={**event.body, "staff": RANDOM})])
    assert site.sql("SELECT count(*) FROM hub.event") == [(0,)]
    assert site.sql("SELECT count(*) FROM hub.aside") == [(1,)]
