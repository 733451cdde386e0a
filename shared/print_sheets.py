"""Prints that are scanned: sheets of one-time 5P cards, badges, slips, certificates. Templates in, SVG pages out.

The pages go to `shared.qt.sheets`, which needs Qt started (`printing.ready`); words are in the language of the screen.
"""

import base64
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import cycle
from typing import TYPE_CHECKING

from markupsafe import Markup
from PySide6.QtCore import QSizeF

import resources
from shared.device import codes, qr
from shared.domain.names import lines as name_lines
from shared.domain.roles import Role
from shared.domain.text import day, full_day
from shared.domain.workdays import day_of, local
from shared.people import words as people_words
from shared.people.views import Person
from shared.practice.cards import words as cards_words
from shared.practice.cards.facts import P
from shared.practice.caring import words as award_words
from shared.practice.caring.annals import Annal
from shared.practice.learning import words as training_words
from shared.practice.learning.views import Certificate as TrainingCertificate
from shared.practice.line import words as line_words
from shared.practice.promotion import words as promotion_words
from shared.practice.promotion.views import Promotion
from shared.print_words import paper
from shared.qt import sheets, theme

if TYPE_CHECKING:
    from jinja2 import Environment

_CUT_MM = 4.0
_LINE = 54  # half-widths across a certificate: a Chinese character is two
_WORDS = ("product", "brand", "for_whom", "scan", "once", "badge", "five", "pin", "pin_note")
_PARTS = re.compile(r"\u3000|[“（《『「]*(?:[!-~]+|[^\s“（《『「])[，。、；：！？”）》』」]*\s*")
"""What stays on one line: a word, or a Chinese character, with the signs before and after it."""


@dataclass(frozen=True)
class Sheet:
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


CARDS = Sheet(210, 297, 85, 54, columns=2, rows=5)  # the size of a bank card
CERTIFICATE = Sheet(297, 210, 297, 210)
SLIP = Sheet(210, 297, 80, 120)
SLIP_ROLL = Sheet(80, 120, 80, 120)  # the roll of a slip printer


def card_sheets(made: Sequence[codes.PrintedCard], ps: Sequence[P], hall: str, name: str, mark: str) -> list[str]:
    """Sheets of one-time 5P cards of the `ps` in turn; `name`: for one person; `mark`: the batch's."""
    cards = zip(made, cycle(ps), strict=False)
    return _pages("cards.svg", CARDS, [_card(card, p.value, hall, name, mark) for card, p in cards])


def _card(card: codes.PrintedCard, p: str, hall: str, name: str, mark: str) -> dict[str, object]:
    return {
        "p": p,
        "word": cards_words.p(p),
        "english": p.capitalize(),
        "meaning": cards_words.meaning(p),
        "staff": name,
        "hall": hall,
        "code": codes.worded(paper("card_code"), codes.text(card, b"")),
        "mark": mark,
    }


def badge_sheets(staff: Sequence[Person], key: bytes, halls: Mapping[str, str]) -> list[str]:
    """Sheets of staff badges; `halls` are the halls' names by code."""
    return _pages("badges.svg", CARDS, [_badge(person, key, halls) for person in staff])


def _badge(person: Person, key: bytes, halls: Mapping[str, str]) -> dict[str, object]:
    return {
        "name_lines": name_lines(person.name),
        "initial": person.name[:1],
        "number": person.number,
        "post": people_words.post(person.post) if person.role is Role.STAFF else people_words.role(person.role.value),
        "hall": halls.get(person.hall, person.hall),
        "photo": _as_uri(person.photo) if person.photo else "",
        "code": codes.text(codes.Badge(person.number), key),
    }


def pin_sheets(staff: Sequence[Person], pins: Mapping[str, str], key: bytes, halls: Mapping[str, str]) -> list[str]:
    """Sheets of slips that hand PINs out, each with its owner's badge; `pins` by number, `halls` names by code."""
    return _pages("pins.svg", CARDS, [_pin_slip(person, pins[person.number], key, halls) for person in staff])


def _pin_slip(person: Person, pin: str, key: bytes, halls: Mapping[str, str]) -> dict[str, object]:
    return {
        "name": person.name,
        "number": person.number,
        "role": people_words.role(person.role.value),
        "hall": halls.get(person.hall, person.hall),
        "pin": pin,
        "code": codes.text(codes.Badge(person.number), key),
    }


