"""Customers' sentences: the column quotes only those that a hall's supervisor released, and nothing else of a card."""

from datetime import date

import msgspec

from shared.journal.store import Store
from shared.practice.cards.views import sentences, with_sentence
from shared.practice.column.tables import SentenceRow

_SHORTEST = 8  # characters; a shorter sentence may well be in a text by chance


class Quotable(msgspec.Struct, frozen=True):
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
    """A customer's sentence, without blanks, that a text holds as its own words; "" for none.

    Released sentences are quoted by their card (`Drafted.sentences`), never typed into the text.
    """
    plain = "".join(text.split())
    found = ("".join(each.split()) for each in sentences(store))
    return next((each for each in found if len(each) >= _SHORTEST and each in plain), "")
