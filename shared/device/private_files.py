"""Files that only this user may read: keys, secrets, hashes of PINs. Whole or absent, also after a power cut."""

import os
import secrets
from contextlib import suppress
from pathlib import Path


def write_private(file: Path, text: str) -> None:
    """Replace `file` by `text` (UTF-8, mode 0600 from its first byte on). Raises `OSError` and keeps the old file."""
    part = _written_beside(file, text)
    try:
        part.replace(file)
    except OSError:
        part.unlink(missing_ok=True)
        raise


def make_private(file: Path, text: str) -> None:
    """As `write_private`, but a file that is there already stays; of two programs at once the first one wins."""
    part = _written_beside(file, text)
    with suppress(FileExistsError):
        (os.rename if os.name == "nt" else os.link)(part, file)  # only on Windows does a rename refuse to replace
    part.unlink(missing_ok=True)


def _written_beside(file: Path, text: str) -> Path:
    """A new file in the same folder that holds `text`, on the disk."""
    part = file.with_name(f"{file.name}.{secrets.token_hex(4)}")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
    except OSError:
        part.unlink(missing_ok=True)
        raise
    return part
