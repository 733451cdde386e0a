"""制度与驿站: the office writes the rulebook, and the hotlines and the group of the happy station."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QGridLayout, QTabWidget, QVBoxLayout, QWidget

from counter.kit.clock import moment
from counter.kit.number_field import NumberField
from counter.kit.page import Page, Panel, tab_keys
from counter.kit.place import Group, Place, Theme
from counter.kit.table import Column, Table
from counter.kit.words import NEW, Button, Text, TextArea, TextField, named, say
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain.actor import Actor
from shared.domain.roles import Act
from shared.practice.happiness import actions as happiness
from shared.practice.happiness import views as happy
from shared.practice.happiness.facts import Hotline, Station
from shared.practice.rulebook import actions, views
from shared.practice.rulebook.facts import Text as ChapterText
from shared.practice.rulebook.views import Chapter
from shared.qt import theme
from shared.qt.boxes import row

_TABS = (QT_TRANSLATE_NOOP("Counter", "管理制度"), QT_TRANSLATE_NOOP("Counter", "快乐驿站"))
_CODE = QT_TRANSLATE_NOOP("Counter", "代号（小写字母、数字、横线；同一代号即新版本）")
_PLACE = QT_TRANSLATE_NOOP("Counter", "次序")
_TITLE = QT_TRANSLATE_NOOP("Counter", "标题")
_WORDS = QT_TRANSLATE_NOOP("Counter", "正文（留空发布即撤销这一章）")
_LINES = QT_TRANSLATE_NOOP("Counter", "热线名称与号码")
_GROUP = QT_TRANSLATE_NOOP("Counter", "群名称")
_GROUP_CODE = QT_TRANSLATE_NOOP("Counter", "群二维码的内容（扫码所得的文字）")
_HOTLINES = 2  # the rulebook names two
_MOST_CHAPTERS = 99


@dataclass(frozen=True)
class Published:
    """What is in force."""

    chapters: tuple[Chapter, ...]
    station: Station
    now: int


class ChaptersPage(Page[Published]):
    """Two tabs; nothing holds before it is published, and then for all halls."""

    place = Place(
        "chapters", QT_TRANSLATE_NOOP("Counter", "制度与驿站"), "book", Act.PUBLISH, Group.EVERYBODY, 3, Theme.RULES
    )

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.table: Table[Chapter] = Table(
            QT_TRANSLATE_NOOP("Counter", "管理制度"), self._columns(), key=lambda chapter: chapter.code
        )
        self.code, self.title, self.order, self.words = (
            TextField(),
            TextField(),
            NumberField(_PLACE, 1, _MOST_CHAPTERS),
            TextArea(lines=12),
        )
        self.publish = Button(QT_TRANSLATE_NOOP("Counter", "发布这一章"), "primary", "check", "Ctrl+Return")
        self.new = Button(QT_TRANSLATE_NOOP("Counter", "新的一章"), shortcut=NEW)
        self.hotlines = tuple((TextField(), TextField()) for _ in range(_HOTLINES))
        self.group, self.group_code = TextField(), TextField()
        self.publish_station = Button(QT_TRANSLATE_NOOP("Counter", "发布驿站"), "primary", "check", "Ctrl+Return")
        self.tabs = QTabWidget()
        self._now, self._station = 0, Station()
        self._filled: Chapter | None = None
        self._build()

    def _build(self) -> None:
        self._connect()
        self.body.addWidget(self.tabs, 1)
        self.tabs.addTab(self._chapter_tab(), "")
        self.tabs.addTab(self._station_tab(), "")
        tab_keys(self, self.tabs.tabBar())

    def take_focus(self) -> None:
        self.table.setFocus()

    def query(self) -> Callable[[Store], Published]:
        now = self.session.now()
        return lambda store: Published(views.chapters(store), happy.station(store), now)

    def show_data(self, data: Published) -> None:
        self._now = data.now
        for place, title in enumerate(_TABS):
            self.tabs.setTabText(place, say(title))
        self.table.show_rows(data.chapters)
        if data.station != self._station:
            self._fill_station(data.station)

    def _connect(self) -> None:
        self.order.setMinimumWidth(theme.current().px("vast") + theme.current().px("wide"))
        self.new.clicked.connect(self._begin_new)
        self.publish.clicked.connect(self._publish)
        self.publish_station.clicked.connect(self._publish_station)
        self.table.moved.connect(self._fill)

    def _chapter_tab(self) -> QWidget:
        form = Panel()
        grid = QGridLayout()
        grid.setSpacing(theme.current().px("tight"))
        for across, (source, field) in enumerate(((_CODE, self.code), (_PLACE, self.order))):
            _put(grid, 0, across, source, field)
        form.box.addLayout(grid)
        for source, widget in ((_TITLE, self.title), (_WORDS, self.words)):
            named(widget, source)
            form.box.addWidget(Text(source, "caption"))
            form.box.addWidget(widget)
        form.box.addStretch(1)
        form.box.addLayout(row(self.new, None, self.publish))
        both = row(self.table, form)
        both.setStretch(0, 2)
        both.setStretch(1, 3)
        tab = QWidget()
        tab.setLayout(both)
        return tab

    def _station_tab(self) -> QWidget:
        form = Panel()
        form.box.addWidget(Text(_LINES, "caption"))
        for name, phone in self.hotlines:
            named(name, QT_TRANSLATE_NOOP("Counter", "热线名称"))
            named(phone, QT_TRANSLATE_NOOP("Counter", "热线号码"))
            form.box.addLayout(row(name, phone))
        for source, field in ((_GROUP, self.group), (_GROUP_CODE, self.group_code)):
            named(field, source)
            form.box.addWidget(Text(source, "caption"))
            form.box.addWidget(field)
        form.box.addLayout(row(None, self.publish_station))
        tab = QWidget()
        box = QVBoxLayout(tab)
        box.addWidget(form)
        box.addStretch(1)
        return tab

    def _fill(self, chapter: Chapter | None) -> None:
        """The chapter on the cursor into the form, unless somebody is writing there."""
        if chapter is None or chapter == self._filled:
            return
        self._filled = chapter
        self.code.setText(chapter.code)
        self.title.setText(chapter.title)
        self.order.setValue(chapter.place)
        self.words.setPlainText(chapter.text)

    def _begin_new(self) -> None:
        for field in (self.code, self.title, self.words):
            field.clear()
        self.order.setValue(1 + max((chapter.place for chapter in self.table.rows.rows), default=0))
        self.code.setFocus()

    def _publish(self) -> None:
        code, now, actor = self.code.text().strip(), self.session.now(), self.actor
        text = ChapterText(place=self.order.value(), title=self.title.text().strip(), text=self.words.text().strip())

        def published(version: int) -> None:
            said = self.tr("已发布《{title}》第 {version} 版，各大厅须重新阅读确认。")
            self.notice.say(said.format(title=text.title, version=version))
            self.table.select(code)

        self.act(lambda store: actions.publish(store, actor, code, text, now=now), published)

    def _fill_station(self, station: Station) -> None:
        self._station = station
        lines = (*station.hotlines, *(Hotline("", "") for _ in self.hotlines))
        for (name, phone), line in zip(self.hotlines, lines, strict=False):
            name.setText(line.name)
            phone.setText(line.phone)
        self.group.setText(station.group)
        self.group_code.setText(station.group_code)

    def _publish_station(self) -> None:
        typed = ((name.text().strip(), phone.text().strip()) for name, phone in self.hotlines)
        station = Station(
            hotlines=tuple(Hotline(name, phone) for name, phone in typed if phone),
            group=self.group.text().strip(),
            group_code=self.group_code.text().strip(),
        )
        now, actor = self.session.now(), self.actor
        self.act(
            lambda store: happiness.publish(store, actor, station, now=now),
            lambda _: self.notice.say(self.tr("已发布，各大厅的快乐驿站随即更新。")),
        )

    def _columns(self) -> list[Column[Chapter]]:
        return [
            Column(_PLACE, lambda c: str(c.place), right=True),
            Column(_TITLE, lambda c: c.title, stretch=True),
            Column(QT_TRANSLATE_NOOP("Counter", "版本"), lambda c: str(c.version), right=True),
            Column(QT_TRANSLATE_NOOP("Counter", "发布于"), lambda c: moment(c.at, self._now)),
        ]


def _put(grid: QGridLayout, line: int, across: int, source: object, field: QWidget) -> None:
    named(field, source)
    grid.addWidget(Text(source, "caption"), line, across)
    grid.addWidget(field, line + 1, across)
    grid.setColumnStretch(across, 1 - across)
