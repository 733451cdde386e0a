"""The quiz: one question at a time, digits choose, Enter goes on; no score before the paper is handed in."""

import textwrap
from collections.abc import Sequence
from itertools import zip_longest

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.kit.dialog import Dialog
from counter.kit.flow import Flow
from counter.kit.page import AnyPage
from counter.kit.panel import Panel
from counter.kit.scroll import scrolling
from counter.kit.words import Button, Text, say
from shared.practice.learning.papers import Attempt, PaperItem
from shared.qt import theme
from shared.qt.boxes import column
from shared.qt.buttons import TouchButton

_BACK, _NEXT = QT_TRANSLATE_NOOP("Counter", "上一题"), QT_TRANSLATE_NOOP("Counter", "下一题")
_HAND_IN, _LATER = QT_TRANSLATE_NOOP("Counter", "交卷"), QT_TRANSLATE_NOOP("Counter", "以后再答")
_PROGRESS = QT_TRANSLATE_NOOP("Counter", "第 {place} 题，共 {count} 题，已答 {given} 题")
_MANY, _ONE = QT_TRANSLATE_NOOP("Counter", "可以选几个"), QT_TRANSLATE_NOOP("Counter", "只选一个")
_CONFIRM = QT_TRANSLATE_NOOP("Counter", "已答 {given} 题，共 {count} 题。交卷后不能再改。")
_MAX_CHOICES = 6
_CHINESE_LINE, _LATIN_LINE, _INDENT = 34, 68, " " * 9


class ChoiceButton(TouchButton):
    """A choice with its digit and whether it is chosen."""

    def __init__(self, digit: int) -> None:
        super().__init__("", "p")
        self.digit = digit
        self.setCheckable(True)
        self.setSizePolicy(self.sizePolicy().horizontalPolicy().Expanding, self.sizePolicy().verticalPolicy())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter to the quiz, which goes on to the next question."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def show_choice(self, text: str, *, chosen: bool) -> None:
        """Show the text of a choice and whether it is chosen."""
        mark = "●" if chosen else "○"
        self.setText(f"{mark}  {self.digit}  " + f"\n{_INDENT}".join(_lines(text)))
        self.setAccessibleName(f"{self.digit} {text}")
        self.setChecked(chosen)


class Quiz(QWidget):
    """Emits `chosen(attempt, answers)` at each choice, `handed_in(attempt, answers)`, and `left` for later.

    `answers`: for each question the indexes of the chosen choices.
    """

    chosen = Signal(object, object)
    handed_in = Signal(object, object)
    left = Signal()

    def __init__(self, page: AnyPage) -> None:
        super().__init__()
        self._page, self._index = page, 0
        self._attempt: Attempt | None = None
        self._items: tuple[PaperItem, ...] = ()
        self._chosen: list[set[int]] = []
        self.progress, self.asked = Text(style="caption"), Text(style="lead", wrap=True)
        self.how = Text(style="soft")
        self.choices = tuple(ChoiceButton(n) for n in range(1, _MAX_CHOICES + 1))
        self.back, self.next = Button(_BACK, shortcut="PgUp"), Button(_NEXT, shortcut="PgDown")
        self.later = Button(_LATER, "quiet", shortcut="Ctrl+B")
        self.hand_in = Button(_HAND_IN, "primary", "check", "Ctrl+Return")
        self._build()

    def _build(self) -> None:
        panel, inside = Panel(), QWidget()
        box = QVBoxLayout(inside)
        box.setSpacing(theme.current().px("small"))
        for part in (self.progress, self.asked, self.how, *self.choices):
            box.addWidget(part)
        box.addStretch(1)
        panel.box.addWidget(scrolling(inside), 1)
        panel.box.addLayout(Flow(self.later, self.back, self.next, self.hand_in, right=True))
        self.setLayout(column(panel))
        for place, button in enumerate(self.choices):
            button.clicked.connect(lambda _=False, place=place: self._choose(place))
        self.back.clicked.connect(lambda: self._move(-1))
        self.next.clicked.connect(lambda: self._move(1))
        self.later.clicked.connect(self.left)
        self.hand_in.clicked.connect(self._hand_in)

    def show_paper(self, attempt: Attempt, items: tuple[PaperItem, ...], kept: Sequence[Sequence[int]]) -> None:
        """Show a paper at its first question without an answer; `kept`: the answers stored before."""
        if self._attempt is None or self._attempt.id != attempt.id:
            self._attempt, self._items = attempt, items
            self._chosen = [set(each) for each, _ in zip_longest(kept[: len(items)], items, fillvalue=())]
            self._index = next((place for place, each in enumerate(self._chosen) if not each), 0)
        self._show()

    def take_focus(self) -> None:
        self.choices[0].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.key() - Qt.Key.Key_1
        if self._items and 0 <= digit < len(self._items[self._index].order):
            self._choose(digit)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._move(1)
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        if not self._items:
            return
        item, chosen = self._items[self._index], self._chosen[self._index]
        given = sum(map(bool, self._chosen))
        self.progress.setText(say(_PROGRESS).format(place=self._index + 1, count=len(self._items), given=given))
        self.asked.setText(item.question.text)
        self.how.change(_MANY if item.question.multiple else _ONE)
        for place, button in enumerate(self.choices):
            shown = place < len(item.order)
            if shown:
                index = item.order[place]
                button.show_choice(item.question.choices[index].text, chosen=index in chosen)
            button.setVisible(shown)
        self.back.setEnabled(self._index > 0)
        self.next.setEnabled(self._index + 1 < len(self._items))

    def _choose(self, place: int) -> None:
        item, chosen = self._items[self._index], self._chosen[self._index]
        index = item.order[place]
        if not item.question.multiple:
            chosen.clear()
            chosen.add(index)
        elif index in chosen:
            chosen.remove(index)
        else:
            chosen.add(index)
        self.chosen.emit(self._attempt, self._answers)
        self._show()

    @property
    def _answers(self) -> list[list[int]]:
        return [sorted(each) for each in self._chosen]

    def _move(self, by: int) -> None:
        self._index = min(max(self._index + by, 0), max(len(self._items) - 1, 0))
        self._show()
        self.take_focus()

    def _hand_in(self) -> None:
        attempt, given = self._attempt, sum(map(bool, self._chosen))
        if attempt is None:
            return
        dialog = Dialog(self._page, _HAND_IN, say(_CONFIRM).format(given=given, count=len(self._items)), ok=_HAND_IN)

        def submit(asked: Dialog, _values: object) -> None:
            asked.accept()
            self.handed_in.emit(attempt, self._answers)

        dialog.ask(submit)


def _lines(text: str) -> list[str]:
    """Break a text into lines, as buttons do not: Chinese after a number of characters, others between words."""
    if sum(letter.isascii() for letter in text) > len(text) / 2:
        return textwrap.wrap(text, _LATIN_LINE) or [text]
    return [text[at : at + _CHINESE_LINE] for at in range(0, len(text), _CHINESE_LINE)]
