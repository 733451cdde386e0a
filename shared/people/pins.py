"""PINs: argon2id over an HMAC with the site's pepper, so stolen hashes alone cannot be searched."""

import hashlib
import hmac
import secrets
from functools import cache
from pathlib import Path
from typing import NamedTuple

from shared.device.pepper import pepper
from shared.device.private_files import write_private

_EXIT = "exit-pin"


class Cost(NamedTuple):
    """What one hash costs; these numbers are RFC 9106's for machines with little memory, some 0.2 s of CPU."""

    passes: int = 3
    memory_kib: int = 65_536
    lanes: int = 4


COST = Cost()


def keep_exit_pin(folder: Path, pin: str) -> None:
    """Store the PIN that opens the staff page of a kiosk on a hub: people's PINs are never sent to kiosks."""
    write_private(folder / _EXIT, hash_pin(pin, pepper(folder)))


def exit_hash(folder: Path) -> str:
    """The hash that `keep_exit_pin` stored; "" on devices that know people's own PINs."""
    file = folder / _EXIT
    return file.read_text("utf-8") if file.exists() else ""


def hash_pin(pin: str, salt: bytes) -> str:
    """The argon2 text that the journal stores for a PIN; `salt` is the site's pepper. Slow on purpose."""
    from argon2 import PasswordHasher  # late: the kiosk's first frame needs no argon2

    return PasswordHasher(*COST).hash(_peppered(pin, salt))


@cache
def unmatched_hash() -> str:
    """A hash that no PIN matches, of the same cost as everybody's."""
    return hash_pin(secrets.token_hex(16), secrets.token_bytes(32))


def matches(pin: str, hashed: str, salt: bytes) -> bool:
    """Whether `hashed` was made of `pin`; False for a text that is no hash."""
    from argon2 import PasswordHasher
    from argon2.exceptions import VerificationError

    try:
        return PasswordHasher().verify(hashed, _peppered(pin, salt))
    except (VerificationError, ValueError):
        return False


def _peppered(pin: str, salt: bytes) -> bytes:
    return hmac.digest(salt, pin.encode(), hashlib.sha256)
