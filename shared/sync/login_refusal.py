"""Why a server refused a login: the SQLSTATE, which libpq does not give while it connects.

libpq gives only the message, in the server's language. So the login is tried once more in the server's own protocol
 (PostgreSQL: Frontend/Backend Protocol, version 3; SCRAM-SHA-256 is RFC 5802 and 7677).
"""

import base64
import hashlib
import hmac
import re
import secrets
import socket
import ssl
import struct
from contextlib import closing
from time import monotonic

_VERSION, _TLS = 196_608, 80_877_103
_LONGEST = 30_000  # bytes of a message before the session begins
_MOST_ROUNDS = 1_000_000  # of a hash: PostgreSQL's default is 4096
_SASL, _CONTINUE, _FINAL, _OK = 10, 11, 12, 0
_METHOD = b"SCRAM-SHA-256\0"
_FIRST = re.compile(rb"r=(?P<nonce>[^,]+),s=(?P<salt>[^,]+),i=(?P<rounds>[0-9]{1,7})")


def after_login(
    host: str, port: int, database: str, user: str, secret: str, *, tls: ssl.SSLContext | None, seconds: float
) -> str:
    """The SQLSTATE that a server answers after it accepted the secret; "" if it lets us in, or on any other failure.

    `tls`: None where none is needed. A server that does not prove that it knows the secret is not believed.
    """
    try:
        with closing(_Connection(host, port, monotonic() + seconds)) as connection:
            connection.protect(tls, host)
            connection.send(b"", struct.pack("!i", _VERSION) + _strings("user", user, "database", database) + b"\0")
            return _log_in(connection, _Scram(secret))
    except (OSError, ValueError, struct.error):
        return ""


def _strings(*words: str) -> bytes:
    return b"".join(word.encode() + b"\0" for word in words)


def _log_in(connection: "_Connection", scram: "_Scram") -> str:
    """Answer the server's messages until it refuses or begins the session; the SQLSTATE, or ""."""
    accepted = False
    while True:
        kind, content = connection.receive()
        if kind == b"E":
            found = re.search(rb"(?:^|\0)C([0-9A-Z]{5})\0", content)
            return found[1].decode() if accepted and found else ""
        if kind != b"R":
            return ""
        (asked,), payload = struct.unpack("!i", content[:4]), content[4:]
        if asked == _SASL and _METHOD in payload:
            first = scram.first()
            connection.send(b"p", _METHOD + struct.pack("!i", len(first)) + first)
        elif asked == _CONTINUE:
            connection.send(b"p", scram.answer(payload))
        elif asked == _FINAL:
            scram.check(payload)
        elif asked == _OK and scram.checked:
            accepted = True
        else:  # another method than our logins have
            return ""


class _Scram:
    """The device's side of SCRAM-SHA-256."""

    def __init__(self, secret: str) -> None:
        self._secret = secret.encode()
        self._first = b"n=,r=" + secrets.token_urlsafe(18).encode()
        self._proof_of_server = b""
        self.checked = False

    def first(self) -> bytes:
        return b"n,," + self._first

    def answer(self, payload: bytes) -> bytes:
        """The proof that the secret is known. Raises `ValueError` for an answer that breaks the protocol."""
        asked = _FIRST.match(payload)
        if not asked or not asked["nonce"].startswith(self._first[5:]) or int(asked["rounds"]) > _MOST_ROUNDS:
            raise ValueError("no SCRAM")
        salted = hashlib.pbkdf2_hmac("sha256", self._secret, base64.b64decode(asked["salt"]), int(asked["rounds"]))
        last = b"c=biws,r=" + asked["nonce"]
        whole = b",".join((self._first, payload, last))
        key = _mac(salted, b"Client Key")
        signature = _mac(hashlib.sha256(key).digest(), whole)
        self._proof_of_server = b"v=" + base64.b64encode(_mac(_mac(salted, b"Server Key"), whole))
        return last + b",p=" + base64.b64encode(bytes(one ^ other for one, other in zip(key, signature, strict=True)))

    def check(self, payload: bytes) -> None:
        self.checked = bool(self._proof_of_server) and hmac.compare_digest(payload, self._proof_of_server)


def _mac(key: bytes, text: bytes) -> bytes:
    return hmac.digest(key, text, "sha256")


class _Connection:
    """A socket on which nothing waits beyond the deadline (`monotonic`)."""

    def __init__(self, host: str, port: int, end: float) -> None:
        self._end = end
        if host.startswith("/"):
            self._socket = socket.socket(socket.AF_UNIX)
            self._socket.settimeout(self._left())
            self._socket.connect(f"{host}/.s.PGSQL.{port}")
        else:
            self._socket = socket.create_connection((host, port), self._left())

    def protect(self, tls: ssl.SSLContext | None, host: str) -> None:
        if tls:
            self.send(b"", struct.pack("!i", _TLS))
            if self._read(1) != b"S":
                raise ValueError("no TLS")
            self._socket = tls.wrap_socket(self._socket, server_hostname=host)

    def send(self, kind: bytes, content: bytes) -> None:
        self._socket.settimeout(self._left())
        self._socket.sendall(kind + struct.pack("!i", len(content) + 4) + content)

    def receive(self) -> tuple[bytes, bytes]:
        """The next message: its kind and its content."""
        kind, (length,) = self._read(1), struct.unpack("!i", self._read(4))
        if not 4 <= length <= _LONGEST:
            raise ValueError("no message")
        return kind, self._read(length - 4)

    def close(self) -> None:
        self._socket.close()

    def _read(self, count: int) -> bytes:
        found = b""
        while len(found) < count:
            self._socket.settimeout(self._left())
            piece = self._socket.recv(count - len(found))
            if not piece:
                raise OSError("the connection was cut")
            found += piece
        return found

    def _left(self) -> float:
        left = self._end - monotonic()
        if left <= 0:
            raise TimeoutError
        return left
