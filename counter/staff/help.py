"""求助: requests for help to chosen persons only, with their follow-up until they are settled."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from counter.kit.choice import choice
from counter.kit.clock import moment
from counter.kit.dialog import Dialog
from counter.kit.flow import Flow
from counter.kit.page import AnyPage
from counter.kit.scroll import text_below
from counter.kit.table import Column, Table
from counter.kit.words import Button, Check, Text, TextArea, listed, named
from shared.people import words as people_words
from shared.people.views import Person
from shared.practice.happiness import actions, words
from shared.practice.happiness.facts import Topic
from shared.practice.happiness.views import Help
from shared.qt.boxes import column, row
from shared.qt.widgets import clear

_TOPIC = QT_TRANSLATE_NOOP("Counter", "哪方面")


class HelpPanel(QWidget):
    """The form above; below, the reader's own requests and those addressed to them."""

    def __init__(self, page: AnyPage) -> None:
        super().__init__()
        self.page = page
        self.topic = choice({})
        self.words = TextArea(QT_TRANSLATE_NOOP("Counter", "想说的话（只有您选的人能看到）"), lines=3)
        self.send = Button(QT_TRANSLATE_NOOP("Counter", "发出求助"), "help", "heart", "Ctrl+Return")
        self.follow = Button(QT_TRANSLATE_NOOP("Counter", "跟进"), shortcut="Ctrl+M")
        self.settle = Button(QT_TRANSLATE_NOOP("Counter", "已解决"), icon="check", shortcut="Ctrl+Shift+Return")
        self.table: Table[Help] = Table(
            QT_TRANSLATE_NOOP("Counter", "求助"), self._columns(), key=lambda request: request.id
        )
        self.whole = Text(wrap=True)
        self.people = Flow()
        self.boxes: dict[str, Check] = {}
        self._now = 0
        self._build()

    def take_focus(self) -> None:
        """Put the cursor into the text field."""
        self.words.setFocus()

    def show_help(self, listeners: tuple[Person, ...], requests: tuple[Help, ...], now: int) -> None:
        """Show who may be chosen and the requests; `now` in epoch ms."""
        self._now = now
        self.topic.refill({topic: words.topic(topic) for topic in Topic})
        if list(self.boxes) != [person.number for person in listeners]:
            self._make_boxes(listeners)
        for person in listeners:
            self.boxes[person.number].setText(f"{person.name} · {people_words.role(person.role)}")
        self.table.show_rows(requests)
        self._show(self.table.current())

    def _make_boxes(self, listeners: tuple[Person, ...]) -> None:
        clear(self.people)
        self.boxes = {person.number: Check("") for person in listeners}
        for box in self.boxes.values():
            self.people.addWidget(box)
        for before, after in pairwise((self.topic, *self.boxes.values(), self.words)):
            self.setTabOrder(before, after)  # as on the screen: Qt uses the order of creation

    def _build(self) -> None:
        named(self.topic, _TOPIC)
        self.send.clicked.connect(self._send)
        self.follow.clicked.connect(lambda: self._follow(done=False))
        self.settle.clicked.connect(lambda: self._follow(done=True))
        self.table.moved.connect(self._show)
        self.table.chosen_text = lambda: self.follow.words
        self.table.chosen.connect(lambda _: self._follow(done=False))
        box = column(
            row(Text(_TOPIC, "caption"), self.topic, Text(QT_TRANSLATE_NOOP("Counter", "向谁求助"), "caption"), None),
            self.people,
            self.words,
            Text(_PRIVATE, "soft", wrap=True),
            row(None, self.send),
            self.table,
            text_below(self.whole),
            Flow(self.settle, self.follow, right=True),
            spacing="small",
        )
        box.setStretchFactor(self.table, 1)
        self.setLayout(box)

    def _send(self) -> None:
        topic, text, now, actor = self.topic.currentData(), self.words.text(), self.page.session.now(), self.page.actor
        chosen = [number for number, box in self.boxes.items() if box.isChecked()]

        def sent(request: str) -> None:
            self.table.select(request)
            self.words.clear()
            for box in self.boxes.values():
                box.setChecked(False)
            self.page.notice.say(self.tr("已发出。只有您选的人能看到。"))

        self.page.act(lambda store: actions.ask(store, actor, topic, chosen, text, now=now), sent)

    def _follow(self, *, done: bool) -> None:
        request, page = self.table.current(), self.page
        if request is None:
            return
        title = QT_TRANSLATE_NOOP("Counter", "这件事已经解决") if done else QT_TRANSLATE_NOOP("Counter", "跟进这件事")
        dialog = Dialog(page, title, request.text, ok=QT_TRANSLATE_NOOP("Counter", "确定"))
        dialog.add("text", QT_TRANSLATE_NOOP("Counter", "说明"), TextArea(lines=4))

        def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
            now, text = page.session.now(), values["text"]
            page.answer(asked, lambda store: actions.follow_up(store, page.actor, request.id, text, done=done, now=now))

        dialog.ask(submit)

    def _show(self, request: Help | None) -> None:
        for part in (self.follow, self.settle):
            part.setEnabled(request is not None)
        name = self.page.session.here.name
        lines = [request.text] if request else []
        for step in request.steps if request else ():
            mark = self.tr("（已解决）") if step.done else ""
            lines.append(f"{moment(step.at, self._now)} {name(step.by)}：{step.text}{mark}")
        self.whole.setText("\n".join(lines))

    def _columns(self) -> list[Column[Help]]:
        return [
            Column(QT_TRANSLATE_NOOP("Counter", "时间"), lambda r: moment(r.at, self._now), order=lambda r: r.at),
            Column(
                QT_TRANSLATE_NOOP("Counter", "状态"),
                lambda r: self.tr("已解决") if r.done else self.tr("跟进中") if r.steps else self.tr("已发出"),
                lambda r: "soft" if r.done else "warn",
            ),
            Column(QT_TRANSLATE_NOOP("Counter", "求助人"), lambda r: self.page.session.here.name(r.staff)),
            Column(QT_TRANSLATE_NOOP("Counter", "向谁"), lambda r: listed(map(self.page.session.here.name, r.to))),
            Column(QT_TRANSLATE_NOOP("Counter", "哪方面"), lambda r: words.topic(r.topic)),
            Column(QT_TRANSLATE_NOOP("Counter", "内容"), lambda r: r.text.replace("\n", " "), stretch=True),
        ]


_PRIVATE = QT_TRANSLATE_NOOP("Counter", "不选的人看不到，职务再高也不行。")
