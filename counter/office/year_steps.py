"""The dialogs for a year of the assessment: sales and parts by hand, notice, closing."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit.choice import choice
from counter.kit.dialog import Dialog
from counter.kit.page import AnyPage
from counter.kit.words import TextArea, TextField, say
from counter.store_type import Store
from shared.daily_log.signed_days import signed_days
from shared.domain.refusal import Refusal
from shared.practice.assessment import actions, words
from shared.practice.assessment.facts import Part

_OK = QT_TRANSLATE_NOOP("Counter", "确定")
_SALES, _PART = QT_TRANSLATE_NOOP("Counter", "销量完成率"), QT_TRANSLATE_NOOP("Counter", "设定考核项")
_BRANCH, _SHARE = QT_TRANSLATE_NOOP("Counter", "分公司"), QT_TRANSLATE_NOOP("Counter", "完成率，如 96.37%")
_SOURCE, _WHY = QT_TRANSLATE_NOOP("Counter", "依据"), QT_TRANSLATE_NOOP("Counter", "理由")
_WHICH, _VALUE = QT_TRANSLATE_NOOP("Counter", "考核项"), QT_TRANSLATE_NOOP("Counter", "得分")
_CONFIRM = QT_TRANSLATE_NOOP("Counter", "公示期内可以申诉；编制人不能审核；关账后数字不再变化。")


def confirm(page: AnyPage, title: object, year: int, *, announce: bool) -> None:
    """Ask, then publish a year for notice (`announce`) or close it."""
    dialog = Dialog(page, title, f"{year}\n{say(_CONFIRM)}", ok=_OK)

    def submit(asked: Dialog, _values: Mapping[str, Any]) -> None:
        now, actor = page.session.now(), page.actor

        def work(store: Store) -> Refusal | None:
            signed = signed_days(store, year)
            do = actions.publish_year if announce else actions.close_year
            return do(store, actor, year, signed, now=now)

        page.answer(asked, work)

    dialog.ask(submit)


def ask_sales(page: AnyPage, year: int, branches: tuple[str, ...]) -> None:
    """Ask for a branch's sales completion and its source."""
    dialog = Dialog(page, _SALES, str(year), ok=_OK)
    dialog.side_by_side(("branch", _BRANCH, choice({b: b for b in branches})), ("share", _SHARE, TextField()))
    dialog.add("source", _SOURCE, TextField())

    def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
        now, actor = page.session.now(), page.actor
        page.answer(
            asked,
            lambda store: actions.set_sales(
                store, actor, year, values["branch"], values["share"], values["source"], now=now
            ),
        )

    dialog.ask(submit)


def ask_part(page: AnyPage, year: int, unit: str, name: str) -> None:
    """Ask for a value other than the suggested one for a part of a unit."""
    dialog = Dialog(page, _PART, f"{year} · {name}", ok=_OK)
    parts = {part: words.part(part.value) for part in Part}
    dialog.side_by_side(("part", _WHICH, choice(parts)), ("value", _VALUE, TextField()))
    dialog.add("reason", _WHY, TextArea())

    def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
        now, actor = page.session.now(), page.actor

        def work(store: Store) -> Refusal | None:
            signed = signed_days(store, year)
            part, value, reason = values["part"], values["value"], values["reason"]
            return actions.set_part(store, actor, year, unit, part, value, reason, signed, now=now)

        page.answer(asked, work)

    dialog.ask(submit)
