"""公示: the awards in public notice, objections to them, and the office's answers."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from counter.kit.dialog import Dialog
from counter.kit.page import AnyPage
from counter.kit.scroll import text_below
from counter.kit.table import Column, Table
from counter.kit.words import Button, Text, TextArea, say
from counter.session import CounterSession
from shared.domain import wording
from shared.practice.caring import actions
from shared.practice.caring.own import InNotice, Shown
from shared.qt.boxes import column, row

_LIST = QT_TRANSLATE_NOOP("Counter", "公示名单")
_OBJECT = QT_TRANSLATE_NOOP("Counter", "提出异议")
_WHAT = QT_TRANSLATE_NOOP("Counter", "哪里不对")
_OK = QT_TRANSLATE_NOOP("Counter", "确定")
_UNTIL = QT_TRANSLATE_NOOP("Counter", "{year} 年度贴心服务奖公示到 {day}，期间任何员工都可以提出异议。")
_NONE = QT_TRANSLATE_NOOP("Counter", "现在没有公示中的评奖。")
_MINE = QT_TRANSLATE_NOOP("Counter", "我的异议：{text}")
_ANSWER = QT_TRANSLATE_NOOP("Counter", "答复（{decision}）：{answer}")
_ACCEPTED, _NOT = QT_TRANSLATE_NOOP("Counter", "采纳"), QT_TRANSLATE_NOOP("Counter", "不采纳")


class NoticePart(QWidget):
    """The list, the chosen deed below it, and the reader's own objections."""

    def __init__(self, page: AnyPage) -> None:
        super().__init__()
        self._page = page
        self.until, self.words, self.mine = (
            Text(style="lead", wrap=True),
            Text(wrap=True),
            Text(style="soft", wrap=True),
        )
        self.table: Table[Shown] = Table(_LIST, _columns(page.session), key=lambda each: each.entry)
        self.object = Button(_OBJECT, shortcut="Ctrl+R")
        self.setLayout(
            column(self.until, self.table, text_below(self.words), text_below(self.mine), row(None, self.object))
        )
        self.table.moved.connect(lambda each: self.words.setText(each.text if each else ""))
        self.object.clicked.connect(self._object)

    def show_notice(self, notice: InNotice | None) -> None:
        """Show the round in notice."""
        day = wording.day(notice.until) if notice else ""
        self.until.setText(say(_UNTIL).format(year=notice.year, day=day) if notice else say(_NONE))
        self.table.show_rows(notice.shown if notice else ())
        self.object.unless((notice is None, _NONE))
        lines = []
        for each in notice.mine if notice else ():
            lines.append(say(_MINE).format(text=each.text))
            if each.answered:
                decision = say(_ACCEPTED if each.accepted else _NOT)
                lines.append(say(_ANSWER).format(decision=decision, answer=each.answer))
        self.mine.setText("\n".join(lines))

    def _object(self) -> None:
        page = self._page
        dialog = Dialog(page, _OBJECT, self.until.text(), ok=_OK)
        dialog.add("text", _WHAT, TextArea())

        def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
            now, text = page.session.now(), values["text"]
            page.answer(
                asked,
                lambda store: actions.object_to(store, page.actor, text, now=now),
                lambda _: page.notice.say(self.tr("异议已交经营管理部。")),
            )

        dialog.ask(submit)


def _columns(session: CounterSession) -> list[Column[Shown]]:
    return [
        Column(QT_TRANSLATE_NOOP("Counter", "姓名"), lambda each: each.name),
        Column(QT_TRANSLATE_NOOP("Counter", "大厅"), lambda each: session.here.hall_name(each.hall)),
        Column(QT_TRANSLATE_NOOP("Counter", "题目"), lambda each: each.title, stretch=True),
    ]
