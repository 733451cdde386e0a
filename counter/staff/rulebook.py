"""购气窗口管理制度: reading and acknowledging chapters, and their changes since the last reading."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtWidgets import QWidget

from counter.kit import save_file
from counter.kit.chapter_view import ChapterView
from counter.kit.clock import iso_day, short_day
from counter.kit.flow import Flow
from counter.kit.lazy_tabs import Tabs
from counter.kit.page import Page, tab_keys
from counter.kit.panel import Panel
from counter.kit.place import Group, Place, Theme
from counter.kit.table import Column, Table
from counter.kit.words import SAVE, Button, Text, named, say
from counter.session import CounterSession
from counter.staff.rulebook_data import RulebookData, is_draft, read_rulebook, until
from counter.staff.rulebook_readers import ReadersTab
from counter.store_type import Store
from shared.domain.actor import Actor
from shared.domain.roles import Act, may
from shared.domain.text import full_day
from shared.domain.workdays import day_of
from shared.practice.rulebook import actions, booklet, views, words
from shared.practice.rulebook.clauses import clauses
from shared.practice.rulebook.views import Book, Reading
from shared.practice.rulebook.words import label
from shared.qt.boxes import row

_READ = QT_TRANSLATE_NOOP("Counter", "我已阅读并知晓")
_TABS = (QT_TRANSLATE_NOOP("Counter", "阅读"), QT_TRANSLATE_NOOP("Counter", "谁还没读"))
_CHANGES, _FULL_TEXT = QT_TRANSLATE_NOOP("Counter", "看改了什么"), QT_TRANSLATE_NOOP("Counter", "看全文")
_BOOKLET = QT_TRANSLATE_NOOP("Counter", "印成小册（PDF）")
_NOT_COMPARED = QT_TRANSLATE_NOOP("Counter", "没有您读过的旧版可以对照。")
_DRAFT = QT_TRANSLATE_NOOP("Counter", "征求意见稿不用确认。")
_IN_FORCE = QT_TRANSLATE_NOOP("Counter", "这是现行版，要确认的是将要生效的新版。")


class RulebookPage(Page[RulebookData]):
    """The chapters at the left, the text at the right; Ctrl+Return acknowledges and goes on to the next unread one.

    `show_part("standard/12")` opens clause 12 of the assessment standards.
    """

    place = Place("rulebook", QT_TRANSLATE_NOOP("Counter", "管理制度"), "page", None, Group.EVERYBODY, 2, Theme.RULES)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.readers = ReadersTab(self) if may(actor.role, Act.SEE_HALL) else None
        self.table: Table[Reading] = Table(
            QT_TRANSLATE_NOOP("Counter", "管理制度"), self._columns(), key=lambda reading: reading.chapter.code
        )
        self.title, self.words, self.since = (
            Text(style="title", wrap=True),
            ChapterView(),
            Text(style="soft", wrap=True),
        )
        self.compare = Button(_CHANGES, shortcut="Ctrl+B")
        self.read = Button(_READ, "primary", "check", "Ctrl+Return")
        self.booklet = Button(_BOOKLET, shortcut=SAVE)
        self.tabs = Tabs()
        self._now, self._shows_changes = 0, False
        self._wanted_clause: tuple[Book, int] | None = None
        self._build()

    def _build(self) -> None:
        self._connect()
        self.body.addWidget(self.tabs, 1)
        self.tabs.addTab(self._reading_tab(), "")
        if self.readers is not None:
            self.tabs.addTab(self.readers, "")
        else:
            self.tabs.tabBar().hide()
            self.tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # QTabWidget would pass the focus to its hidden tab bar
        tab_keys(self, self.tabs.tabBar())

    def take_focus(self) -> None:
        self.table.setFocus()

    def show_part(self, part: str) -> None:
        book, _, number = part.partition("/")
        self._wanted_clause = (Book(book), int(number))
        self.tabs.setCurrentIndex(0)
        if self.data is not None:
            self._open_wanted_clause()

    def query(self) -> Callable[[Store], RulebookData]:
        number, now, hall = self.actor.number, self.session.now(), self.readers.shown_hall if self.readers else ""
        return lambda store: read_rulebook(store, number, hall, now)

    def show_data(self, data: RulebookData) -> None:
        self._now = data.now
        due = sum(reading.due for reading in data.readings)
        self.tabs.setTabText(0, f"{say(_TABS[0])} {due}" if due else say(_TABS[0]))
        first = self.table.current() is None
        self.table.show_rows(data.readings)
        if first:  # begin with the first unread chapter
            self.table.select(next((each.chapter.code for each in data.readings if each.due), None))
        self._show_chapter(self.table.current())
        self._open_wanted_clause()
        if self.readers is not None:
            self.tabs.setTabText(1, say(_TABS[1]))
            self.readers.show_readers(data)

    def _connect(self) -> None:
        self.read.clicked.connect(self._acknowledge)
        self.booklet.clicked.connect(self._booklet)
        self.compare.clicked.connect(self._toggle_changes)
        self.table.moved.connect(self._show_chapter)
        self.head.addWidget(self.booklet)

    def _reading_tab(self) -> QWidget:
        named(self.words, QT_TRANSLATE_NOOP("Counter", "章节"))
        chapter = Panel()
        chapter.box.addWidget(self.title)
        chapter.box.addWidget(self.since)
        chapter.box.addWidget(self.words, 1)
        chapter.box.addLayout(Flow(self.compare, self.read, right=True))
        both = row(self.table, chapter)
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        tab = QWidget()
        tab.setLayout(both)
        return tab

    def _show_chapter(self, reading: Reading | None) -> None:
        self.read.unless(*_not_to_acknowledge(reading))
        chapter = reading.chapter if reading else None
        changed = self.data.changes.get(chapter.code) if self.data and chapter else None
        self.compare.unless((changed is None, _NOT_COMPARED))
        self.compare.change(_FULL_TEXT if self._shows_changes and changed is not None else _CHANGES)
        self.title.setText(chapter.title if chapter else label("empty"))
        self.words.setAccessibleName(self.title.text())
        self.since.setText(self._details(reading) if reading else "")
        if self._shows_changes and changed is not None:
            self.words.show_differences(changed)
        else:
            self.words.show_text(chapter.text if chapter else "")

    def _details(self, reading: Reading) -> str:
        """Book and version, since when it is in force, until when to read it, and the version read before."""
        chapter, today = reading.chapter, day_of(self._now)
        parts = [words.book(chapter.book.value), words.standard(chapter.standard.value)]
        if is_draft(chapter):
            parts.append(self.tr("征求意见稿：请把意见告诉站长或经营管理部"))
        else:
            parts += [label("version").format(version=chapter.version), full_day(day_of(chapter.at))]
        if ends := until(chapter):
            parts.append(self.tr("现行，到{day}前有效").format(day=full_day(ends)))
        if chapter.effective and chapter.effective > today:
            parts.append(label("effective").format(day=full_day(chapter.effective)))
        if reading.due and reading.due_by:
            text = self.tr("已过期，应在{day}前读完") if reading.overdue(today) else self.tr("请在{day}前读完")
            parts.append(text.format(day=short_day(reading.due_by, self._now)))
        if reading.due and reading.version:
            parts.append(self.tr("您读过第 {version} 版").format(version=reading.version))
        return " · ".join(parts)

    def _toggle_changes(self) -> None:
        self._shows_changes = not self._shows_changes
        self._show_chapter(self.table.current())

    def _open_wanted_clause(self) -> None:
        """Open the clause that another page asked for, once its chapter is read."""
        if self._wanted_clause is None or self.data is None:
            return
        book, number = self._wanted_clause
        for reading in self.data.readings:
            chapter = reading.chapter
            if chapter.book is book and any(each.number == number for each in clauses(chapter.text)):
                self._wanted_clause, self._shows_changes = None, False
                self.table.select(chapter.code)
                self.words.go_to(number)
                return

    def _acknowledge(self) -> None:
        reading, actor, now = self.table.current(), self.actor, self.session.now()
        if reading is None or not reading.due:
            return
        code, version = reading.chapter.code, reading.chapter.version
        self.act(
            lambda store: actions.read(store, actor, code, version, now=now), lambda _: self._select_next_due(reading)
        )

    def _select_next_due(self, done: Reading) -> None:
        """Select the next unread chapter."""
        self.notice.say(self.tr("已确认阅读：{title}").format(title=done.chapter.title))
        due = next((each for each in self.table.rows.given if each.due and each != done), None)
        if due is not None:
            self.table.select(due.chapter.code)
        self.table.setFocus()

    def _booklet(self) -> None:
        reading, today = self.table.current(), day_of(self.session.now())
        if reading is None:
            return
        book = reading.chapter.book
        save_file.ask(self, _BOOKLET, words.book(book.value), partial(_write, book, today), {"pdf": "PDF"})

    def _columns(self) -> list[Column[Reading]]:
        return [
            Column(QT_TRANSLATE_NOOP("Counter", "状态"), self._state, self._tone),
            Column(QT_TRANSLATE_NOOP("Counter", "章节"), lambda r: r.chapter.title, stretch=True),
            Column(QT_TRANSLATE_NOOP("Counter", "读于"), lambda r: iso_day(r.at) if r.at else ""),
        ]

    def _state(self, reading: Reading) -> str:
        if is_draft(reading.chapter):
            return self.tr("征求意见")
        if until(reading.chapter):
            return self.tr("现行")
        if not reading.due:
            return self.tr("已读")
        return self.tr("过期未读") if reading.overdue(day_of(self._now)) else self.tr("未读")

    def _tone(self, reading: Reading) -> str:
        if is_draft(reading.chapter):
            return "soft"
        if until(reading.chapter):
            return "good"
        if not reading.due:
            return "good"
        return "bad" if reading.overdue(day_of(self._now)) else "warn"


def _not_to_acknowledge(reading: Reading | None) -> Iterator[tuple[object, object]]:
    """The reasons why a chapter cannot be acknowledged, for `Button.unless`."""
    yield reading is None, label("empty")
    yield reading and is_draft(reading.chapter), _DRAFT
    yield reading and until(reading.chapter), _IN_FORCE
    yield reading and not reading.due, words.REFUSALS["already_read"]


def _write(book: Book, today: date, store: Store, file: Path, _kind: str) -> None:
    """Write the booklet of one book to `file`. Raises `OSError`."""
    booklet.as_pdf(book, booklet.contents(views.chapters(store, book), today), file)
