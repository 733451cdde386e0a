"""An empty journal, made once and copied: making its tables takes longer than most tests."""

import shutil
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from shared.journal.opening import FILE, open_store
from shared.journal.projection import Projection


def copy_blank_journal(folder: Path, projections: Sequence[Projection]) -> None:
    """Put an empty journal into `folder`, if it has none. It gets its station and hall when it is opened."""
    if not (folder / FILE).exists():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / FILE).write_bytes(_blank(tuple(projections)))


@cache
def _blank(projections: tuple[Projection, ...]) -> bytes:
    folder = Path(tempfile.mkdtemp(prefix="warm-window-blank-"))
    store = open_store(folder, projections)
    store.db.execute_sql("DELETE FROM meta WHERE key = 'station'")
    store.close()
    content = (folder / FILE).read_bytes()
    shutil.rmtree(folder)
    return content
