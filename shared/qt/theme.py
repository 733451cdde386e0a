"""The look of both apps: makes the stylesheet from the tokens in resources/theme/tokens.toml.

Widgets ask here, by name, for every colour and size.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from string import Template
from typing import Any, ClassVar
from weakref import WeakSet

from PySide6.QtGui import QColor, QScreen
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

import resources
from shared.qt import fonts

FOLDER = resources.FOLDER / "theme"
_SIZES = ("type", "space", "target")
_MM_PER_INCH = 25.4
_DP_PER_INCH = 160
_BELIEVABLE_DPI = (60.0, 400.0)


@cache
def tokens() -> dict[str, Any]:
    """The content of tokens.toml."""
    return tomllib.loads((FOLDER / "tokens.toml").read_text("utf-8"))


@cache
def _template(sheet: str) -> Template:
    return Template((FOLDER / f"{sheet}.qss").read_text("utf-8"))


@dataclass(frozen=True)
class Theme:
    """One variant of the look. `unit` is pixels per token unit, `dpi` the screen's real pixels per inch.

    `senior` is large print on a kiosk, `large` on a counter, whose `unit` then has it already.
    """

    unit: float = 1.0
    large: bool = False
    senior: bool = False
    contrast: bool = False
    dpi: float = 96.0
    motion: bool = True

    def px(self, name: str) -> int:
        """The size token `name` in pixels."""
        return _px(self, name)

    def mm(self, name: str) -> int:
        """The size token `name`, which is in real millimetres, in pixels of this screen."""
        return round(float(tokens()["target"][name]) * self.dpi / _MM_PER_INCH)

    def radius(self, name: str) -> int:
        return round(float(tokens()["radius"][name]) * self.unit)

    def ink(self, name: str) -> str:
        """The colour token `name` as #rrggbb."""
        return self._colours[name][:7]

    def colour(self, name: str) -> QColor:
        """The colour token `name`."""
        text = self._colours[name]
        colour = QColor(text[:7])
        if len(text) > len("#rrggbb"):
            colour.setAlpha(int(text[7:], 16))
        return colour

    def milliseconds(self, name: str) -> int:
        """The duration token `name`; 0 when motion is switched off."""
        return int(tokens()["motion"][name]) if self.motion else 0

    def qss(self, *more: str) -> str:
        """The stylesheet of this variant; `more` names further sheets, each after the ones before."""
        sizes = {name: f"{self.px(name)}px" for section in _SIZES for name in tokens()[section]}
        for name in ("touch", "tall"):  # Qt adds the padding to min-height
            sizes[f"{name}_inside"] = f"{self.px(name) - 2 * self.px('small')}px"
        radii = {f"r_{name}": f"{self.radius(name)}px" for name in tokens()["radius"]}
        weights = {name: str(weight) for name, weight in tokens()["weight"].items()}
        values = {**self._colours} | sizes | radii | weights | {"theme": FOLDER.as_posix()}
        return "".join(_template(s).substitute(values, family=fonts.qss_families()) for s in ("base", *more))

    def scale(self, name: str) -> float:
        """The factor of large print for the size `name`: type grows, spacing shrinks."""
        sizes, scales = tokens()["type"], tokens()["scale"]
        if name in tokens()["space"]:
            return float(scales["senior_space"] if self.senior else scales["desk_space"] if self.large else 1)
        if name not in sizes:
            return 1.0
        if not self.senior:
            return float(scales["normal"])
        return float(scales["senior" if sizes[name] >= sizes["lead"] else "senior_small"])

    @property
    def _colours(self) -> Mapping[str, str]:
        colours: Mapping[str, str] = tokens()["colour"]["contrast" if self.contrast else "warm"]
        return colours


@cache  # a page asks some thousand times while it is laid out
def _px(theme: Theme, name: str) -> int:
    table: dict[str, float] = next(t for s in _SIZES if name in (t := tokens()[s]))
    if name == "touch" and theme.senior:
        return round(table["touch_senior"] * theme.unit)
    return max(1, round(table[name] * theme.unit * theme.scale(name)))


class _InForce:
    """Holds the one theme in force, its stylesheet, and the windows that have it."""

    theme = Theme()
    sheet = ""
    windows: ClassVar["WeakSet[QWidget]"] = WeakSet()


def current() -> Theme:
    """The theme in force."""
    return _InForce.theme


def use(theme: Theme, *more: str) -> None:
    """Put `theme` in force, with `more` sheets, for what is built from now on."""
    _InForce.theme, _InForce.sheet = theme, theme.qss(*more)


def apply(theme: Theme, *more: str) -> None:
    """The same, also for windows that are there."""
    use(theme, *more)
    restyle()


def restyle() -> None:
    """Style every window anew that follows the theme: 0.1 ms a widget, each of which gets a StyleChange event."""
    for window in filter(isValid, list(_InForce.windows)):
        style(window)


def style(part: QWidget) -> None:
    """Set the stylesheet in force on a part of a window that is built anew whenever the theme changes.

    A page is built without a stylesheet and styled once, when it is placed in a window. With the stylesheet on the
    application, Qt restyled all parts at each step of building a page: three times as slow.
    """
    part.setStyleSheet(_InForce.sheet)


def style_window(window: QWidget) -> None:
    """Set the stylesheet in force on a window, now and whenever it changes; dialogs inherit it from their window."""
    _InForce.windows.add(window)
    style(window)


def real_dpi(screen: QScreen) -> float:
    """The screen's physical pixels per inch; its logical ones where the driver's answer is implausible."""
    physical = screen.physicalDotsPerInch()
    low, high = _BELIEVABLE_DPI
    return physical if low <= physical <= high else screen.logicalDotsPerInch()


def kiosk_unit(width: int, height: int, dpi: float) -> float:
    """Pixels per unit for a kiosk window of this size: fills it, and is never less than one real dp."""
    across = tokens()["scale"]["standing" if height >= width else "lying"]
    return float(max(min(width, height) / across, dpi / _DP_PER_INCH))


def counter_unit(height: int, *, large: bool = False) -> float:
    """Pixels per unit for a counter's screen `height` pixels high: denser on a small one; `large` is 大字."""
    scale = tokens()["scale"]
    unit = min(max(height / scale["desk_height"], scale["desk_least"]), scale["desk_most"])
    return float(unit * scale["desk_large"] if large else unit)
