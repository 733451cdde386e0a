"""工作日记: writing entries, reading and correcting one's own, consenting to their nomination for the award."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QButtonGroup

from counter.kit.choice import choice
from counter.kit.clock import clock, length, moment
from counter.kit.dialog import Dialog
from counter.kit.flow import Flow
from counter.kit.page import Page
from counter.kit.panel import Panel
from counter.kit.place import Group, Place
from counter.kit.scroll import text_below
from counter.kit.table import Column, Table
from counter.kit.words import Button, Check, Text, TextArea, keys
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain.actor import Actor
from shared.domain.roles import Act
from shared.practice.diary import actions, views, words
from shared.practice.diary.facts import Entry
from shared.practice.diary.views import DiaryEntry
from shared.qt.boxes import row
from shared.qt.tips import plain

MANUAL_KINDS = tuple(entry for entry in Entry if entry is not Entry.PAUSE)
_CONSENT = QT_TRANSLATE_NOOP("Counter", "同意推荐参评贴心服务奖")


class DiaryPage(Page[tuple[DiaryEntry, ...]]):
    """The form at the left, the record at the right."""

    place = Place("diary", QT_TRANSLATE_NOOP("Counter", "工作日记"), "book", Act.SERVE, Group.WINDOW, 4)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.kinds = QButtonGroup(self)
        self.words = TextArea(QT_TRANSLATE_NOOP("Counter", "发生了什么？您怎么做的？"), lines=8)
        self.candidate = Check(_CONSENT)
        self.save = Button(QT_TRANSLATE_NOOP("Counter", "记下"), "primary", "check", "Ctrl+Return")
        self.change = Button(QT_TRANSLATE_NOOP("Counter", "修改"), shortcut="Ctrl+M")
        self.consent = Button(_CONSENT, shortcut="Ctrl+T")
        self.table: Table[DiaryEntry] = Table(
            QT_TRANSLATE_NOOP("Counter", "我的记录"), self._columns(), key=lambda entry: entry.id
        )
        self.whole = Text(wrap=True)
        self._build()

    def _build(self) -> None:
        self._connect()
        both = row(spacing="small")
        self.body.addLayout(both, 1)
        both.addWidget(self._form(), 2)
        both.addWidget(self._record(), 3)

    def take_focus(self) -> None:
        self.words.setFocus()

    def query(self) -> Callable[[Store], tuple[DiaryEntry, ...]]:
        number = self.actor.number
        return lambda store: views.mine(store, number)

    def show_data(self, data: tuple[DiaryEntry, ...]) -> None:
        self.table.show_rows(data)

    def _connect(self) -> None:
        self.save.clicked.connect(self._save)
        self.change.clicked.connect(self._change)
        self.consent.clicked.connect(self._consent)
        self.table.moved.connect(self._show_entry)
        self.table.chosen.connect(lambda _: self._change())

    def _form(self) -> Panel:
        form = Panel(QT_TRANSLATE_NOOP("Counter", "记一笔"))
        form.box.addLayout(self._kind_buttons())
        form.box.addWidget(self.words)
        form.box.addWidget(self.candidate)
        form.box.addLayout(row(None, self.save))
        form.box.addStretch(1)
        form.box.addWidget(Text(_PRIVATE, "soft", wrap=True))
        return form

    def _record(self) -> Panel:
        record = Panel(QT_TRANSLATE_NOOP("Counter", "我的记录"))
        record.box.addWidget(self.table, 1)
        record.box.addWidget(text_below(self.whole))
        record.box.addLayout(Flow(self.consent, self.change, right=True))
        return record

    def _kind_buttons(self) -> Flow:
        flow = Flow(spacing="tight")
        for place, entry in enumerate(MANUAL_KINDS):
            button = _KindButton(entry, f"Alt+{place + 1}")
            button.setCheckable(True)
            self.kinds.addButton(button, place)
            flow.addWidget(button)
        self.kinds.buttons()[0].setChecked(True)
        return flow

    def _save(self) -> None:
        entry, text, now = MANUAL_KINDS[self.kinds.checkedId()], self.words.text(), self.session.now()
        candidate = self.candidate.isChecked()
        self.act(lambda store: actions.write(store, self.actor, entry, text, candidate=candidate, now=now), self._saved)

    def _saved(self, entry: str) -> None:
        self.table.select(entry)
        self.words.clear()
        self.candidate.setChecked(False)
        self.notice.say(self.tr("已记下。"))
        self.words.setFocus()

    def _show_entry(self, entry: DiaryEntry | None) -> None:
        by_hand = entry is not None and entry.entry is not Entry.PAUSE
        self.change.setEnabled(by_hand)
        self.consent.setEnabled(by_hand)
        self.consent.change(_WITHDRAW if entry and entry.candidate else _CONSENT)
        self.whole.setText(self._full_text(entry) if entry else "")

    def _change(self) -> None:
        entry = self.table.current()
        if entry is None or entry.entry is Entry.PAUSE:
            return
        text_area = TextArea(lines=6)
        text_area.setPlainText(entry.text or "")
        kinds = tuple(dict.fromkeys((*MANUAL_KINDS, entry.entry)))  # a kind of a newer version stays selectable
        kind = choice({each: words.entry(each) for each in kinds})
        kind.setCurrentIndex(kinds.index(entry.entry))
        dialog = Dialog(self, QT_TRANSLATE_NOOP("Counter", "修改记录"), ok=QT_TRANSLATE_NOOP("Counter", "保存"))
        dialog.add("text", QT_TRANSLATE_NOOP("Counter", "内容（原来的文字会保留）"), text_area)
        dialog.add("kind", QT_TRANSLATE_NOOP("Counter", "类别"), kind)

        def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
            now = self.session.now()
            self.answer(
                asked,
                lambda store: actions.change(store, self.actor, entry.id, values["kind"], values["text"], now=now),
            )

        dialog.ask(submit)

    def _consent(self) -> None:
        entry = self.table.current()
        if entry is None:
            return
        wanted, now = not entry.candidate, self.session.now()
        self.act(
            lambda store: actions.set_candidate(store, self.actor, entry.id, wanted, now=now),
            lambda _: self.notice.say(self.tr("已同意推荐。") if wanted else self.tr("已撤回同意。")),
        )

    def _full_text(self, entry: DiaryEntry) -> str:
        """The text of an entry and, below, what came of it."""
        outcome = " · ".join(filter(None, (words.outcome(entry.outcome), entry.line)))
        return "\n".join(filter(None, (self._text(entry), f"→ {outcome}" if outcome else "")))

    def _text(self, entry: DiaryEntry) -> str:
        if entry.entry is Entry.PAUSE:
            lasted = length(entry.length_ms) if entry.length_ms is not None else ""
            end = clock(entry.ended_at) if entry.ended_at else self.tr("进行中")
            span = self.tr("{start} 至 {end}").format(start=clock(entry.at), end=end)
            return " · ".join(filter(None, (span, lasted)))
        return entry.text or ""

    def _columns(self) -> list[Column[DiaryEntry]]:
        return [
            Column(
                QT_TRANSLATE_NOOP("Counter", "时间"), lambda e: moment(e.at, self.session.now()), order=lambda e: e.at
            ),
            Column(QT_TRANSLATE_NOOP("Counter", "类别"), lambda e: words.entry(e.entry)),
            Column(QT_TRANSLATE_NOOP("Counter", "参评"), lambda e: "✓" if e.candidate else ""),
            Column(QT_TRANSLATE_NOOP("Counter", "结果"), lambda e: words.outcome(e.outcome)),
            Column(QT_TRANSLATE_NOOP("Counter", "内容"), lambda e: self._text(e).replace("\n", " "), stretch=True),
        ]


_PRIVATE = QT_TRANSLATE_NOOP(
    "Counter", "日记只有您和站长能看到；同意参评的、站长转办的主动发现和建议，经营管理部也能看到。"
)
_WITHDRAW = QT_TRANSLATE_NOOP("Counter", "撤回推荐同意")


class _KindButton(Button):
    """The button of one kind of entry."""

    def __init__(self, entry: Entry, shortcut: str) -> None:
        self.entry = entry
        super().__init__("", "", shortcut=shortcut)

    def _write(self) -> None:
        self.setText(words.entry(self.entry))
        self.setShortcut(self._keys)
        self.setToolTip(plain(keys(self._keys)))
