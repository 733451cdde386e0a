"""Events of the feed that this device could not read: skipped, so that the rest comes, and counted for the badge."""

from collections.abc import Sequence

import msgspec

from shared.journal.store import Store
from shared.sync.hub import release
from shared.sync.reading import Unread

_KEY = "unread"
NAMED = 500
"""The most that are listed; the rest is only counted."""


class Skipped(msgspec.Struct, frozen=True):
    """How many, and the first of them with their reasons."""

    count: int = 0
    first: tuple[Unread, ...] = ()

    upto: int = 0  # the last number of the feed that was counted: the feed may be read again from its start
    release: str = ""  # of the program that could not read them

    def __bool__(self) -> bool:
        return self.count > 0


def skipped(store: Store) -> Skipped:
    """What was skipped so far."""
    return store.kept(_KEY, Skipped, Skipped())


def note(store: Store, more: Sequence[Unread]) -> None:
    """Count what is new among these."""
    before = skipped(store) if more else Skipped()
    new = [one for one in more if one.seq > before.upto]
    if new:
        first = (*before.first, *new)[:NAMED]
        _keep(store, Skipped(before.count + len(new), first, new[-1].seq, release()))


def skipped_by_other_release(store: Store) -> Skipped:
    """What another version of this program skipped, and this one may be able to read."""
    found = skipped(store)
    return found if found.release != release() else Skipped()


def replace(store: Store, left: Sequence[Unread]) -> None:
    """All were asked for once more; only these still cannot be read."""
    _keep(store, Skipped(len(left), tuple(left), skipped(store).upto, release()))


def reset(store: Store) -> None:
    """Reset the count: the feed is going to be read from its start."""
    _keep(store, Skipped(release=release()))


def _keep(store: Store, found: Skipped) -> None:
    store.set_setting(_KEY, msgspec.json.encode(found).decode())
