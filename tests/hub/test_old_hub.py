"""Hub first, then apps, additive only: today's device works on the first hub, the first program works on today's."""

from collections.abc import Iterator

import pytest

from shared import registry
from shared.practice.inquiries.facts import InquiryClashSettled
from shared.practice.line.hub import call_number
from shared.registry import PRACTICES
from shared.sync.courier import Courier
from shared.sync.hub import HubRefused, release
from shared.sync.hub_schema import install, kinds, logins
from shared.sync.hub_schema.install import HubSetupError
from shared.sync.hub_schema.verify import verify
from shared.sync.known_devices import seen
from tests.hub.old_hub import DEVICE, EVENT, GREETING, STARTED, STATION, OldApp, lay
from tests.hub.site import Site, card

KEPT = "SELECT id, seq, encode(chain, 'hex'), body::text, link, received_at FROM hub.event WHERE seq IS NOT NULL"


@pytest.fixture
def old_site(site: Site) -> Site:
    lay(site)
    return site


def test_todays_device_does_a_whole_round_on_the_first_hub(old_site: Site) -> None:
    one, other, kiosk = old_site.device("c1"), old_site.device("c2"), old_site.device("k", "kiosk")
    cards = {kiosk.record(card(sentence="谢谢")).id, one.record().id}
    for device in (kiosk, one, other):
        assert device.sync().version == 1
    assert other.cards() == cards
    assert [(device.name, device.app, device.release) for device in seen(other.store).devices] == [
        ("c1", 1, ""),
        ("c2", 1, ""),
        ("k", 1, ""),
    ]
    courier = Courier(one.folder, one.open)
    assert courier.ask(call_number([("number:1", 0)])) is None
    assert verify(old_site.admin).faults == ()


def test_no_enrolment_can_be_ended_before_the_upgrade(old_site: Site) -> None:
    """The first hub knows a device by its only login."""
    device = old_site.device("c1")
    with pytest.raises(HubSetupError, match="upgrade_first"):
        logins.revoke(old_site.admin, "c1")
    with pytest.raises(HubSetupError, match="upgrade_first"):
        logins.enroll(old_site.admin, "c1", kind="counter", hall="A", again=True)
    assert device.sync().version == 1
    install.init(old_site.admin, kinds.rules(PRACTICES), registry.HUB_SQL)
    logins.revoke(old_site.admin, "c1")
    with pytest.raises(HubRefused, match="revoked"):
        device.sync()


def test_an_upgrade_adds_and_keeps_every_event(old_site: Site) -> None:
    one, other = old_site.device("c1"), old_site.device("c2")
    for _ in range(3):
        one.record(card(sentence="谢谢"))
    new = one.record(InquiryClashSettled(others=("x",)), "inquiry:1")
    one.sync()
    other.sync()
    assert old_site.sql("SELECT kind FROM hub.event WHERE status = 'quarantined'") == [(new.kind,)]
    before, personal = old_site.sql(KEPT), old_site.sql("SELECT * FROM hub.companion ORDER BY event_id")
    done = install.init(old_site.admin, kinds.rules(PRACTICES), registry.HUB_SQL)
    assert (done.version, done.released) == (install.steps()[-1][0], 1)
    assert set(old_site.sql(KEPT)) == set(before)
    assert old_site.sql("SELECT * FROM hub.companion ORDER BY event_id") == personal
    for device in (one, other):
        device.sync()
    assert new.id in other.ids()
    assert verify(old_site.admin).faults == ()
    with one.connect() as hub:  # what only the new one can tell
        assert [row["release"] for row in hub.devices()] == [release(), release()]


@pytest.fixture
def old_app(site: Site) -> Iterator[OldApp]:
    app = OldApp(site.enroll("old"))
    yield app
    app.close()


def test_the_first_program_works_on_todays_hub(site: Site, old_app: OldApp) -> None:
    today = site.device("c1")
    new = today.record()
    today.sync()
    greeting = old_app.hello(waiting=1)
    assert set(greeting) >= GREETING
    assert [set(station) for station in greeting["stations"]] == [STATION]
    assert old_app.push() == ["stored"]
    assert old_app.push() == ["duplicate"]
    assert old_app.stamp() == 1
    *events, end = old_app.pull(old_app.station)
    assert [row["id"].hex for row in events] == [new.id]
    assert end["id"] is None
    assert [row["seq"] for row in (*events, end)] == [1, 2]
    assert old_app.start_pause() == "granted"
    own = next(row for row in old_app.devices() if row["name"] == "old")
    assert set(own) >= DEVICE
    assert (own["backlog"], own["oldest"]) == (1, STARTED)
    [station] = old_app.hello(acked=1)["stations"]
    assert (station["mine"], station["prefix"], station["top"], station["link"]) == (True, 1, 1, EVENT["link"])
    today.sync()
    assert EVENT["id"] in today.ids()
    assert verify(site.admin).faults == ()
