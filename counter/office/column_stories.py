"""稿件: the stories of the column with their state; the text and people of the chosen one."""

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.kit.flow import Flow
from counter.kit.page import AnyPage
from counter.kit.panel import Panel
from counter.kit.pictures import Photo, Pictures
from counter.kit.scroll import scrolling
from counter.kit.table import CHOOSE, Column, Table
from counter.kit.words import Button, Text, say
from counter.office.column_steps import StorySteps
from counter.store_type import Store
from shared.practice.column import pictures, words
from shared.practice.column.ideas import Idea
from shared.practice.column.views import Concerned, Issue, Sentence, Step, Story
from shared.qt.boxes import row

_STORIES = QT_TRANSLATE_NOOP("Counter", "稿件")
_NEXT = {
    Step.CONSENT: QT_TRANSLATE_NOOP("Counter", "征求同意"),
    Step.READING: QT_TRANSLATE_NOOP("Counter", "请本人核稿"),
    Step.APPROVAL: QT_TRANSLATE_NOOP("Counter", "审核通过"),
    Step.READY: QT_TRANSLATE_NOOP("Counter", "编入这一期"),
}
_WAITS = {
    Step.DRAFT: QT_TRANSLATE_NOOP("Counter", "请先起草"),
    Step.CONSENT: QT_TRANSLATE_NOOP("Counter", "等各人答复"),
    Step.REFUSED: QT_TRANSLATE_NOOP("Counter", "请改稿或不刊登"),
    Step.READING: QT_TRANSLATE_NOOP("Counter", "等本人核稿"),
    Step.READY: QT_TRANSLATE_NOOP("Counter", "等新一期"),
    Step.PUBLISHED: QT_TRANSLATE_NOOP("Counter", "已刊登"),
    Step.OUT: QT_TRANSLATE_NOOP("Counter", "已撤下"),
}
_TONES = {Step.READY: "good", Step.PUBLISHED: "good", Step.OUT: "soft", Step.REFUSED: "bad"}
_NOT_ASKED = QT_TRANSLATE_NOOP("Counter", "未征求")
_NOT_ANSWERED = QT_TRANSLATE_NOOP("Counter", "未答复")


