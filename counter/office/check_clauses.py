"""考核条目: each line of the checklist with the clause of a rulebook it stands on, so that a deduction opens it."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.kit.choice import choice
from counter.kit.dialog import Dialog
from counter.kit.page import AnyPage
from counter.kit.table import Column, Table
from counter.kit.words import Button, Text, say
from counter.store_type import Store
from shared.domain.refusal import Refusal
from shared.practice.assessment import actions, words
from shared.practice.assessment.facts import CheckLine
from shared.practice.rulebook import words as rules
from shared.practice.rulebook.clauses import clauses
from shared.practice.rulebook.views import Chapter
from shared.qt.boxes import row

_TITLE = QT_TRANSLATE_NOOP("Counter", "考核条目")
_SET, _CLAUSE = QT_TRANSLATE_NOOP("Counter", "对应条款"), QT_TRANSLATE_NOOP("Counter", "条款")
_NONE = QT_TRANSLATE_NOOP("Counter", "（不对应）")
_EXPLAIN = QT_TRANSLATE_NOOP("Counter", "检查扣分时，站长可以从扣分条目直接打开这里对应的条文。")
_LONGEST = 30


class CheckClausesPanel(QWidget):
    """Enter on a line chooses its clause among those of both books."""

    def __init__(self, page: AnyPage) -> None:
        super().__init__()
        self._page = page
        self._chapters: tuple[Chapter, ...] = ()
        self.table: Table[CheckLine] = Table(_TITLE, self._columns(), key=lambda line: line.code)
        self.change = Button(_SET, "primary", shortcut="Ctrl+R")
        box = QVBoxLayout(self)
        box.addWidget(self.table, 1)
        foot = row(Text(_EXPLAIN, "soft", wrap=True), self.change)
        foot.setStretch(0, 1)
        box.addLayout(foot)
        self.table.chosen.connect(lambda _: self._change())
        self.change.clicked.connect(self._change)

    def show_lines(self, lines: Sequence[CheckLine], chapters: tuple[Chapter, ...]) -> None:
        """The checklist in force, and the chapters that clauses are chosen from."""
        self._chapters = chapters
        self.table.show_rows(lines)

    def _change(self) -> None:
        line = self.table.current()
        if line is None:
            return
        dialog = Dialog(self._page, _SET, words.shipped(line.text), ok=QT_TRANSLATE_NOOP("Counter", "确定"))
        box = choice({"": say(_NONE), **self._clauses()})
        box.setCurrentIndex(max(0, box.findData(line.clause)))
        dialog.add("clause", _CLAUSE, box)

        def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
            now, actor, clause = self._page.session.now(), self._page.actor, values["clause"]

            def work(store: Store) -> int | Refusal:
                return actions.set_clause(store, actor, line.code, clause, now=now)

            self._page.answer(asked, work)

        dialog.ask(submit)

    def _clauses(self) -> dict[str, str]:
        """`standard/12` → 第12条 双手递接… of every chapter in force."""
        return {
            f"{chapter.book.value}/{clause.number}": f"{rules.clause(clause.number)} {clause.text[:_LONGEST]}"
            for chapter in self._chapters
            for clause in clauses(chapter.text)
            if clause.number
        }

    def _columns(self) -> list[Column[CheckLine]]:
        return [
            Column(QT_TRANSLATE_NOOP("Counter", "部分"), lambda line: words.item(line.item.value)),
            Column(QT_TRANSLATE_NOOP("Counter", "条目"), lambda line: words.shipped(line.text), stretch=True),
            Column(QT_TRANSLATE_NOOP("Counter", "分值"), lambda line: line.points, right=True),
            Column(_CLAUSE, self._clause),
        ]

    def _clause(self, line: CheckLine) -> str:
        return self._clauses().get(line.clause) or words.clause(line.clause)
