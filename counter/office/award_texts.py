"""隐名编辑: anonymizing an entry for the jury: the original with the replaced parts marked, and the new text."""

import re
from collections.abc import Callable, Iterable
from typing import Any

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QTextEdit

from counter.kit.choice import Choice, refill
from counter.kit.flow import Flow
from counter.kit.page import Page
from counter.kit.place import Group, Place, Theme
from counter.kit.words import Button, Check, Text, TextArea, TextField, named, say
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain.actor import Actor
from shared.domain.roles import Act
from shared.domain.workdays import day_of
from shared.practice.caring import actions, board, words
from shared.practice.caring.board import Blinded
from shared.practice.caring.views import Entry, Step
from shared.qt import theme
from shared.qt.boxes import column, row

_TITLE = QT_TRANSLATE_NOOP("Counter", "隐名编辑")
_ENTRY = QT_TRANSLATE_NOOP("Counter", "事迹")
_NAME = QT_TRANSLATE_NOOP("Counter", "题目（也不能有姓名、地点、日期）")
_ORIGINAL, _BLIND = QT_TRANSLATE_NOOP("Counter", "原文"), QT_TRANSLATE_NOOP("Counter", "评审稿")
_READ = QT_TRANSLATE_NOOP("Counter", "已通读：没有姓名、地点、日期")
_EXPLAIN = QT_TRANSLATE_NOOP("Counter", "程序只替换认得的字样，不等于隐名。请通读后再交评审；改过的稿子要重新打分。")
_TAG = re.compile("〔[^〕]*〕")


class TextsData(msgspec.Struct, frozen=True):
    """The entries to prepare, and the chosen one with the anonymized text that the program suggests."""

    year: int
    entries: tuple[Entry, ...]
    chosen: Entry | None
    blinded: Blinded | None


