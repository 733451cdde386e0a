"""The site's pepper: the key behind PINs and printed codes, in a private file. Halls on one hub share it by `join`."""

import secrets
from pathlib import Path

from shared.device.private_files import make_private, write_private

FILE = "pepper"
_BYTES = 32


def pepper(folder: Path) -> bytes:
    """The site's pepper (32 bytes); made at first use."""
    return peppers(folder)[0]


def peppers(folder: Path) -> tuple[bytes, ...]:
    """The site's pepper, then those this device had before it joined a hub: PINs set with them stay valid."""
    file = folder / FILE
    if not file.exists():
        make_private(file, secrets.token_hex(_BYTES))
    return tuple(bytes.fromhex(line) for line in file.read_text("utf-8").split())


def adopt(folder: Path, site: str) -> None:
    """Use the pepper (hex) of the site this device has joined from now on."""
    others = [known.hex() for known in peppers(folder) if known.hex() != site]
    write_private(folder / FILE, "\n".join([site, *others]))
