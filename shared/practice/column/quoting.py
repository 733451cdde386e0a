"""Customers' sentences: a hall's supervisor lets the column quote them, nothing else of a card is ever printed."""

from dataclasses import dataclass
from datetime import date

from shared.journal.store import Store
from shared.practice.cards.views import with_sentence
from shared.practice.column.tables import SentenceRow

_LONG = 8  # characters: a shorter sentence is said by many


@dataclass(frozen=True)
class Quotable:
    """A card with a sentence."""

    card: str
    day: date
    sentence: str
    released: bool


def quotable(store: Store, hall: str) -> tuple[Quotable, ...]:
    """The sentences on a hall's counted cards of customers, the newest first."""
    rows = SentenceRow.select(SentenceRow.card).where(SentenceRow.released).execute(store.db)
    free = {row.card for row in rows}
    return tuple(
        Quotable(each.card, each.day, sentence(each.sentence), each.card in free) for each in with_sentence(store, hall)
    )


def sentence(text: str) -> str:
    """A sentence in one line."""
    return " ".join(text.split())


def not_released(store: Store, text: str) -> str:
    """A sentence of a card that a text quotes though no supervisor let it go; "" for none."""
    plain = "".join(text.split())
    found = ("".join(each.sentence.split()) for each in with_sentence(store))
    return next((each for each in found if len(each) >= _LONG and each in plain), "")
