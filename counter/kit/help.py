"""F1: what the open page is for, the rules behind it with their values and sources, and every key that works here."""

from typing import Any

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit.dialog import Dialog
from counter.kit.handbook import PageHelp, page_help
from counter.kit.page import AnyPage
from counter.kit.policy_words import unit, written
from counter.kit.table import Column, Table
from counter.kit.words import FIND, HELP, LARGE, NEW, Button, Text, keys, say
from shared.declaration.declared import declared
from shared.domain.policy import Policy, Setting, settings
from shared.domain.policy_check import plain
from shared.qt import theme

_TITLE = QT_TRANSLATE_NOOP("Counter", "怎么用：{page}")
_OK = QT_TRANSLATE_NOOP("Counter", "知道了")
_RULES = QT_TRANSLATE_NOOP("Counter", "背后的规则（现行第 {version} 版）")
_KEYS = QT_TRANSLATE_NOOP("Counter", "这里能用的键")
_ROWS, _LONG_TEXT = 5, 16
_EVERYWHERE = (
    (HELP, QT_TRANSLATE_NOOP("Counter", "这一页的说明")),
    ("Ctrl+D", QT_TRANSLATE_NOOP("Counter", "上岗、离岗（窗口人员，在哪一页都可以）")),
    ("Ctrl+L", QT_TRANSLATE_NOOP("Counter", "锁屏换人")),
    ("Ctrl+E", QT_TRANSLATE_NOOP("Counter", "中文 / English")),
    (LARGE, QT_TRANSLATE_NOOP("Counter", "大字、标准字：只换您自己的")),
    ("Ctrl+PgDown", QT_TRANSLATE_NOOP("Counter", "下一个标签页；Ctrl+PgUp 上一个")),
    (NEW, QT_TRANSLATE_NOOP("Counter", "新建首问工单（窗口人员，在哪一页都可以）")),
    (FIND, QT_TRANSLATE_NOOP("Counter", "查找；光标在表格里时筛选这个表格")),
    ("Return", QT_TRANSLATE_NOOP("Counter", "表格菜单里的第一项，多为打开选中的一行")),
    ("Ctrl+C", QT_TRANSLATE_NOOP("Counter", "复制表格里选中的一行")),
    ("Menu", QT_TRANSLATE_NOOP("Counter", "表格的菜单：排序、筛选、复制")),
    ("Esc", QT_TRANSLATE_NOOP("Counter", "关闭对话框，不保存")),
)


class Key(msgspec.Struct, frozen=True):
    """One key and what it does."""

    key: str
    does: str


class Rule(msgspec.Struct, frozen=True):
    """One value of the policy in force."""

    setting: Setting
    value: Any


def open_help(page: AnyPage) -> None:
    """Show the help of `page` over it; the handbook is read on the store thread the first time."""
    page.session.read(page, lambda _store: page_help(), lambda pages: _show(page, pages[page.place.key]))


def _show(page: AnyPage, text: PageHelp) -> None:
    if any(dialog.isVisible() for dialog in page.findChildren(Dialog)):  # F1 was pressed twice
        return
    title = say(_TITLE).format(page=say(page.place.title))
    dialog = Dialog(page, title, f"{text.hint}\n{text.text}".strip(), ok=_OK)
    dialog.setMinimumWidth(theme.current().px("form") * 2)
    policy = page.session.here.policy
    if rules := _rules(policy, text.rules):
        _add(dialog, _RULES, _rule_columns(rules), rules, version=policy.version)
    _add(dialog, _KEYS, _key_columns(), _keys_of(page))
    dialog.read_only().ask(lambda shown, _values: shown.accept())


def _add(dialog: Dialog, title: object, columns: list[Column[Any]], rows: list[Any], **figures: object) -> None:
    heading = Text(style="strong")
    heading.setText(say(title).format(**figures))
    table: Table[Any] = Table(title, columns)
    table.setAccessibleName(heading.text())
    table.show_rows(rows)
    table.setFixedHeight(theme.current().px("row") * (1 + min(_ROWS, len(rows))) + theme.current().px("small"))
    dialog.note(heading)
    dialog.note(table)


def _rules(policy: Policy, sections: tuple[str, ...]) -> list[Rule]:
    known = declared().sections
    return [
        Rule(setting, plain(getattr(policy[known[key]], setting.name)))
        for key in sections
        for setting in settings(known[key])
    ]


def _keys_of(page: AnyPage) -> list[Key]:
    """The shortcuts of the page's visible buttons, then those that work on every page."""
    buttons = [button for button in page.findChildren(Button) if button.keys and button.isVisible()]
    own = {button.keys: button.words for button in buttons}
    return [Key(key, words) for key, words in (own | _everywhere(own)).items()]


def _everywhere(own: dict[str, str]) -> dict[str, str]:
    return {keys(key): say(words) for key, words in _EVERYWHERE if keys(key) not in own}


def _rule_columns(rules: list[Rule]) -> list[Column[Any]]:
    long = any(len(_value(rule)) > _LONG_TEXT for rule in rules)
    return [
        Column(QT_TRANSLATE_NOOP("Counter", "规则"), lambda rule: str(rule.setting.value.name)),
        Column(QT_TRANSLATE_NOOP("Counter", "数值"), _value, stretch=long),
        Column(QT_TRANSLATE_NOOP("Counter", "含义"), lambda rule: str(rule.setting.value.meaning), stretch=True),
        Column(QT_TRANSLATE_NOOP("Counter", "依据"), lambda rule: str(rule.setting.value.source), stretch=True),
    ]


def _value(rule: Rule) -> str:
    return f"{written(rule.setting, rule.value)} {unit(rule.setting)}".strip()


def _key_columns() -> list[Column[Any]]:
    return [
        Column(QT_TRANSLATE_NOOP("Counter", "键"), lambda key: key.key),
        Column(QT_TRANSLATE_NOOP("Counter", "做什么"), lambda key: key.does, stretch=True),
    ]
