"""Sheets of pieces of the size of a bank card: one-time 5P cards, staff badges, slips that hand PINs out."""

import base64
from collections.abc import Mapping, Sequence
from itertools import cycle

from shared.device import codes
from shared.domain.names import lines as name_lines
from shared.domain.roles import Role
from shared.people import words as people_words
from shared.people.views import Person
from shared.practice.cards import words as cards_words
from shared.practice.cards.facts import P
from shared.prints.sheet import Sheet, pages
from shared.prints.words import paper

CARDS = Sheet(210, 297, 85, 54, columns=2, rows=5)  # the size of a bank card


def card_sheets(made: Sequence[codes.PrintedCard], ps: Sequence[P], hall: str, name: str, mark: str) -> list[str]:
    """Sheets of one-time 5P cards of the `ps` in turn; `name`: for one person; `mark`: the batch's."""
    cards = zip(made, cycle(ps), strict=False)
    return pages("cards.svg", CARDS, [_card(card, p.value, hall, name, mark) for card, p in cards])


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
    return pages("badges.svg", CARDS, [_badge(person, key, halls) for person in staff])


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
    return pages("pins.svg", CARDS, [_pin_slip(person, pins[person.number], key, halls) for person in staff])


def _pin_slip(person: Person, pin: str, key: bytes, halls: Mapping[str, str]) -> dict[str, object]:
    return {
        "name": person.name,
        "number": person.number,
        "role": people_words.role(person.role.value),
        "hall": halls.get(person.hall, person.hall),
        "pin": pin,
        "code": codes.text(codes.Badge(person.number), key),
    }


def _as_uri(photo: bytes) -> str:
    kind = "png" if photo.startswith(b"\x89PNG") else "jpeg"
    return f"data:image/{kind};base64,{base64.b64encode(photo).decode()}"
