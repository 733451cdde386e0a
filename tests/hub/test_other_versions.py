"""Apps and hubs of other versions: kinds wait until the hub knows them, and who is too old is told so."""

import pytest

from shared import registry
from shared.declaration.practice import About
from shared.domain.fact import Fact
from shared.registry import PRACTICES
from shared.sync import hub as hub_module
from shared.sync.hub import HubRefused
from shared.sync.hub_schema import install
from shared.sync.hub_schema.kinds import KindRule, rules
from shared.sync.hub_schema.verify import verify
from tests.hub.site import Site


class FromTheFuture(Fact):
    """A fact that only a newer app knows."""

    what: str


def test_a_kind_of_a_newer_app_waits_until_the_hub_knows_it(site: Site) -> None:
    device, other = site.device("a"), site.device("b")
    event = device.record(FromTheFuture(what="unheard of"))
    device.sync(), other.sync()
    assert other.ids() == set()
    found = install.init(site.admin, [*rules(PRACTICES), KindRule("from_the_future", counter=True)], registry.HUB_SQL)
    assert found.released == 1
    other.sync()
    assert other.ids() == {event.id}  # kept, though this app cannot fold it
    assert verify(site.admin).faults == ()


@pytest.mark.parametrize("hall", ["A", "B"])
def test_what_a_newer_app_says_of_another_hall_s_is_not_released_with_the_rest(site: Site, hall: str) -> None:
    device, other = site.device("a", hall="A"), site.device("b", hall=hall)
    device.record(subject="card:1"), device.sync()
    other.record(FromTheFuture(what="unheard of"), "card:1"), other.sync()
    rule = KindRule("from_the_future", counter=True, about=About.BEGUN_HERE)
    released = install.init(site.admin, [*rules(PRACTICES), rule], registry.HUB_SQL).released
    assert released == (1 if hall == "A" else 0)


def test_an_app_below_the_floor_is_told_to_update(site: Site) -> None:
    device = site.device("c")
    site.admin.execute("UPDATE hub.setting SET value = %s WHERE key = 'floor'", (str(hub_module.PROTOCOL + 1),))
    with pytest.raises(HubRefused, match="app_too_old"):
        device.sync()


def test_a_hub_below_what_the_app_needs_is_told_apart_from_a_broken_line(site: Site) -> None:
    device = site.device("c")
    site.admin.execute("UPDATE hub.setting SET value = '0' WHERE key = 'version'")
    with pytest.raises(HubRefused, match="hub_too_old"):
        device.sync()
    site.admin.execute("UPDATE hub.setting SET value = '1' WHERE key = 'version'")
    for change in ("FUNCTION hub.stamp() RENAME TO stamp_of_old", "SCHEMA hub RENAME TO hub_of_old"):
        site.admin.execute(f"ALTER {change}")
        with pytest.raises(HubRefused, match="hub_too_old"):
            device.sync()


def test_a_newer_hub_understands_an_old_app(site: Site) -> None:
    """A later step adds columns and answers more; the functions' names and arguments are for ever."""
    device, other = site.device("a"), site.device("b")
    site.admin.execute("ALTER TABLE hub.event ADD COLUMN of_a_later_version text DEFAULT ''")
    site.admin.execute("UPDATE hub.setting SET value = '999' WHERE key = 'version'")
    device.record()
    device.sync(), other.sync()
    assert other.ids() == device.ids() != set()
    with pytest.raises(install.HubSetupError, match="hub_from_future"):
        install.init(site.admin, rules(PRACTICES), registry.HUB_SQL)
