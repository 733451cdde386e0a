"""与我有关: consent to stories about the person, proof-reading them, and contributing texts."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from counter.kit.choice import choice
from counter.kit.dialog import Dialog
from counter.kit.flow import Flow
from counter.kit.page import AnyPage
from counter.kit.panel import Panel
from counter.kit.pictures import Photo, Pictures
from counter.kit.scroll import text_below
from counter.kit.table import CHOOSE, Column, Table
from counter.kit.words import Button, Text, TextArea, TextField, say
from counter.store_type import Store
from shared.practice.column import actions, pictures, words
from shared.practice.column.facts import Naming, Section
from shared.practice.column.own import Asked, Sent
from shared.practice.diary.views import DiaryEntry
from shared.qt.boxes import row

_ASKED = QT_TRANSLATE_NOOP("Counter", "写到我的稿件")
_SENT = QT_TRANSLATE_NOOP("Counter", "我的投稿")
_ANSWER = QT_TRANSLATE_NOOP("Counter", "怎样署名")
_READ = QT_TRANSLATE_NOOP("Counter", "核稿")
_SEND = QT_TRANSLATE_NOOP("Counter", "投稿")
_NAMING = QT_TRANSLATE_NOOP("Counter", "我在文中")
_DECISION = QT_TRANSLATE_NOOP("Counter", "这一稿")
_AGREED, _CHANGE = QT_TRANSLATE_NOOP("Counter", "可以刊登"), QT_TRANSLATE_NOOP("Counter", "要改")
_WISH = QT_TRANSLATE_NOOP("Counter", "要改什么")
_FROM = QT_TRANSLATE_NOOP("Counter", "来自")
_NEW_WORDS = QT_TRANSLATE_NOOP("Counter", "直接写")
_SECTION, _TITLE = QT_TRANSLATE_NOOP("Counter", "栏目"), QT_TRANSLATE_NOOP("Counter", "题目")
_TEXT = QT_TRANSLATE_NOOP("Counter", "内容（用日记的原文可不填）")
_OK = QT_TRANSLATE_NOOP("Counter", "确定")
_ANY_TIME = QT_TRANSLATE_NOOP(
    "Counter",
    "随时可以改。刊登以后再收回，电子版会去掉您的名字；选“不同意刊登”且写的是您，整篇撤下。照片只在您同意具名时刊登。",
)
_REVIEW_LATER = QT_TRANSLATE_NOOP("Counter", "刊登前还会请您核稿。困难和委屈也只有您自己能投稿。")
_NOT_ASKED = QT_TRANSLATE_NOOP("Counter", "现在没有要您核的稿。")
_LENGTH = 30


class OwnPart(QWidget):
    """Stories about the person at the left, their own contributions at the right."""

    def __init__(self, page: AnyPage) -> None:
        super().__init__()
        self._page = page
        self._entries: tuple[DiaryEntry, ...] = ()
        self.asked: Table[Asked] = Table(_ASKED, _asked_columns(), key=lambda each: each.story)
        self.sent: Table[Sent] = Table(_SENT, _sent_columns(), key=lambda each: each.story)
        self.words, self.sent_words = Text(wrap=True), Text(wrap=True)
        self.photos = Pictures(page)
        self.answer = Button(_ANSWER, "primary", "check", "Ctrl+Return")
        self.read = Button(_READ, "primary", "page", "Ctrl+Shift+Return")
        self.send = Button(_SEND, "", "write", "Ctrl+T")
        self._build()

    def _build(self) -> None:
        left, right = Panel(_ASKED), Panel(_SENT)
        left.box.addWidget(self.asked, 1)
        left.box.addWidget(text_below(self.words))
        left.box.addWidget(self.photos)
        left.box.addLayout(Flow(self.answer, self.read, right=True))
        right.box.addWidget(self.sent, 1)
        right.box.addWidget(text_below(self.sent_words))
        right.box.addLayout(Flow(self.send, right=True))
        both = row(left, right)
        both.setStretch(0, 3)
        both.setStretch(1, 2)
        self.setLayout(both)
        self.setFocusProxy(self.asked)
        self.asked.moved.connect(self._on_story_changed)
        self.sent.moved.connect(lambda each: self.sent_words.setText(each.text if each else ""))
        self.answer.clicked.connect(self._answer)
        self.read.clicked.connect(self._read)
        self.send.clicked.connect(self._send)

    def show_mine(self, asked: tuple[Asked, ...], sent: tuple[Sent, ...], entries: tuple[DiaryEntry, ...]) -> None:
        """Show both lists; `entries`: the person's diary, offered as source of a contribution."""
        self._entries = entries
        self.asked.show_rows(asked)
        self.sent.show_rows(sent)

    def _on_story_changed(self, each: Asked | None) -> None:
        self.words.setText(each.text if each else "")
        key = (each.story, each.text, self._page.actor.number) if each else None
        self.photos.read(key, lambda store: _photos(store, each, self._page.actor.number))
        self.answer.unless((each is None, CHOOSE))
        self.read.unless((each is None, CHOOSE), (each is not None and not each.reading, _NOT_ASKED))

    def _answer(self) -> None:
        each, page = self.asked.current(), self._page
        if each is None:
            return
        story = each.story
        dialog = Dialog(page, _ANSWER, f"{each.text}\n\n{say(_ANY_TIME)}", ok=_OK)
        options = choice({naming: words.naming(naming.value) for naming in Naming.and_newer((each.naming,))})
        options.setCurrentIndex(options.findData(each.naming or Naming.NAMED))
        dialog.add("naming", _NAMING, options)
        dialog.ask(
            lambda asked, values: page.answer(
                asked,
                lambda store: actions.answer(store, page.actor, story, values["naming"], now=page.session.now()),
                lambda _: page.notice.say(self.tr("已记录。")),
            )
        )

    def _read(self) -> None:
        each, page = self.asked.current(), self._page
        if each is None or not each.reading:
            return
        story, version = each.story, each.reading
        dialog = Dialog(page, _READ, f"{each.title}\n{each.text}", ok=_OK)
        dialog.add("agreed", _DECISION, choice({True: say(_AGREED), False: say(_CHANGE)}))
        dialog.add("wish", _WISH, TextArea())

        def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
            now = page.session.now()
            page.answer(
                asked,
                lambda store: actions.read_text(store, page.actor, story, version, **values, now=now),
                lambda _: page.notice.say(self.tr("已记录。")),
            )

        dialog.ask(submit)

    def _send(self) -> None:
        page = self._page
        dialog = Dialog(page, _SEND, say(_REVIEW_LATER), ok=_OK)
        sources = {"": say(_NEW_WORDS)} | {each.id: (each.text or "")[:_LENGTH] for each in self._entries}
        dialog.side_by_side(
            ("entry", _FROM, choice(sources)),
            (
                "section",
                _SECTION,
                choice({each: words.section(each.value) for each in (Section.WORDS, Section.DEED, *_OTHER_SECTIONS)}),
            ),
        )
        dialog.add("title", _TITLE, TextField())
        dialog.add("text", _TEXT, TextArea(lines=6))
        names = {each: words.naming(each.value) for each in (Naming.NAMED, Naming.POST, Naming.ANONYMOUS)}
        dialog.add("naming", _NAMING, choice(names))

        def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
            now, diary_texts = page.session.now(), {each.id: each.text or "" for each in self._entries}
            given = dict(values)
            given["text"] = given["text"] or diary_texts.get(given["entry"], "")
            page.answer(
                asked,
                lambda store: actions.send_in(store, page.actor, **given, now=now),
                lambda _: page.notice.say(self.tr("已投稿。")),
            )

        dialog.ask(submit)


