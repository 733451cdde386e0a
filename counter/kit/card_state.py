"""A 5P card in words: who gave it, and whether it counts."""

from collections.abc import Callable

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit.words import say
from shared.practice.cards import words
from shared.practice.cards.facts import Giver
from shared.practice.cards.views import Card

_COUNTED = QT_TRANSLATE_NOOP("Counter", "已计入")
_WAITING = QT_TRANSLATE_NOOP("Counter", "待复核")
_EXCLUDED = QT_TRANSLATE_NOOP("Counter", "未计入")


def state(card: Card) -> str:
    """Counted, waiting for a supervisor's review, or excluded."""
    return say(_COUNTED if card.counted else _EXCLUDED if card.verdict else _WAITING)


def state_tone(card: Card) -> str:
    """The tone that `state` is shown in."""
    return "good" if card.counted else "soft" if card.verdict else "warn"


def giver(card: Card, name: Callable[[str], str]) -> str:
    """用户, or 同事 with their name; `name` gives that of a staff number."""
    who = words.giver(card.giver)
    return who if card.giver is Giver.CUSTOMER else f"{who} {name(card.by)}"
