"""The values that a setting is stepped through on a device without a keyboard."""

import pytest

from shared.device.setting_steps import Plugged, moved, values
from shared.device.settings import all_settings

PLUGGED = Plugged(printers=("HP", "Canon"), ports=("COM3",), screens=2)


@pytest.mark.parametrize(
    ("path", "now", "offered"),
    [
        ("kiosk.click", True, (False, True)),
        ("voice.language", "en", ("zh_CN", "en", "both")),
        ("printers.pages", "HP", ("", "HP", "Canon")),
        ("printers.pages", "Epson", ("", "HP", "Canon", "Epson")),  # unplugged today
        ("scanner.port", "", ("", "COM3")),
        ("voice.times", 1, (1, 2, 3)),
        ("voice.volume", 80, tuple(range(5, 101, 5))),
        ("voice.volume", 42, tuple(sorted((*range(5, 101, 5), 42)))),
        ("backups_kept", 7, (1, *range(5, 8, 5), 7, *range(10, 366, 5))),
        ("screens.second_screen", -1, (-1, 0, 1)),
        ("screens.sign", 5, (0, 1, 5)),
    ],
)
def test_what_a_device_offers(path, now, offered):
    [declared] = [each for each in all_settings() if each.path == path]
    assert values(declared, PLUGGED, now) == offered


def test_quiet_hours_begin_at_any_half_hour_or_never():
    [declared] = [each for each in all_settings() if each.path == "voice.quiet_from"]
    offered = values(declared, PLUGGED, "")
    assert (len(offered), offered[:3], offered[-1]) == (49, ("", "00:00", "00:30"), "23:30")


@pytest.mark.parametrize(
    ("offered", "now", "by", "then"),
    [
        ((1, 2, 3), 1, 1, 2),
        ((1, 2, 3), 3, 1, 3),  # a number stops at its ends
        ((1, 2, 3), 1, -1, 1),
        ((False, True), True, 1, False),  # everything else goes round
        ((False, True), False, -1, True),
        (("a", "b", "c"), "c", 1, "a"),
        (("a", "b", "c"), "a", -1, "c"),
    ],
)
def test_a_step_from_one_value_to_the_next(offered, now, by, then):
    assert moved(offered, now, by) == then
