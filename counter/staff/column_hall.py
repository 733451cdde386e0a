"""本厅: the supervisor's answers to experiences, releasing customers' sentences, nominating deeds."""

from collections.abc import Mapping
from typing import Any

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from counter.kit.choice import choice
from counter.kit.date_field import DateField
from counter.kit.dialog import Dialog
from counter.kit.flow import Flow
from counter.kit.page import AnyPage
from counter.kit.panel import Panel
from counter.kit.staff_choice import staff_choice
from counter.kit.table import CHOOSE, Column, Table
from counter.kit.words import Button, TextArea, TextField, say
from shared.domain import wording
from shared.domain.workdays import day_of
from shared.practice.column import actions, words
from shared.practice.column.facts import Adoption, Section
from shared.practice.column.published import Answer, Item, Published
from shared.practice.column.quoting import Quotable
from shared.qt.boxes import row

_EXPERIENCES = QT_TRANSLATE_NOOP("Counter", "经验推广")
_SENTENCES = QT_TRANSLATE_NOOP("Counter", "用户留言")
_ADOPT = QT_TRANSLATE_NOOP("Counter", "答复")
_ADOPTION, _LINE = QT_TRANSLATE_NOOP("Counter", "本厅"), QT_TRANSLATE_NOOP("Counter", "怎么用，或为什么不适用")
_RELEASE, _WITHHOLD = QT_TRANSLATE_NOOP("Counter", "同意引用"), QT_TRANSLATE_NOOP("Counter", "不再引用")
_NOMINATE = QT_TRANSLATE_NOOP("Counter", "推荐事迹")
_HERO, _DAY = QT_TRANSLATE_NOOP("Counter", "这是谁的事迹"), QT_TRANSLATE_NOOP("Counter", "日期")
_SECTION, _TITLE = QT_TRANSLATE_NOOP("Counter", "栏目"), QT_TRANSLATE_NOOP("Counter", "题目")
_TEXT = QT_TRANSLATE_NOOP("Counter", "内容")
_OK = QT_TRANSLATE_NOOP("Counter", "确定")
_CONSENT = QT_TRANSLATE_NOOP("Counter", "刊登前会征求本人同意，并请本人核稿。用户不写姓名。")
_SECTIONS = (Section.DEED, Section.EXPERIENCE, Section.DISCOVERY)


class Experience(msgspec.Struct, frozen=True):
    """A published experience and this hall's answer to it."""

    item: Item
    answer: Answer | None


class HallPart(QWidget):
    """Experiences at the left, sentences at the right."""

    def __init__(self, page: AnyPage) -> None:
        super().__init__()
        self._page = page
        self.experiences: Table[Experience] = Table(
            _EXPERIENCES, _experience_columns(), key=lambda each: each.item.story
        )
        self.sentences: Table[Quotable] = Table(_SENTENCES, _sentence_columns(), key=lambda each: each.card)
        self.adopt = Button(_ADOPT, "primary", "check", "Ctrl+Shift+A")
        self.nominate = Button(_NOMINATE, shortcut="Ctrl+T")
        self.release = Button(_RELEASE, shortcut="Ctrl+G")
        self._build()

    def _build(self) -> None:
        left, right = Panel(_EXPERIENCES), Panel(_SENTENCES)
        left.box.addWidget(self.experiences, 1)
        left.box.addLayout(Flow(self.nominate, self.adopt, right=True))
        right.box.addWidget(self.sentences, 1)
        right.box.addLayout(Flow(self.release, right=True))
        both = row(left, right)
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        self.setLayout(both)
        self.setFocusProxy(self.experiences)
        self.experiences.moved.connect(lambda each: self.adopt.unless((each is None, CHOOSE)))
        self.sentences.moved.connect(self._on_sentence_changed)
        self.adopt.clicked.connect(self._adopt)
        self.release.clicked.connect(self._release)
        self.nominate.clicked.connect(self._nominate)

    def show_hall(self, issues: tuple[Published, ...], quotable: tuple[Quotable, ...]) -> None:
        """Show the experiences of `issues`, unanswered ones first, and the sentences of the hall's cards."""
        hall = self._page.actor.hall
        items = [item for issue in issues for item in issue.items if item.adoptable]
        found = [Experience(item, next((a for a in item.answers if a.hall == hall), None)) for item in items]
        self.experiences.show_rows(sorted(found, key=lambda each: each.answer is not None))
        self.sentences.show_rows(quotable)

    def _on_sentence_changed(self, each: Quotable | None) -> None:
        self.release.unless((each is None, CHOOSE))
        self.release.change(_WITHHOLD if each and each.released else _RELEASE)

    def _adopt(self) -> None:
        each, page = self.experiences.current(), self._page
        if each is None:
            return
        story = each.item.story
        dialog = Dialog(page, _ADOPT, "\n".join((each.item.title, *each.item.paragraphs)), ok=_OK)
        dialog.add("adoption", _ADOPTION, choice({one: words.adoption(one.value) for one in Adoption}))
        line = TextField()
        line.setText(each.answer.line if each.answer else "")
        dialog.add("line", _LINE, line)
        dialog.ask(
            lambda asked, values: page.answer(
                asked,
                lambda store: actions.adopt(store, page.actor, story, **values, now=page.session.now()),
                lambda _: page.notice.say(self.tr("已答复。")),
            )
        )

    def _release(self) -> None:
        each, page = self.sentences.current(), self._page
        if each is None:
            return
        card, now = each.card, page.session.now()
        act = actions.withhold_sentence if each.released else actions.release_sentence
        page.act(
            lambda store: act(store, page.actor, card, now=now),
            lambda _: page.notice.say(self.tr("已记录。")),
        )

    def _nominate(self) -> None:
        page, today = self._page, day_of(self._page.session.now())
        dialog = Dialog(page, _NOMINATE, say(_CONSENT), ok=_OK)
        dialog.add("hero", _HERO, staff_choice(page.session))
        dialog.side_by_side(
            ("section", _SECTION, choice({each: words.section(each.value) for each in _SECTIONS})),
            ("day", _DAY, DateField(page.session, today, lambda day, _: day <= today)),
        )
        dialog.add("title", _TITLE, TextField())
        dialog.add("text", _TEXT, TextArea(lines=6))

        def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
            now = page.session.now()
            page.answer(
                asked,
                lambda store: actions.nominate(store, page.actor, **values, now=now),
                lambda _: page.notice.say(self.tr("已推荐。")),
            )

        dialog.ask(submit)


def _experience_columns() -> list[Column[Experience]]:
    return [
        Column(
            QT_TRANSLATE_NOOP("Counter", "本厅"),
            lambda each: words.adoption(each.answer.adoption.value) if each.answer else "—",
            lambda each: "good" if each.answer else "warn",
        ),
        Column(QT_TRANSLATE_NOOP("Counter", "题目"), lambda each: each.item.title, stretch=True),
    ]


_QUOTABLE = {True: QT_TRANSLATE_NOOP("Counter", "可引用"), False: ""}


def _sentence_columns() -> list[Column[Quotable]]:
    return [
        Column(QT_TRANSLATE_NOOP("Counter", "日期"), lambda each: wording.day(each.day), order=lambda each: each.day),
        Column(
            QT_TRANSLATE_NOOP("Counter", "引用"),
            lambda each: say(_QUOTABLE[each.released]),
            lambda each: "good" if each.released else "",
        ),
        Column(QT_TRANSLATE_NOOP("Counter", "留言"), lambda each: each.sentence, stretch=True),
    ]