def number_slip(
    number: str,
    label: str,
    service: str,
    taken_at: int,
    ahead: int,
    hall: str,
    key: bytes,
    sheet: Sheet = SLIP_ROLL,
    *,
    priority: str = "",
    minutes: int | None = None,
) -> list[str]:
    """The slip of a number of the line: `number` is its subject, `ahead` how many wait before it; `taken_at` in ms.

    `priority`: why it goes first; `minutes`: about how long the wait is, None where that is not known.
    """
    named = (line_words.service(service) if service else "", _priority_words(priority) if priority else "")
    waits = [paper("ahead").format(count=ahead), *([paper("about").format(minutes=minutes)] if minutes else [])]
    item = {
        "hall": hall,
        "title": paper("number"),
        "label": label,
        "big": True,
        "line": " · ".join(filter(None, named)),
        "moment": " · ".join((_moment(taken_at), *waits)),
        "code": codes.worded(paper("number_code").format(label=label), codes.text(codes.NumberSlip(number), key)),
        "notes": (paper("number_note_1"), paper("number_note_2")),
    }
    return _pages("slip.svg", sheet, [item])


def _priority_words(priority: str) -> str:
    return paper("first").format(why=line_words.priority(priority))


def inquiry_slip(
    inquiry: str, number: str, received_at: int, promised: date, hall: str, key: bytes, sheet: Sheet = SLIP_ROLL
) -> list[str]:
    """The slip of a first-inquiry ticket: `inquiry` is its subject, `promised` the answer's day; nothing personal."""
    item = {
        "hall": hall,
        "title": paper("inquiry"),
        "label": number,
        "big": False,
        "line": paper("promised").format(day=day(promised)),
        "moment": _moment(received_at),
        "code": codes.worded(paper("inquiry_code").format(label=number), codes.text(codes.InquirySlip(inquiry), key)),
        "notes": (paper("inquiry_note_1"), paper("inquiry_note_2")),
    }
    return _pages("slip.svg", sheet, [item])


def certificate(annal: Annal, issued: date, key: bytes) -> list[str]:
    """The certificate of one award, A4 across; its code is checked at the page of annals."""
    honoured = award_words.label("honoured").format(title=annal.title, year=annal.year)
    code = codes.text(codes.Certificate(annal.id), key)
    return _certificate(award_words.label, annal.name, honoured, issued, code)


def certificate_of_level(promotion: Promotion, name: str, key: bytes) -> list[str]:
    """The certificate of a step of the ladder, A4 across; its code is checked at the page of promotions."""
    level = cards_words.level(promotion.level)
    honoured = promotion_words.label("honoured").format(total=promotion.total, level=level)
    code = codes.text(codes.Promotion(promotion.id), key)
    return _certificate(promotion_words.label, name, honoured, promotion.day, code)


def certificate_of_training(held: TrainingCertificate, name: str, key: bytes) -> list[str]:
    """The certificate of a course, A4 across; its code is checked at the page of training."""
    until = full_day(held.until) if held.until else ""
    honoured = training_words.label("honoured_until" if until else "honoured").format(title=held.title, until=until)
    code = codes.text(codes.Training(held.id), key)
    return _certificate(training_words.label, name, honoured, held.done, code)


def _certificate(label: Callable[[str], str], name: str, honoured: str, issued: date, code: str) -> list[str]:
    item = {
        "certificate": label("certificate"),
        "award": label("award"),
        "to": label("comrade").format(name=name),
        "lines": _wrapped(honoured),
        "code": code,
        "verify": label("verify"),
        "office": label("office"),
        "day": full_day(issued),
    }
    return _pages("certificate.svg", CERTIFICATE, [item])


def _wrapped(words: str) -> list[str]:
    """Lines of a certificate: at most so wide, broken at spaces and between Chinese characters, but before no sign."""
    lines, width = [""], 0
    for part in _PARTS.findall(words if words[0].isascii() else f"\u3000\u3000{words}"):
        wide = sum(1 if letter.isascii() else 2 for letter in part.rstrip())
        if lines[-1].strip() and width + wide > _LINE:
            lines.append("")
            width = 0
        lines[-1] += part
        width += wide + len(part) - len(part.rstrip())
    return [line.rstrip() for line in lines]


def title(of: str) -> str:
    """The document's title: of `cards`, `badges` or a `trial`."""
    return paper(f"title_{of}")


def _pages(template: str, sheet: Sheet, items: Sequence[Mapping[str, object]]) -> list[str]:
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


def _as_uri(photo: bytes) -> str:
    kind = "png" if photo.startswith(b"\x89PNG") else "jpeg"
    return f"data:image/{kind};base64,{base64.b64encode(photo).decode()}"


def _moment(at: int) -> str:
    return f"{day(day_of(at))} {local(at):%H:%M}"
