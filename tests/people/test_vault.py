"""The pepper is kept in the system's credential store where there is one, else in its file as before."""

import sys
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked

from shared import device_journal
from shared.device import pepper
from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.people import actions
from tests.support.builders import MORNING, PIN, staffed_store
from tests.test_damaged_files import doctor


class Desktop(KeyringBackend):
    """A credential store as the library's own interface has them; `locked` as before a person has signed in."""

    priority = 5

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False
        self.broken = False

    def _open(self) -> None:
        if self.locked:
            raise KeyringLocked
        if self.broken:  # as a backend that keeps its own file
            raise OSError("no space left")

    def get_password(self, service: str, username: str) -> str | None:
        self._open()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._open()
        self.kept[service, username] = password


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    before, made = keyring.get_keyring(), Desktop()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def begin(folder: Path) -> None:
    """A hall whose pepper is in the file, as of an earlier version."""
    store = staffed_store(folder)
    actions.set_pin(store, "1001", PIN, now=MORNING)
    store.close()


def sign_in(folder: Path) -> Actor | Refusal:
    with device_journal.opened(folder, now=MORNING) as store:
        return actions.sign_in(store, "1001", PIN, now=MORNING)


def test_a_pepper_in_its_file_moves_into_the_vault(tmp_path: Path, desktop: Desktop) -> None:
    begin(tmp_path)
    before = pepper.peppers(tmp_path)
    assert isinstance(sign_in(tmp_path), Actor)
    assert before[0].hex() not in (tmp_path / pepper.FILE).read_text()
    assert list(desktop.kept.values()) == [before[0].hex()]
    assert pepper.peppers(tmp_path) == before
    assert isinstance(sign_in(tmp_path), Actor)
    assert len(desktop.kept) == 1


def test_a_pepper_of_the_site_is_adopted_into_the_vault(tmp_path: Path, desktop: Desktop) -> None:
    begin(tmp_path)
    sign_in(tmp_path)
    own = pepper.pepper(tmp_path).hex()
    pepper.adopt(tmp_path, "5a" * 32)
    assert [key.hex() for key in pepper.peppers(tmp_path)] == ["5a" * 32, own]
    assert "5a5a" not in (tmp_path / pepper.FILE).read_text()
    assert isinstance(sign_in(tmp_path), Actor)


def test_a_locked_vault_is_reported_and_makes_no_new_pepper(tmp_path: Path, desktop: Desktop) -> None:
    begin(tmp_path)
    sign_in(tmp_path)
    desktop.locked = True
    assert sign_in(tmp_path) == Refusal("pepper_lost")
    code, bad = doctor(tmp_path)
    assert code == 1
    assert any("credential store" in value for value in bad)
    desktop.locked = False
    assert isinstance(sign_in(tmp_path), Actor)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has its store without a desktop, too")
def test_without_a_desktop_the_file_stays(tmp_path: Path, desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    begin(tmp_path)
    assert isinstance(sign_in(tmp_path), Actor)
    assert pepper.pepper(tmp_path).hex() == (tmp_path / pepper.FILE).read_text()
    assert desktop.kept == {}


def test_a_vault_that_is_locked_at_first_leaves_the_pepper_in_the_file(tmp_path: Path, desktop: Desktop) -> None:
    desktop.locked = True
    begin(tmp_path)
    assert isinstance(sign_in(tmp_path), Actor)
    assert pepper.pepper(tmp_path).hex() == (tmp_path / pepper.FILE).read_text()


def test_a_store_that_cannot_read_its_own_file_ended_the_courier_and_doctor(tmp_path: Path, desktop: Desktop) -> None:
    begin(tmp_path)
    desktop.broken = True
    assert not pepper.move_to_vault(tmp_path)
    assert isinstance(sign_in(tmp_path), Actor)
    desktop.broken = False
    assert pepper.move_to_vault(tmp_path)
    desktop.broken = True
    assert "credential store" in pepper.fault(tmp_path)
    assert doctor(tmp_path)[0] == 1
