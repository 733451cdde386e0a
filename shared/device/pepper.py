"""The site's pepper: the key behind PINs and printed codes. Halls on one hub share it by `join`.

It is made in a private file; where the system keeps secrets for its users (`vault`), it is moved there, and the file
says under which name.

A fingerprint beside it tells a folder that never had one from a folder that has lost it: a lost pepper is reported and
not replaced by a new one, with which no PIN of the hall would match any more.
"""

import hashlib
import re
import secrets
from contextlib import suppress
from pathlib import Path
from typing import ClassVar

from shared.device import vault
from shared.device.private_files import make_private, write_private
from shared.domain.text import Text

FILE = "pepper"
_MARK = "pepper.mark"
_BYTES = 32
_IN_VAULT = re.compile(r"pepper-[0-9a-f]{16}")
_LINE = re.compile(r"[0-9a-f]{64}")


class PepperLost(Exception):
    """The pepper of this folder is missing, damaged or another one; `join` or a copy of the file brings it back."""

    said: ClassVar = Text(
        "密码的密钥丢失或损坏。请从备份或同一站点的另一台机器拷回 pepper 文件，或重新 warm-window join。",
        "The key of the PINs is missing or damaged. Copy the file pepper back, or warm-window join again.",
    )


def pepper(folder: Path) -> bytes:
    """The site's pepper (32 bytes); made at first use. Raises `PepperLost`."""
    return peppers(folder)[0]


def peppers(folder: Path) -> tuple[bytes, ...]:
    """The site's pepper, then those this device had before it joined a hub: PINs set with them stay valid.

    Raises `PepperLost`.
    """
    file, mark = folder / FILE, folder / _MARK
    if not file.exists():
        if mark.exists():
            raise PepperLost(f"{file} is missing")
        make_private(file, secrets.token_hex(_BYTES))
    lines = _kept(file).split()
    if not lines or not all(map(_LINE.fullmatch, lines)):
        raise PepperLost(f"{file} is damaged")
    if not mark.exists():
        make_private(mark, _fingerprint(lines[0]))
    elif _read(mark) not in ("", _fingerprint(lines[0])):
        raise PepperLost(f"{file} is not the one that this folder had")
    return tuple(bytes.fromhex(line) for line in lines)


def _kept(file: Path) -> str:
    """The lines of the file, or of the vault where it names one. Raises `PepperLost`."""
    try:
        text = file.read_text("utf-8", errors="replace")
    except OSError as error:
        raise PepperLost(f"{file} cannot be read: {error.strerror}") from error
    if named := _IN_VAULT.fullmatch(text):
        found = vault.get(named[0])
        if found is None:
            raise PepperLost(f"{file}: the credential store of this user does not give it")
        return found
    return text


def move_to_vault(folder: Path) -> bool:
    """Move the pepper from its file into the vault, where there is one; whether it was moved."""
    file = folder / FILE
    if not file.exists() or fault(folder):
        return False
    text, name = file.read_text("utf-8"), f"pepper-{secrets.token_hex(8)}"
    if _IN_VAULT.fullmatch(text) or not vault.put(name, text):
        return False
    write_private(file, name)
    return True


def fault(folder: Path) -> str:
    """What is wrong with the pepper, "" where nothing is; makes none."""
    if not (folder / FILE).exists() and not (folder / _MARK).exists():
        return ""
    try:
        peppers(folder)
    except PepperLost as error:
        return str(error)
    return ""


def adopt(folder: Path, site: str) -> None:
    """Use the pepper (hex) of the site this device has joined from now on; it also replaces one that was lost."""
    try:
        others = [known.hex() for known in peppers(folder) if known.hex() != site]
    except PepperLost:
        others = []
    (folder / _MARK).unlink(
        missing_ok=True
    )  # without a fingerprint the old and the new pepper are both accepted, should this be cut off
    write_private(folder / FILE, "\n".join([site, *others]))
    write_private(folder / _MARK, _fingerprint(site))
    move_to_vault(folder)


def _fingerprint(line: str) -> str:
    return hashlib.sha256(b"warm-window pepper " + line.encode()).hexdigest()[:16]


def _read(mark: Path) -> str:
    """The fingerprint; "" where it can't be read: then the pepper is not checked by it."""
    text = ""
    with suppress(OSError):
        text = mark.read_text("utf-8", errors="replace")
    return text if re.fullmatch("[0-9a-f]{16}", text) else ""
