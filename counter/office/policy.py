"""管理参数: every number of the rules in force; a changed document is published as a new version for all halls."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit.dialog import Dialog
from counter.kit.page import Page
from counter.kit.place import Group, Place
from counter.kit.table import Column, Table
from counter.kit.words import Button, Text, TextField
from counter.office.policy_words import field_name, section_name
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain.actor import Actor
from shared.domain.policy import Policy
from shared.domain.roles import Act
from shared.qt.boxes import row
from shared.reference import actions, views


@dataclass(frozen=True)
class Setting:
    """One value: where it stands in the document, as published, and as changed here (None: not changed)."""

    section: str
    field: str
    value: Any
    changed: Any = None

    @property
    def path(self) -> tuple[str, str]:
        return self.section, self.field


class PolicyPage(Page[Policy]):
    """Enter on a line changes it; nothing holds before it is published."""

    place = Place("policy", QT_TRANSLATE_NOOP("Counter", "管理参数"), "rules", Act.PUBLISH, Group.OFFICE, 3)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.version = Text(style="soft")
        self.search = TextField(QT_TRANSLATE_NOOP("Counter", "输入名称查找"))
        self.table: Table[Setting] = Table(
            QT_TRANSLATE_NOOP("Counter", "管理参数"), self._columns(), key=lambda setting: setting.path
        )
        self.change = Button(QT_TRANSLATE_NOOP("Counter", "修改"), shortcut="Ctrl+M")
        self.publish = Button(QT_TRANSLATE_NOOP("Counter", "发布新版本"), "primary", "check", "Ctrl+Return")
        self._policy: dict[str, Any] = {}
        self._changes: dict[tuple[str, str], Any] = {}
        self.head.addWidget(self.version)
        self.search.textChanged.connect(self._fill)
        self.search.returnPressed.connect(self.table.setFocus)
        self.table.chosen.connect(lambda _: self._change())
        self.change.clicked.connect(self._change)
        self.publish.clicked.connect(self._publish)
        self._build()

    def _build(self) -> None:
        self.body.addWidget(self.search)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(row(Text(_EXPLAIN, "soft"), None, self.change, self.publish))

    def take_focus(self) -> None:
        self.table.setFocus()

    def query(self) -> Callable[[Store], Policy]:
        return views.policy

    def show_data(self, data: Policy) -> None:
        self._policy = msgspec.to_builtins(data)
        self.version.setText(self.tr("现行第 {version} 版").format(version=data.version))
        self._fill()

    def _fill(self) -> None:
        wanted = self.search.text().strip().lower()
        self.table.show_rows([s for s in self._settings() if wanted in f"{_name(s)} {s.section}.{s.field}".lower()])
        self.publish.setEnabled(bool(self._changes))

    def _settings(self) -> list[Setting]:
        return [
            Setting(section, field, value, self._changes.get((section, field)))
            for section, values in self._policy.items()
            if isinstance(values, dict)
            for field, value in values.items()
        ]

    def _change(self) -> None:
        setting = self.table.current()
        if setting is None:
            return
        field = TextField()
        field.setText(_written(setting.value if setting.changed is None else setting.changed))
        intro = f"{_name(setting)}\n{setting.section}.{setting.field} = {_written(setting.value)}"
        dialog = Dialog(self, QT_TRANSLATE_NOOP("Counter", "修改"), intro, ok=QT_TRANSLATE_NOOP("Counter", "确定"))
        dialog.add("value", QT_TRANSLATE_NOOP("Counter", "新的值"), field)

        def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
            try:
                value = _read(values["value"], setting.value)
            except ValueError:
                asked.refused(self.tr("写法要和原来的值一样。"))
                return
            self._note(setting, value)
            asked.accept()

        dialog.ask(submit)

    def _note(self, setting: Setting, value: Any) -> None:
        if value == setting.value:
            self._changes.pop(setting.path, None)
        else:
            self._changes[setting.path] = value
        self._fill()

    def _publish(self) -> None:
        changed = [setting for setting in self._settings() if setting.changed is not None]
        parts = [f"{_name(s)}：{_written(s.value)} → {_written(s.changed)}" for s in changed]
        dialog = Dialog(
            self,
            QT_TRANSLATE_NOOP("Counter", "发布新版本"),
            "\n".join(parts),
            ok=QT_TRANSLATE_NOOP("Counter", "发布到所有大厅"),
        )

        def submit(asked: Dialog, _values: Mapping[str, Any]) -> None:
            now, body = self.session.now(), self._changed()
            self.answer(
                asked,
                lambda store: actions.publish(store, self.actor, "policy", body, now=now),
                self._published,
            )

        dialog.ask(submit)

    def _changed(self) -> dict[str, Any]:
        body = {name: dict(part) if isinstance(part, dict) else part for name, part in self._policy.items()}
        for (section, field), value in self._changes.items():
            body[section][field] = value
        return body

    def _published(self, version: int) -> None:
        self._changes.clear()
        self.notice.say(self.tr("第 {version} 版已发布。").format(version=version))

    def _columns(self) -> list[Column[Setting]]:
        return [
            Column(QT_TRANSLATE_NOOP("Counter", "部分"), lambda s: section_name(s.section)),
            Column(QT_TRANSLATE_NOOP("Counter", "名称"), lambda s: field_name(s.field)),
            Column(QT_TRANSLATE_NOOP("Counter", "现行值"), lambda s: _written(s.value), stretch=True),
            Column(
                QT_TRANSLATE_NOOP("Counter", "改为"),
                lambda s: "" if s.changed is None else _written(s.changed),
                lambda s: "" if s.changed is None else "warn",
            ),
        ]


_EXPLAIN = QT_TRANSLATE_NOOP("Counter", "每次决定都记录当时的版本；发布后新的决定按新版本。")


def _name(setting: Setting) -> str:
    return f"{section_name(setting.section)} · {field_name(setting.field)}"


def _written(value: Any) -> str:
    """A value as a person types it: 5, true, 08:30:00; longer ones as JSON."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _read(text: str, like: Any) -> Any:
    """What was typed, as the same type as `like`. Raises `ValueError`."""
    if isinstance(like, str):
        return text
    value = json.loads(text)
    number = isinstance(like, int | float) and not isinstance(like, bool)
    if number and isinstance(value, int | float) and not isinstance(value, bool):
        return value
    if type(value) is not type(like):
        raise ValueError(text)
    return value
