"""Compares the journal with its signed days: a history rewritten with a valid hash chain does not fit them."""

from datetime import date

import msgspec

from shared.daily_log import seal, views
from shared.daily_log.facts import DaySigned
from shared.journal import stations
from shared.journal.event import Event
from shared.journal.store import Store

_SIGNED = "SELECT DISTINCT subject FROM event WHERE kind = ?"


class Differs(msgspec.Struct, frozen=True):
    """The signature under a hall's day does not fit what is here: at which event, as far as that is known."""

    hall: str
    day: date
    station: str
    n: int


def first_difference(store: Store) -> Differs | None:
    """The first signed day, in the order of signing, that the journal does not fit any more; None where all fit."""
    own = stations.past(store.db, store.station).own
    for event, fact in _signatures(store):
        if head := next((head for head in fact.heads if not seal.fits(store, head)), None):
            return Differs(event.hall, fact.day, head.station, head.n)
        signed_here = event.station in own  # other devices may have events that this one never got
        if signed_here and seal.seal(views.events_of(store, event.hall, fact.day), fact.heads) != fact.seal:
            return Differs(event.hall, fact.day, event.station, event.n)
    return None


def _signatures(store: Store) -> list[tuple[Event, DaySigned]]:
    subjects = [subject for (subject,) in store.db.execute_sql(_SIGNED, (DaySigned.kind(),)).fetchall()]
    events = (event for subject in subjects for event in store.events(subject=subject))
    signed = sorted((event for event in events if event.kind == DaySigned.kind()), key=lambda event: event.order)
    found = [(event, store.fact(event)) for event in signed]
    return [(event, fact) for event, fact in found if isinstance(fact, DaySigned)]
