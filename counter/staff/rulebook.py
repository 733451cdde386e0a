"""购气窗口管理制度: read chapter by chapter and acknowledged; who leads sees who has not read; printed as a booklet."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from counter.kit import save_file
from counter.kit.choice import choice
from counter.kit.clock import moment
from counter.kit.page import Page, Panel, scrolling, tab_keys
from counter.kit.place import Group, Place, Theme
from counter.kit.table import Column, Table
from counter.kit.words import SAVE, Button, Text, listed, named, say
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain.actor import Actor
from shared.domain.roles import Act, may
from shared.people import views as people
from shared.people.views import Hall
from shared.practice.rulebook import actions, views
from shared.practice.rulebook.views import Readers, Reading
from shared.practice.rulebook.words import label
from shared.qt.boxes import row

_READ = QT_TRANSLATE_NOOP("Counter", "我已阅读并知晓")
_TABS = (QT_TRANSLATE_NOOP("Counter", "阅读"), QT_TRANSLATE_NOOP("Counter", "谁还没读"))
_HALL = QT_TRANSLATE_NOOP("Counter", "大厅")


@dataclass(frozen=True)
class Book:
    """The chapters for the reader, and for who leads, a hall's readers and the halls to choose from."""

    readings: tuple[Reading, ...]
    readers: tuple[Readers, ...]
    halls: tuple[Hall, ...]
    now: int


