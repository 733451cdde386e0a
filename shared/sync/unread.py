"""What of the feed this device could not read: passed over, so that the rest goes on, and counted for the badge."""

from collections.abc import Sequence

import msgspec

from shared.journal.store import Store
from shared.sync.hub import release
from shared.sync.reading import Unread

_KEY = "unread"
NAMED = 500
"""So many are named; more are only counted."""


class Passed(msgspec.Struct, frozen=True):
    """How many, and the first of them with their reasons."""

    count: int = 0
    first: tuple[Unread, ...] = ()

    def __bool__(self) -> bool:
        return self.count > 0

    upto: int = 0  # the last number of the feed that was counted: the feed may be read again from its start
    release: str = ""  # of the program that could not read them


def passed(store: Store) -> Passed:
    """What was passed over so far."""
    return msgspec.json.decode(store.setting(_KEY, "{}"), type=Passed)


def note(store: Store, more: Sequence[Unread]) -> None:
    """Count what is new among these."""
    before = passed(store) if more else Passed()
    new = [one for one in more if one.seq > before.upto]
    if new:
        first = (*before.first, *new)[:NAMED]
        _keep(store, Passed(before.count + len(new), first, new[-1].seq, release()))


def from_before(store: Store) -> Passed:
    """What another version of this program passed over: this one may be able to read it."""
    found = passed(store)
    return found if found.release != release() else Passed()


def keep_left(store: Store, left: Sequence[Unread]) -> None:
    """All were asked for once more, and these still cannot be read."""
    _keep(store, Passed(len(left), tuple(left), passed(store).upto, release()))


def count_anew(store: Store) -> None:
    """The feed is going to be read from its start."""
    _keep(store, Passed(release=release()))


def _keep(store: Store, found: Passed) -> None:
    store.set_setting(_KEY, msgspec.json.encode(found).decode())
