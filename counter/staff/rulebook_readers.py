"""The tab 谁还没读 of 管理制度: who has not read a chapter, and the receipt for the hall's printed copies."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.kit.choice import choice
from counter.kit.dialog import Dialog
from counter.kit.flow import Flow
from counter.kit.number_field import NumberField
from counter.kit.page import Page
from counter.kit.table import Column, Table
from counter.kit.words import Button, Text, listed, named, say
from counter.staff.rulebook_data import RulebookData
from counter.store_type import Store
from shared.domain.refusal import Refusal
from shared.domain.roles import Act, may
from shared.domain.text import full_day
from shared.practice.rulebook import actions, words
from shared.practice.rulebook.views import Readers, Receipt
from shared.practice.rulebook.words import label

_HALL = QT_TRANSLATE_NOOP("Counter", "大厅")
_RECEIVE = QT_TRANSLATE_NOOP("Counter", "签收制度册")
_COPIES, _BOOK = QT_TRANSLATE_NOOP("Counter", "册数"), QT_TRANSLATE_NOOP("Counter", "哪一本")
_NOT_SIGNED = QT_TRANSLATE_NOOP("Counter", "还没有签收")
_SIGNED = QT_TRANSLATE_NOOP("Counter", "{day}版 已签收 {copies} 册")
_MAX_COPIES = 999


class ReadersTab(QWidget):
    """For supervisors their hall, for the office any hall."""

    def __init__(self, page: Page[RulebookData]) -> None:
        super().__init__()
        self._page = page
        self.hall, self.receive = choice({}), Button(_RECEIVE)
        self.table: Table[Readers] = Table(
            QT_TRANSLATE_NOOP("Counter", "阅读"), self._columns(), key=lambda readers: readers.chapter.code
        )
        self.missing = Text(wrap=True)
        named(self.hall, _HALL)
        if not may(page.actor.role, Act.SEE_ALL_HALLS):  # made visible without a parent it would be a window
            self.hall.hide()
        box = QVBoxLayout(self)
        box.addLayout(Flow(self.hall, None, self.receive))
        box.addWidget(self.table, 1)
        box.addWidget(self.missing)
        self.table.moved.connect(self._show_missing)
        self.hall.currentIndexChanged.connect(page.refresh)
        self.receive.clicked.connect(self._receive)

    @property
    def shown_hall(self) -> str:
        """The code of the hall whose readers are shown."""
        return self.hall.currentData() or self._page.actor.hall

    def show_readers(self, data: RulebookData) -> None:
        if not self.hall.count():
            self.hall.refill({hall.code: hall.name for hall in data.halls})
            self.hall.setCurrentIndex(max(0, self.hall.findData(self._page.actor.hall)))
        self.table.show_rows(data.readers)
        self.receive.unless((not data.receipts, label("empty")))
        self._show_missing(self.table.current())

    def _receive(self) -> None:
        """Ask the supervisor to sign for the hall's printed copies."""
        data, page = self._page.data, self._page
        if data is None:
            return
        said = [f"{words.book(book.value)}：{_receipt_text(each)}" for book, each in data.receipts.items()]
        dialog = Dialog(page, _RECEIVE, "\n".join(said), ok=QT_TRANSLATE_NOOP("Counter", "签收"))
        dialog.add("book", _BOOK, choice({book: words.book(book.value) for book in data.receipts}))
        dialog.add("copies", _COPIES, NumberField(_COPIES, 1, _MAX_COPIES))

        def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
            now, book, copies = page.session.now(), values["book"], values["copies"]
            done = self.tr("已签收《{book}》{copies}册。").format(book=words.book(book.value), copies=copies)

            def work(store: Store) -> Refusal | None:
                return actions.receive(store, page.actor, book, copies, now=now)

            page.answer(asked, work, lambda _: page.notice.say(done))

        dialog.ask(submit)

    def _show_missing(self, readers: Readers | None) -> None:
        names = listed(f"{person.name} {person.number}" for person in readers.unread) if readers else ""
        text = self.tr("还没读：{names}").format(names=names) if names else self.tr("全部已读。")
        self.missing.setText(text if readers else "")

    def _columns(self) -> list[Column[Readers]]:
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


def _receipt_text(receipt: Receipt) -> str:
    if receipt.edition is None:
        return say(_NOT_SIGNED)
    return say(_SIGNED).format(day=full_day(receipt.edition), copies=receipt.copies)
