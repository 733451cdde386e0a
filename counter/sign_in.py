"""The sign-in screen: staff number or badge, then the PIN."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter import change_pin
from counter.kit.countdown import LockedCountdown
from counter.kit.dialog import Dialog
from counter.kit.notice import Notice
from counter.kit.panel import Panel
from counter.kit.words import Button, Text, TextField, say
from counter.person_tile import PersonTile
from counter.pin_field import PinField
from counter.session import CounterSession
from counter.store_type import Store
from counter.supervisor.running_pauses import RunningPauses
from shared.device import codes
from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.people import actions as people
from shared.people.policy import PinsPolicy
from shared.people.views import Person
from shared.practice.pauses import views as pauses
from shared.practice.pauses.views import Pause
from shared.qt import theme
from shared.qt.boxes import row, together
from shared.qt.scanned_keys import ScannedKeys
from shared.qt.sync_badge import SyncBadge
from shared.qt.widgets import Symbol, clear

_TITLE = QT_TRANSLATE_NOOP("Counter", "暖窗 · 窗口工作台")
_NUMBER = QT_TRANSLATE_NOOP("Counter", "工号（或刷工牌）")
_NOBODY = QT_TRANSLATE_NOOP("Counter", "还没有员工名单。请用 warm-window import staff 导入。")
_OTHER = QT_TRANSLATE_NOOP("Counter", "换人")
_NO_HALL = QT_TRANSLATE_NOOP("Counter", "还没有设置大厅。请运行 warm-window init。")
_WAIT = QT_TRANSLATE_NOOP("Counter", "正在打开…")
_SORTING = QT_TRANSLATE_NOOP("Counter", "升级后正在整理数据，请稍等：{percent}%")


class SignIn(QWidget):
    """Emits `coming(number)`, `signed_in(actor)` or `switch_language`. The last people here have tiles with a shortcut.

    The last person is preselected, with the cursor in the PIN: with an empty number field people typed their PIN into
    it, in clear.
    """

    coming = Signal(str)
    """Somebody is about to sign in: their number as far as it is typed; nobody has checked it."""
    signed_in = Signal(object)
    switch_language = Signal()
    _RECENT_PEOPLE = 4

    def __init__(self, session: CounterSession) -> None:
        super().__init__()
        self.session = session
        self._recent: list[str] = []
        self._tiles: list[tuple[str, str, bytes | None]] = []
        self._missing_shown = ""
        self.number, self.pin = TextField(_NUMBER), PinField()
        self.who, self.other = Text(style="lead"), Button(_OTHER, "quiet", shortcut="Esc")
        self.notice, self.away, self.live = Notice(), LockedCountdown(session), RunningPauses(session)
        self.sync = SyncBadge()
        """A new PC has no staff until its first sync: its progress shows here."""
        self._hall = Text(style="soft", wrap=True)
        self._people = QHBoxLayout()
        self.enter = Button(QT_TRANSLATE_NOOP("Counter", "登录"), "primary")
        self.change = Button(change_pin.CHANGE, "quiet")
        self._badges = ScannedKeys(self, alone=False)
        self._badges.scanned.connect(self._on_badge)
        self._prepare_fields()
        self._place(self._make_panel())
        session.changed.connect(self._show_people)
        session.background.opening.connect(self._show_opening)
        session.changed.connect(self._read_pauses)

    def _prepare_fields(self) -> None:
        self.number.setProperty("look", "big")
        # A Chinese input method would convert SY-001 and badges.
        self.number.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.pin.setProperty("look", "big")
        self.pin.other.connect(self._ask_number)
        self.other.clicked.connect(lambda: self._ask_number(""))
        self.number.returnPressed.connect(self._number_entered)
        self.number.textEdited.connect(self.coming)
        self.pin.returnPressed.connect(self._submit)
        self.pin.textEdited.connect(self._pin_edited)
        self.enter.clicked.connect(self._submit)
        self.change.clicked.connect(lambda: change_pin.ask(self, self.session, self.number.text(), self._pin_changed))

    def _make_panel(self) -> Panel:
        panel, now = Panel(), theme.current()
        panel.setMinimumWidth(now.px("form"))  # in large print it grows with its title
        panel.box.setContentsMargins(*[now.px("wide")] * 4)
        panel.box.setSpacing(now.px("gap"))
        language = Button(QT_TRANSLATE_NOOP("Counter", "English"), "quiet", "language", "Ctrl+E")
        language.clicked.connect(self.switch_language)
        panel.box.addLayout(row(Symbol("logo", now.px("logo")), Text(_TITLE, "title"), None))
        panel.box.addWidget(self._hall)
        panel.box.addSpacing(now.px("gap"))
        panel.box.addLayout(self._people)
        panel.box.addLayout(row(self.who, None, self.other))
        for field in (self.live, self.number, self.pin, self.enter, self.notice):
            panel.box.addWidget(field)
        panel.box.addLayout(row(self.sync, None, self.change, language))
        return panel

    def _place(self, panel: Panel) -> None:
        """The panel in the middle of the right half; at the left the countdown of a pause, if there is one."""
        middle = QVBoxLayout()
        middle.addStretch(2)
        middle.addWidget(panel, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addStretch(3)
        side = theme.current().px("wide")
        both = row(self.away)
        both.addLayout(middle)
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        both.setContentsMargins(side, side, side, side)
        self.setLayout(both)

    def welcome(self) -> None:
        """Preselect the last person and put the cursor into the PIN; before the first sign-in, into the number."""
        self.notice.hide()
        self._missing_shown = ""
        self._choose(self._last_person())
        self._show_people()
        self._read_pauses()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._badges.listen(self)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop the countdown: after sign-in the first page shows it."""
        super().hideEvent(event)
        self._badges.stop_listening()
        self.away.show_pause(None)

    def remember(self, number: str) -> None:
        """Put this person first among the tiles."""
        self._recent = [number, *(n for n in self._recent if n != number)][: self._RECENT_PEOPLE]

    def _show_opening(self, percent: int) -> None:
        """Show the progress of rebuilding the tables after an upgrade: seconds for a year's events."""
        self._hall.setText(say(_SORTING).format(percent=percent))

    def _show_people(self) -> None:
        hall = self.session.here.hall
        self._hall.setText(f"{hall.branch} · {hall.name}" if hall else say(_NO_HALL if self.session.loaded else _WAIT))
        self._show_missing()
        if self.isVisible():
            self._show_tiles([p for number in self._recent if (p := self.session.here.people.get(number))])
            self._show_who()

    def _show_missing(self) -> None:
        """Say what must be set up before anybody can sign in: the hall or the staff list."""
        missing = say(_NO_HALL) if self.session.here.hall is None else "" if self.session.here.people else say(_NOBODY)
        missing = missing if self.session.loaded else ""
        if missing:
            self.notice.say(missing, "warn", 0)
        elif self._missing_shown:
            self.notice.hide()
        self._missing_shown = missing

    def _last_person(self) -> str:
        return next((number for number in self._recent if number in self.session.here.people), "")

    def _show_who(self) -> None:
        """Show either the chosen person or the field for a staff number."""
        person = self.session.here.people.get(self.number.text()) if self.pin.preselected else None
        self.who.setText(f"{person.name} {person.number}" if person else "")
        for part, shown in ((self.who, bool(person)), (self.other, bool(person)), (self.number, not person)):
            part.setVisible(shown)

    def _ask_number(self, typed: str) -> None:
        """Ask for another person's number, beginning with `typed`: 换人, or a letter was typed into the PIN."""
        self.pin.preselected = False
        self.pin.clear()
        self.number.setText(typed)
        self._show_who()
        self.number.setFocus()

    def _show_tiles(self, recent: list[Person]) -> None:
        """Rebuilt only when the people differ: a tile takes 1 to 2 ms, and this runs at every change."""
        wanted = [(person.number, person.name, person.photo) for person in recent]
        if wanted != self._tiles:
            self._tiles = wanted
            clear(self._people)
            tiles = [self._tile(place, p.name, p.photo, p.number) for place, p in enumerate(recent, start=1)]
            self._people.addWidget(together(row(*tiles)))

    def _read_pauses(self) -> None:
        """Show a pause that was begun at this PC as a large countdown."""
        hall, now = self.session.here.hall, self.session.now()
        if hall is not None and self.isVisible():
            self.session.read(self, lambda store: pauses.running(store, hall.code, now), self._show_pauses)

    def _show_pauses(self, running: tuple[Pause, ...]) -> None:
        here = tuple(pause for pause in running if pause.id in self.session.pause_starts)
        self.away.show_pause(here[0] if here else None)
        self.live.show_pauses(here[1:])

    def _tile(self, place: int, name: str, photo: bytes | None, number: str) -> Button:
        tile = PersonTile(name, photo, number, f"Alt+{place}")
        tile.clicked.connect(lambda: self._choose(number))
        return tile

    def _choose(self, number: str) -> None:
        self._ask_number(number)
        self.pin.preselected = bool(number)
        self._show_who()
        if number:
            self.pin.setFocus()
            self.coming.emit(number)

    def _pin_changed(self, number: str) -> None:
        self._choose(number)
        self.notice.say(say(change_pin.DONE), "good", 0)

    def _on_badge(self, text: str) -> None:
        if asked := self.findChild(Dialog):  # the badge is meant for the open dialog
            self.session.read(asked, self._parser(text), partial(change_pin.fill_from_badge, asked))
            return
        self._ask_number(text)
        self._number_entered()

    def _parser(self, text: str) -> Callable[[Store], codes.Code | codes.Unreadable]:
        return lambda store: codes.parse(text, codes.key(store.folder))

    def _number_entered(self) -> None:
        """A number was typed or a badge scanned: resolve it and ask for the PIN."""
        scanned = self.number.text().strip()
        self.pin.setFocus()
        self.session.read(self, self._parser(scanned), self._use_badge)

    def _use_badge(self, code: codes.Code | codes.Unreadable) -> None:
        if isinstance(code, codes.Badge):
            self.number.setText(code.staff)
        self.coming.emit(self.number.text().strip())

    def _pin_edited(self, text: str) -> None:
        if len(text) == self.session.here.policy[PinsPolicy].digits:
            self._submit()

    def _submit(self) -> None:
        number, pin = self.number.text().strip(), self.pin.text()
        if not (number and pin and self.enter.isEnabled()):
            (self.pin if number else self.number).setFocus()
            return
        self.enter.setEnabled(False)
        now, steady = self.session.now(), self.session.clock.steady()

        def check(store: Store) -> Actor | Refusal:
            return people.sign_in(store, number, pin, now=now, program="counter", steady=steady)

        self.session.act(self, check, self._on_signed_in, self._refused)

    def _on_signed_in(self, actor: Actor) -> None:
        self.enter.setEnabled(True)
        self.pin.clear()
        self.remember(actor.number)
        self._badges.stop_listening()
        self.signed_in.emit(actor)

    def _refused(self, text: str) -> None:
        self.enter.setEnabled(True)
        self.pin.clear()
        self.pin.setFocus()
        self.notice.say(text, "warn", 0)