_OTHER_SECTIONS = (Section.EXPERIENCE, Section.DISCOVERY)


def _photos(store: Store, each: Asked | None, staff: str) -> list[Photo]:
    """The photos of a story that this person may see."""
    return [Photo(*one) for one in pictures.in_text(store, each.story, each.text, staff)] if each else []


def _asked_columns() -> list[Column[Asked]]:
    return [
        Column(QT_TRANSLATE_NOOP("Counter", "状态"), _state, lambda each: "warn" if each.waits else "good"),
        Column(QT_TRANSLATE_NOOP("Counter", "题目"), lambda each: each.title or each.text, stretch=True),
    ]


_WAITS = QT_TRANSLATE_NOOP("Counter", "等我答复")
_TO_READ = QT_TRANSLATE_NOOP("Counter", "请核稿")


def _state(each: Asked) -> str:
    if each.naming is None or each.again:
        return say(_WAITS)
    return say(_TO_READ) if each.waits else words.naming(each.naming.value)


_SENT_STATES = {
    "out": QT_TRANSLATE_NOOP("Counter", "不刊登"),
    "published": QT_TRANSLATE_NOOP("Counter", "已刊登"),
    "": QT_TRANSLATE_NOOP("Counter", "编辑中"),
}


def _sent_columns() -> list[Column[Sent]]:
    def state(each: Sent) -> str:
        return "out" if each.out else "published" if each.published else ""

    return [
        Column(QT_TRANSLATE_NOOP("Counter", "状态"), lambda each: say(_SENT_STATES[state(each)])),
        Column(QT_TRANSLATE_NOOP("Counter", "题目"), lambda each: each.title or each.text, stretch=True),
    ]
