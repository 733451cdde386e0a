"""管理参数: all values of the policy in force; changed here, previewed on past records, then published."""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.kit import policy_fields
from counter.kit.dialog import Dialog
from counter.kit.lazy_tabs import Tabs
from counter.kit.page import Page, tab_keys
from counter.kit.place import Group, Place, Theme
from counter.kit.policy_words import unit, written
from counter.kit.scroll import text_below
from counter.kit.table import Column, Table
from counter.kit.words import Button, SearchField, Text, say
from counter.office.policy_preview import PreviewPanel
from counter.session import CounterSession
from counter.store_type import Store
from shared.declaration.declared import declared
from shared.domain import wording
from shared.domain.actor import Actor
from shared.domain.policy import Policy, Section, Setting, settings
from shared.domain.policy_check import may, plain, wrong_value
from shared.domain.roles import Act
from shared.domain.text import full_day
from shared.domain.workdays import day_of
from shared.qt.boxes import row
from shared.reference import actions, views
from shared.reference.views import Document

_TABS = (QT_TRANSLATE_NOOP("Counter", "参数"), QT_TRANSLATE_NOOP("Counter", "影响与发布"))
_CHANGE = QT_TRANSLATE_NOOP("Counter", "修改")
_PUBLISH = QT_TRANSLATE_NOOP("Counter", "发布新版本")
_UNREAD = QT_TRANSLATE_NOOP("Counter", "{value}（发布的值本版本还不认识，暂按此值）")
_UNDATED = QT_TRANSLATE_NOOP("Counter", "第 {version} 版的生效日“{value}”本版本还不认识，在这里没有生效。请升级程序。")
_FIRST = QT_TRANSLATE_NOOP("Counter", "先选一项按“修改”；改过之后在这里看影响，再发布。")
_EXPLAIN = QT_TRANSLATE_NOOP("Counter", "每次决定都记录当时的版本；发布后新的决定按新版本。")


class Rule(msgspec.Struct, frozen=True):
    """A setting with its value in force and the value as changed here (None: not changed).

    `unread`: another value was published, which this version cannot read.
    """

    section: type[Section]
    setting: Setting
    value: Any
    changed: Any = None
    unread: bool = False

    @property
    def path(self) -> tuple[str, str]:
        """Its section and name in the document."""
        return self.section.key, self.setting.name

    @property
    def name(self) -> str:
        return f"{self.section.title} · {self.setting.value.name}"

    @property
    def now(self) -> Any:
        """The value as it would be published."""
        return self.value if self.changed is None else self.changed

    def mentions(self, wanted: str) -> bool:
        """Whether `wanted` (lower case) is part of its names or meaning."""
        return wanted in f"{self.name} {self.setting.value.meaning} {'.'.join(self.path)}".lower()


class PolicyData(msgspec.Struct, frozen=True):
    """The policy in force, versions published for a later day, and the last change of each value."""

    policy: Policy
    waiting: tuple[Document, ...]
    last: Mapping[tuple[str, str], Document]


