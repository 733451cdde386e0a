"""How many customers wait: from the built-in queue, or the ticket machine that queue.toml names."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

from counter.store_type import Store
from shared.domain.refusal import Refusal
from shared.practice.line import views as line
from shared.practice.pauses.facts import Count
from shared.reference.views import policy

if TYPE_CHECKING:
    from shared.queue_sources import Poller, Standing


class CountAnswer(msgspec.Struct, frozen=True):
    """The count, or None; `wrong`: why each source that should know did not answer."""

    count: Count | None
    wrong: tuple[Refusal, ...] = ()


class WaitingCount:
    """The sources of this PC. Called on the store thread; outside sources are polled on threads of their own.

    `clock` gives epoch ms.
    """

    def __init__(self, clock: Callable[[], int]) -> None:
        self._clock = clock
        self._poller: Poller | None = None
        self._settings_refusal: Refusal | None = None
        self._stopped = False

    def ask(self, store: Store, now: int) -> CountAnswer:
        """Ask the first fresh source in the order of trust; outside sources are started by the first call."""
        from shared.queue_sources import count

        standings = self.standings(store)
        if isinstance(standings, Refusal):
            return CountAnswer(None, (standings,))
        found = count(standings, line.waiting(store, store.hall, now), policy(store), now)
        return CountAnswer(found, tuple(each.refusal for each in standings if each.refusal and found is None))

    def standings(self, store: Store) -> "tuple[Standing, ...] | Refusal":
        """The last answer of each source, in the order of trust; or why the settings cannot be read."""
        self._begin(store)
        return self._settings_refusal or (self._poller.latest() if self._poller else ())

    def restart(self) -> None:
        """Apply changed settings: ends the old sources; the next call starts the new ones."""
        if self._poller:
            self._poller.end()
        self._poller, self._settings_refusal = None, None

    def stop(self) -> None:
        """End all sources for good."""
        self._stopped = True
        if self._poller:
            self._poller.stop()

    def _begin(self, store: Store) -> None:
        """Start the sources, at the first call because it reads the settings file."""
        if self._poller or self._settings_refusal or self._stopped:
            return
        from shared.queue_sources import Poller, load

        sources = load(store.folder)
        if isinstance(sources, Refusal):
            self._settings_refusal = sources
            return
        self._poller = Poller(sources, self._clock)
        self._poller.start()
