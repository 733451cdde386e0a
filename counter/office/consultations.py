"""征求意见: drafts open for comments, with the opinions and their outcome."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.kit.choice import choice
from counter.kit.clock import iso_day
from counter.kit.date_field import DateField
from counter.kit.dialog import Dialog
from counter.kit.page import AnyPage
from counter.kit.scroll import text_below
from counter.kit.table import Column, Table
from counter.kit.words import Button, Text, TextArea
from counter.store_type import Store
from shared.domain.refusal import Refusal
from shared.domain.text import full_day
from shared.domain.workdays import day_of
from shared.practice.rulebook import actions, words
from shared.practice.rulebook.facts import Body
from shared.practice.rulebook.views import Consultation, Draft
from shared.qt.boxes import row

_TITLE = QT_TRANSLATE_NOOP("Counter", "征求意见")
_NOTE = QT_TRANSLATE_NOOP("Counter", "记录意见")
_DAY, _BODY = QT_TRANSLATE_NOOP("Counter", "日期"), QT_TRANSLATE_NOOP("Counter", "征求对象")
_OPINIONS, _OUTCOME = QT_TRANSLATE_NOOP("Counter", "提出的意见"), QT_TRANSLATE_NOOP("Counter", "处理结果（可不填）")
_NO_DRAFT = QT_TRANSLATE_NOOP("Counter", "还没有征求意见稿。")
_EXPLAIN = QT_TRANSLATE_NOOP("Counter", "意见稿各大厅可以阅读；职工的意见只留在经营管理部。回车把意见稿放进编辑区。")


class ConsultationsPanel(QWidget):
    """The drafts, and below the consultations of the chosen one. `edit(draft)` puts a draft into the editor."""

    def __init__(self, page: AnyPage, edit: Callable[[Draft], None]) -> None:
        super().__init__()
        self._page = page
        self.table: Table[Draft] = Table(_TITLE, self._columns(), key=lambda draft: draft.code)
        self.consultations_text = Text(wrap=True)
        self.note = Button(_NOTE, "primary", shortcut="Ctrl+R")
        box = QVBoxLayout(self)
        box.addWidget(self.table, 1)
        box.addWidget(text_below(self.consultations_text))
        foot = row(Text(_EXPLAIN, "soft", wrap=True), self.note)
        foot.setStretch(0, 1)
        box.addLayout(foot)
        self.table.moved.connect(self._on_draft_changed)
        self.table.chosen.connect(edit)
        self.note.clicked.connect(self._note)
        self._on_draft_changed(None)

    def _on_draft_changed(self, draft: Draft | None) -> None:
        self.note.unless((draft is None, _NO_DRAFT))
        self.consultations_text.setText("\n".join(map(_consultation_text, draft.consultations)) if draft else "")

    def _note(self) -> None:
        draft, session = self.table.current(), self._page.session
        if draft is None:
            return
        today = day_of(session.now())
        dialog = Dialog(self._page, _NOTE, draft.text.title, ok=QT_TRANSLATE_NOOP("Counter", "确定"))
        dialog.add("body", _BODY, choice({body: words.body(body.value) for body in Body}))
        dialog.add("day", _DAY, DateField(session, today, lambda day, _: day <= today))
        dialog.add("opinions", _OPINIONS, TextArea(lines=4))
        dialog.add("outcome", _OUTCOME, TextArea(lines=2))

        def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
            now, actor = session.now(), self._page.actor

            def work(store: Store) -> Refusal | None:
                return actions.consult(store, actor, draft.code, now=now, **values)

            self._page.answer(asked, work)

        dialog.ask(submit)

    def _columns(self) -> list[Column[Draft]]:
        return [
            Column(QT_TRANSLATE_NOOP("Counter", "哪一本"), lambda draft: words.book(draft.text.book.value)),
            Column(QT_TRANSLATE_NOOP("Counter", "标题"), lambda draft: draft.text.title, stretch=True),
            Column(QT_TRANSLATE_NOOP("Counter", "存于"), lambda draft: iso_day(draft.at)),
            Column(
                QT_TRANSLATE_NOOP("Counter", "征求次数"),
                lambda draft: str(len(draft.consultations)),
                lambda draft: "good" if draft.consultations else "warn",
                right=True,
            ),
        ]


def _consultation_text(each: Consultation) -> str:
    parts = [full_day(each.day), words.body(each.body.value), each.opinions, each.outcome and f"→ {each.outcome}"]
    return " · ".join(filter(None, parts))
