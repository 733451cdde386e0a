"""Lets the words of the practices speak the user's language on the command line, and pages be printed there."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from shared.domain import text


@contextmanager
def speaking(language: str, *, printing_in: Path | None = None) -> Iterator[None]:
    """Within, words are in `language`; with `printing_in` (a folder for small files) pages can be printed too."""
    kept = _printer(printing_in) if printing_in else None  # Qt prints as long as its application lives
    with text.speaking(language):
        yield
    del kept


def _printer(folder: Path) -> object:
    from shared.qt import printing

    return printing.ready(folder)
