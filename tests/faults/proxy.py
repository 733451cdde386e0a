"""A loopback proxy that misbehaves: it refuses, stalls, cuts, swallows or delays replies."""

import socket
import threading
import time
from contextlib import suppress

CHUNK = 65536


class Proxy:
    """Forwards 127.0.0.1:`port` to the server's port. Change `mode` at any time; it holds for what passes then.

    The first `replies` pieces of a connection's answers still pass, so that a call in the middle can be hit; `held`
    counts those that a stall keeps back.

    pass · refuse (closes at once) · stall (stops reading, keeps the connection) · cut (closes in the middle of a reply)
    · swallow (the request arrives, its reply never does) · slow (20 ms for each piece)
    · trickle (replies byte by byte, 30 ms each)
    """

    def __init__(self, upstream: int) -> None:
        self.mode = "pass"
        self.replies = 0
        self.held = 0
        self._upstream = upstream
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._sockets: list[socket.socket] = [self._listener]
        self._closing = False
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        self._closing = True
        self.hang_up()

    def hang_up(self) -> None:
        """End every connection there is."""
        for one in self._sockets if self._closing else self._sockets[1:]:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()
        del self._sockets[1:]

    def _accept(self) -> None:
        while not self._closing:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            if self.mode == "refuse":
                client.close()
                continue
            server = socket.create_connection(("127.0.0.1", self._upstream))
            self._sockets += [client, server]
            threading.Thread(target=self._forward, args=(client, server, False), daemon=True).start()
            threading.Thread(target=self._forward, args=(server, client, True), daemon=True).start()

    def _forward(self, source: socket.socket, target: socket.socket, is_reply: bool) -> None:
        passed = 0
        with suppress(OSError):
            while data := source.recv(CHUNK):
                if is_reply and passed < self.replies:
                    target.sendall(data)
                elif not self._deliver(data, target, is_reply):
                    return
                passed += 1
        for one in (source, target):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def _deliver(self, data: bytes, target: socket.socket, is_reply: bool) -> bool:
        """Pass a piece on as the mode says; False: this connection is dead, and nobody is told."""
        if self.mode == "stall" and is_reply:
            self.held += 1
            return False
        if self.mode == "slow":
            time.sleep(0.02)
        if is_reply and self.mode == "trickle":
            for place in range(len(data)):
                target.sendall(data[place : place + 1])
                time.sleep(0.03)
            return True
        if is_reply and self.mode == "swallow":
            return True
        if is_reply and self.mode == "cut":
            target.sendall(data[: len(data) // 2])
            raise OSError
        target.sendall(data)
        return True
