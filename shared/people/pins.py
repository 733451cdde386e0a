"""PINs: argon2id over an HMAC with the site's pepper, so stolen hashes alone cannot be searched."""

import hashlib
import hmac
import os
import secrets
from pathlib import Path

PEPPER = "pepper"


def pepper(folder: Path) -> bytes:
    """The site's pepper: a file only its owner may read, made at first use. Halls on one hub share it by `join`."""
    file = folder / PEPPER
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return bytes.fromhex(file.read_text())
    with os.fdopen(handle, "w") as out:
        out.write(secrets.token_hex(32))
    return bytes.fromhex(file.read_text())


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
