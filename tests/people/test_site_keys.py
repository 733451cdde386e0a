"""What a device shares with its site: PINs that survive joining a hub, a kiosk's exit PIN, the key of the codes."""

import pytest

from shared.device import codes, pepper
from shared.device.private_files import write_private
from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.journal.store import Store
from shared.people import actions, kiosk_exit, pins
from tests.support.builders import MORNING, PIN, code, staffed_store

SITE = "5a" * 32
MINUTE = 60_000


@pytest.fixture
def store(tmp_path):
    opened = staffed_store(tmp_path)
    yield opened
    opened.close()


def test_a_pin_set_before_joining_still_signs_in_and_is_then_hashed_with_the_sites_pepper(store: Store) -> None:
    actions.set_pin(store, "1001", PIN, now=MORNING)
    pepper.adopt(store.folder, SITE)
    assert isinstance(actions.sign_in(store, "1001", PIN, now=MORNING), Actor)
    (store.folder / pepper.FILE).write_text(SITE)  # another counter of the site, which never knew the old pepper
    assert isinstance(actions.sign_in(store, "1001", PIN, now=MORNING), Actor)


def test_asking_whether_the_pepper_is_sound_makes_none(tmp_path) -> None:
    assert pepper.fault(tmp_path) == ""
    assert list(tmp_path.iterdir()) == []
    pepper.pepper(tmp_path)
    assert pepper.fault(tmp_path) == ""
    (tmp_path / pepper.FILE).unlink()
    assert "missing" in pepper.fault(tmp_path)
    (tmp_path / "copied").mkdir()
    (tmp_path / "copied" / pepper.FILE).write_text("damaged")
    assert "damaged" in pepper.fault(tmp_path / "copied")


def test_joining_brings_back_a_pepper_that_was_lost(store: Store) -> None:
    pepper.pepper(store.folder)
    (store.folder / pepper.FILE).write_text("damaged")
    pepper.adopt(store.folder, SITE)
    assert [known.hex() for known in pepper.peppers(store.folder)] == [SITE]


def test_without_the_pepper_no_pin_is_checked_set_or_counted_as_wrong(store: Store) -> None:
    actions.set_pin(store, "2001", PIN, now=MORNING)
    kiosk_exit.save_exit_people(store)
    (store.folder / pepper.FILE).write_text("damaged")
    exits = kiosk_exit.ExitCheck(store.folder)
    for n in range(5):
        assert code(exits.check("2001", PIN, now=MORNING + n)) == "pepper_lost"
        assert code(actions.sign_in(store, "2001", PIN, now=MORNING + n)) == "pepper_lost"
    assert code(actions.set_pin(store, "2001", PIN, now=MORNING)) == "pepper_lost"
    assert "pin_failed" not in [event.kind for event in store.events()]


def test_a_power_cut_while_joining_loses_no_pepper(store: Store, monkeypatch) -> None:
    own = pepper.pepper(store.folder).hex()

    def cut_off(file, text) -> None:
        if file.name != pepper.FILE:
            raise OSError("power cut")
        write_private(file, text)

    monkeypatch.setattr(pepper, "write_private", cut_off)
    with pytest.raises(OSError, match="power cut"):
        pepper.adopt(store.folder, SITE)
    assert [known.hex() for known in pepper.peppers(store.folder)] == [SITE, own]


def test_joining_twice_changes_nothing(store: Store) -> None:
    pepper.adopt(store.folder, SITE)
    before = pepper.peppers(store.folder)
    pepper.adopt(store.folder, SITE)
    assert pepper.peppers(store.folder) == before
    assert before[0].hex() == SITE


def test_a_kiosk_on_a_hub_has_an_exit_pin_that_slows_down_guessing(store: Store) -> None:
    assert not kiosk_exit.has_exit_pin(store.folder)
    pins.keep_exit_pin(store.folder, "402913")
    assert kiosk_exit.has_exit_pin(store.folder)
    for minute in range(4):
        assert actions.leave_kiosk(store, "000000", now=MORNING + minute * MINUTE) == Refusal("wrong_pin")
    waits = actions.leave_kiosk(store, "402913", now=MORNING + 3 * MINUTE + 1000)
    assert isinstance(waits, Refusal)
    assert waits.code == "pin_wait"
    assert actions.leave_kiosk(store, "402913", now=MORNING + 60 * MINUTE) is None


def test_a_kiosk_reads_the_sites_codes_without_the_pepper(tmp_path) -> None:
    site, kiosk = tmp_path / "counter", tmp_path / "kiosk"
    for folder in (site, kiosk):
        folder.mkdir()
    pepper.adopt(site, SITE)
    codes.keep_key(kiosk, codes.derived(bytes.fromhex(SITE)).hex())
    assert (kiosk / "codes-key").read_text() == codes.key(site).hex()
    badge = codes.Badge("1001")
    assert codes.parse(codes.text(badge, codes.key(site)), codes.key(kiosk)) == badge
    assert not (kiosk / pepper.FILE).exists()
