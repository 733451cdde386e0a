"""导入: a preview of a file (new, known and bad lines), then the import, whole or not at all."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QProgressBar

from counter.kit import open_file
from counter.kit.choice import Choice, refill
from counter.kit.page import Page
from counter.kit.place import Group, Place, Theme
from counter.kit.scroll import text_below
from counter.kit.table import Column, Table
from counter.kit.words import Button, Check, Text, listed, named, say
from counter.session import CounterSession
from counter.store_type import Store
from shared.device.csv_file import BadLine
from shared.domain import wording
from shared.domain.actor import Actor
from shared.domain.progress import Progress
from shared.domain.refusal import Refusal
from shared.domain.roles import Act, may
from shared.imports import reading
from shared.imports.kind import FileKind, ImportRun, Taken
from shared.imports.kinds import KINDS
from shared.imports.reading import Preview
from shared.qt.boxes import column, row

_TITLE = QT_TRANSLATE_NOOP("Counter", "导入")
_KIND, _FILE = QT_TRANSLATE_NOOP("Counter", "文件种类"), QT_TRANSLATE_NOOP("Counter", "选择文件")
_IMPORT, _SKIP = QT_TRANSLATE_NOOP("Counter", "全部导入"), QT_TRANSLATE_NOOP("Counter", "跳过有误的行，导入其余的")
_WRONG = QT_TRANSLATE_NOOP("Counter", "有误的行")
_IMPORTING = QT_TRANSLATE_NOOP("Counter", "正在导入")
_EXPLAIN = QT_TRANSLATE_NOOP(
    "Counter", "Excel（.xlsx 的第一张表）或 CSV，中英文表头都可以。先预览，确认后才记录；同一文件再导入不会重复。"
)
_FILES = "*.xlsx *.csv *.txt *.tsv *.xls *.xlsm"
_NOTHING_CHOSEN = QT_TRANSLATE_NOOP("Counter", "请选择文件。")
_READING = QT_TRANSLATE_NOOP("Counter", "正在读这个文件，请稍等。")
_UNREADABLE = QT_TRANSLATE_NOOP("Counter", "这个文件不能导入，原因写在上面。")
_NO_LINES = QT_TRANSLATE_NOOP("Counter", "文件里没有可以导入的行。")
_SKIP_FIRST = QT_TRANSLATE_NOOP("Counter", "有误的行列在上面：改好文件再选，或勾选“跳过有误的行”。")
_LINES = QT_TRANSLATE_NOOP("Counter", "读到 {good} 行可用：新增或变动 {new}，以前已有 {known}；有误 {bad} 行。")
_STOPPED = QT_TRANSLATE_NOOP("Counter", "读到 {good} 行可用；有误 {bad} 行。不能导入：{why}")
_UNUSED_COLUMNS = QT_TRANSLATE_NOOP("Counter", "没有用到的列：{columns}。")
_TOTALS = QT_TRANSLATE_NOOP("Counter", "第 {lines} 行是合计或说明，不导入。")
_IMPORTED = QT_TRANSLATE_NOOP("Counter", "已导入“{file}”：新增或变动 {new}，以前已有 {known}。")


class ChosenFile(msgspec.Struct, frozen=True):
    """The chosen file's name and content."""

    name: str
    content: bytes


