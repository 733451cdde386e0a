"""Buttons of both apps, for fingers: an accidental second tap is ignored; sizes are tokens."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QElapsedTimer, QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from shared.qt import icons, theme

_Drawing = tuple[str, int, tuple[str, str], str, float, int]
_INKS = {
    "primary": "on_accent",
    "giant": "on_accent",
    "help": "on_help",
    "danger": "bad",
    "quiet": "ink_soft",
    "off": "off",
}
_DEBOUNCE_MS = 500  # until `set_debounce` is called with policy.kiosk.debounce_seconds


class Debounce:
    """The time within which a second press of the same button is ignored as accidental. One per process."""

    milliseconds = _DEBOUNCE_MS


class Feedback:
    """The callback for each accepted touch of a button, None by default. One per process."""

    touched: Callable[[], None] | None = None


def set_feedback(touched: Callable[[], None] | None) -> None:
    Feedback.touched = touched


def set_debounce(seconds: float) -> None:
    Debounce.milliseconds = round(seconds * 1000)


def draw_ahead(names: Iterable[str], look: str, ratio: float) -> None:
    """Draw icons of worded buttons into the cache: 0.4 ms each, which a page then does not spend."""
    for name in names:
        icons.icon(*_drawing(name, look, True, ratio))


def _drawing(name: str, look: str, worded: bool, ratio: float) -> _Drawing:
    """The arguments of `icons.icon`."""
    now, size = theme.current(), theme.current().px("title")
    inks = (now.ink(_INKS.get(look, "ink")), now.ink("off"))
    gap = now.px("small") if worded else 0  # Qt's own gap is four pixels on any screen
    return name, size, inks, now.ink("surface"), ratio, gap


class TouchButton(QPushButton):
    """A push button of at least the touch size; a second press within the debounce time is ignored.

    `look`: "", primary, help, danger, quiet, chip, key, card (base.qss).
    """

    def __init__(self, text: str = "", look: str = "", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("look", look)
        self._icon = icon
        self._drawn: _Drawing | None = None
        self._since = QElapsedTimer()
        self._expected = False  # whether a check changes by a press or by the program
        self.setAutoDefault(False)
        self._draw_icon()

    def tall(self) -> "TouchButton":
        """Make it as high as the main button of a page; returns itself."""
        self.setProperty("tall", True)
        return self

    def setText(self, text: str) -> None:
        changes_gap = bool(text) != bool(self.text())
        super().setText(text)
        if changes_gap:
            self._draw_icon()

    def hitButton(self, pos: object) -> bool:
        return not self._too_soon() and super().hitButton(pos)  # type: ignore[arg-type]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, as Space does: whoever uses a keyboard expects both."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not (event.isAutoRepeat() or self._too_soon()):
            self.click()

    def nextCheckState(self) -> None:
        self._since.start()
        if Feedback.touched is not None:
            Feedback.touched()
        self._expected = True
        super().nextCheckState()
        self._expected = False

    def setCheckable(self, checkable: bool) -> None:
        super().setCheckable(checkable)
        self.toggled.connect(self._on_toggled)

    def setChecked(self, checked: bool) -> None:
        self._expected = True
        super().setChecked(checked)
        self._expected = False

    def _on_toggled(self, checked: bool) -> None:
        """A screen reader toggles a checkable button and clicks nothing: act as upon a press."""
        group = self.group()
        gives_way = not checked and group is not None and group.exclusive()
        if not (self._expected or gives_way):
            self.clicked.emit()

    def changeEvent(self, event: QEvent) -> None:
        if self._icon and event.type() == QEvent.Type.StyleChange:
            self._draw_icon()
        super().changeEvent(event)

    def _too_soon(self) -> bool:
        return self._since.isValid() and self._since.elapsed() < Debounce.milliseconds

    def _draw_icon(self) -> None:
        if not self._icon:
            return
        look = "off" if self.property("off") else str(self.property("look"))
        drawn = _drawing(self._icon, look, bool(self.text()), self.devicePixelRatioF())
        if drawn != self._drawn:  # Qt sends StyleChange also when a widget is reparented
            self._drawn = drawn
            self.setIcon(icons.icon(*drawn))
            _, size, *_, gap = drawn
            self.setIconSize(QSize(size + gap, size))


class KeyButton(TouchButton):
    """A key of a pad or keyboard: may be pressed twice in a row (138 0000), so no press is ignored.

    A touch does not take the focus; the Tab key can.
    """

    def __init__(self, text: str = "", look: str = "key", icon: str = "") -> None:
        super().__init__(text, look, icon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _too_soon(self) -> bool:
        return False
