"""One round of the courier: hello, push, stamp, pull, devices. A step may be interrupted anywhere and repeated.

No transaction of its own has more than 500 events, or more than fit into about 12 ms, and between any two of them it
releases the file for 2.5 ms: a waiting writer polls the lock every 1 ms (`shared/journal/database.py`).
"""

import gc
import logging
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

import msgspec

from shared.domain.clock import DAY_MS, LATEST
from shared.domain.progress import Progress, no_progress
from shared.journal import attachments, healing, stations
from shared.journal.event import Event
from shared.journal.store import Store
from shared.sync import outbox, page_size, pictures, unreadable_events
from shared.sync.feed import pages
from shared.sync.hub import PAGE, Hub
from shared.sync.messages import FeedPage, HubGreeting, StationSeen

log = logging.getLogger(__name__)

PAUSE_SECONDS = 0.0025
HOLD_SECONDS = 0.012
_SLICE = 50  # events in the first transaction, a few ms; then as many as HOLD_SECONDS allows, and never fewer
STAMPS = 2000  # what one `stamp` takes
_CHECKPOINT_EVERY = 1000  # events, at first; then as many as write _LOG_PAGES
_LOG_PAGES = 2500  # of the WAL: well before the 4000 at which whoever commits has to checkpoint
_DEVICES_EVERY = 60_000
_MOST_STATIONS = 3  # in one round; more would be a fault, not a clone


class Interrupted(Exception):
    """The courier was told to stop in the middle."""