class PolicyPage(Page[PolicyData]):
    """Enter on a line changes its value; the second tab previews the changes and publishes them."""

    place = Place(
        "policy", QT_TRANSLATE_NOOP("Counter", "管理参数"), "rules", Act.PUBLISH, Group.OFFICE, 3, Theme.RULES
    )

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.version = Text(style="soft")
        self.search = SearchField(QT_TRANSLATE_NOOP("Counter", "输入名称查找"))
        self.table: Table[Rule] = Table(
            QT_TRANSLATE_NOOP("Counter", "管理参数"), self._columns(), key=lambda rule: rule.path
        )
        self.meaning = Text(wrap=True)
        self.change = Button(_CHANGE, shortcut="Ctrl+M")
        self.show_effect = Button(QT_TRANSLATE_NOOP("Counter", "看影响"), "primary", "chart", "Ctrl+Return")
        self.why = Text(_FIRST, "soft", wrap=True)
        self.preview = PreviewPanel(session, self.changes)
        self.tabs = Tabs()
        self._changes: dict[tuple[str, str], Any] = {}
        self._build()
        self._connect()

    def _build(self) -> None:
        self.head.addWidget(self.version)
        below = row(self.why, self.change, self.show_effect)
        below.setStretch(0, 1)
        values = QWidget()
        box = QVBoxLayout(values)
        box.addWidget(self.search)
        box.addWidget(self.table, 1)
        box.addWidget(text_below(self.meaning))
        box.addLayout(below)
        for tab in (values, self.preview):
            self.tabs.addTab(tab, "")
        tab_keys(self, self.tabs.tabBar())
        self.body.addWidget(self.tabs, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._fill)
        self.search.returnPressed.connect(self.table.setFocus)
        self.table.chosen.connect(lambda _: self._change())
        self.table.moved.connect(self._show_meaning)
        self.change.clicked.connect(self._change)
        self.show_effect.clicked.connect(lambda: self.tabs.setCurrentIndex(1))
        self.tabs.currentChanged.connect(self._on_tab_changed)
        self.preview.publish.clicked.connect(self._publish)

    def take_focus(self) -> None:
        self.table.setFocus()

    def query(self) -> Callable[[Store], PolicyData]:
        now = self.session.now()
        return lambda store: _read(store, now)

    def show_data(self, data: PolicyData) -> None:
        for place, title in enumerate(_TABS):
            self.tabs.setTabText(place, say(title))
        parts = [self.tr("现行第 {version} 版").format(version=data.policy.version)]
        for each in (each for each in data.waiting if not each.undated):
            day = full_day(each.effective)
            parts.append(self.tr("第 {version} 版自{day}起").format(version=each.version, day=day))
        self.version.setText(" · ".join(parts))
        for each in (each for each in data.waiting if each.undated):
            said = say(_UNDATED).format(version=each.version, value=each.undated)
            self.notice.say(said, "warn", 0)
        self._fill()

    @property
    def changed(self) -> list[Rule]:
        """The settings that were changed."""
        return [rule for rule in self._rules() if rule.changed is not None]

    def changes(self) -> dict[str, Any]:
        """The changed values only, as the document's JSON: the rest stays as it is in force when published."""
        body: dict[str, Any] = {}
        for (section, name), value in self._changes.items():
            body.setdefault(section, {})[name] = value
        return body

    def _fill(self) -> None:
        wanted = self.search.text().strip().lower()
        self.table.show_rows([rule for rule in self._rules() if rule.mentions(wanted)], self.search.text().strip())
        self.show_effect.unless((not self._changes, _FIRST))
        self.why.change(_EXPLAIN if self._changes else _FIRST)

    def _rules(self) -> list[Rule]:
        return [
            Rule(section, setting, values[setting.name], self._changes.get((key, setting.name)), setting in unread)
            for key, section in declared().sections.items()
            if self.data is not None and (values := plain(self.data.policy[section]))
            for unread in [self.data.policy.unread(section)]
            for setting in settings(section)
        ]

    def _show_meaning(self, rule: Rule | None) -> None:
        self.meaning.setText("" if rule is None else self._meaning(rule))

    def _meaning(self, rule: Rule) -> str:
        value, last = rule.setting.value, self.data.last.get(rule.path) if self.data else None
        pattern = self.tr("{meaning}。可填：{may}。依据：{source}")
        said = pattern.format(meaning=value.meaning, may=may(rule.setting), source=value.source)
        if last is None:
            never = self.tr("自出厂以来没有改过。")
            return f"{said}\n{never}"
        day, who = full_day(day_of(last.published_at)), self.session.here.full_name(last.published_by)
        text = self.tr("上次修改：{day} 第 {version} 版，{who}")
        return f"{said}\n{text.format(day=day, version=last.version, who=who)}"

    def _change(self) -> None:
        rule = self.table.current()
        if rule is None:
            return
        now = self.tr("现行值：{value}").format(value=written(rule.setting, rule.value))
        intro = f"{rule.name}\n{self._meaning(rule)}\n{now}"
        dialog = Dialog(self, _CHANGE, intro, ok=QT_TRANSLATE_NOOP("Counter", "确定"))
        policy_fields.ask(dialog, rule.setting, rule.now)

        def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
            value = policy_fields.answer(rule.setting, values)
            if refusal := wrong_value(rule.section, rule.setting, value, rule.value):
                asked.refused(wording.refusal(refusal))
                return
            self._set_change(rule, value)
            asked.accept()

        dialog.ask(submit)

    def _set_change(self, rule: Rule, value: Any) -> None:
        if value == rule.value:
            self._changes.pop(rule.path, None)
        else:
            self._changes[rule.path] = value
        self._fill()
        self.notice.hide()
        if broken := self._broken(rule.section):
            self.notice.say(self.tr("还差一步：{rule}").format(rule=broken), "warn")

    def _broken(self, section: type[Section]) -> str:
        """Which relations between values do not hold as changed so far; often the other value is changed next."""
        found = {rule.setting.name: rule.setting.read(rule.now) for rule in self._rules() if rule.section is section}
        return " ".join(str(relation.text) for relation in section(**found).broken())

    def _on_tab_changed(self, place: int) -> None:
        if place == 1:
            self.preview.start()

    def _publish(self) -> None:
        parts = [
            f"{rule.name}：{written(rule.setting, rule.value)} → {written(rule.setting, rule.changed)}"
            for rule in self.changed
        ]
        begins = self.tr("自{day}起").format(day=full_day(self.preview.begins.day))
        dialog = Dialog(self, _PUBLISH, "\n".join([begins, *parts]), ok=QT_TRANSLATE_NOOP("Counter", "发布到所有大厅"))

        def submit(asked: Dialog, _values: Mapping[str, Any]) -> None:
            now, body = self.session.now(), self.preview.document()
            self.answer(
                asked, lambda store: actions.publish(store, self.actor, "policy", body, now=now), self._on_published
            )

        dialog.ask(submit)

    def _on_published(self, version: int) -> None:
        self._changes.clear()
        self.tabs.setCurrentIndex(0)
        self.notice.say(self.tr("第 {version} 版已发布。").format(version=version))

    def _columns(self) -> list[Column[Rule]]:
        return [
            Column(QT_TRANSLATE_NOOP("Counter", "部分"), lambda rule: str(rule.section.title)),
            Column(QT_TRANSLATE_NOOP("Counter", "名称"), lambda rule: str(rule.setting.value.name)),
            Column(
                QT_TRANSLATE_NOOP("Counter", "现行值"),
                _in_force,
                lambda rule: "warn" if rule.unread else "",
                stretch=True,
            ),
            Column(QT_TRANSLATE_NOOP("Counter", "单位"), lambda rule: unit(rule.setting)),
            Column(
                QT_TRANSLATE_NOOP("Counter", "改为"),
                lambda rule: "" if rule.changed is None else written(rule.setting, rule.changed),
                lambda rule: "" if rule.changed is None else "warn",
            ),
        ]


def _in_force(rule: Rule) -> str:
    value = written(rule.setting, rule.value)
    return say(_UNREAD).format(value=value) if rule.unread else value


def _read(store: Store, now: int) -> PolicyData:
    policy = views.policy(store, now=now)
    waiting = views.schedule(store, "policy", day_of(now))
    return PolicyData(
        policy,
        tuple(each for each in waiting if each.effective > day_of(now)),
        views.last_changes(store, "policy"),
    )
