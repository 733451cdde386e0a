"""制度与驿站: the office's editor of the rulebooks, and of the happy station's hotlines and group."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.kit.choice import choice
from counter.kit.clock import iso_day
from counter.kit.date_field import DateField
from counter.kit.dialog import Dialog
from counter.kit.lazy_tabs import LazyTabs
from counter.kit.page import Page, tab_keys
from counter.kit.place import Group, Place, Theme
from counter.kit.table import Column, Table
from counter.kit.words import listed, say
from counter.office.chapter_editor import ChapterEditor
from counter.office.consultations import ConsultationsPanel
from counter.office.receipts import ReceiptsPanel
from counter.office.station_part import StationPart
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain.actor import Actor
from shared.domain.roles import Act
from shared.domain.text import full_day
from shared.domain.workdays import day_of
from shared.practice.happiness import actions as happiness
from shared.practice.happiness import views as happy
from shared.practice.happiness.facts import Station
from shared.practice.rulebook import actions, views, words
from shared.practice.rulebook.facts import Book
from shared.practice.rulebook.facts import ChapterText as ChapterText
from shared.practice.rulebook.views import Chapter, Draft, Receipt
from shared.practice.rulebook.words import label

_TABS = (
    QT_TRANSLATE_NOOP("Counter", "管理制度"),
    QT_TRANSLATE_NOOP("Counter", "征求意见"),
    QT_TRANSLATE_NOOP("Counter", "签收"),
    QT_TRANSLATE_NOOP("Counter", "快乐驿站"),
)
_PUBLISH, _TO_ALL = QT_TRANSLATE_NOOP("Counter", "发布这一章"), QT_TRANSLATE_NOOP("Counter", "发布到所有大厅")
_KIND = QT_TRANSLATE_NOOP("Counter", "改了什么")
_MATERIAL = QT_TRANSLATE_NOOP("Counter", "实质修改：须重新阅读")
_EDITORIAL = QT_TRANSLATE_NOOP("Counter", "文字修正：已读的仍算已读")
_EFFECTIVE, _READ_BY = QT_TRANSLATE_NOOP("Counter", "生效日"), QT_TRANSLATE_NOOP("Counter", "最迟读完")
_WITHDRAW = QT_TRANSLATE_NOOP("Counter", "撤销这一章")
_ABOUT_WITHDRAWAL = QT_TRANSLATE_NOOP("Counter", "撤销后各大厅不再显示，也不再要求阅读；以后可以重新发布。")
_NOT_CONSULTED = QT_TRANSLATE_NOOP(
    "Counter", "没有征求意见的记录。涉及职工切身利益的制度，应先与职工代表大会或全体职工讨论（劳动合同法第四条）。"
)
_READING_TIME = timedelta(days=14)


class ChaptersData(msgspec.Struct, frozen=True):
    """The chapters, drafts, editions and receipts of the rulebooks, and the station in force."""

    chapters: tuple[Chapter, ...]
    drafts: tuple[Draft, ...]
    receipts: Mapping[Book, tuple[Receipt, ...]]
    station: Station


class ChaptersPage(Page[ChaptersData]):
    """Tabs for chapters, drafts, receipts and the station; nothing is in force before it is published."""

    place = Place(
        "chapters", QT_TRANSLATE_NOOP("Counter", "制度与驿站"), "book", Act.PUBLISH, Group.EVERYBODY, 3, Theme.RULES
    )

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.table: Table[Chapter] = Table(
            QT_TRANSLATE_NOOP("Counter", "管理制度"), self._columns(), key=lambda chapter: chapter.code
        )
        self.editor = ChapterEditor()
        self._filled: Chapter | None = None
        self._unsaved: dict[str, ChapterText] = {}
        self.tabs = LazyTabs(
            self._chapter_tab,
            lambda: ConsultationsPanel(self, self._edit),
            lambda: ReceiptsPanel(session),
            self._station_tab,
        )
        self._connect()
        self.body.addWidget(self.tabs, 1)
        tab_keys(self, self.tabs.tabBar())

    def take_focus(self) -> None:
        self.table.setFocus()

    def query(self) -> Callable[[Store], ChaptersData]:
        return _read

    def show_data(self, data: ChaptersData) -> None:
        self.editor.retranslate()
        for place, title in enumerate(_TABS):
            self.tabs.setTabText(place, say(title))
        self.table.show_rows(data.chapters)
        for place in self.tabs.parts:
            self._show_tab(place)

    def _show_tab(self, place: int) -> None:
        """Fill one of the other tabs, when it was built or something was read."""
        if self.data is None:
            return
        match self.tabs.parts[place]:
            case ConsultationsPanel() as drafts:
                drafts.table.show_rows(self.data.drafts)
            case ReceiptsPanel() as receipts:
                receipts.show_receipts(self.data.receipts)
            case StationPart() as station:
                station.fill(self.data.station)

    def _connect(self) -> None:
        self.tabs.built.connect(self._show_tab)
        self.editor.new.clicked.connect(self._start_new)
        self.editor.withdraw.clicked.connect(self._withdraw)
        self.editor.draft.clicked.connect(self._draft)
        self.editor.publish.clicked.connect(self._publish)
        self.table.moved.connect(self._show_chapter)

    def _chapter_tab(self) -> QWidget:
        tab = QWidget()
        box = QVBoxLayout(tab)
        box.addWidget(self.table, 1)
        box.addWidget(self.editor)
        return tab

    def _station_tab(self) -> StationPart:
        part = StationPart()
        part.publish.clicked.connect(lambda: self._publish_station(part.typed))
        return part

    def _show_chapter(self, chapter: Chapter | None) -> None:
        """Put the current chapter into the editor unless it is there already; unsaved text is kept for later."""
        self.editor.withdraw.unless((chapter is None, label("empty")))
        if chapter is None or chapter == self._filled:
            return
        before, self._filled = self._filled, chapter
        if before is not None and before.code == chapter.code and self._has_unsaved_text(chapter):
            return
        self._keep_unsaved()
        self.editor.fill(chapter.code, chapter)
        if kept := self._unsaved.pop(chapter.code, None):
            self.editor.restore(kept)

    def _has_unsaved_text(self, chapter: Chapter) -> bool:
        """Whether the editor holds unsaved text while another PC published this chapter; then warns about it."""
        if self.editor.code.text().strip() != chapter.code:
            return True
        if self.editor.changed:
            said = self.tr("《{title}》刚由别人发布了第 {version} 版；您写的还在，请对照后再发布。")
            self.notice.say(said.format(title=chapter.title, version=chapter.version), "warn", 20)
        return self.editor.changed

    def _keep_unsaved(self) -> None:
        """Keep unsaved text until its chapter is chosen again."""
        if self.editor.changed:
            self._unsaved[self.editor.code.text().strip()] = self.editor.text

    def _edit(self, draft: Draft) -> None:
        self._keep_unsaved()
        self.editor.fill(draft.code, draft.text)
        self.tabs.setCurrentIndex(0)
        self.editor.words.setFocus()

    def _start_new(self) -> None:
        self._keep_unsaved()
        self.editor.start_new(1 + max((chapter.place for chapter in self.table.rows.given), default=0))

    def _draft(self) -> None:
        code, text, now, actor = self.editor.code.text().strip(), self.editor.text, self.session.now(), self.actor
        said = self.tr("《{title}》已作为征求意见稿发给各大厅。").format(title=text.title)

        def done(_: None) -> None:
            self.editor.mark_saved()
            self.notice.say(said)

        self.act(lambda store: actions.draft(store, actor, code, text, now=now), done)

    def _publish(self) -> None:
        """Ask for the kind of change, the day it comes into force and the day to read it by, then publish."""
        code, text, today = self.editor.code.text().strip(), self.editor.text, day_of(self.session.now())
        dialog = Dialog(self, _PUBLISH, f"{text.title}\n{self._consultation_text(code)}", ok=_TO_ALL)
        dialog.add("material", _KIND, choice({True: say(_MATERIAL), False: say(_EDITORIAL)}))
        known = next((each for each in self.table.rows.given if each.code == code), None)
        begins = max(today, (known.effective if known else None) or today)  # a correction comes into force no earlier
        dialog.add("effective", _EFFECTIVE, DateField(self.session, begins, lambda day, _: day >= today))
        dialog.add("read_by", _READ_BY, DateField(self.session, today + _READING_TIME, lambda day, _: day >= today))

        def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
            now, actor, chapter = self.session.now(), self.actor, msgspec.structs.replace(text, **values)
            self.answer(
                asked,
                lambda store: actions.publish(store, actor, code, chapter, now=now),
                lambda version: self._on_published(code, chapter, version),
            )

        dialog.ask(submit)

    def _on_published(self, code: str, text: ChapterText, version: int) -> None:
        said = self.tr("已发布《{title}》第 {version} 版，各大厅须重新阅读确认。")
        kept = self.tr("已发布《{title}》第 {version} 版；只是文字修正，已读的仍算已读。")
        self.editor.mark_saved()
        self.notice.say((said if text.material else kept).format(title=text.title, version=version))
        self.table.select(code)

    def _consultation_text(self, code: str) -> str:
        """When a draft was discussed with the staff, or that it was not."""
        draft = next((each for each in self.data.drafts if each.code == code), None) if self.data else None
        talks = draft.consultations if draft else ()
        if not talks:
            return say(_NOT_CONSULTED)
        said = listed(f"{full_day(each.day)} {words.body(each.body.value)}" for each in talks)
        return self.tr("已征求意见：{talks}").format(talks=said)

    def _withdraw(self) -> None:
        chapter = self.table.current()
        if chapter is None:
            return
        dialog = Dialog(self, _WITHDRAW, f"{chapter.title}\n{say(_ABOUT_WITHDRAWAL)}", ok=_WITHDRAW, look="danger")

        def submit(asked: Dialog, _values: Mapping[str, Any]) -> None:
            now, actor, said = (
                self.session.now(),
                self.actor,
                self.tr("《{title}》已撤销。").format(title=chapter.title),
            )
            self.answer(
                asked,
                lambda store: actions.withdraw(store, actor, chapter.code, now=now),
                lambda _: self.notice.say(said),
            )

        dialog.ask(submit)

    def _publish_station(self, station: Station) -> None:
        now, actor = self.session.now(), self.actor
        self.act(
            lambda store: happiness.publish(store, actor, station, now=now),
            lambda _: self.notice.say(self.tr("已发布，各大厅的快乐驿站随即更新。")),
        )

    def _columns(self) -> list[Column[Chapter]]:
        return [
            Column(QT_TRANSLATE_NOOP("Counter", "哪一本"), lambda c: words.book(c.book.value)),
            Column(QT_TRANSLATE_NOOP("Counter", "标准"), lambda c: words.standard(c.standard.value)),
            Column(QT_TRANSLATE_NOOP("Counter", "次序"), lambda c: str(c.place), right=True),
            Column(QT_TRANSLATE_NOOP("Counter", "标题"), lambda c: c.title, stretch=True),
            Column(QT_TRANSLATE_NOOP("Counter", "版本"), lambda c: str(c.version), right=True),
            Column(QT_TRANSLATE_NOOP("Counter", "发布于"), lambda c: iso_day(c.at)),
        ]


def _read(store: Store) -> ChaptersData:
    return ChaptersData(
        chapters=views.chapters(store),
        drafts=views.drafts(store),
        receipts={book: views.receipts(store, book) for book in Book if views.edition(store, book)},
        station=happy.station(store),
    )
