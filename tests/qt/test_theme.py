"""The theme: contrast computed from its tokens, complete palettes, symbols that differ by shape, physical sizes."""

import re
from itertools import combinations

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from shared.qt import icons, theme

FIVE = ("polite", "patient", "positive", "passionate", "professional")
PALETTES = theme.tokens()["colour"]


def luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(QColor(one)), luminance(QColor(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("pair", theme.tokens()["readable"]["pairs"], ids="-".join)
def test_text_is_readable(palette, pair):
    ink, ground = (PALETTES[palette][name] for name in pair)
    assert contrast(ink, ground) >= 4.5


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("pair", theme.tokens()["readable"]["seen"], ids="-".join)
def test_drawn_parts_stand_out_from_their_ground(palette, pair):
    drawn, ground = (PALETTES[palette][name] for name in pair)
    assert contrast(drawn, ground) >= 3


def test_both_palettes_have_the_same_names():
    assert PALETTES["warm"].keys() == PALETTES["contrast"].keys()


@pytest.mark.parametrize("senior", [False, True])
@pytest.mark.parametrize("high", [False, True])
def test_the_stylesheet_has_no_unfilled_token_and_no_fraction_of_a_pixel(senior, high):
    sheet = theme.Theme(unit=1.7, senior=senior, contrast=high).qss()
    assert "$" not in sheet.split("*/", 1)[1]
    assert not re.search(r"\b0\.\d+px", sheet)


def test_token_names_are_unique():
    tables = ("type", "space", "target")
    names = [name for table in tables for name in theme.tokens()[table]] + list(PALETTES["warm"])
    assert len(names) == len(set(names))


def shape(name: str) -> QImage:
    image = QImage(64, 64, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    icons.renderer(name, QColor("black"), QColor("white")).render(painter)
    painter.end()
    return image


def test_the_five_differ_without_colour(qtbot):
    shapes = {name: shape(name) for name in (*FIVE, "opinion")}
    for one, other in combinations(shapes, 2):
        pairs = [(x, y) for x in range(0, 64, 2) for y in range(0, 64, 2)]
        differing = sum(
            abs(shapes[one].pixelColor(*at).red() - shapes[other].pixelColor(*at).red()) > 128 for at in pairs
        )
        assert differing / len(pairs) > 0.08, (one, other)


def test_senior_print_is_larger_and_its_targets_are_at_least_sixty(qtbot):
    normal, senior = theme.Theme(), theme.Theme(senior=True)
    assert senior.px("touch") >= 60 > normal.px("touch") >= 44
    assert senior.px("key") >= 60
    for name in theme.tokens()["type"]:
        assert senior.px(name) > normal.px(name)


@pytest.mark.parametrize(
    ("width", "height", "dpi"), [(1080, 1920, 92), (1920, 1080, 92), (1080, 1920, 441), (800, 480, 217)]
)
def test_a_kiosk_unit_is_never_less_than_a_dp(width, height, dpi):
    assert theme.kiosk_unit(width, height, dpi) >= dpi / 160


def test_millimetres_are_physical():
    assert theme.Theme(dpi=254.0).mm("award_mm") == 200
