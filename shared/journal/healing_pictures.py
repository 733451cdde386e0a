"""Heals damaged pictures: one that no longer matches its name (its SHA-256) is replaced by a backup's copy."""

import hashlib
import logging
from contextlib import closing
from pathlib import Path

from shared.journal import attachments, backup
from shared.journal.sqlite import sqlite3
from shared.journal.store import Store

log = logging.getLogger("warm_window.journal")


def heal(store: Store) -> None:
    """Replace damaged pictures by a backup's copy, or let the courier fetch them again from the hub."""
    for name in attachments.changed(store):
        copy = next(filter(None, (_sound_copy(file, name) for file in backup.dailies(store.folder))), None)
        with store.db.atomic():
            attachments.replace(store, name, copy)
        log.error("the picture %s does not match its name; %s", name, "healed" if copy else "no backup has it")


def _sound_copy(file: Path, name: str) -> bytes | None:
    """What a backup has under this name, if that is sound."""
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as db:
            row = db.execute("SELECT content FROM attachment WHERE sha256 = ?", (name,)).fetchone()
    except sqlite3.Error:  # damaged too, or of an older version
        return None
    return row[0] if row and hashlib.sha256(row[0]).hexdigest() == name else None
