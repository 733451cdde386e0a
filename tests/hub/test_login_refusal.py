"""Only an ended login is taken for one: neither a full server nor an impostor makes a device forget what it has."""

import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from time import monotonic

import pytest

from shared.sync import login_refusal
from shared.sync.hub import HubOffline
from tests.hub.site import Site
from tests.support import patience

REFUSED = b"SFATAL\0C28000\0Mno\0\0"


def message(kind: bytes, content: bytes) -> bytes:
    return kind + struct.pack("!i", len(content) + 4) + content


SASL = message(b"R", struct.pack("!i", 10) + b"SCRAM-SHA-256\0\0")
IMPOSTORS = {
    "refused at once": message(b"E", REFUSED),
    "accepted without a secret": message(b"R", struct.pack("!i", 0)) + message(b"E", REFUSED),
    "accepted without a proof": SASL + message(b"R", struct.pack("!i", 0)) + message(b"E", REFUSED),
    "another's proof": SASL + message(b"R", struct.pack("!i", 12) + b"v=x") + message(b"E", REFUSED),
    "asks for the secret itself": message(b"R", struct.pack("!i", 3)),
    "no such method": message(b"R", struct.pack("!i", 10) + b"PLAIN\0\0"),
    "a nonce of its own": SASL + message(b"R", struct.pack("!i", 11) + b"r=theirs,s=AAAA,i=1"),
    "garbage": b"HTTP/1.1 400 Bad Request\r\n\r\n",
    "a message of 2 GB": b"E" + struct.pack("!i", 2**31 - 1),
    "hangs up": b"",
}


def without_the_secret(line: socket.socket) -> None:
    """Answers as the protocol asks, with a proof that is none."""
    line.recv(1000)
    line.sendall(SASL)
    nonce = line.recv(1000).rpartition(b"r=")[2]
    line.sendall(message(b"R", struct.pack("!i", 11) + b"r=" + nonce + b"more,s=AAAA,i=1"))
    line.recv(1000)
    proof = message(b"R", struct.pack("!i", 12) + b"v=AAAA")
    line.sendall(proof + message(b"R", struct.pack("!i", 0)) + message(b"E", REFUSED))


@contextmanager
def server(says: bytes | Callable[[socket.socket], None], *, then_silent: bool = False) -> Iterator[int]:
    """Somebody at a port who says this to whoever comes; the port."""
    listening = socket.create_server(("127.0.0.1", 0))
    ended = threading.Event()

    def answer() -> None:
        line, _ = listening.accept()
        with line:
            says(line) if callable(says) else line.sendall(says)
            if then_silent:
                ended.wait(patience.SECONDS)
            with suppress(OSError):
                line.shutdown(socket.SHUT_WR)
                while line.recv(1000):  # what is left unread would make an error of the end
                    pass

    thread = threading.Thread(target=answer)
    thread.start()
    try:
        yield listening.getsockname()[1]
    finally:
        ended.set()
        thread.join()
        listening.close()


def asked(port: int, seconds: float = patience.SECONDS) -> str:
    return login_refusal.after_login("127.0.0.1", port, "hub", "ww_1", "secret", tls=None, seconds=seconds)


@pytest.mark.parametrize("says", [*IMPOSTORS.values(), without_the_secret], ids=[*IMPOSTORS, "a false proof"])
def test_an_impostor_is_not_believed(says: bytes | Callable[[socket.socket], None]) -> None:
    started = monotonic()
    with server(says) as port:
        assert asked(port) == ""
    assert monotonic() - started < patience.SLACK


def test_a_server_that_does_not_answer_is_given_up_after_the_time_limit() -> None:
    started = monotonic()
    with server(b"", then_silent=True) as port:
        assert asked(port, seconds=0.2) == ""
    assert monotonic() - started < patience.SLACK


def test_a_login_with_all_its_sessions_in_use_has_not_ended(site: Site) -> None:
    device = site.device("c")
    site.admin.execute(f'ALTER ROLE "{device.enrolled.login}" CONNECTION LIMIT 2')
    with ExitStack() as sessions:
        for _ in range(2):
            sessions.enter_context(device.connect())
        with pytest.raises(HubOffline):
            device.connect()
