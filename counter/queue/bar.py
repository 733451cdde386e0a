"""The queue as a small bar above all other windows, so that the billing system keeps the rest of the screen."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QMouseEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from counter.kit.choice import refill
from counter.kit.elided_choice import ElidedChoice
from counter.kit.words import Text, named, say_names
from counter.queue.buttons import DIGITS, BarButton, QueueButtons, service_name
from counter.queue.control import QueueControl
from counter.session import CounterSession
from shared.qt import theme
from shared.qt.boxes import fill, row
from shared.qt.tips import plain
from shared.qt.widgets import Symbol, label, set_property

_NOTICE_MS = 6000
_GIVEN = QT_TRANSLATE_NOOP("Counter", "实际办理的业务")
_ASIDE = QT_TRANSLATE_NOOP("Counter", "挂起与过号")
_NOTICE_LINES = 2


class QueueBar(QWidget):
    """Emits `returned` when the person goes back to the main window. Can be dragged by any place without a button."""

    returned = Signal()

    def __init__(self, session: CounterSession, control: QueueControl) -> None:
        flags = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(None, flags)  # a window with a parent would be minimized together with it
        self.setObjectName("callbar")
        theme.style_window(self)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.control, self.buttons = control, QueueButtons(control, small=True)
        self.number, self.notice = Text(style="title", tone="accent"), label(style="caption")
        self.given, self.aside = ElidedChoice("narrow"), ElidedChoice("narrowest")
        self.back = BarButton(QT_TRANSLATE_NOOP("Counter", "返回"), "bar", shortcut="F12")
        self._free, self._serving = QWidget(), QWidget()
        self._work, self._locked = QWidget(), Text(QT_TRANSLATE_NOOP("Counter", "已锁屏，请返回登录"), "strong")
        self._drag_offset: QPoint | None = None
        self._placed = False
        self._notice_timer = QTimer(self, singleShot=True, interval=_NOTICE_MS)
        self._notice_timer.timeout.connect(self._show_waiting)
        self._notice_timer.timeout.connect(lambda: self._set_urgent(False))
        self.session = session
        self._build()
        self._build_work()
        self._build_frame()
        control.shown.connect(self.show_state)
        control.notified.connect(self.say)
        control.paused.ticked.connect(self._tick)
        session.locked.connect(self._update_locked)
        session.changed.connect(self._update_locked)

    def open_for(self, window: QWidget) -> None:
        """Show the bar at the top of the screen of `window`; later where it was dragged to."""
        self._update()
        self.adjustSize()
        if not self._placed:
            free = window.screen().availableGeometry()
            self.move(free.center().x() - self.width() // 2, free.top() + theme.current().px("gap"))
            self._placed = True
        self.show()
        self.activateWindow()
        self.buttons.call.setFocus()

    def say(self, text: str, tone: str) -> None:
        """Show a message for some seconds in place of the number of waiting customers."""
        self._set_notice(text, tone)
        self._notice_timer.start()
        self._set_urgent(tone == "warn")

    def stop(self) -> None:
        """Stop the timer: page and control are destroyed before this window, which has no parent."""
        self._notice_timer.stop()

    def show_state(self) -> None:
        """Show the control's state, if the bar is visible."""
        if self.isVisible():
            self._update()

    def _update(self) -> None:
        state = self.control.state
        self.number.setText(state.serving.label if state.serving else "—")
        services = {code: f"{digit} {service_name(code)}" for digit, code in DIGITS.items()}
        given = self.control.given
        refill(self.given, services if given in ("", *services) else services | {given: service_name(given)})
        self.given.setCurrentIndex(self.given.findData(given) if state.serving else -1)
        self.given.setEnabled(state.serving is not None)
        refill(self.aside, {number.id: number.label for number in state.aside})
        for part in (self.aside, self.buttons.take_back):
            part.setVisible(bool(state.aside))
        self._show_side(self._serving if state.serving else self._free)
        if not self._notice_timer.isActive():
            self._show_waiting()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        handle = self.windowHandle()
        if event.button() == Qt.MouseButton.LeftButton and not (handle and handle.startSystemMove()):
            self._drag_offset = event.globalPosition().toPoint() - self.pos()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag_offset is not None:
            self.move(event.globalPosition().toPoint() - self._drag_offset)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._drag_offset = None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.session.bar_shown.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.session.bar_shown.emit(False)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            say_names(self)
            QTimer.singleShot(0, self, self.show_state)
        super().changeEvent(event)

    def _build(self) -> None:
        named(self.given, _GIVEN)
        named(self.aside, _ASIDE)
        self.given.activated.connect(lambda _: self.control.choose(self.given.currentData()))
        self.buttons.take_back.clicked.connect(self._take_back)
        self.back.clicked.connect(self._return)
        for digit, code in DIGITS.items():
            QShortcut(QKeySequence(digit), self._work, lambda code=code: self.control.choose(code))
        self.number.setFixedWidth(theme.current().px("vast") + theme.current().px("room"))
        self.number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.notice.setMinimumWidth(theme.current().px("said"))
        self.notice.setMaximumHeight(_NOTICE_LINES * self.notice.fontMetrics().lineSpacing())
        self._locked.hide()

    def _build_work(self) -> None:
        """Build the two groups of which one is shown: steps of a free window, and steps with a customer."""
        buttons = self.buttons
        given = (self.given, buttons.done, buttons.again, buttons.hold, buttons.no_show)
        for side, parts in (
            (self._free, (buttons.call, self.aside, buttons.take_back)),
            (self._serving, given),
        ):
            side.setLayout(_without_margins(row(*parts, spacing="small")))
        work = _without_margins(row(self.number, self._free, self._serving, buttons.undo, spacing="small"))
        buttons.instead = self.notice
        work.addWidget(self.notice, 1)
        self._work.setLayout(work)

    def _build_frame(self) -> None:
        small, logo = theme.current().px("small"), Symbol("logo", theme.current().px("title"))
        box = QHBoxLayout(self)
        box.setContentsMargins(small, small, small, small)
        box.setSpacing(small)
        box.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        fill(box, logo, self._locked, self._work, self.back)

    def _show_side(self, side: QWidget) -> None:
        """Show one of the two groups and move the focus into it."""
        was_hidden = side.isHidden()
        self._free.setVisible(side is self._free)
        self._serving.setVisible(side is self._serving)
        self._keep_width()
        if was_hidden:
            (self.buttons.call if side is self._free else self.given).setFocus()

    def _keep_width(self) -> None:
        """Keep the width of the group with a customer, so that buttons do not move; the notice takes the rest."""
        gap = theme.current().px("small")
        for part in self._serving.findChildren(QWidget):
            part.ensurePolished()  # a widget never shown has no style yet, and another size hint
        parts = (self.number.minimumWidth(), self._serving.sizeHint().width(), self.notice.minimumWidth())
        self._work.setFixedWidth(sum(parts) + 2 * gap)

    def _update_locked(self) -> None:
        """While locked show only that; the bar stays visible and takes no focus from other programs."""
        locked = self.session.actor != self.control.actor
        self._work.setVisible(not locked)
        self._locked.setVisible(locked)

    def _set_urgent(self, urgent: bool) -> None:
        """Let an urgent message take the place of the undo button."""
        self.buttons.urgent = urgent
        self.buttons.show()

    def _show_waiting(self) -> None:
        left = self.control.paused.left
        if left:
            self._set_notice(self.tr("暂停中 {left}").format(left=left), "warn")
        else:
            self._set_notice(self.tr("等候 {n} 位").format(n=len(self.control.state.waiting)), "")

    def _tick(self) -> None:
        if self.isVisible() and not self._notice_timer.isActive():
            self._show_waiting()

    def _set_notice(self, text: str, tone: str) -> None:
        self.notice.setText(text)
        self.notice.setToolTip(plain(text))
        set_property(self.notice, "tone", tone)

    def _take_back(self) -> None:
        wanted = self.aside.currentData()
        number = next((number for number in self.control.state.aside if number.id == wanted), None)
        if number is not None:
            self.control.take_back(number)

    def _return(self) -> None:
        self.hide()
        self.returned.emit()


def _without_margins(box: QHBoxLayout) -> QHBoxLayout:
    box.setContentsMargins(0, 0, 0, 0)
    return box
