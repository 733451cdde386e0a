"""签收: which halls have signed for the printed copies of each book's edition in force."""

from collections.abc import Mapping, Sequence

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.kit.table import Column, Table
from counter.kit.words import Text, say
from counter.session import CounterSession
from shared.domain.text import full_day
from shared.practice.rulebook import words
from shared.practice.rulebook.facts import Book
from shared.practice.rulebook.views import Receipt

_TITLE = QT_TRANSLATE_NOOP("Counter", "签收")
_EXPLAIN = QT_TRANSLATE_NOOP("Counter", "站长在“管理制度”的“谁还没读”里签收。有新版发布后须重新发放、签收。")
_SIGNED, _OLDER = QT_TRANSLATE_NOOP("Counter", "已签收"), QT_TRANSLATE_NOOP("Counter", "旧版")
_MISSING = QT_TRANSLATE_NOOP("Counter", "未签收")


class ReceiptRow(msgspec.Struct, frozen=True):
    """The receipt of one hall for one book."""

    book: Book
    receipt: Receipt

    @property
    def current(self) -> bool:
        return self.receipt.current


class ReceiptsPanel(QWidget):
    """Lists the receipts, halls without the edition in force first."""

    def __init__(self, session: CounterSession) -> None:
        super().__init__()
        self._session = session
        self.table: Table[ReceiptRow] = Table(_TITLE, self._columns(), key=lambda line: (line.book, line.receipt.hall))
        box = QVBoxLayout(self)
        box.addWidget(self.table, 1)
        box.addWidget(Text(_EXPLAIN, "soft", wrap=True))

    def show_receipts(self, receipts: Mapping[Book, Sequence[Receipt]]) -> None:
        lines = [ReceiptRow(book, each) for book, found in receipts.items() for each in found]
        self.table.show_rows(sorted(lines, key=lambda line: line.current))

    def _columns(self) -> list[Column[ReceiptRow]]:
        return [
            Column(QT_TRANSLATE_NOOP("Counter", "大厅"), lambda line: line.receipt.name),
            Column(QT_TRANSLATE_NOOP("Counter", "哪一本"), lambda line: words.book(line.book.value), stretch=True),
            Column(QT_TRANSLATE_NOOP("Counter", "状态"), _state, lambda line: "good" if line.current else "warn"),
            Column(QT_TRANSLATE_NOOP("Counter", "版次"), _edition),
            Column(QT_TRANSLATE_NOOP("Counter", "册数"), lambda line: str(line.receipt.copies or ""), right=True),
            Column(QT_TRANSLATE_NOOP("Counter", "签收人"), self._who),
        ]

    def _who(self, line: ReceiptRow) -> str:
        return self._session.here.full_name(line.receipt.signed_by) if line.receipt.signed_by else ""


def _state(line: ReceiptRow) -> str:
    return say(_SIGNED if line.current else _OLDER if line.receipt.edition else _MISSING)


def _edition(line: ReceiptRow) -> str:
    return full_day(line.receipt.edition) if line.receipt.edition else ""
