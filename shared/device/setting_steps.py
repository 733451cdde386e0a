"""The values through which a setting is stepped by touch, on a device without a keyboard."""

from collections.abc import Sequence
from itertools import product
from typing import Any

import msgspec

from shared.device.settings import DeviceSetting

_FINE = 20  # a range with more values is stepped through by fives
_COARSE = 5
_HALF_HOURS = tuple(f"{hour:02}:{minute:02}" for hour, minute in product(range(24), (0, 30)))
SCREENS = ("screens.second_screen", "screens.sign")


class Plugged(msgspec.Struct, frozen=True):
    """What is connected to this device: printers, serial ports, how many screens."""

    printers: tuple[str, ...] = ()
    ports: tuple[str, ...] = ()
    screens: int = 1


def values(declared: DeviceSetting, plugged: Plugged, now: Any) -> tuple[Any, ...]:
    """All values to step through, in their order; also the one set `now`, where this device does not offer it."""
    offered = _offered(declared, plugged)
    if now in offered:
        return offered
    return tuple(sorted((*offered, now))) if isinstance(now, int) else (*offered, now)


def moved(offered: Sequence[Any], now: Any, by: int) -> Any:
    """The value `by` steps from `now`. A number stops at its least and greatest, everything else wraps around."""
    place = offered.index(now) + by
    if isinstance(now, int) and not isinstance(now, bool):
        return offered[min(max(place, 0), len(offered) - 1)]
    return offered[place % len(offered)]


def _offered(declared: DeviceSetting, plugged: Plugged) -> tuple[Any, ...]:
    setting = declared.setting
    if setting.type is bool:
        return (False, True)
    if setting.value.options:
        return tuple(setting.value.options)
    if declared.part == "printers":
        return ("", *plugged.printers)
    if declared.path == "scanner.port":
        return ("", *plugged.ports)
    if span := setting.value.range:
        most = plugged.screens - 1 if declared.path in SCREENS else int(span.le)
        return _stepped(int(span.ge), most)
    return ("", *_HALF_HOURS)


def _stepped(least: int, most: int) -> tuple[int, ...]:
    if most - least <= _FINE:
        return tuple(range(least, most + 1))
    return tuple(sorted({least, *range(least + -least % _COARSE, most + 1, _COARSE), most}))
