"""A printed sheet: its size, its pieces and cut marks, and templates filled to SVG pages.

The pages go to `shared.qt.sheets`, which needs Qt started (`printing.ready`); words are in the language of the screen.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

import msgspec
from markupsafe import Markup
from PySide6.QtCore import QSizeF

import resources
from shared.device import qr
from shared.practice.cards.facts import P
from shared.prints.words import paper
from shared.qt import sheets, theme

if TYPE_CHECKING:
    from jinja2 import Environment

_CUT_MM = 4.0
_WORDS = ("product", "brand", "for_whom", "scan", "once", "badge", "five", "pin", "pin_note")


class Sheet(msgspec.Struct, frozen=True):
    """A page of `columns` × `rows` equal pieces in its middle; lengths in mm."""

    width: float
    height: float
    piece_width: float
    piece_height: float
    columns: int = 1
    rows: int = 1

    @property
    def places(self) -> tuple[tuple[float, float], ...]:
        """Left upper corners of the pieces, by rows."""
        left, top = self._margins
        return tuple(
            (left + column * self.piece_width, top + row * self.piece_height)
            for row in range(self.rows)
            for column in range(self.columns)
        )

    @property
    def cuts(self) -> tuple[tuple[float, float, float, float], ...]:
        """Cut marks in the margins (x1, y1, x2, y2); none where the piece is the whole page."""
        left, top = self._margins
        if left <= 0 or top <= 0:
            return ()
        across = [left + column * self.piece_width for column in range(self.columns + 1)]
        down = [top + row * self.piece_height for row in range(self.rows + 1)]
        ends_x, ends_y = (left - 1, self.width - left + 1), (top - 1, self.height - top + 1)
        upright = [(x, y, x, y - _CUT_MM if y < top else y + _CUT_MM) for x in across for y in ends_y]
        lying = [(x, y, x - _CUT_MM if x < left else x + _CUT_MM, y) for y in down for x in ends_x]
        return (*upright, *lying)

    @property
    def size(self) -> QSizeF:
        """The paper."""
        return QSizeF(self.width, self.height)

    @property
    def _margins(self) -> tuple[float, float]:
        return (self.width - self.columns * self.piece_width) / 2, (self.height - self.rows * self.piece_height) / 2


def title(of: str) -> str:
    """The document's title: of `cards`, `badges` or a `trial`."""
    return paper(f"title_{of}")


def pages(template: str, sheet: Sheet, items: Sequence[Mapping[str, object]]) -> list[str]:
    """SVG pages of `sheet`, with the template filled once for each item."""
    per_page = len(sheet.places)
    filled = _templates().get_template(template)
    return [
        filled.render(
            page=sheet,
            placed=[(item, *place) for item, place in zip(items[start:], sheet.places, strict=False)],
            colour=theme.tokens()["colour"]["warm"],
            family=sheets.family(),
            five=tuple(p.value for p in P),
            words={name: paper(name) for name in _WORDS},
        )
        for start in range(0, len(items), per_page)
    ]


@cache
def _templates() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # late: few pages are ever printed

    environment = Environment(
        loader=FileSystemLoader(resources.FOLDER / "templates"), autoescape=True, undefined=StrictUndefined
    )
    environment.globals.update(fitted=sheets.fitted, qr_path=qr.path, drawing=_drawing)
    return environment


@cache
def _drawing(name: str, fill: str, on: str) -> Markup:
    """The shapes of one of our symbols, coloured."""
    text = (resources.FOLDER / "icons" / f"{name}.svg").read_text("utf-8")
    inner = re.sub(r"</?svg[^>]*>", "", text).replace("currentColor", fill).replace("onColor", on)
    return Markup(inner)  # safe: our own file