class ImportsPage(Page[tuple[FileKind[Any], ...]]):
    """Choose kind and file, see the preview, then import."""

    place = Place("imports", _TITLE, "page", Act.PAY, Group.OFFICE, 8, Theme.TEAM)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.kind, self.choose = Choice(), Button(_FILE, icon="scan", shortcut=QKeySequence.StandardKey.Open)
        self.columns, self.file, self.summary = Text(style="soft", wrap=True), Text(wrap=True), Text(wrap=True)
        self.checks = {name: Check(source) for name, source in _CHECKS.items()}
        self.skip = Check(_SKIP)
        self.table: Table[BadLine] = Table(_WRONG, _columns(), key=lambda bad: bad.line)
        self.whole = Text(wrap=True)
        self.reason = text_below(self.whole)
        self.bar, self.take = QProgressBar(textVisible=False), Button(_IMPORT, "primary", "check", "Ctrl+Return")
        self.chosen: ChosenFile | None = None
        self.preview: Preview[Any] | Refusal | None = None
        self._build()

    def _build(self) -> None:
        named(self.kind, _KIND)
        named(self.bar, _IMPORTING)
        self.kind.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.body.addLayout(row(Text(_KIND, "caption"), self.kind, self.choose, None))
        self.body.addLayout(column(self.columns, *self.checks.values()))
        for part in (self.file, self.summary, self.bar):
            self.body.addWidget(part)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.reason)
        self.body.addWidget(Text(_EXPLAIN, "soft", wrap=True))
        self.body.addLayout(row(self.skip, None, self.take))
        self.bar.hide()
        self.kind.currentIndexChanged.connect(self._read_preview)
        self.choose.clicked.connect(self._ask_file)
        self.table.moved.connect(lambda bad: self.whole.setText(wording.refusal(bad.refusal) if bad else ""))
        self.take.clicked.connect(self._import)
        for check in self.checks.values():
            check.toggled.connect(self._read_preview)
        self.skip.toggled.connect(self._show_preview)

    def take_focus(self) -> None:
        self.kind.setFocus()

    def query(self) -> Callable[[Store], tuple[FileKind[Any], ...]]:
        kinds = tuple(kind for kind in KINDS if may(self.actor.role, kind.act))
        return lambda _: kinds

    def show_data(self, data: tuple[FileKind[Any], ...]) -> None:
        refill(self.kind, {kind.name: str(kind.title) for kind in data})
        self._show_preview()

    def open_file(self, file: Path) -> None:
        """Read this file and show its preview."""
        self.session.read(
            self,
            lambda _: ChosenFile(file.name, reading.content(file)),
            self._on_read,
            lambda error: self.notice.say(str(error), "warn"),
        )

    def _ask_file(self) -> None:
        open_file.ask(self, _FILE, f"{say(_TITLE)} ({_FILES})", self.open_file)

    def _on_read(self, chosen: ChosenFile) -> None:
        self.chosen = chosen
        self._read_preview()

    def _kind(self) -> FileKind[Any] | None:
        return next((kind for kind in self.data or () if kind.name == self.kind.currentData()), None)

    def _job(self, progress: Progress) -> ImportRun | None:
        if self.chosen is None:
            return None
        source = reading.source(self.chosen.name, self.chosen.content)
        picked = frozenset(name for name, check in self.checks.items() if check.isChecked())
        return ImportRun(self.session.now(), source, self.actor, picked, progress)

    def _read_preview(self) -> None:
        """Make the preview of the chosen file as the chosen kind; an answer for an earlier choice is dropped."""
        self.preview = None
        kind, chosen, job = self._kind(), self.chosen, self._job(self.session.progress(self, self._show_progress))
        self._show_preview()
        if kind is None or chosen is None or job is None:
            return

        def show(found: Preview[Any] | Refusal) -> None:
            if kind is self._kind() and chosen is self.chosen:
                self.preview = found
                self._show_preview()

        self.session.read(self, lambda store: reading.preview(store, kind, chosen.content, job), show)

    def _show_preview(self) -> None:
        kind, found = self._kind(), self.preview
        self.columns.setText(str(kind.columns) if kind else "")
        for check in self.checks.values():
            check.setVisible(bool(kind and kind.choices))
        self.file.setText(self.chosen.name if self.chosen else say(_NOTHING_CHOSEN))
        bad = found.table.bad if isinstance(found, Preview) else ()
        self.table.show_rows(bad)
        self.summary.setText(_summary(found))
        self.skip.setVisible(bool(bad))
        self.reason.setVisible(bool(bad))
        self.take.unless(
            (self.chosen is None, _NOTHING_CHOSEN),
            (found is None, _READING),
            (not isinstance(found, Preview) or found.taken is None, _UNREADABLE),
            (isinstance(found, Preview) and not found.table.good, _NO_LINES),
            (bool(bad) and not self.skip.isChecked(), _SKIP_FIRST),
        )

    def _import(self) -> None:
        kind, chosen = self._kind(), self.chosen
        job, skip = self._job(self.session.progress(self, self._show_progress)), self.skip.isChecked()
        if kind is None or chosen is None or job is None:
            return
        self.take.unless((True, _READING))

        def done(taken: Taken) -> None:
            self.notice.say(say(_IMPORTED).format(file=chosen.name, new=taken.new, known=taken.known), seconds=20)
            self.chosen = self.preview = None
            self.skip.setChecked(False)
            self._show_preview()

        self.act(lambda store: reading.take(store, kind, chosen.content, job, skip_bad=skip), done)

    def _show_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
        self.bar.setVisible(done < total)


_CHECKS = {
    "make_halls": QT_TRANSLATE_NOOP("Counter", "新建名单里没有登记过的大厅"),
    "move_halls": QT_TRANSLATE_NOOP("Counter", "名单里整个大厅换了分公司"),
    "distinct": QT_TRANSLATE_NOOP("Counter", "工号相像的确实是不同的人"),
}


def _summary(found: Preview[Any] | Refusal | None) -> str:
    if found is None or isinstance(found, Refusal):
        return "" if found is None else wording.refusal(found)
    counts = {"good": len(found.table.good), "bad": len(found.table.bad)}
    if found.refused:
        parts = [say(_STOPPED).format(why=wording.refusal(found.refused), **counts)]
    else:
        taken = found.taken or Taken(0, 0)
        parts = [say(_LINES).format(new=taken.new, known=taken.known, **counts)]
    if found.table.totals:
        parts.append(say(_TOTALS).format(lines=listed(map(str, found.table.totals))))
    if found.unread:
        parts.append(say(_UNUSED_COLUMNS).format(columns=listed(found.unread)))
    return " ".join(parts)


def _columns() -> list[Column[BadLine]]:
    return [
        Column(QT_TRANSLATE_NOOP("Counter", "行"), lambda bad: str(bad.line), lambda _: "warn", right=True),
        Column(QT_TRANSLATE_NOOP("Counter", "原因"), lambda bad: wording.refusal(bad.refusal), stretch=True),
    ]
