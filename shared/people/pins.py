"""PINs: argon2id over an HMAC with the site's pepper, so stolen hashes alone cannot be searched."""

import hashlib
import hmac
import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

PEPPER = "pepper"
_EXIT = "exit-pin"


class Cost(NamedTuple):
    """What one hash costs; these numbers are RFC 9106's for machines with little memory, some 0.2 s of CPU."""

    passes: int = 3
    memory_kib: int = 65_536
    lanes: int = 4


COST = Cost()


def pepper(folder: Path) -> bytes:
    """The site's pepper: a file only its owner may read, made at first use. Halls on one hub share it by `join`."""
    return peppers(folder)[0]


def peppers(folder: Path) -> tuple[bytes, ...]:
    """The site's pepper, and after it those this device had before it joined: PINs set then still open the door."""
    file = folder / PEPPER
    if not file.exists():
        _make(file)
    return tuple(bytes.fromhex(line) for line in file.read_text().split())


def adopt(folder: Path, site: str) -> None:
    """From now on the pepper (hex) of the site this device joined."""
    others = [known.hex() for known in peppers(folder) if known.hex() != site]
    write_private(folder / PEPPER, "\n".join([site, *others]))


def keep_exit_pin(folder: Path, pin: str) -> None:
    """The PIN that opens the staff's page of a kiosk on a hub: people's PINs are never sent to kiosks."""
    write_private(folder / _EXIT, hash_pin(pin, pepper(folder)))


def exit_hash(folder: Path) -> str:
    """What `keep_exit_pin` kept; empty where people's own PINs are at hand."""
    file = folder / _EXIT
    return file.read_text() if file.exists() else ""


def write_private(file: Path, text: str) -> None:
    """Replace a private file whole."""
    part = file.with_name(f"{file.name}.{secrets.token_hex(4)}")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        part.replace(file)
    except OSError:
        part.unlink(missing_ok=True)
        raise


def _make(file: Path) -> None:
    """Whole or not at all, and only once: kiosk and counter may start at the same moment, and half a key is none."""
    own = file.with_name(f"{file.name}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(own, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
        out.write(secrets.token_hex(32))
    with suppress(FileExistsError):  # the other was first
        (os.rename if os.name == "nt" else os.link)(own, file)  # a rename replaces the other's file except on Windows
    own.unlink(missing_ok=True)


def hash_pin(pin: str, salt: bytes) -> str:
    """What the journal keeps of a PIN."""
    from argon2 import PasswordHasher  # late: the kiosk's first frame needs no argon2

    return PasswordHasher(*COST).hash(_peppered(pin, salt))


def matches(pin: str, hashed: str, salt: bytes) -> bool:
    """Whether `pin` is the one `hashed` was made of."""
    from argon2 import PasswordHasher
    from argon2.exceptions import VerificationError

    try:
        return PasswordHasher().verify(hashed, _peppered(pin, salt))
    except (VerificationError, ValueError):
        return False


def _peppered(pin: str, salt: bytes) -> bytes:
    return hmac.digest(salt, pin.encode(), hashlib.sha256)
