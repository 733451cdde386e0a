"""The workspace of a signed-in person: bar, navigation, pages. Kept while locked, with whatever was being typed."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from counter import navigation, text_size
from counter.bar_buttons import HelpButton, IconButton, ShortButton
from counter.due_notice import DueNotice
from counter.hint import Hint
from counter.kit import page_change, personal
from counter.kit.notice import Notice
from counter.kit.page import AnyPage, Page
from counter.kit.page_stack import PageStack
from counter.kit.paused import PausedWatch
from counter.kit.scroll import reachable
from counter.kit.words import HELP, LARGE, NEW, Button, Text, say
from counter.navigation_panel import NavigationPanel
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

_INQUIRIES = "inquiries"
_ON = QT_TRANSLATE_NOOP("Counter", "上岗")
_OFF = QT_TRANSLATE_NOOP("Counter", "离岗")


class Workspace(QWidget):
    """Emits `lock` when the person leaves, `switch_language` for the other language, `switch_text_size` for 大字."""

    lock = Signal()
    switch_language = Signal()
    switch_text_size = Signal()

    def __init__(self, session: CounterSession, actor: Actor, panel: NavigationPanel) -> None:
        super().__init__()
        self.session, self.actor, self.navigation = session, actor, panel
        self.unit = theme.current().unit
        """The theme's unit (text size) that it was built with."""
        self._page_types = navigation.pages_of(actor.role)
        self.places = tuple(page.place for page in self._page_types)
        self.pages: dict[str, AnyPage] = {}
        self.typed: dict[str, text_size.Typed] = {}
        """By page, what stood in its fields before it was built anew in another print."""
        self.first_page = session.first_page
        """The key of the page that is opened first; one that this person does not have stands for the top one."""
        self.stack = PageStack()
        self.notice, self.overrun, self.hint = Notice(), Notice(), Hint()
        self.sync = SyncBadge()
        self.duty = Button(_ON, shortcut="Ctrl+D")
        self._paused = Text(tone="warn")
        self._paused.setProperty("look", "chip")
        self._paused.hide()
        self._who, self._hall = Elided("soft"), Elided("soft")
        panel.chosen.connect(self.open)
        self._side = reachable(None)
        self._new_inquiry = QShortcut(QKeySequence(NEW), self, self.open_inquiry)
        self._build()
        self._connect()
        self._page_after_lock = ""

    def _build(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._bar())
        below = QHBoxLayout()
        below.setSpacing(0)
        self._side.setFixedWidth(theme.current().px("nav"))
        below.addWidget(self._side)
        below.addLayout(self._page_area(), 1)
        box.addLayout(below, 1)

    def place_navigation(self) -> None:
        """Put the navigation in its place, which styles its many entries: 8 ms, in a call after the rest is styled."""
        self._side.setWidget(self.navigation)

    def continue_from(self, before: "Workspace") -> None:
        """Take over what is typed on the pages of the one in another print, and which of them is open."""
        self.typed = before.typed | {key: text_size.typed(page) for key, page in before.pages.items()}
        self.first_page = before.shown or before.first_page

    def _connect(self) -> None:
        """Follow changes of the session: texts, counts, pause, due tickets, overruns."""
        session, actor = self.session, self.actor
        session.changed.connect(self.write_texts)
        session.changed.connect(self._read_counts)
        session.minute.connect(self._read_counts)
        self._read_counts()
        self._start_notifications()
        if may(actor.role, Act.SERVE):
            self.paused = PausedWatch(session, actor, self)
            self.paused.ticked.connect(self._show_paused)
            self.due = DueNotice(session, actor, self.notice)
            self.due.refresh()
        if may(actor.role, Act.SIGN_DAY):
            self.overruns = Overruns(session, actor.hall, self.overrun)
        self.write_texts()

    def _start_notifications(self) -> None:
        """Start desktop notifications; loaded here so that the first frame does not wait for it."""
        from counter.tray import TrayNotices

        self.tray = TrayNotices(self.session, self.actor, self._page_types, self)
        self.tray.asked.connect(self._bring_up)

    def _bring_up(self, key: str) -> None:
        """Bring the window up with this page; while locked, open it once the same person has signed in."""
        top = self.window()
        top.setWindowState(top.windowState() & ~Qt.WindowState.WindowMinimized)
        top.show()
        top.activateWindow()
        if self.session.actor != self.actor:
            self._page_after_lock = key
        elif QApplication.activeModalWidget() is None:  # an open dialog is answered first
            self.open(key)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        wanted, self._page_after_lock = self._page_after_lock, ""
        if wanted:
            QTimer.singleShot(0, self, lambda: self._bring_up(wanted))  # after dialogs that were open before the lock

    def open_first(self) -> None:
        """Open the first page, unless another one was chosen meanwhile."""
        if not self.pages:
            wanted = self.first_page
            self.open(wanted if any(place.key == wanted for place in self.places) else self.places[0].key)

    def open(self, key: str) -> AnyPage:
        """Open the page with this key, at the `part` of `key#part`. Built when it is first opened: 5 to 35 ms."""
        key, _, part = key.partition("#")
        number = [place.key for place in self.places].index(key)
        if key not in self.pages:
            self.pages[key] = self._page_types[number](self.session, self.actor)
            self.pages[key].asked.connect(self.open)
            self.stack.addWidget(self.pages[key])
            if before := self.typed.pop(key, None):
                text_size.type_again(self.pages[key], before)
        page = self.pages[key]
        self._side.ensureWidgetVisible(self.navigation.mark_open(key))
        self.stack.setCurrentWidget(page)
        page_change.note()
        # The page of inquiries has this shortcut itself.
        self._new_inquiry.setEnabled(may(self.actor.role, Act.SERVE) and key != _INQUIRIES)
        page.take_focus()
        self.hint.show_for(key)
        if part:
            page.show_part(part)
        return page

    @property
    def shown(self) -> str:
        """The key of the open page; "" before the first."""
        page = self.stack.currentWidget()
        return page.place.key if isinstance(page, Page) else ""

    def open_help(self) -> None:
        """F1: what the open page is for, its rules and keys."""
        from counter.kit.help import open_help  # late: seldom used

        page = self.stack.currentWidget()
        if isinstance(page, Page):
            open_help(page)

    def open_inquiry(self) -> None:
        """Open a new ticket over whichever page is open, for a call that comes in now."""
        from counter.staff.inquiry_form import open_form

        page = self.stack.currentWidget()
        if isinstance(page, Page):
            open_form(page)

    def write_texts(self) -> None:
        """Write person, post, window and hall into the bar."""
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

    def _read_counts(self) -> None:
        """Count the waiting items of each page for the navigation."""
        page_types, actor, now = self._page_types, self.actor, self.session.now()

        def read(store: Store) -> list[tuple[int, bool]]:
            return [(page.to_do(store, actor, now), page.appointed(store, actor, now)) for page in page_types]

        self.session.read(self, read, self.navigation.show_counts)

    def _show_paused(self) -> None:
        """Show the time left of a pause in the bar and in the navigation, whichever page is open."""
        left = self.paused.left
        self._paused.setText(self.tr("暂停服务中 {left}").format(left=left))
        self._paused.setVisible(bool(left))
        self.navigation.show_pause(left)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            QTimer.singleShot(0, self, self.write_texts)
        super().changeEvent(event)

    def _page_area(self) -> QVBoxLayout:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        notices, room = column(self.overrun, self.notice, self.hint), theme.current().px("room")
        notices.setContentsMargins(room, theme.current().px("gap"), room, 0)
        right.addLayout(notices)
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
            box.setStretchFactor(cut, 1)  # long names are elided so that the buttons stay visible
        for button in self._buttons():
            box.addWidget(button)
        return bar

    def _buttons(self) -> tuple[Button, ...]:
        short = IconButton if personal.current().large else ShortButton
        language = short(QT_TRANSLATE_NOOP("Counter", "English"), "quiet", "language", "Ctrl+E")
        language.clicked.connect(self.switch_language)
        help_ = HelpButton(QT_TRANSLATE_NOOP("Counter", "帮助"), "quiet", shortcut=HELP)
        help_.clicked.connect(self.open_help)
        large = IconButton(QT_TRANSLATE_NOOP("Counter", "大字 / 标准字"), "quiet", "senior", LARGE)
        large.clicked.connect(self._switch_text_size)
        lock = Button(QT_TRANSLATE_NOOP("Counter", "锁屏换人"), "quiet", "lock", "Ctrl+L")
        lock.clicked.connect(self.lock)
        self.duty.clicked.connect(self._change_duty)
        return self.duty, help_, large, language, lock

    def _switch_text_size(self) -> None:
        """Rebuild the pages in the other text size, unless one holds unsaved text."""
        if text_size.has_unsaved_text(self):
            self.notice.say(say(_WRITING), "warn")
        else:
            self.switch_text_size.emit()

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
