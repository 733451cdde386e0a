"""等候人数: the settings of the sources for the number of waiting customers, in the order of trust."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent

from counter.kit.choice import choice
from counter.kit.dialog import Dialog
from counter.kit.flow import Flow
from counter.kit.table import CHOOSE, Column, Table
from counter.kit.tabs import PageOfTabs, PageTab
from counter.kit.words import Button, Text, TextArea, TextField, say
from counter.store_type import Store
from shared.domain import wording
from shared.domain.refusal import Refusal
from shared.domain.urls import without_secret
from shared.qt.boxes import column

if TYPE_CHECKING:
    from shared.queue_sources import Source, Standing

_ABOUT = QT_TRANSLATE_NOOP(
    "Counter",
    "暂停服务要看排队人数。从上到下，用第一个刚报过数的来源；都没有，由本人填报。每5秒问一次，“现在”是最近的答复。",
)
_KINDS: dict[str, object] = {
    "line": QT_TRANSLATE_NOOP("Counter", "暖窗自己的排队"),
    "http": QT_TRANSLATE_NOOP("Counter", "叫号机的网页（JSON）"),
    "sql": QT_TRANSLATE_NOOP("Counter", "叫号机的数据库"),
    "file": QT_TRANSLATE_NOOP("Counter", "文本文件"),
}
_NAME = QT_TRANSLATE_NOOP("Counter", "名称（可不填）")
_ADDRESS = QT_TRANSLATE_NOOP("Counter", "地址")
_LABELS: dict[str, object] = {
    "name": _NAME,
    "address": _ADDRESS,
    "field": QT_TRANSLATE_NOOP("Counter", "人数在哪一项，如 data.waiting、halls.0.waiting"),
    "headers": QT_TRANSLATE_NOOP("Counter", "请求头（可不填），每行一个，如 X-Key: abc"),
    "query": QT_TRANSLATE_NOOP("Counter", "查询语句（一条 SELECT，第一行第一列是人数）"),
    "path": QT_TRANSLATE_NOOP("Counter", "文件的完整路径，里面只写人数"),
    "age": QT_TRANSLATE_NOOP("Counter", "数字的时间"),
}
_AGES: dict[str, object] = {
    "modified": QT_TRANSLATE_NOOP("Counter", "文件修改的时间"),
    "read": QT_TRANSLATE_NOOP("Counter", "读到的时间"),
}
_ADD = QT_TRANSLATE_NOOP("Counter", "添加来源")
_CHANGE = QT_TRANSLATE_NOOP("Counter", "修改来源")
_KIND = QT_TRANSLATE_NOOP("Counter", "谁来报数")
_NEXT = QT_TRANSLATE_NOOP("Counter", "下一步")
_KEEP = QT_TRANSLATE_NOOP("Counter", "保存")
_SAVED = QT_TRANSLATE_NOOP("Counter", "已保存，马上开始问新的来源。")
_WAITING = QT_TRANSLATE_NOOP("Counter", "{n} 人")
_OURS = QT_TRANSLATE_NOOP("Counter", "随时可用")
_NO_ANSWER = QT_TRANSLATE_NOOP("Counter", "还没有答复")
_OUR_LINE = QT_TRANSLATE_NOOP("Counter", "暖窗自己的排队没有可改的。")
_FIRST = QT_TRANSLATE_NOOP("Counter", "已经是第一个。")
_LAST_ONE = QT_TRANSLATE_NOOP("Counter", "至少留一个来源。")
_SETTINGS_BROKEN = QT_TRANSLATE_NOOP("Counter", "设置文件有误，要先恢复。")
_SETTINGS_FINE = QT_TRANSLATE_NOOP("Counter", "设置文件没有问题。")
_RESTORED = QT_TRANSLATE_NOOP("Counter", "已恢复为暖窗自己的排队；原来的文件留作 queue.toml.old。")
_REFRESH_MS = 2000


class QueueSourcesPart(PageTab):
    """The tab with one line per source; a change is saved and used at once."""

    title = QT_TRANSLATE_NOOP("Counter", "等候人数")

    def __init__(self, page: PageOfTabs) -> None:
        super().__init__(page)
        self._standings: tuple[Standing, ...] = ()
        self._fault: Refusal | None = None
        self.fault = Text(tone="warn", wrap=True)
        self.table: Table[tuple[int, Standing]] = Table(self.title, _columns(), key=lambda line: str(line[0]))
        self.add = Button(_ADD, shortcut="Ctrl+Shift+N")
        self.change = Button(QT_TRANSLATE_NOOP("Counter", "修改"), shortcut="Ctrl+M")
        self.move_up = Button(QT_TRANSLATE_NOOP("Counter", "提前"), "quiet", shortcut="Ctrl+U")
        self.remove = Button(QT_TRANSLATE_NOOP("Counter", "移除"), "quiet", shortcut="Ctrl+Del")
        self.restore = Button(QT_TRANSLATE_NOOP("Counter", "恢复"), "quiet", shortcut="Ctrl+R")
        below = Flow(self.add, self.change, self.move_up, self.remove, self.restore)
        self.setLayout(column(Text(_ABOUT, "soft", wrap=True), self.fault, self.table, below))
        self.fault.hide()
        self._timer = QTimer(self, interval=_REFRESH_MS)
        self._timer.timeout.connect(page.refresh)
        self.table.moved.connect(lambda _: self._update_buttons())
        self.table.chosen.connect(lambda _: self._change())
        self.add.clicked.connect(self._add)
        self.change.clicked.connect(self._change)
        self.move_up.clicked.connect(self._move_up)
        self.remove.clicked.connect(self._remove)
        self.restore.clicked.connect(self._restore)

    def query(self) -> "Callable[[Store], tuple[Standing, ...] | Refusal]":
        return self.page.session.waiting_count.standings

    def show_part(self, data: "tuple[Standing, ...] | Refusal") -> None:
        self._fault = data if isinstance(data, Refusal) else None
        self._standings = () if isinstance(data, Refusal) else data
        self.fault.setText(wording.refusal(self._fault) if self._fault else "")
        self.fault.setVisible(self._fault is not None)
        self.table.show_rows(list(enumerate(self._standings)))
        self._update_buttons()

    def take_focus(self) -> None:
        self.table.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    @property
    def sources(self) -> "list[Source]":
        """The sources in the order of the file."""
        return [standing.source for standing in self._standings]

    def _update_buttons(self) -> None:
        line = self.table.current()
        broken, none = (self._fault is not None, _SETTINGS_BROKEN), (line is None, CHOOSE)
        self.add.unless(broken)
        self.change.unless(broken, none, (line is not None and kind(line[1].source) == "line", _OUR_LINE))
        self.move_up.unless(broken, none, (line is not None and line[0] == 0, _FIRST))
        self.remove.unless(broken, none, (len(self._standings) == 1, _LAST_ONE))
        self.restore.unless((self._fault is None, _SETTINGS_FINE))

    def _add(self) -> None:
        dialog = Dialog(self.page, _ADD, ok=_NEXT)
        ours = "line" in map(kind, self.sources)
        dialog.add("kind", _KIND, choice({key: say(text) for key, text in _KINDS.items() if key != "line" or not ours}))
        dialog.ask(self._kind_chosen)

    def _kind_chosen(self, asked: Dialog, values: Mapping[str, Any]) -> None:
        asked.accept()
        if values["kind"] == "line":
            self._save([*self.sources, make_source("line", {})])
        else:
            self._ask(_ADD, values["kind"], None)

    def _change(self) -> None:
        if (line := self.table.current()) and not self.change.why:
            self._ask(_CHANGE, kind(line[1].source), line)

    def _ask(self, title: object, kind_code: str, line: "tuple[int, Standing] | None") -> None:
        dialog = Dialog(self.page, title, say(_KINDS[kind_code]), ok=_KEEP)
        for name in fields(kind_code):
            dialog.add(name, _LABELS[name], _field(name, getattr(line[1].source, name) if line else None))

        def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
            sources, source = self.sources, make_source(kind_code, values)
            place = line[0] if line else len(sources)
            self._save([*sources[:place], source, *sources[place + 1 :]], asked)

        dialog.ask(submit)

    def _move_up(self) -> None:
        if line := self.table.current():
            sources = self.sources
            sources.insert(line[0] - 1, sources.pop(line[0]))
            self.table.select(str(line[0] - 1))
            self._save(sources)

    def _remove(self) -> None:
        if line := self.table.current():
            self._save([source for place, source in enumerate(self.sources) if place != line[0]])

    def _save(self, sources: "Sequence[Source]", asked: Dialog | None = None) -> None:
        count = self.page.session.waiting_count

        def work(store: Store) -> Refusal | None:
            from shared.queue_sources import settings  # late: few halls have a ticket machine

            if fault := settings.save(store.folder, sources):
                return fault
            count.restart()
            return None

        def kept(fault: Refusal | None) -> None:
            if fault:
                (asked.refused if asked else self.page.warn)(wording.refusal(fault))
                return
            if asked:
                asked.accept()
            self.page.notice.say(say(_SAVED))
            self.page.refresh()

        self.page.session.read(self.page, work, kept)

    def _restore(self) -> None:
        count = self.page.session.waiting_count

        def work(store: Store) -> None:
            from shared.queue_sources import settings  # late, as above

            settings.set_aside_file(store.folder)
            count.restart()

        def restored(_: None) -> None:
            self.page.notice.say(say(_RESTORED))
            self.page.refresh()

        self.page.session.read(self.page, work, restored)


def kind(source: "Source") -> str:
    """The kind of a source as the file writes it: line, http, sql, file."""
    return str(source.__struct_config__.tag)


def fields(kind_code: str) -> tuple[str, ...]:
    """The names of the fields of a source of this kind, `name` last."""
    from shared.queue_sources.settings import KINDS  # late, as above

    names = KINDS[kind_code].__struct_fields__
    return (*(name for name in names if name != "name"), "name")


def make_source(kind_code: str, values: Mapping[str, Any]) -> "Source":
    """Make a source of this kind from the fields; it is validated when it is saved."""
    from shared.queue_sources.settings import KINDS  # late, as above

    typed = {name: _headers(value) if name == "headers" else value.strip() for name, value in values.items()}
    return msgspec.convert(typed | {"kind": kind_code}, KINDS[kind_code])


def _headers(text: str) -> dict[str, str]:
    lines = (line.partition(":") for line in text.splitlines() if line.strip())
    return {name.strip(): value.strip() for name, _, value in lines}


def _field(name: str, value: Any) -> Any:
    if name == "age":
        box = choice({key: say(text) for key, text in _AGES.items()})
        box.setCurrentIndex(max(0, box.findData(value)))
        return box
    if name == "headers":
        area = TextArea()
        area.setPlainText("\n".join(f"{key}: {each}" for key, each in (value or {}).items()))
        return area
    field = TextField()
    field.setText(value or "")
    return field


def _columns() -> "list[Column[tuple[int, Standing]]]":
    return [
        Column(
            QT_TRANSLATE_NOOP("Counter", "名称"), lambda line: line[1].source.name or say(_KINDS[kind(line[1].source)])
        ),
        Column(QT_TRANSLATE_NOOP("Counter", "谁来报数"), lambda line: say(_KINDS[kind(line[1].source)])),
        Column(_ADDRESS, _address),
        Column(
            QT_TRANSLATE_NOOP("Counter", "现在"), _now, lambda line: "warn" if line[1].refusal else "", stretch=True
        ),
    ]


def _address(line: "tuple[int, Standing]") -> str:
    """The address without its password, which must not show on the screen."""
    address = str(getattr(line[1].source, "address", getattr(line[1].source, "path", "")))
    return without_secret(address, address)


def _now(line: "tuple[int, Standing]") -> str:
    standing = line[1]
    if kind(standing.source) == "line":
        return say(_OURS)
    if standing.refusal:
        return wording.refusal(standing.refusal)
    return say(_WAITING).format(n=standing.reading.count) if standing.reading else say(_NO_ANSWER)
