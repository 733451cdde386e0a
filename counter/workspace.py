"""What one signed-in person sees: bar, navigation, pages. It is kept behind the lock, with whatever was being typed."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from counter import navigation, print_size
from counter.due import DueNotice
from counter.hint import Hint
from counter.kit import page_change, personal
from counter.kit.page import AnyPage, Notice, Page, reachable
from counter.kit.page_stack import PageStack
from counter.kit.paused import PausedWatch
from counter.kit.place import Place
from counter.kit.words import HELP, LARGE, NEW, Button, Text, say
from counter.navigation_entry import Entry, key_of
from counter.overruns import Overruns
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain.actor import Actor
from shared.domain.roles import Act, may
from shared.people import actions as people
from shared.people import words
from shared.qt import theme
from shared.qt.boxes import column, fill
from shared.qt.elided import Elided
from shared.qt.sync_badge import SyncBadge
from shared.qt.tips import plain
from shared.qt.widgets import Avatar, Symbol

_INQUIRIES, _HOME = "inquiries", "home"
_ON = QT_TRANSLATE_NOOP("Counter", "上岗")
_OFF = QT_TRANSLATE_NOOP("Counter", "离岗")


class _ShortButton(Button):
    """Shows one part of what it says, the rest in its tooltip: the bar of a small screen has no room for more."""

    def _write(self) -> None:
        super()._write()
        self.setText(self._short())
        self.setShortcut(QKeySequence(self._keys))  # `setText` takes it away
        self.setToolTip(plain(f"{self.words}  {self.keys}"))

    def _short(self) -> str:
        return self.words


class _HelpButton(_ShortButton):
    def _short(self) -> str:
        return f"? {self.keys}"


class _PictureButton(_ShortButton):
    def _short(self) -> str:
        return ""


class Workspace(QWidget):
    """Emits `lock` when the person leaves, `switch_language` for the other language, `switch_print` for 大字."""

    lock = Signal()
    switch_language = Signal()
    switch_print = Signal()

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__()
        self.session, self.actor = session, actor
        self.unit = theme.current().unit
        """Of the print it was built in."""
        self._kinds = navigation.pages_of(actor.role)
        self.places = tuple(page.place for page in self._kinds)
        self.pages: dict[str, AnyPage] = {}
        self.typed: dict[str, list[str]] = {}
        """By page, what stood in its fields before it was built anew in another print."""
        self.stack = PageStack()
        self.notice, self.overrun, self.hint = Notice(), Notice(), Hint()
        self.sync = SyncBadge()
        self.duty = Button(_ON, shortcut="Ctrl+D")
        self._paused = Text(tone="warn")
        self._paused.setProperty("look", "chip")
        self._paused.hide()
        self._who, self._hall = Elided("soft"), Elided("soft")
        self._entries = QButtonGroup(self)
        self._new_inquiry = QShortcut(QKeySequence(NEW), self, self.open_inquiry)
        self._build()
        self._watch()
        self._wanted = ""

    def _build(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._bar())
        below = QHBoxLayout()
        below.setSpacing(0)
        navigation = reachable(self._navigation())
        navigation.setFixedWidth(theme.current().px("nav"))
        below.addWidget(navigation)
        below.addLayout(self._right(), 1)
        box.addLayout(below, 1)

    def _watch(self) -> None:
        """From now on follow what changes."""
        session, actor = self.session, self.actor
        session.changed.connect(self.write_texts)
        session.changed.connect(self._count)
        session.minute.connect(self._count)
        self._count()
        self._tell_on_desktop()
        if may(actor.role, Act.SERVE):
            self.paused = PausedWatch(session, actor, self)
            self.paused.ticked.connect(self._show_paused)
            self.due = DueNotice(session, actor, self.notice)
            self.due.refresh()
        if may(actor.role, Act.SIGN_DAY):
            self.overruns = Overruns(session, actor.hall, self.overrun)
        self.write_texts()

    def _tell_on_desktop(self) -> None:
        """Made now that somebody has signed in: no first picture waits for it."""
        from counter.tray import TrayNotices

        self.tray = TrayNotices(self.session, self.actor, self._kinds, self)
        self.tray.asked.connect(self._come_to)

    def _come_to(self, key: str) -> None:
        """Bring up the window with this page: behind the lock once the same person has signed in."""
        top = self.window()
        top.setWindowState(top.windowState() & ~Qt.WindowState.WindowMinimized)
        top.show()
        top.activateWindow()
        if self.session.actor != self.actor:
            self._wanted = key
        elif QApplication.activeModalWidget() is None:  # a question is answered first
            self.open(key)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        wanted, self._wanted = self._wanted, ""
        if wanted:
            QTimer.singleShot(0, self, lambda: self._come_to(wanted))  # a dialog from before the lock comes first

    def open_first(self) -> None:
        """Whoever has just signed in begins with the first page, unless they were quicker and chose another."""
        if not self.pages:
            wanted = self.session.first_page
            self.open(wanted if any(place.key == wanted for place in self.places) else self.places[0].key)

    def open(self, key: str) -> AnyPage:
        """Open the page with this key, at the `part` of `key#part`. Built when it is first opened: 5 to 45 ms."""
        key, _, part = key.partition("#")
        number = [place.key for place in self.places].index(key)
        if key not in self.pages:
            self.pages[key] = self._kinds[number](self.session, self.actor)
            self.pages[key].asked.connect(self.open)
            self.stack.addWidget(self.pages[key])
            print_size.type_again(self.pages[key], self.typed.pop(key, []))
        page = self.pages[key]
        self._entries.button(number).setChecked(True)
        self.stack.open(page)
        page_change.note()
        self._new_inquiry.setEnabled(may(self.actor.role, Act.SERVE) and key != _INQUIRIES)  # which has its own
        page.take_focus()
        self.show_hint()
        if part:
            page.show_part(part)
        return page

    @property
    def shown(self) -> str:
        """The key of the open page; "" before the first."""
        page = self.stack.currentWidget()
        return page.place.key if isinstance(page, Page) else ""

    def show_hint(self) -> None:
        """What the open page is for, the first time somebody opens it."""
        page = self.stack.currentWidget()
        if isinstance(page, Page):
            self.hint.show_for(page.place.key)

    def open_help(self) -> None:
        """F1: what the open page is for, its rules and keys."""
        from counter.kit.help import open_help  # late: nobody needs it to begin work

        page = self.stack.currentWidget()
        if isinstance(page, Page):
            open_help(page)

    def open_inquiry(self) -> None:
        """A new ticket over whatever page is open: the telephone does not wait for another page."""
        from counter.staff.inquiry_form import open_form

        page = self.stack.currentWidget()
        if isinstance(page, Page):
            open_form(page)

    def write_texts(self) -> None:
        """Write anew who is here and where."""
        here = self.session.here
        person = here.people.get(self.actor.number)
        hall = here.hall.name if here.hall else ""
        self._hall.setText(hall)
        self._hall.setToolTip(plain(hall))
        at = self.tr("{window}号窗口").format(window=person.window) if person and person.window else ""
        state = self.tr("在岗") if person and person.on_duty else self.tr("未上岗")
        who = " · ".join(filter(None, (words.role(self.actor.role), at, at and state)))
        self._who.setText(who)
        self._who.setToolTip(plain(who))
        self.duty.change(_OFF if person and person.on_duty else _ON)
        self.duty.setVisible(bool(person) and may(self.actor.role, Act.SERVE))

    def _count(self) -> None:
        """What waits on each page, into the navigation."""
        kinds, actor, now = self._kinds, self.actor, self.session.now()

        def read(store: Store) -> list[tuple[int, bool]]:
            return [(kind.to_do(store, actor, now), kind.appointed(store, actor, now)) for kind in kinds]

        self.session.read(self, read, self._show_counts)

    def _show_counts(self, counts: list[tuple[int, bool]]) -> None:
        for number, (count, appointed) in enumerate(counts):
            if self.places[number].key != _HOME:
                self._entry_at(number).note(str(count) if count else "")
            self._entry_at(number).setVisible(appointed)

    def _show_paused(self) -> None:
        """In the bar above and at the page where the pause ends: whichever page is open."""
        left = self.paused.left
        self._paused.setText(self.tr("暂停服务中 {left}").format(left=left))
        self._paused.setVisible(bool(left))
        for number, place in enumerate(self.places):
            if place.key == _HOME:
                self._entry_at(number).note(left)

    def _entry_at(self, number: int) -> "Entry":
        entry = self._entries.button(number)
        assert isinstance(entry, Entry)
        return entry

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            QTimer.singleShot(0, self, self.write_texts)
        super().changeEvent(event)

    def _right(self) -> QVBoxLayout:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        told, room = column(self.overrun, self.notice, self.hint), theme.current().px("room")
        told.setContentsMargins(room, theme.current().px("gap"), room, 0)
        right.addLayout(told)
        right.addWidget(reachable(self.stack), 1)
        return right

    def _bar(self) -> QWidget:
        bar = QWidget()
        bar.setObjectName("bar")
        bar.setFixedHeight(theme.current().px("bar"))
        box = QHBoxLayout(bar)
        room = theme.current().px("room")
        box.setContentsMargins(room, 0, room, 0)
        box.setSpacing(theme.current().px("small"))
        size = theme.current().px("title")
        name = Text(style="strong")
        name.setText(self.actor.name)
        person = self.session.here.people.get(self.actor.number)
        photo = person.photo if person else None
        face = Avatar(self.actor.name, photo, theme.current().px("wide"), self.actor.number)
        brand = Text("" if personal.current().large else QT_TRANSLATE_NOOP("Counter", "暖窗"), "strong")
        fill(box, Symbol("logo", size), brand, self._hall, self.sync, face, name, self._who, self._paused)
        for cut in (self._hall, self._who):
            box.setStretchFactor(cut, 1)  # a long name is cut, so that the buttons stay on the screen
        for button in self._buttons():
            box.addWidget(button)
        return bar

    def _buttons(self) -> tuple[Button, ...]:
        short = _PictureButton if personal.current().large else _ShortButton
        language = short(QT_TRANSLATE_NOOP("Counter", "English"), "quiet", "language", "Ctrl+E")
        language.clicked.connect(self.switch_language)
        help_ = _HelpButton(QT_TRANSLATE_NOOP("Counter", "帮助"), "quiet", shortcut=HELP)
        help_.clicked.connect(self.open_help)
        large = _PictureButton(QT_TRANSLATE_NOOP("Counter", "大字 / 标准字"), "quiet", "senior", LARGE)
        large.clicked.connect(self._switch_print)
        leave = Button(QT_TRANSLATE_NOOP("Counter", "锁屏换人"), "quiet", "lock", "Ctrl+L")
        leave.clicked.connect(self.lock)
        self.duty.clicked.connect(self._change_duty)
        return self.duty, help_, large, language, leave

    def _switch_print(self) -> None:
        """Pages are built anew in the other print; not while somebody writes on one."""
        if print_size.holds_words(self):
            self.notice.say(say(_WRITING), "warn")
        else:
            self.switch_print.emit()

    def _navigation(self) -> QWidget:
        side = QWidget()
        side.setObjectName("nav")
        box = QVBoxLayout(side)
        small = theme.current().px("small")
        box.setContentsMargins(small, theme.current().px("gap"), small, small)
        box.setSpacing(theme.current().px("hair"))  # a supervisor has eighteen pages
        theme_above = None
        for number, place in enumerate(self.places):
            if navigation.by_theme(self.actor.role) and place.theme not in (None, theme_above):
                theme_above = place.theme
                box.addWidget(Text(place.theme.title if place.theme is not None else "", "caption"))
            box.addWidget(self._entry(number, place))
        box.addStretch(1)
        return side

    def _entry(self, number: int, place: Place) -> Button:
        entry = Entry(place, key_of(number))
        entry.setCheckable(True)
        entry.clicked.connect(lambda: self.open(place.key))
        if self._kinds[number].by_appointment:
            entry.hide()  # until the journal says so; shown without a parent it would be a window of its own
        self._entries.addButton(entry, number)
        return entry

    def _change_duty(self) -> None:
        person, page = self.session.here.people[self.actor.number], self.stack.currentWidget()
        if not person.window and not person.on_duty and isinstance(page, Page):
            from counter.kit import sign_on

            sign_on.ask(page, person, lambda: self.notice.say(say(_NOW_ON)))
            return
        on, now = not person.on_duty, self.session.now()
        self.session.act(
            self,
            lambda store: people.set_duty(store, self.actor, self.actor.number, on, now=now),
            lambda _: self.notice.say(say(_NOW_ON if on else _NOW_OFF)),
            lambda text: self.notice.say(text, "warn"),
        )


_WRITING = QT_TRANSLATE_NOOP("Counter", "有一页上的字还没有保存。请先保存或清空，再换字号。")
_NOW_ON = QT_TRANSLATE_NOOP("Counter", "您已上岗，用户可以在自助屏上看到您。")
_NOW_OFF = QT_TRANSLATE_NOOP("Counter", "您已离岗。")
