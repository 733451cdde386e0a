"""The settings of a device, and which data folder is meant."""

import json

from shared.device import config
from shared.device.data_folder import VARIABLE, data_folder


def test_settings_survive_and_unknown_ones_are_kept(tmp_path):
    (tmp_path / config.FILE).write_text('{"future": 1, "screens": {"language": "en", "hologram": 2}}')
    device = config.load(tmp_path)
    assert device.screens.language == "en"
    config.save(tmp_path, config.Device(screens=config.Screens(senior=True)))
    assert config.load(tmp_path).screens.senior is True
    kept = json.loads((tmp_path / config.FILE).read_text())
    assert (kept["future"], kept["screens"]["hologram"]) == (1, 2)


def test_the_data_folder_is_the_one_named_first(monkeypatch, tmp_path):
    monkeypatch.setenv(VARIABLE, str(tmp_path / "env"))
    assert data_folder("given").name == "given"
    assert data_folder() == tmp_path / "env"
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv(VARIABLE, "~/hall")
    assert data_folder() == tmp_path / "hall"
    monkeypatch.delenv(VARIABLE)
    assert data_folder().name == "warm-window"
