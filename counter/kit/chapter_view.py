"""A chapter of a rulebook as it looks, from its Markdown; or what changed in it, clause by clause."""

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from counter.kit.words import say
from shared.practice.rulebook import words
from shared.practice.rulebook.clauses import clauses
from shared.practice.rulebook.views import Difference
from shared.qt import markdown, theme

_BEFORE, _AFTER = QT_TRANSLATE_NOOP("Counter", "原文"), QT_TRANSLATE_NOOP("Counter", "现为")
_NEW, _GONE = QT_TRANSLATE_NOOP("Counter", "新增"), QT_TRANSLATE_NOOP("Counter", "删去")
_SAME = QT_TRANSLATE_NOOP("Counter", "条文没有变化。")
_HEAD = QT_TRANSLATE_NOOP("Counter", "条文以外")


class ChapterView(QTextEdit):
    """Read-only. Tab goes on to the next field; links and images are not loaded."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self._shown: object = None

    def show_text(self, text: str) -> None:
        """Show a chapter's Markdown; the same text keeps its scroll position."""
        if self._shown != text:
            self._shown = text
            self.document().setMarkdown(markdown.plain(text), markdown.FEATURES)

    def show_differences(self, differences: Iterable[Difference]) -> None:
        """Show each changed clause as it was and as it is now; labelled in words, not by colour only."""
        found = tuple(differences)
        if self._shown != found:
            self._shown = found
            self.setHtml("".join(map(_difference, found)) or f"<p>{escape(say(_SAME))}</p>")

    def go_to(self, number: int) -> None:
        """Scroll to a clause, if it is there."""
        block = self.document().begin()
        while block.isValid():
            if any(each.number == number for each in clauses(block.text())):
                self.setTextCursor(QTextCursor(block))
                self.ensureCursorVisible()
                return
            block = block.next()

    def loadResource(self, _kind: int, _name: object) -> object:
        return None


def _difference(each: Difference) -> str:
    head = words.clause(each.number) if each.number else say(_HEAD)
    parts = [f"<h3>{escape(head)}</h3>"]
    if each.before:
        parts.append(_part(_BEFORE if each.after else _GONE, each.before, "ink_soft", "s"))
    if each.after:
        parts.append(_part(_AFTER if each.before else _NEW, each.after, "ink", "b"))
    return "".join(parts)


def _part(source: object, text: str, colour: str, tag: str) -> str:
    html = escape(text.replace("**", "")).replace("\n", "<br>")
    ink = theme.current().colour(colour).name()
    return f'<p style="color: {ink}">{escape(say(source))}：<{tag}>{html}</{tag}></p>'
