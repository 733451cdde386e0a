"""PINs: argon2id over an HMAC with the site's pepper, so stolen hashes alone cannot be searched."""

import hashlib
import hmac
import os
import secrets
from contextlib import suppress
from pathlib import Path

PEPPER = "pepper"


def pepper(folder: Path) -> bytes:
    """The site's pepper: a file only its owner may read, made at first use. Halls on one hub share it by `join`."""
    file = folder / PEPPER
    if not file.exists():
        _make(file)
    return bytes.fromhex(file.read_text())


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

    return PasswordHasher().hash(_peppered(pin, salt))


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
