"""Polls every outside source, each on a thread of its own, so that one that stalls delays no other."""

import threading
from collections.abc import Callable, Sequence

import msgspec
from msgspec.structs import replace

from shared.domain.refusal import Refusal
from shared.queue_sources.reading import Reading
from shared.queue_sources.settings import LineSource, Outside, Source

EVERY_SECONDS = 5.0
ANSWER_SECONDS = 3.0


class Standing(msgspec.Struct, frozen=True):
    """A source: its last good `reading`, and why the last try gave none. Our own line has neither, it is not asked."""

    source: Source
    reading: Reading | None = None
    refusal: Refusal | None = None


class Poller:
    """`latest()` from any thread, at once. `clock` gives epoch ms; nothing is asked before `start`."""

    def __init__(
        self,
        sources: Sequence[Source],
        clock: Callable[[], int],
        *,
        every: float = EVERY_SECONDS,
        seconds: float = ANSWER_SECONDS,
    ) -> None:
        self._clock, self._every, self._seconds = clock, every, seconds
        self._standings = [Standing(source) for source in sources]
        self._over = threading.Event()
        self._threads = [
            threading.Thread(target=self._run, args=(place, source), name=f"queue-{place}", daemon=True)
            for place, source in enumerate(sources)
            if not isinstance(source, LineSource)
        ]

    def start(self) -> None:
        """Begin asking; the first answers come within the time of one question."""
        for thread in self._threads:
            thread.start()

    def end(self) -> None:
        """Ask no more; does not wait for the question that is under way."""
        self._over.set()

    def stop(self) -> None:
        """Stop asking; waits no longer than for the question that is under way."""
        self.end()
        for thread in self._threads:
            if thread.is_alive():
                thread.join(self._seconds + 1)

    def latest(self) -> tuple[Standing, ...]:
        """What each source last said, in the order of trust."""
        return tuple(self._standings)

    def ask(self, place: int, source: Outside) -> Standing:
        """Ask one source now and keep the answer; after a failure its last good reading stays, growing old."""
        answer, after = self._answer(place, source), self._standings[place]
        after = Standing(source, answer) if isinstance(answer, Reading) else replace(after, refusal=answer)
        self._standings[place] = after
        return after

    def _answer(self, place: int, source: Outside) -> Reading | Refusal:
        from shared.queue_sources.readers import read  # late: HTTP brings TLS and e-mail, 2 MB that few halls need

        try:
            return read(source, place, self._clock(), self._seconds)
        except Exception as error:  # an unforeseen fault must not end this thread
            details = {
                "source": source.label,
                "setting": f"source[{place}]",
                "reason": f"{type(error).__name__}: {error}",
            }
            return Refusal("queue_unreachable", details)

    def _run(self, place: int, source: Outside) -> None:
        while not self._over.is_set():
            self.ask(place, source)
            self._over.wait(self._every)
