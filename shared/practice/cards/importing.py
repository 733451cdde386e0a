"""Enter a file of paper cards: a card of the file that is known already is matched, never entered twice.

A card is known by day, person, P, giver and its place among equal ones. Its note is no part of that: a file whose notes
were corrected is the same file. Cards that an earlier version entered, whose names derive from the note as well, are
matched like any other, because they are looked up by what they say.
"""

import uuid
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import time

import msgspec

from shared.domain.progress import Progress, no_progress
from shared.domain.workdays import ms_at
from shared.journal.store import Store, Transaction
from shared.people.history import History
from shared.practice.cards import facts
from shared.practice.cards.actions import CARD_NAMESPACE, exists
from shared.practice.cards.facts import Source
from shared.practice.cards.paper_cards import PaperCard
from shared.practice.cards.tables import CardRow
from shared.reference.views import policy

_NOON = time(12)


class Imported(msgspec.Struct, frozen=True):
    """What became of a file: how many cards are new and known, and places in it whose note is another than stored."""

    added: int
    matched: int
    differing: tuple[int, ...]


def import_cards(store: Store, cards: Sequence[PaperCard], *, now: int, progress: Progress = no_progress) -> Imported:
    """Enter paper cards, all or none. Raises `KeyError` for unknown staff."""
    groups: dict[PaperCard, list[int]] = {}
    for place, card in enumerate(cards):
        groups.setdefault(_without_note(card), []).append(place)
    added = 0
    differing: list[int] = []
    with store.transaction(now) as tx:
        version, history = policy(store).version, History(store)
        for done, (card, places) in enumerate(groups.items(), start=1):
            new, other = _matched(_stored_notes(store, card), [(place, cards[place].note) for place in places])
            names = _free_names(store, card, first=len(places) - len(new) + 1)
            for place, name in zip(new, names, strict=False):
                _record(tx, cards[place], name, version, history)
            added += len(new)
            differing += other
            progress(done, len(groups))
    return Imported(added, len(cards) - added, tuple(sorted(differing)))


def _without_note(card: PaperCard) -> PaperCard:
    return PaperCard(card.day, card.staff, card.p, card.giver, "")


def _stored_notes(store: Store, card: PaperCard) -> Counter[str]:
    """The notes of the paper cards that say the same, however they were named; scanned cards are others."""
    rows = CardRow.select(CardRow.sentence).where(
        CardRow.staff == card.staff,
        CardRow.day == card.day.isoformat(),
        CardRow.giver == card.giver.value,
        CardRow.p == card.p.value,
        CardRow.source == Source.PAPER.value,
        CardRow.code == "",
        ~CardRow.duplicate,
    )
    return Counter(_plain(note) for (note,) in rows.tuples().execute(store.db))


def _plain(note: str) -> str:
    return " ".join(note.split())


def _matched(stored: Counter[str], lines: Sequence[tuple[int, str]]) -> tuple[list[int], list[int]]:
    """The places of new cards, and of known ones with another note: equal notes are matched first, then any."""
    left, rest = Counter(stored), []
    for place, note in lines:
        if left[_plain(note)] > 0:
            left[_plain(note)] -= 1
        else:
            rest.append(place)
    unmatched = left.total()
    return rest[unmatched:], rest[:unmatched]


def _free_names(store: Store, card: PaperCard, first: int) -> Iterator[str]:
    """Names for equal cards from the place `first` on; of cards without a note they are those of earlier versions."""
    place = first
    while True:
        text = "|".join((card.day.isoformat(), card.staff, card.p, card.giver, "", str(place)))
        name = f"card:{uuid.uuid5(CARD_NAMESPACE, text).hex}"
        place += 1
        if not exists(store, name):
            yield name


def _record(tx: Transaction, card: PaperCard, name: str, version: int, history: History) -> None:
    """A card belongs to the hall where its receiver was on its day, whether or not they are there today."""
    receiver = history.on(card.staff, card.day)
    if receiver is None:
        raise KeyError(card.staff)
    fact = facts.CardAwarded(
        staff=card.staff, p=card.p, giver=card.giver, source=Source.PAPER, policy=version, sentence=card.note
    )
    tx.record(fact, subject=name, occurred_at=ms_at(card.day, _NOON), hall=receiver.hall)