class Round:
    """One session with the hub on behalf of one store. `pause(seconds)` waits, and is False when the round is to stop.

    `progress` counts events pushed, then numbers of the feed passed. `moved`: whether something of it is done for good.
    """

    def __init__(
        self,
        store: Store,
        hub: Hub,
        *,
        clock: Callable[[], int],
        pause: Callable[[float], bool],
        progress: Progress = no_progress,
        thorough: bool = True,
    ) -> None:
        self.store, self.hub = store, hub
        self.moved = False
        self._left: set[str] = set()
        self._latest = LATEST
        self._slice, self._since_checkpoint, self._checkpoint_every = _SLICE, 0, _CHECKPOINT_EVERY
        self._clock, self._pause, self._progress, self._thorough = clock, pause, progress, thorough

    def run(self) -> HubGreeting:
        """Everything, in order. Raises what `Hub` raises, or `Interrupted`."""
        with page_size.remembered(self.store, outward=self.hub.outward, inward=self.hub.inward):
            return self._run()

    def _run(self) -> HubGreeting:
        greeting = self.greet()
        if self._left:  # the hub must know the new station before it is sent anything of it
            greeting = self.greet()
        has_pictures = greeting.version >= pictures.FROM_STEP
        attachments.note_hub(self.store, has_pictures)
        sends_pictures = has_pictures and greeting.kind != "kiosk"
        sent = pictures.send(self.store, self.hub, self._rest) if sends_pictures else []
        self.push()
        if sent:
            attachments.note_sent(self.store, sent)
        if greeting.kind != "kiosk":
            self.stamp()
        self.pull(greeting.head)
        if has_pictures:
            pictures.fetch(self.store, self.hub, self._rest)
        self.heal()
        self.read_again()
        if greeting.kind != "kiosk":
            self.note_devices(greeting.now)
        return greeting

    # ---- hello -----------------------------------------------------------------------------------------------------

    def greet(self) -> HubGreeting:
        """Compare clocks, histories and the place in the feed; reconcile what differs."""
        store = self.store
        claims = outbox.claims(store, afresh=self._thorough)
        unsent = outbox.waiting(store)
        asked_at = self._clock()
        greeting = self.hub.hello(
            {
                "station": store.station,
                "stations": [{"station": c.station, "acked": c.acked, "held": c.held} for c in claims],
                "thorough": self._thorough,
                "backlog": unsent.count,
                "oldest": unsent.since,
                "clock": asked_at,
                "cursor": self._cursor(),
                "chain": store.setting("hub_chain"),
            }
        )
        self._set_offset(greeting.now - (asked_at + self._clock()) // 2)
        for claim, seen in zip(claims, greeting.stations, strict=True):
            self._reconcile(claim, seen)
        self._latest = greeting.now + DAY_MS
        store.heal_order(self._latest)
        if not greeting.feed_fits:  # the hub was restored: read the feed from its start; known events cost little
            with store.db.atomic():
                self._keep_cursor(0, "")
        return greeting

    def _set_offset(self, offset: int) -> None:
        if abs(offset - self.store.hub_offset) > 500:
            self.store.set_setting("hub_offset", str(offset))

    def _reconcile(self, claim: outbox.Claim, seen: StationSeen) -> None:
        """Send again what the hub lost; change to a new station where it has other events under our numbers."""
        another_history = bool(seen.link and claim.acked and seen.link != claim.link)
        if not seen.mine or another_history:
            outbox.unsend(self.store, claim.station, 0)
            outbox.set_apart(self.store, claim.station)
            self._leave_station(claim.station)
        elif seen.prefix < claim.acked:
            outbox.unsend(self.store, claim.station, seen.prefix)
            attachments.send_again(self.store)
        if seen.top > claim.top:
            self._leave_station(claim.station)

    def _leave_station(self, station: str) -> None:
        if station == self.store.station and len(self._left) < _MOST_STATIONS:
            self._left.add(station)
            stations.go_on(self.store, "taken", self._clock() + self.store.clock_correction)

    # ---- push and stamp --------------------------------------------------------------------------------------------

    def push(self) -> None:
        """Send all that waits. Every answer but `retry` means the hub keeps it."""
        total, done = outbox.waiting(self.store).count, 0
        while batch := outbox.next_batch(self.store, PAGE, self.hub.outward.bytes):
            answers = self.hub.push(batch)
            answered = [(sent.event, answer) for sent, answer in zip(batch, answers, strict=True)]
            kept = [event.id for event, answer in answered if answer != "retry"]
            outbox.acknowledge(self.store, kept)
            _log_kept_apart(answered)
            if self.store.station in {event.station for event, answer in answered if answer == "branched"}:
                self._leave_station(self.store.station)
                self.greet()
            done += len(kept)
            self.moved |= bool(kept)
            self._progress(done, max(total, done))
            if not kept:
                return
            self._rest()

    def stamp(self) -> None:
        """Number what everybody has committed."""
        while self.hub.stamp() >= STAMPS:
            self._rest()

    # ---- pull ------------------------------------------------------------------------------------------------------

    def pull(self, head: int) -> None:
        """Take in what is new, in small transactions that also move the cursor.

        Without fsync meanwhile: what a power cut takes back, together with the cursor, is pulled again. What a
        savepoint needs to go back stays in memory: as a file it costs a tenth of the time.
        """
        db = self.store.db
        db.execute_sql("PRAGMA synchronous = normal")
        db.execute_sql("PRAGMA temp_store = memory")
        try:
            with _full_collections_rarely():
                self._pull(head)
        finally:
            db.execute_sql("PRAGMA temp_store = default")
            db.execute_sql("PRAGMA synchronous = full")

    def _pull(self, head: int) -> None:
        start = self._cursor()
        feed = pages(self.hub, start, chain=self.store.setting("hub_chain"), mine=self.store.station)
        with closing(feed):
            for page in feed:
                self._take_in(page)
                self._pass_over(page)
                if not page.is_last:
                    self._progress(page.cursor - start, max(head, page.cursor) - start)

    def _pass_over(self, page: FeedPage) -> None:
        """Move the cursor behind the page, and count what of it this device cannot read."""
        for one in page.unread:
            log.warning("number %s of the feed, of kind %s, cannot be read here: %s", one.seq, one.kind, one.reason)
        with self.store.db.atomic():
            unreadable_events.note(self.store, page.unread)
            if page.cursor != self._cursor():
                self._keep_cursor(page.cursor, page.chain)
        self.moved |= bool(page.arrivals)

    def _take_in(self, page: FeedPage) -> None:
        """Receive a page in slices, each a transaction short enough for a waiting writer."""
        done = 0
        while done < len(page.arrivals):
            piece = page.arrivals[done : done + self._slice]
            started = time.perf_counter()
            with self.store.db.atomic():
                self.store.receive(piece, latest=self._latest)
                done += len(piece)
                self._keep_cursor(piece[-1][2], page.chains[done - 1])
            self._learn(len(piece), time.perf_counter() - started)  # a checkpoint, next, keeps nobody waiting
            self._checkpoint_after(len(piece))
            self._rest()

    def _learn(self, done: int, seconds: float) -> None:
        """How many events the next transaction may have."""
        self._slice = min(PAGE, max(_SLICE, int(done * HOLD_SECONDS / max(seconds, 1e-6))), 2 * self._slice)

    def _checkpoint_after(self, received: int) -> None:
        """Checkpoint the WAL now and then, so that no customer's tap has to. A passive checkpoint blocks nobody."""
        self._since_checkpoint += received
        if self._since_checkpoint >= self._checkpoint_every:
            _, pages, _ = self.store.db.execute_sql("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
            self._checkpoint_every = min(max(self._since_checkpoint * _LOG_PAGES // max(pages, 1), 500), 5000)
            self._since_checkpoint = 0

    def read_again(self) -> None:
        """After an upgrade: ask once more for what the earlier version could not read.

        Where that was more than it could name, the feed is read again from its start in the next round.
        """
        before = unreadable_events.skipped_by_other_release(self.store)
        page = self.hub.again((one.id, "", 0) for one in before.first) if before else None
        if page is None or not (page.arrivals or page.unread):  # an older hub cannot give them
            return
        for start in range(0, len(page.arrivals), _SLICE):
            self.store.receive(page.arrivals[start : start + _SLICE], latest=self._latest)
            self._rest()
        with self.store.db.atomic():
            unreadable_events.replace(self.store, page.unread)
            if before.count > len(before.first):
                unreadable_events.reset(self.store)
                self._keep_cursor(0, "")

    def heal(self) -> None:
        """Ask the hub for sound copies of the events whose rows are damaged here."""
        if sick := healing.damaged(self.store):
            copies = self.hub.again((each.id, each.station, each.n) for each in sick)
            healing.heal(self.store, [(event, companions) for event, companions, _ in copies.arrivals])

    def _cursor(self) -> int:
        return int(self.store.setting("hub_cursor", "0"))

    def _keep_cursor(self, cursor: int, chain: str) -> None:
        """Called inside a transaction."""
        self.store.set_setting("hub_cursor", str(cursor))
        self.store.set_setting("hub_chain", chain)

    def _rest(self) -> None:
        if not self._pause(PAUSE_SECONDS):
            raise Interrupted

    # ---- devices ---------------------------------------------------------------------------------------------------

    def note_devices(self, now: int) -> None:
        """Store the list of devices for its page; not every round, since each write makes the screens refresh."""
        if abs(now - int(self.store.setting("devices_at", "0"))) >= _DEVICES_EVERY:  # the hub's clock may be set back
            with self.store.db.atomic():
                self.store.set_setting("devices", msgspec.json.encode(self.hub.devices()).decode())
                self.store.set_setting("devices_at", str(now))


@contextmanager
def _full_collections_rarely() -> Iterator[None]:
    """Python looks through all objects of the program each time that so many events were decoded.

    That is up to a tenth of the time of a first sync, and each holds up the screen.
    """
    young, middle, old = gc.get_threshold()
    gc.set_threshold(young, middle, 100 * old)
    try:
        yield
    finally:
        gc.set_threshold(young, middle, old)


def _log_kept_apart(answered: list[tuple[Event, str]]) -> None:
    """Warn of events that the hub stored, but not as sent; `hub devices` counts them too."""
    for event, answer in answered:
        if answer not in {"stored", "duplicate", "retry"}:
            log.warning("the hub keeps event %s of kind %s apart: %s", event.id, event.kind, answer)
