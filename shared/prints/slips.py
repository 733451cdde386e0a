"""Slips for customers: a number of the line, a first-inquiry ticket."""

from datetime import date

from shared.device import codes
from shared.domain.text import day
from shared.domain.workdays import day_of, local
from shared.practice.line import words as line_words
from shared.prints.sheet import Sheet, pages
from shared.prints.words import paper

SLIP = Sheet(210, 297, 80, 120)
SLIP_ROLL = Sheet(80, 120, 80, 120)  # the roll of a slip printer


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
    return pages("slip.svg", sheet, [item])


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
    return pages("slip.svg", sheet, [item])


def _moment(at: int) -> str:
    return f"{day(day_of(at))} {local(at):%H:%M}"
