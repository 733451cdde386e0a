"""管理参数: every number of the rules in force; a changed document is published as a new version for all halls."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit.dialog import Dialog
from counter.kit.page import Page, words_below
from counter.kit.place import Group, Place, Theme
from counter.kit.table import Column, Table
from counter.kit.words import Button, Text, TextField
from counter.session import CounterSession
from counter.store_type import Store
from shared.declaration.declared import declared
from shared.domain import wording
from shared.domain.actor import Actor
from shared.domain.policy import Policy, Section, Setting, settings
from shared.domain.policy_check import may, plain, wrong_value
from shared.domain.roles import Act
from shared.qt.boxes import row
from shared.reference import actions, views


@dataclass(frozen=True)
class Rule:
    """One value: what its practice declares of it, as it is in force, and as changed here (None: not changed)."""

    section: type[Section]
    setting: Setting
    value: Any
    changed: Any = None

    @property
    def path(self) -> tuple[str, str]:
        """Where it stands in the document."""
        return self.section.key, self.setting.name

    @property
    def name(self) -> str:
        return f"{self.section.title} · {self.setting.value.name}"

    def mentions(self, wanted: str) -> bool:
        """Whether `wanted` is part of its names or of what it means."""
        return wanted in f"{self.name} {self.setting.value.meaning} {'.'.join(self.path)}".lower()


class PolicyPage(Page[Policy]):
    """Enter on a line changes it; nothing holds before it is published."""

    place = Place(
        "policy", QT_TRANSLATE_NOOP("Counter", "管理参数"), "rules", Act.PUBLISH, Group.OFFICE, 3, Theme.RULES
    )

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.version = Text(style="soft")
        self.search = TextField(QT_TRANSLATE_NOOP("Counter", "输入名称查找"))
        self.table: Table[Rule] = Table(
            QT_TRANSLATE_NOOP("Counter", "管理参数"), self._columns(), key=lambda rule: rule.path
        )
        self.meaning = Text(wrap=True)
        self.change = Button(QT_TRANSLATE_NOOP("Counter", "修改"), shortcut="Ctrl+M")
        self.publish = Button(QT_TRANSLATE_NOOP("Counter", "发布新版本"), "primary", "check", "Ctrl+Return")
        self._policy: Policy | None = None
        self._changes: dict[tuple[str, str], Any] = {}
        self.head.addWidget(self.version)
        self.search.textChanged.connect(self._fill)
        self.search.returnPressed.connect(self.table.setFocus)
        self.table.chosen.connect(lambda _: self._change())
        self.table.moved.connect(self._explain)
        self.change.clicked.connect(self._change)
        self.publish.clicked.connect(self._publish)
        self._build()

    def _build(self) -> None:
        self.body.addWidget(self.search)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(words_below(self.meaning))
        below = row(Text(_EXPLAIN, "soft", wrap=True), self.change, self.publish)
        below.setStretch(0, 1)
        self.body.addLayout(below)

    def take_focus(self) -> None:
        self.table.setFocus()

    def query(self) -> Callable[[Store], Policy]:
        return views.policy

    def show_data(self, data: Policy) -> None:
        self._policy = data
        self.version.setText(self.tr("现行第 {version} 版").format(version=data.version))
        self._fill()

    def _fill(self) -> None:
        wanted = self.search.text().strip().lower()
        self.table.show_rows([rule for rule in self._rules() if rule.mentions(wanted)], self.search.text().strip())
        self.publish.setEnabled(bool(self._changes))

    def _rules(self) -> list[Rule]:
        return [
            Rule(section, setting, values[setting.name], self._changes.get((key, setting.name)))
            for key, section in declared().sections.items()
            if self._policy is not None and (values := plain(self._policy[section]))
            for setting in settings(section)
        ]

    def _explain(self, rule: Rule | None) -> None:
        self.meaning.setText("" if rule is None else self._meaning(rule))

    def _meaning(self, rule: Rule) -> str:
        value = rule.setting.value
        pattern = self.tr("{meaning}。可填：{may}。依据：{source}")
        return pattern.format(meaning=value.meaning, may=may(rule.setting), source=value.source)

    def _change(self) -> None:
        rule = self.table.current()
        if rule is None:
            return
        field = TextField()
        field.setText(_written(rule.value if rule.changed is None else rule.changed))
        intro = f"{rule.name}\n{self._meaning(rule)}\n{'.'.join(rule.path)} = {_written(rule.value)}"
        dialog = Dialog(self, QT_TRANSLATE_NOOP("Counter", "修改"), intro, ok=QT_TRANSLATE_NOOP("Counter", "确定"))
        dialog.add("value", QT_TRANSLATE_NOOP("Counter", "新的值"), field)

        def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
            value = _read(values["value"], rule.value)
            if refusal := wrong_value(rule.section, rule.setting, value):
                asked.refused(wording.refusal(refusal))
                return
            self._note(rule, value)
            asked.accept()

        dialog.ask(submit)

    def _note(self, rule: Rule, value: Any) -> None:
        if value == rule.value:
            self._changes.pop(rule.path, None)
        else:
            self._changes[rule.path] = value
        self._fill()

    def _publish(self) -> None:
        changed = [rule for rule in self._rules() if rule.changed is not None]
        parts = [f"{rule.name}：{_written(rule.value)} → {_written(rule.changed)}" for rule in changed]
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
        """Only what was changed: the rest stays as it is in force when this is published."""
        body: dict[str, Any] = {}
        for (section, name), value in self._changes.items():
            body.setdefault(section, {})[name] = value
        return body

    def _published(self, version: int) -> None:
        self._changes.clear()
        self.notice.say(self.tr("第 {version} 版已发布。").format(version=version))

    def _columns(self) -> list[Column[Rule]]:
        return [
            Column(QT_TRANSLATE_NOOP("Counter", "部分"), lambda rule: str(rule.section.title)),
            Column(QT_TRANSLATE_NOOP("Counter", "名称"), lambda rule: str(rule.setting.value.name)),
            Column(QT_TRANSLATE_NOOP("Counter", "现行值"), lambda rule: _written(rule.value), stretch=True),
            Column(QT_TRANSLATE_NOOP("Counter", "单位"), _unit),
            Column(
                QT_TRANSLATE_NOOP("Counter", "改为"),
                lambda rule: "" if rule.changed is None else _written(rule.changed),
                lambda rule: "" if rule.changed is None else "warn",
            ),
        ]


_EXPLAIN = QT_TRANSLATE_NOOP("Counter", "每次决定都记录当时的版本；发布后新的决定按新版本。")


def _unit(rule: Rule) -> str:
    span = rule.setting.value.range
    return str(span.unit) if span else ""


def _written(value: Any) -> str:
    """A value as a person types it: 5, true, 08:30:00; longer ones as JSON."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _read(text: str, like: Any) -> Any:
    """What was typed: a text where the value is one, else JSON; what cannot be read stays a text, which is refused."""
    if isinstance(like, str):
        return text
    try:
        return json.loads(text)
    except ValueError:
        return text
