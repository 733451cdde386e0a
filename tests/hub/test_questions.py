"""What a practice brings: an SQL file that `hub init` lays, and a question that only the devices it names may ask."""

from pathlib import Path

import msgspec

from shared import registry
from shared.sync.courier import Courier
from shared.sync.hub_schema import install, kinds
from shared.sync.question import HubQuestion
from tests.hub.site import Device, Site

TOY = """CREATE OR REPLACE FUNCTION toy(asked json) RETURNS json LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = hub, pg_temp AS $$
DECLARE d device := me();
BEGIN RETURN json_build_object('hall', d.hall, 'twice', 2 * (asked->>'number')::int); END $$;"""


class Toy(msgspec.Struct, frozen=True):
    """What the toy's function answers."""

    hall: str
    twice: int


def asks(device: Device) -> Toy | None:
    return Courier(device.folder, device.open).ask(HubQuestion("toy", {"number": 21}, Toy), patience=30)


def lay(site: Site, folder: Path, text: str) -> None:
    (folder / "hub.sql").write_text(text)
    install.init(site.admin, kinds.rules(registry.PRACTICES), (*registry.HUB_SQL, folder / "hub.sql"))


def test_a_practice_asks_its_own_question(site: Site, tmp_path: Path) -> None:
    counter, kiosk = site.device("c", hall="A"), site.device("k", "kiosk")
    assert asks(counter) is None  # this hub knows nothing of it yet
    lay(site, tmp_path, f"{TOY} GRANT EXECUTE ON FUNCTION toy(json) TO warm_window_counter;")
    assert asks(counter) == Toy("A", 42)
    assert asks(kiosk) is None


def test_a_function_that_names_no_device_is_closed_to_all(site: Site, tmp_path: Path) -> None:
    counter = site.device("c")
    lay(site, tmp_path, TOY)
    assert asks(counter) is None
