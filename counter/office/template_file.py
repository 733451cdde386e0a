"""模板文件: exports the company's settings as one file; previews another file and applies it, whole or not at all."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QKeySequence

from counter.kit import open_file, save_file
from counter.kit.flow import Flow
from counter.kit.page import Page
from counter.kit.place import Group, Place, Theme
from counter.kit.table import Column, Table
from counter.kit.words import SAVE, Button, Text, say
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain import wording
from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.domain.workdays import day_of
from shared.qt.boxes import row
from shared.template import file as templates
from shared.template.file import PreviewLine, State, Template
from shared.template.words import state

_TITLE = QT_TRANSLATE_NOOP("Counter", "模板文件")
_EXPORT, _OPEN = QT_TRANSLATE_NOOP("Counter", "导出模板"), QT_TRANSLATE_NOOP("Counter", "打开模板")
_APPLY = QT_TRANSLATE_NOOP("Counter", "全部采用")
_NOTHING = QT_TRANSLATE_NOOP("Counter", "打开一个模板文件，这里列出里面有什么、会改什么；确认后才发布。")
_EXPLAIN = QT_TRANSLATE_NOOP(
    "Counter",
    "模板里有管理参数、检查表、管理制度和课程，没有人员、大厅和任何记录；写到员工姓名、工号或手机号的内容不能导出。"
    "采用时全部发布或一项也不发布，采用的参数从今天起生效。",
)
_COUNTED = QT_TRANSLATE_NOOP("Counter", "{file}：新增 {new}，改动 {changed}，相同 {same}，不认识 {unknown}。")
_DONE = QT_TRANSLATE_NOOP("Counter", "已采用 {count} 项。")
_TONES = {State.NEW: "good", State.CHANGED: "warn", State.SAME: "", State.UNKNOWN: "soft"}
_ORDER = (State.CHANGED, State.NEW, State.UNKNOWN, State.SAME)


class OpenedFile(msgspec.Struct, frozen=True):
    """The opened file and what applying it would change, or why it is no template."""

    name: str
    template: Template | Refusal
    lines: tuple[PreviewLine, ...]


class TemplatePage(Page[OpenedFile | None]):
    """Lists what the file would change, changes first."""

    place = Place("template", _TITLE, "page", Act.PUBLISH, Group.OFFICE, 12, Theme.RULES)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self._file: Path | None = None
        self.export, self.open_button = (
            Button(_EXPORT, shortcut=SAVE),
            Button(_OPEN, shortcut=QKeySequence.StandardKey.Open),
        )
        self.apply = Button(_APPLY, "primary", "check", "Ctrl+Return")
        self.summary = Text(style="lead", wrap=True)
        self.table: Table[PreviewLine] = Table(_TITLE, _columns(), key=lambda line: (line.part, line.key))
        self.body.addLayout(Flow(self.export, self.open_button, None))
        self.body.addWidget(self.summary)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(Text(_EXPLAIN, "soft", wrap=True))
        self.body.addLayout(row(None, self.apply))
        self.export.clicked.connect(self._export)
        self.open_button.clicked.connect(self._ask_file)
        self.apply.clicked.connect(self._apply)

    def take_focus(self) -> None:
        self.export.setFocus()

    def query(self) -> Callable[[Store], OpenedFile | None]:
        file = self._file
        return lambda store: _read_file(store, file) if file else None

    @property
    def filled(self) -> bool:
        return bool(self.summary.text())

    def _show(self) -> None:
        self.show_data(self.data)

    def show_data(self, data: OpenedFile | None) -> None:
        lines = data.lines if data else ()
        self.table.show_rows(sorted(lines, key=lambda line: _ORDER.index(line.state)))
        self.apply.setEnabled(any(line.state in (State.NEW, State.CHANGED) for line in lines))
        self.summary.setText(_summary(data))

    def open_file(self, file: Path) -> None:
        """Read this file and show what it would change."""
        self._file = file
        self.refresh()

    def _ask_file(self) -> None:
        open_file.ask(self, _OPEN, f"{say(_TITLE)} (*.json)", self.open_file)

    def _export(self) -> None:
        today = day_of(self.session.now())

        def write(store: Store, file: Path, _: str) -> None:
            content = templates.export(store, today)
            if isinstance(content, Refusal):
                raise OSError(wording.refusal(content))
            file.write_bytes(content)

        save_file.ask(self, _EXPORT, f"{say(_TITLE)}-{today}", write, {"json": "JSON"})

    def _apply(self) -> None:
        if self.data is None or isinstance(self.data.template, Refusal):
            return
        template, now = self.data.template, self.session.now()
        self.act(
            lambda store: templates.take(store, self.actor, template, now=now),
            lambda count: self.notice.say(say(_DONE).format(count=count)),
        )


def _read_file(store: Store, file: Path) -> OpenedFile:
    try:
        found = templates.read(file.read_bytes())
    except OSError:  # unreadable file
        found = Refusal("no_template")
    return OpenedFile(file.name, found, () if isinstance(found, Refusal) else templates.preview(store, found))


def _summary(data: OpenedFile | None) -> str:
    if data is None:
        return say(_NOTHING)
    if isinstance(data.template, Refusal):
        return f"{data.name}  {wording.refusal(data.template)}"
    counts = Counter(line.state for line in data.lines)
    numbers = {each.value: counts[each] for each in State}
    return say(_COUNTED).format(file=data.name, **numbers)


def _columns() -> list[Column[PreviewLine]]:
    def values(line: PreviewLine) -> str:
        return f"{line.before or '—'} → {line.after}" if line.after and line.state is not State.SAME else line.after

    return [
        Column(
            QT_TRANSLATE_NOOP("Counter", "状态"), lambda line: state(line.state.value), lambda line: _TONES[line.state]
        ),
        Column(QT_TRANSLATE_NOOP("Counter", "部分"), lambda line: templates.title(line.part)),
        Column(QT_TRANSLATE_NOOP("Counter", "名称"), lambda line: line.name, stretch=True),
        Column(QT_TRANSLATE_NOOP("Counter", "数值"), values, right=True),
    ]
