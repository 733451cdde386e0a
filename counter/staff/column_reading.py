"""阅读: the issues and the chosen one; exported as PDF or HTML, copied for the public account."""

from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QTextEdit, QWidget

from counter.kit import save_file
from counter.kit.choice import choice
from counter.kit.dialog import Dialog
from counter.kit.flow import Flow
from counter.kit.page import AnyPage
from counter.kit.panel import Panel
from counter.kit.table import CHOOSE, Column, Table
from counter.kit.words import SAVE, Button, Text, TextArea, named, say
from counter.store_type import Store
from shared.domain.roles import Act, may
from shared.practice.column import actions, prints, published, words
from shared.practice.column.activities import QUESTIONS, Activity
from shared.practice.column.policy import ColumnPolicy
from shared.practice.column.published import Published
from shared.qt import clipboard
from shared.qt.boxes import row

_ISSUES = QT_TRANSLATE_NOOP("Counter", "各期")
_ISSUE = QT_TRANSLATE_NOOP("Counter", "服务之窗")
_EXPORT = QT_TRANSLATE_NOOP("Counter", "导出")
_COPY = QT_TRANSLATE_NOOP("Counter", "复制到公众号")
_FEEDBACK = QT_TRANSLATE_NOOP("Counter", "交流会反馈")
_LINE = QT_TRANSLATE_NOOP("Counter", "还想说的（不具名）")
_ONLY_SUMS = QT_TRANSLATE_NOOP("Counter", "只显示合计，满 {least} 人才显示。")
_OK = QT_TRANSLATE_NOOP("Counter", "确定")
_FORMATS = {"pdf": "PDF", "html": "HTML"}


class ReadingPart(QWidget):
    """Renders the chosen issue as HTML on the store thread."""

    def __init__(self, page: AnyPage) -> None:
        super().__init__()
        self._page = page
        self._meetings: tuple[Activity, ...] = ()
        self._shown: tuple[Published | None, str] = (None, "")  # in this language
        self.issues: Table[Published] = Table(_ISSUES, _columns(), key=lambda each: each.issue)
        self.reader = QTextEdit(readOnly=True, tabChangesFocus=True)
        self.reader.setAcceptRichText(False)
        named(self.reader, _ISSUE)
        self.empty = Text(QT_TRANSLATE_NOOP("Counter", "还没有发布过服务之窗。"), "soft", wrap=True)
        self.feedback = Button(_FEEDBACK, shortcut="Ctrl+K")
        self.copy = Button(_COPY, shortcut="Ctrl+Shift+C")
        self.export = Button(_EXPORT, shortcut=SAVE)
        self._build()

    def _build(self) -> None:
        leaf = Panel()
        leaf.box.addWidget(self.empty)
        leaf.box.addWidget(self.reader, 1)
        leaf.box.addLayout(Flow(self.feedback, self.copy, self.export, right=True))
        both = row(self.issues, leaf)
        both.setStretch(0, 2)
        both.setStretch(1, 5)
        self.setLayout(both)
        self.setFocusProxy(self.issues)
        if not may(self._page.actor.role, Act.EDIT):
            self.copy.hide()
        self.issues.moved.connect(self._show_issue)
        self.feedback.clicked.connect(self._ask_feedback)
        self.copy.clicked.connect(self._copy)
        self.export.clicked.connect(self._export)

    def show_issues(self, issues: tuple[Published, ...], meetings: tuple[Activity, ...]) -> None:
        """Show the issues, given newest first."""
        self._meetings = meetings
        self.empty.setVisible(not issues)
        self.reader.setVisible(bool(issues))
        self.issues.show_rows(issues)

    def _show_issue(self, issue: Published | None) -> None:
        for button in (self.copy, self.export):
            button.unless((issue is None, CHOOSE))
        self.feedback.setVisible(self._meeting() is not None)
        wanted = (issue, words.label("column"))
        if issue is None or wanted == self._shown:
            return
        self._shown = wanted

        def render(store: Store) -> str:
            return prints.as_html(issue, published.images(store, issue), whole=False)

        def show(html: str) -> None:
            if self._shown == wanted:
                self.reader.setHtml(html)

        self._page.session.read(self._page, render, show)

    def _meeting(self) -> Activity | None:
        """The meeting about the chosen issue."""
        issue = self.issues.current()
        return next((each for each in self._meetings if issue and each.issue == issue.issue), None)

    def _copy(self) -> None:
        """Copy the issue as HTML and plain text, without pictures."""
        issue = self.issues.current()
        if issue is None:
            return

        def render(_store: Store) -> str:
            return prints.as_html(issue, {}, whole=False)  # the public account's editor ignores pasted pictures

        def put(html: str) -> None:
            clipboard.put_html(html, self.reader.toPlainText())
            self._page.notice.say(self.tr("已复制，可以粘贴到公众号编辑器。图片请按编号补上。"))

        self._page.session.read(self._page, render, put)

    def _export(self) -> None:
        issue = self.issues.current()
        if issue is None:
            return
        chosen = issue

        def write(store: Store, file: Path, kind: str) -> None:
            (prints.as_pdf if kind == "pdf" else prints.write_html)(chosen, published.images(store, chosen), file)

        name = f"{words.label('column')}-{issue.year}-{issue.number}"
        save_file.ask(self._page, _EXPORT, name, write, _FORMATS)

    def _ask_feedback(self) -> None:
        meeting, page = self._meeting(), self._page
        if meeting is None:
            return
        activity = meeting.activity
        least = page.session.here.policy[ColumnPolicy].feedback_least
        dialog = Dialog(page, _FEEDBACK, f"{meeting.title}\n{say(_ONLY_SUMS).format(least=least)}", ok=_OK)
        for question in QUESTIONS:
            dialog.add(question, words.question(question), choice({mark: words.mark(mark) for mark in (2, 1, 0)}))
        dialog.add("line", _LINE, TextArea())
        dialog.ask(
            lambda asked, values: page.answer(
                asked,
                lambda store: actions.feedback(store, page.actor, activity, now=page.session.now(), **values),
                lambda _: page.notice.say(self.tr("谢谢，已记录。")),
            )
        )


def _columns() -> list[Column[Published]]:
    return [
        Column(
            _ISSUES,
            lambda each: words.label("issue").format(year=each.year, number=each.number),
            stretch=True,
        ),
        Column(QT_TRANSLATE_NOOP("Counter", "篇"), lambda each: str(len(each.items)), right=True),
    ]
