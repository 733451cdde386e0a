"""The settings of a device, and which data folder is meant."""

import json

import msgspec
import pytest

from shared.device import config
from shared.device.data_folder import VARIABLE, data_folder
from shared.device.settings import all_settings


def test_settings_survive_and_unknown_ones_are_kept(tmp_path):
    (tmp_path / config.FILE).write_text('{"future": 1, "screens": {"language": "en", "hologram": 2}}')
    device = config.load(tmp_path)
    assert device.screens.language == "en"
    config.save(tmp_path, config.DeviceSettings(screens=config.Screens(senior=True)))
    assert config.load(tmp_path).screens.senior is True
    kept = json.loads((tmp_path / config.FILE).read_text())
    assert (kept["future"], kept["screens"]["hologram"]) == (1, 2)


def test_a_value_of_a_newer_version_takes_no_other_setting_away(tmp_path):
    """One of them, and no slip was printed; saving the volume then emptied the whole file for the newer program too."""
    written = {"screens": {"rating": "smile", "senior": True}, "printers": {"slips": "P80"}, "backups_kept": "many"}
    (tmp_path / config.FILE).write_text(json.dumps(written))
    device = config.load(tmp_path)
    assert (device.screens.rating, device.screens.senior, device.printers.slips) == ("no", True, "P80")
    assert device.backups_kept == config.DeviceSettings().backups_kept
    assert "rating" in config.fault(tmp_path)
    config.save(tmp_path, msgspec.structs.replace(device, voice=config.Voice(volume=20)))
    kept = json.loads((tmp_path / config.FILE).read_text())
    assert (kept["screens"]["rating"], kept["backups_kept"], kept["voice"]["volume"]) == ("smile", "many", 20)
    config.save(tmp_path, msgspec.structs.replace(device, screens=config.Screens(rating="cards")))
    assert config.load(tmp_path).screens.rating == "cards"


def test_settings_are_saved_where_there_is_no_folder_yet(tmp_path):
    config.save(tmp_path / "new" / "data", config.DeviceSettings(backups_kept=3))
    assert config.load(tmp_path / "new" / "data").backups_kept == 3


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


def test_every_setting_is_declared_with_its_name_and_meaning_and_can_be_put_back():
    device = config.DeviceSettings(kiosk=config.Kiosk(click=False), voice=config.Voice(volume=20), backups_kept=30)
    written = {name for part, values in msgspec.to_builtins(device).items() for name in _paths(part, values)}
    assert {each.path for each in all_settings()} == written, "a setting without its declaration is on no page"
    for each in all_settings():
        assert all((each.setting.value.name.en, each.setting.value.meaning.zh, each.setting.value.meaning.en))
        device = each.put(device, each.setting.default)
    assert device == config.DeviceSettings()


def _paths(part, values):
    return [f"{part}.{name}" for name in values] if isinstance(values, dict) else [part]


@pytest.mark.parametrize(
    ("path", "value"),
    [("voice.volume", 101), ("voice.volume", "loud"), ("voice.quiet_from", "noon"), ("screens.rating", "smile")],
)
def test_impossible_values_are_refused(path, value):
    [found] = [each for each in all_settings() if each.path == path]
    with pytest.raises(ValueError, match=r"."):
        found.put(config.DeviceSettings(), value)
