"""Lets the words of the screens (`shared.qt.wording`) speak the user's language on the command line."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTranslator

import resources


@contextmanager
def speaking(language: str, *, printing_in: Path | None = None) -> Iterator[None]:
    """Within, words are in `language`; with `printing_in` (a folder for small files) pages can be printed too."""
    application = _application(printing_in)
    translator = QTranslator()
    if language == "en" and translator.load("shared_en.qm", str(resources.FOLDER / "i18n")):
        application.installTranslator(translator)
    try:
        yield
    finally:
        application.removeTranslator(translator)


def _application(printing_in: Path | None) -> QCoreApplication:
    if printing_in is not None:
        from shared.qt import printing

        return printing.ready(printing_in)
    return QCoreApplication.instance() or QCoreApplication([])
