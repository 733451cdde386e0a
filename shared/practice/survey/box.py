"""The ballot box of one device: the encrypted sum of its answers and who has answered. Why: the package's docstring.

One file beside the journal, which no backup takes along. It is overwritten in place, twice: whatever a power cut
leaves, one of the two copies is whole; the second is only written when the first is on the disk.
"""

import hashlib
import logging
import os
import secrets
from pathlib import Path

import msgspec

from shared.practice.survey import sealing

_SIZE = 65_536  # of each of the two copies
_DIGEST = 64  # characters of a SHA-256 in hexadecimal
log = logging.getLogger("warm_window.survey")


class Content(msgspec.Struct, frozen=True):
    """What is in a box; `people` in the order of their numbers, `batch` the next to be sent."""

    id: str
    batch: int = 1
    count: int = 0
    sum: str = ""
    people: tuple[str, ...] = ()


class Box:
    """The box of one round in a device's folder. Every call within the write lock of the journal's transaction."""

    def __init__(self, folder: Path, round_id: str) -> None:
        self._file = folder / f"{round_id.replace(':', '-')}.box"

    @property
    def exists(self) -> bool:
        return self._file.exists()

    def read(self) -> Content:
        """What is in it; a new one where there is none, or none that can be read."""
        if self.exists:
            raw = self._file.read_bytes()
            for start in (0, _SIZE):
                if found := _decoded(raw[start : start + _SIZE]):
                    return found
            log.warning("%s cannot be read: a new one is begun", self._file.name)
        return Content(secrets.token_hex(8))

    def put(self, number: str, ballot: str, public: str) -> Content:
        """Add one person's encrypted answers; on the disk when this returns. Whoever is in it already adds nothing."""
        before = self.read()
        if number in before.people:
            return before
        total = sealing.add(filter(None, (before.sum, ballot)), public)
        people = tuple(sorted({*before.people, number}))
        after = msgspec.structs.replace(before, count=before.count + 1, sum=total, people=people)
        self._write(after)
        return after

    def begin_anew(self) -> None:
        """Empty it after its sum was sent; who has answered stays known."""
        before = self.read()
        self._write(Content(before.id, before.batch + 1, people=before.people))

    def destroy(self) -> None:
        """Overwrite and delete it."""
        destroy(self._file)

    def _write(self, content: Content) -> None:
        text = msgspec.json.encode(content)
        copy = hashlib.sha256(text).hexdigest().encode() + text
        if len(copy) > _SIZE:
            raise OSError(f"{self._file.name} is full")
        with os.fdopen(os.open(self._file, os.O_RDWR | os.O_CREAT, 0o600), "r+b") as file:
            for start in (0, _SIZE):
                file.seek(start)
                file.write(copy.ljust(_SIZE))
                file.flush()
                os.fsync(file.fileno())


def _decoded(copy: bytes) -> Content | None:
    """The content of one of the two copies; None where it is not complete."""
    digest, text = copy[:_DIGEST], copy[_DIGEST:].rstrip()
    if hashlib.sha256(text).hexdigest().encode() != digest:
        return None
    return msgspec.json.decode(text, type=Content)


def destroy(file: Path) -> None:
    """Overwrite a file with zeros and delete it; one that is not there is destroyed."""
    if file.exists():
        with file.open("r+b") as open_file:
            open_file.write(b"\0" * file.stat().st_size)
            open_file.flush()
            os.fsync(open_file.fileno())
        file.unlink()