class AwardTextsPage(Page[TextsData]):
    """One entry at a time; a refresh keeps what is typed."""

    place = Place("award_texts", _TITLE, "write", Act.AWARD, Group.OFFICE, 8, Theme.CARE)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.entry, self.version, self.title = Choice(), Text(style="soft"), TextField()
        self.original, self.blind = _MarkedText(), _MarkedText()
        self.read = Check(_READ)
        self.again = Button(QT_TRANSLATE_NOOP("Counter", "重新替换"), shortcut="Ctrl+R")
        self.save = Button(QT_TRANSLATE_NOOP("Counter", "交评审"), "primary", "check", "Ctrl+Return")
        self._filled_entry = ""
        self._build()

    def _build(self) -> None:
        self.original.setReadOnly(True)
        for field, name in (
            (self.entry, _ENTRY),
            (self.title, _NAME),
            (self.original, _ORIGINAL),
            (self.blind, _BLIND),
        ):
            named(field, name)
        self.body.addWidget(self.entry)
        self.body.addLayout(column(Text(_NAME, "caption"), self.title, spacing="tight"))
        panes = row(
            column(Text(_ORIGINAL, "caption"), self.original, spacing="tight"),
            column(Text(_BLIND, "caption"), self.blind, spacing="tight"),
        )
        self.body.addLayout(panes, 1)
        self.body.addWidget(Text(_EXPLAIN, "soft", wrap=True))
        self.body.addLayout(Flow(self.read, self.version, self.again, self.save, right=True))
        self.entry.currentIndexChanged.connect(self.refresh)
        self.blind.textChanged.connect(self._mark_blind)
        self.again.clicked.connect(self._restart)
        self.save.clicked.connect(self._save)

    @classmethod
    def to_do(cls, store: Store, actor: Actor, now: int) -> int:
        """The number of texts to prepare."""
        return sum(each.step is Step.AGREED for each in board.to_prepare(store, day_of(now))[1])

    def take_focus(self) -> None:
        self.blind.setFocus()

    def query(self) -> Callable[[Store], TextsData]:
        wanted, today = self.entry.currentData() or "", day_of(self.session.now())

        def read(store: Store) -> TextsData:
            found, entries = board.to_prepare(store, today)
            chosen = next((each for each in entries if each.entry == wanted), next(iter(entries), None))
            if found is None or chosen is None:
                return TextsData(0, entries, None, None)
            return TextsData(found.year, entries, chosen, board.blinded(store, found, chosen, today))

        return read

    def show_data(self, data: TextsData) -> None:
        here = self.session.here
        named_ = (each.title or each.text[:40] for each in data.entries)
        lines = (
            f"{words.step(each.step.value)} · {here.full_name(each.hero)} · {name}"
            for each, name in zip(data.entries, named_, strict=True)
        )
        refill(self.entry, dict(zip((each.entry for each in data.entries), lines, strict=True)))
        for field in (self.entry, self.title, self.blind, self.read):
            field.setEnabled(data.chosen is not None)
        for button in (self.again, self.save):
            button.unless((data.chosen is None, _NOTHING))
        chosen = data.chosen.entry if data.chosen else ""
        version = data.chosen.version if data.chosen else 0
        self.version.setText(_version(version) if data.chosen else say(_NOTHING))
        if chosen != self._filled_entry:
            self._filled_entry = chosen
            self._fill(data)

    def _fill(self, data: TextsData) -> None:
        each = data.chosen
        self.original.setPlainText(each.text if each else "")
        self.title.setText(each.title if each else "")
        self.read.setChecked(False)
        if data.blinded is not None:
            self.original.mark((one.start, one.end) for one in data.blinded.replaced)
        self.blind.setPlainText(each.blind if each and each.blind else data.blinded.text if data.blinded else "")

    def _restart(self) -> None:
        """Start again from the suggested text."""
        if self.data is not None and self.data.blinded is not None:
            self.blind.setPlainText(self.data.blinded.text)

    def _mark_blind(self) -> None:
        self.read.setChecked(False)  # the text changed since it was read
        self.blind.mark(found.span() for found in _TAG.finditer(self.blind.text()))

    def _save(self) -> None:
        data = self.data
        if data is None or data.chosen is None:
            return
        key, title, text, read = data.chosen.entry, self.title.text(), self.blind.text(), self.read.isChecked()
        now, year = self.session.now(), data.year
        self.act(
            lambda store: actions.prepare(store, self.actor, year, key, title, text, read=read, now=now), self._saved
        )

    def _saved(self, version: int) -> None:
        self.notice.say(self.tr("已交评审（第 {version} 版）。").format(version=version))
        self.read.setChecked(False)
        after = [each.entry for each in (self.data.entries if self.data else ()) if each.step is Step.AGREED]
        following = next((entry for entry in after if entry != self._filled_entry), None)
        if following is not None:
            self.entry.setCurrentIndex(self.entry.findData(following))


_NOTHING = QT_TRANSLATE_NOOP("Counter", "没有等着隐名的事迹。")
_NOW = QT_TRANSLATE_NOOP("Counter", "现为第 {version} 版")


def _version(version: int) -> str:
    return say(_NOW).format(version=version) if version else ""


class _MarkedText(TextArea):
    """A text area of flexible height with marked parts."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def mark(self, spans: Iterable[tuple[int, int]]) -> None:
        """Mark these spans (start, end) of the text."""
        now, style = theme.current(), QTextCharFormat()
        style.setBackground(now.colour("warn_soft"))
        style.setForeground(now.colour("warn"))
        style.setFontUnderline(True)
        self.setExtraSelections([self._selection(span, style) for span in spans])

    def _selection(self, span: tuple[int, int], style: QTextCharFormat) -> QTextEdit.ExtraSelection:
        cursor = QTextCursor(self.document())
        text = self.text()
        cursor.setPosition(_utf16_length(text, span[0]))
        cursor.setPosition(_utf16_length(text, span[1]), QTextCursor.MoveMode.KeepAnchor)
        marked: Any = QTextEdit.ExtraSelection()  # its fields are missing in the stubs
        marked.cursor, marked.format = cursor, style
        return marked  # type: ignore[no-any-return]  # Any, as above

    def _fit(self) -> None:
        """Only a minimum height: the layout gives the rest."""
        self.setMinimumHeight(theme.current().px("vast"))


def _utf16_length(text: str, place: int) -> int:
    """The position in UTF-16 units, as Qt counts: rare characters take two."""
    return len(text[:place].encode("utf-16-le")) // 2
