"""Text size, colours, language and sound of the kiosk: as this device is set, until a customer changes them."""

from PySide6.QtWidgets import QWidget

from kiosk.store.lobby import Preset
from shared.qt import sound, theme
from shared.qt.translation import CHINESE, ENGLISH, Translation


class Appearance:
    """`preset` is how this device is set; `motion` and `sound` are what the program was started with."""

    def __init__(self, translation: Translation, *, motion: bool, sound: bool) -> None:
        self.preset = Preset()
        self._translation, self._motion, self._sound = translation, motion, sound

    def use_look(self, window: QWidget, *, senior: bool, contrast: bool) -> None:
        """Use this text size and these colours, in sizes that fit the window, for what is built from now on."""
        dpi = theme.real_dpi(window.screen())
        unit = theme.kiosk_unit(window.width(), window.height(), dpi)
        motion = self._motion and self.preset.motion
        theme.use(theme.Theme(unit=unit, senior=senior, contrast=contrast, dpi=dpi, motion=motion))

    def speak(self, language: str) -> None:
        self._translation.speak(language)

    @property
    def other_language(self) -> str:
        """The language the button changes to."""
        return ENGLISH if self._translation.language == CHINESE else CHINESE

    @property
    def has_customer_look(self) -> bool:
        """Whether a customer has changed text size or colours."""
        return theme.current().senior is not self.preset.senior or theme.current().contrast

    @property
    def is_changed(self) -> bool:
        """Whether a customer has changed text size, colours or language."""
        return self.has_customer_look or self._translation.language != self.preset.language

    def play_click(self, now: int) -> None:
        """Play the click of a touch, except in the quiet hours; `now` is the hall's time in ms."""
        if self._sound and self.preset.click and not self.preset.is_quiet(now):
            sound.Taps.play(self.preset.click)

    def play_thanks(self) -> None:
        """Play the sound for a stored card."""
        if self._sound and self.preset.sound:
            sound.play()