class RulebookPage(Page[Book]):
    """The chapters at the left, the words at the right; Ctrl+Return acknowledges and goes on to the next unread one."""

    place = Place("rulebook", QT_TRANSLATE_NOOP("Counter", "管理制度"), "page", None, Group.EVERYBODY, 2, Theme.RULES)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.leads, self.everywhere = may(actor.role, Act.SEE_HALL), may(actor.role, Act.SEE_ALL_HALLS)
        self.table: Table[Reading] = Table(
            QT_TRANSLATE_NOOP("Counter", "管理制度"), self._columns(), key=lambda reading: reading.chapter.code
        )
        self.title, self.words, self.since = Text(style="title", wrap=True), Text(wrap=True), Text(style="soft")
        self.read = Button(_READ, "primary", "check", "Ctrl+Return")
        self.booklet = Button(QT_TRANSLATE_NOOP("Counter", "印成小册（PDF）"), shortcut=SAVE)
        self.readers: Table[Readers] = Table(
            QT_TRANSLATE_NOOP("Counter", "阅读"), self._reader_columns(), key=lambda readers: readers.chapter.code
        )
        self.missing = Text(wrap=True)
        self.hall = choice({})
        self.tabs = QTabWidget()
        self._now = 0
        self._build()

    def _build(self) -> None:
        self._connect()
        self.body.addWidget(self.tabs, 1)
        self.tabs.addTab(self._reading_tab(), "")
        if self.leads:
            self.tabs.addTab(self._readers_tab(), "")
        else:
            self._leave_readers_out()
        tab_keys(self, self.tabs.tabBar())

    def take_focus(self) -> None:
        self.table.setFocus()

    def query(self) -> Callable[[Store], Book]:
        number, hall, now = self.actor.number, self.hall.currentData() or self.actor.hall, self.session.now()
        leads = self.leads

        def read(store: Store) -> Book:
            readers = views.readers(store, hall) if leads else ()
            return Book(views.mine(store, number), readers, people.halls(store), now)

        return read

    def show_data(self, data: Book) -> None:
        self._now = data.now
        due = sum(reading.due for reading in data.readings)
        self.tabs.setTabText(0, f"{say(_TABS[0])} {due}" if due else say(_TABS[0]))
        first = self.table.current() is None
        self.table.show_rows(data.readings)
        if first:  # begin with what is still to be read
            self.table.select(next((each.chapter.code for each in data.readings if each.due), None))
        self._show_chapter(self.table.current())
        if not self.leads:
            return
        if not self.hall.count():
            self.hall.refill({hall.code: hall.name for hall in data.halls})
            self.hall.setCurrentIndex(max(0, self.hall.findData(self.actor.hall)))
        self.tabs.setTabText(1, say(_TABS[1]))
        self.readers.show_rows(data.readers)
        self._show_missing(self.readers.current())

    def _connect(self) -> None:
        self.read.clicked.connect(self._read_it)
        self.booklet.clicked.connect(self._booklet)
        self.table.moved.connect(self._show_chapter)
        self.readers.moved.connect(self._show_missing)
        self.hall.currentIndexChanged.connect(self.refresh)
        self.head.addWidget(self.booklet)

    def _leave_readers_out(self) -> None:
        self.tabs.tabBar().hide()
        self.tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # QTabWidget would pass the focus to its hidden tab bar
        for part in (self.hall, self.readers, self.missing):
            part.hide()
            part.setParent(self)  # not shown to this role; deleted together with the page

    def _reading_tab(self) -> QWidget:
        chapter = Panel()
        inside = QWidget()
        words = QVBoxLayout(inside)
        for part in (self.title, self.since, self.words):
            words.addWidget(part)
        words.addStretch(1)
        chapter.box.addWidget(scrolling(inside), 1)
        chapter.box.addLayout(row(None, self.read))
        both = row(self.table, chapter)
        both.setStretch(0, 2)
        both.setStretch(1, 3)
        tab = QWidget()
        tab.setLayout(both)
        return tab

    def _readers_tab(self) -> QWidget:
        named(self.hall, _HALL)
        if not self.everywhere:  # it has no parent yet: shown now, it would be a window
            self.hall.hide()
        tab = QWidget()
        box = QVBoxLayout(tab)
        box.addLayout(row(self.hall, None))
        box.addWidget(self.readers, 1)
        box.addWidget(self.missing)
        return tab

    def _show_chapter(self, reading: Reading | None) -> None:
        self.read.setEnabled(reading is not None and reading.due)
        chapter = reading.chapter if reading else None
        self.title.setText(chapter.title if chapter else label("empty"))
        self.words.setText(chapter.text if chapter else "")
        version = label("version").format(version=chapter.version) if chapter else ""
        self.since.setText(f"{version} · {moment(chapter.at, self._now)}" if chapter else "")

    def _show_missing(self, readers: Readers | None) -> None:
        names = listed(f"{person.name} {person.number}" for person in readers.unread) if readers else ""
        text = self.tr("还没读：{names}").format(names=names) if names else self.tr("全部已读。")
        self.missing.setText(text if readers else "")

    def _read_it(self) -> None:
        reading, actor, now = self.table.current(), self.actor, self.session.now()
        if reading is None or not reading.due:
            return
        code, version = reading.chapter.code, reading.chapter.version
        self.act(lambda store: actions.read(store, actor, code, version, now=now), lambda _: self._next(reading))

    def _next(self, done: Reading) -> None:
        """On to the next one that is still to be read."""
        self.notice.say(self.tr("已确认阅读：{title}").format(title=done.chapter.title))
        due = next((each for each in self.table.rows.rows if each.due and each != done), None)
        if due is not None:
            self.table.select(due.chapter.code)
        self.table.setFocus()

    def _booklet(self) -> None:
        title = QT_TRANSLATE_NOOP("Counter", "印成小册（PDF）")
        save_file.ask(self, title, label("title"), _write, {"pdf": "PDF"})

    def _columns(self) -> list[Column[Reading]]:
        return [
            Column(
                QT_TRANSLATE_NOOP("Counter", "状态"),
                lambda r: self.tr("未读") if r.due else self.tr("已读"),
                lambda r: "warn" if r.due else "good",
            ),
            Column(QT_TRANSLATE_NOOP("Counter", "章节"), lambda r: r.chapter.title, stretch=True),
            Column(QT_TRANSLATE_NOOP("Counter", "版本"), lambda r: str(r.chapter.version), right=True),
            Column(QT_TRANSLATE_NOOP("Counter", "读于"), lambda r: moment(r.at, self._now) if r.at else ""),
        ]

    def _reader_columns(self) -> list[Column[Readers]]:
        return [
            Column(QT_TRANSLATE_NOOP("Counter", "章节"), lambda r: r.chapter.title, stretch=True),
            Column(QT_TRANSLATE_NOOP("Counter", "版本"), lambda r: str(r.chapter.version), right=True),
            Column(QT_TRANSLATE_NOOP("Counter", "已读"), lambda r: str(len(r.read)), right=True),
            Column(
                QT_TRANSLATE_NOOP("Counter", "未读"),
                lambda r: str(len(r.unread)),
                lambda r: "warn" if r.unread else "good",
                right=True,
            ),
        ]


def _write(store: Store, file: Path, _kind: str) -> None:
    """The booklet in `file`. Raises `OSError`."""
    from shared.practice.rulebook import booklet

    booklet.as_pdf(views.chapters(store), file)
