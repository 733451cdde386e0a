"""A loopback proxy with the bandwidth, latency and packet loss of a thin line."""

import queue
import random
import socket
import threading
import time
from contextlib import suppress
from dataclasses import dataclass

_PIECE = 1400  # bytes: about a packet
_LATE = 0.05  # seconds that a sleep on a busy machine may be too long: made up for
_BUFFER = 8192  # small, so that what was sent is on the line and not in the system's buffers


@dataclass(frozen=True)
class Quality:
    """Of each direction: bits a second, seconds until a packet arrives, share of lost packets.

    A lost packet holds up all behind it until it has been sent again. `cut_after`: bytes after which a connection dies.
    """

    bits: float = 128_000
    latency: float = 0.3
    loss: float = 0.02
    again: float = 0.9  # seconds until a lost packet is sent again
    cut_after: int = 1 << 62

    def faster(self, times: float) -> "Quality":
        """The same line in a world where time runs so much faster."""
        return Quality(self.bits * times, self.latency / times, self.loss, self.again / times, self.cut_after)


HALL = Quality()
"""The line of a hall in the country: 128 kbit/s, 300 ms each way, 2 % loss."""


class ThinLine:
    """Forwards 127.0.0.1:`port` to the server's port. `carried`: bytes that arrived, of both directions."""

    def __init__(self, upstream: int, quality: Quality) -> None:
        self.quality, self.carried = quality, 0
        self._upstream, self._chance = upstream, random.Random(5)
        self._listener = socket.socket()
        self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _BUFFER)
        self._listener.bind(("127.0.0.1", 0))
        self._listener.listen()
        self.port: int = self._listener.getsockname()[1]
        self._pairs: list[tuple[socket.socket, socket.socket]] = []
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        _end(self._listener)
        self.hang_up()

    def hang_up(self) -> None:
        """End every connection there is."""
        for pair in self._pairs:
            _end(*pair)
        self._pairs.clear()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                server = socket.socket()
                server.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _BUFFER)
                server.connect(("127.0.0.1", self._upstream))
                self._pairs.append((client, server))
                for source, target in ((client, server), (server, client)):
                    under_way: queue.SimpleQueue[tuple[float, bytes]] = queue.SimpleQueue()
                    threading.Thread(target=self._send, args=(source, target, under_way), daemon=True).start()
                    threading.Thread(target=self._arrive, args=(source, target, under_way), daemon=True).start()

    def _send(
        self, source: socket.socket, target: socket.socket, under_way: "queue.SimpleQueue[tuple[float, bytes]]"
    ) -> None:
        """Take from the source no faster than the line carries."""
        free_at, sent = 0.0, 0
        with suppress(OSError):
            while (data := source.recv(_PIECE)) and sent < self.quality.cut_after:
                sent += len(data)
                lost = self._chance.random() < self.quality.loss
                takes = len(data) * 8 / self.quality.bits + lost * self.quality.again
                free_at = max(free_at, time.monotonic() - _LATE) + takes
                under_way.put((free_at + self.quality.latency, data))
                time.sleep(max(0.0, free_at - time.monotonic()))
        under_way.put((0.0, b""))

    def _arrive(
        self, source: socket.socket, target: socket.socket, under_way: "queue.SimpleQueue[tuple[float, bytes]]"
    ) -> None:
        with suppress(OSError):
            while (piece := under_way.get())[1]:
                time.sleep(max(0.0, piece[0] - time.monotonic()))
                target.sendall(piece[1])
                self.carried += len(piece[1])
        _end(source, target)


def _end(*sockets: socket.socket) -> None:
    for one in sockets:
        with suppress(OSError):
            one.shutdown(socket.SHUT_RDWR)
        one.close()