class StoriesPart(QWidget):
    """The list at the left, the text at the right, the next step below."""

    def __init__(self, page: AnyPage) -> None:
        super().__init__()
        self._page = page
        self.steps = StorySteps(page)
        self._draft: Issue | None = None
        self.month = ""
        self.table: Table[Story] = Table(_STORIES, self._columns(), key=lambda each: each.story)
        self.title, self.people, self.words = (
            Text(style="strong", wrap=True),
            Text(style="soft", wrap=True),
            Text(wrap=True),
        )
        self.new = Button(QT_TRANSLATE_NOOP("Counter", "新稿"), "", "write", "Ctrl+Shift+N")
        self.bulletin = Button(QT_TRANSLATE_NOOP("Counter", "做通报"), shortcut="Ctrl+B")
        self.edit = Button(QT_TRANSLATE_NOOP("Counter", "起草或修改"), shortcut="Ctrl+D")
        self.photo = Button(QT_TRANSLATE_NOOP("Counter", "加照片"), shortcut="Ctrl+Shift+P")
        self.photos = Pictures(page)
        self.aside = Button(QT_TRANSLATE_NOOP("Counter", "不刊登"), shortcut="Ctrl+Delete")
        self.next = Button(QT_TRANSLATE_NOOP("Counter", "征求同意"), "primary", "check", "Ctrl+Return")
        self._build()

    def _build(self) -> None:
        inside = QWidget()
        box = QVBoxLayout(inside)
        for part in (self.title, self.people, self.words, self.photos):
            box.addWidget(part)
        box.addStretch(1)
        panel = Panel()
        panel.box.addWidget(scrolling(inside), 1)
        both = row(self.table, panel)
        both.setStretch(0, 3)
        both.setStretch(1, 2)
        whole = QVBoxLayout(self)
        whole.addLayout(both, 1)
        whole.addLayout(Flow(self.new, self.bulletin, self.edit, self.photo, self.aside, self.next, right=True))
        self.setFocusProxy(self.table)
        self.table.moved.connect(self._on_story_changed)
        self.table.chosen.connect(self.steps.edit)
        self.new.clicked.connect(self.steps.new)
        self.bulletin.clicked.connect(lambda: self.steps.bulletin(self.month))
        self.edit.clicked.connect(lambda: self.steps.edit(self.table.current()))
        self.photo.clicked.connect(lambda: self.steps.add_photo(self.table.current()))
        self.aside.clicked.connect(lambda: self.steps.set_aside(self.table.current()))
        self.next.clicked.connect(lambda: self.steps.do_next_step(self.table.current(), self._draft))

    def show_stories(
        self,
        stories: tuple[Story, ...],
        ideas: tuple[Idea, ...],
        sentences: tuple[Sentence, ...],
        month: str,
        draft: Issue | None,
        halls: Mapping[str, str],
    ) -> None:
        """Show the stories; `month`: whose bulletin is due ("" for none); `draft`: the issue in preparation."""
        self._draft, self.month = draft, month
        self.steps.set_sources(ideas, sentences, halls)
        self.bulletin.setVisible(bool(month))
        self.table.show_rows(stories)

    def _on_story_changed(self, each: Story | None) -> None:
        step, none = each.step if each else None, (each is None, CHOOSE)
        out = (step is Step.OUT, words.REFUSALS["story_out"])
        self.edit.unless(none, out)
        self.photo.unless(none, out)
        self.aside.unless(none, out, (step is Step.PUBLISHED, words.REFUSALS["printed_already"]))
        self.title.setText(each.title if each else "")
        self.people.setText("\n".join(map(_person_text, each.concerned)) if each else "")
        self.words.setText(_text(each) if each else "")
        self.photos.read((each.story, each.text) if each else None, lambda store: _photos(store, each))
        self._show_next_step(each)

    def _show_next_step(self, each: Story | None) -> None:
        """Name the next step on the button, or what it waits for."""
        name = self._next_step(each) if each else ""
        waits = _WAITS.get(each.step, _NEXT[Step.APPROVAL]) if each else _NEXT[Step.APPROVAL]
        self.next.change(name or waits)
        self.next.unless((each is None, CHOOSE), (not name, waits))

    def _next_step(self, each: Story) -> object:
        """The name of the step the office can do now; "" for none."""
        if each.step in (Step.DRAFT, Step.CONSENT):
            return _NEXT[Step.CONSENT] if any(one.to_ask for one in each.concerned) else ""
        if each.step is Step.READING:
            return "" if any(one.reading for one in each.concerned) else _NEXT[Step.READING]
        if each.step is Step.READY:
            return _NEXT[Step.READY] if self._draft and each.story not in self._draft.stories else ""
        return _NEXT.get(each.step, "")

    def _columns(self) -> list[Column[Story]]:
        return [
            Column(
                QT_TRANSLATE_NOOP("Counter", "状态"),
                lambda each: words.step(each.step.value),
                lambda each: _TONES.get(each.step, "warn"),
            ),
            Column(QT_TRANSLATE_NOOP("Counter", "栏目"), lambda each: words.section(each.section.value)),
            Column(QT_TRANSLATE_NOOP("Counter", "题目"), lambda each: each.title or each.edited, stretch=True),
        ]


def _person_text(each: Concerned) -> str:
    answer = (
        words.naming(each.naming.value)
        if each.naming and not each.again
        else say(_NOT_ANSWERED if each.asked else _NOT_ASKED)
    )
    return f"{each.name}：{answer}" + (f"（{each.wish}）" if each.wish else "")


def _photos(store: Store, each: Story | None) -> list[Photo]:
    return [Photo(*one) for one in pictures.in_text(store, each.story, each.edited)] if each else []


def _text(each: Story) -> str:
    return "\n".join(filter(None, (each.reason, each.shown if each.version else each.edited)))
