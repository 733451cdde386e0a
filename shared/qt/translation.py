"""Switches the screens between Chinese (the source strings) and English (resources/i18n/*.qm).

The words of the practices are `shared.domain.text.Text`s: they follow the language that is switched here.

A page writes its texts in one method, `retranslate()`; a switch sends every widget a LanguageChange event.
"""

from PySide6.QtCore import QEvent, QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

import resources
from shared.domain import text

FOLDER = resources.FOLDER / "i18n"
CHINESE, ENGLISH = "zh_CN", "en"


class Translation:
    """Which language the screens of `app_name` (kiosk or counter) speak now.

    There is one per process: making a new one uninstalls the one before.
    """

    in_force: "Translation | None" = None
    """The last one made, None before the first."""

    def __init__(self, app: QApplication, app_name: str) -> None:
        if Translation.in_force:
            Translation.in_force.uninstall()
        Translation.in_force = self
        self._app = app
        self._names = ("shared", app_name)
        self._installed: list[QTranslator] = []
        self._loaded: dict[str, list[QTranslator]] = {}  # each language once: a lobby switches all day
        self.language = CHINESE
        self._qt = QTranslator()  # Qt's own dialogs: print, choose a file
        self._load_qt_texts()

    def speak(self, language: str) -> None:
        """Switch every screen to `language`, at once."""
        if language == self.language:
            return
        self.language = language
        text.speak(language)  # before the screens retranslate themselves
        self._load_qt_texts()
        for old in self._installed:
            self._app.removeTranslator(old)
        if language not in self._loaded:
            self._loaded[language] = [t for name in self._names if (t := self._load(name, language))]
        self._installed = self._loaded[language]
        for new in self._installed:
            self._app.installTranslator(new)

    def uninstall(self) -> None:
        """Remove the translators of this one; Chinese is spoken again."""
        for each in (*self._installed, self._qt):
            self._app.removeTranslator(each)
        self._installed, self.language = [], CHINESE
        text.speak(CHINESE)

    def _load_qt_texts(self) -> None:
        self._app.removeTranslator(self._qt)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._qt.load(f"qtbase_{self.language}.qm", folder):
            self._app.installTranslator(self._qt)

    def _load(self, name: str, language: str) -> QTranslator | None:
        translator = QTranslator(self._app)
        return translator if translator.load(f"{name}_{language}.qm", str(FOLDER)) else None


class Translated(QWidget):
    """A widget that writes its texts in `retranslate()`, called by its own constructor and at every language change."""

    def retranslate(self) -> None:
        """Set every text. May be called at any time after construction."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
