"""Certificates, A4 across: of an award, of a step of the ladder, of a course. The counter checks their codes."""

import re
from collections.abc import Callable
from datetime import date

from shared.device import codes
from shared.domain.text import full_day
from shared.practice.cards import words as cards_words
from shared.practice.caring import words as award_words
from shared.practice.caring.annals import Annal
from shared.practice.learning import words as training_words
from shared.practice.learning.views import Certificate as TrainingCertificate
from shared.practice.promotion import words as promotion_words
from shared.practice.promotion.views import Promotion
from shared.prints.sheet import Sheet, pages

CERTIFICATE = Sheet(297, 210, 297, 210)
_LINE = 54  # half-widths across a certificate: a Chinese character is two
_PARTS = re.compile(r"\u3000|[“（《『「]*(?:[!-~]+|[^\s“（《『「])[，。、；：！？”）》』」]*\s*")
"""What stays on one line: a word, or a Chinese character, with the signs before and after it."""


def of_award(annal: Annal, issued: date, key: bytes) -> list[str]:
    """The certificate of one award, A4 across; its code is checked at the page of annals."""
    honoured = award_words.label("honoured").format(title=annal.title, year=annal.year)
    code = codes.text(codes.Certificate(annal.id), key)
    return _certificate(award_words.label, annal.name, honoured, issued, code)


def of_level(promotion: Promotion, name: str, key: bytes) -> list[str]:
    """The certificate of a step of the ladder, A4 across; its code is checked at the page of promotions."""
    level = cards_words.level(promotion.level)
    honoured = promotion_words.label("honoured").format(total=promotion.total, level=level)
    code = codes.text(codes.Promotion(promotion.id), key)
    return _certificate(promotion_words.label, name, honoured, promotion.day, code)


def of_training(held: TrainingCertificate, name: str, key: bytes) -> list[str]:
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
    return pages("certificate.svg", CERTIFICATE, [item])


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
