"""The dialogs for a month of pay: setting pools, publishing reference rates, corrections."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit.choice import choice
from counter.kit.dialog import Dialog
from counter.kit.page import AnyPage
from counter.kit.words import TextArea, TextField, say
from counter.store_type import Store
from shared.domain import months
from shared.domain.refusal import Refusal
from shared.practice.performance import actions, reference_rates, words

OPEN = QT_TRANSLATE_NOOP("Counter", "公布基准")
SLIPS = QT_TRANSLATE_NOOP("Counter", "打印明细单")
POOLS, CORRECT = QT_TRANSLATE_NOOP("Counter", "设奖金池"), QT_TRANSLATE_NOOP("Counter", "更正")
_OK = QT_TRANSLATE_NOOP("Counter", "确定")
_MONTH, _POST = QT_TRANSLATE_NOOP("Counter", "月份"), QT_TRANSLATE_NOOP("Counter", "岗位")
_HALL, _AMOUNT = QT_TRANSLATE_NOOP("Counter", "大厅"), QT_TRANSLATE_NOOP("Counter", "金额（元）")
_WHOLE_COMPANY = QT_TRANSLATE_NOOP("Counter", "全公司一笔，按人天分到各厅")
_ABOUT_POOLS = QT_TRANSLATE_NOOP("Counter", "公示前都可以改；也可以在“导入”里用文件一次导入。")
_PAID_WITH, _WHY = QT_TRANSLATE_NOOP("Counter", "随哪个月发放"), QT_TRANSLATE_NOOP("Counter", "理由")
_ABOUT_CORRECTION = QT_TRANSLATE_NOOP(
    "Counter", "按当月的规则、今天的记录重算，差额随一个未关账的月份发放；关账的数字不变。"
)
_ABOUT_OPENING = QT_TRANSLATE_NOOP(
    "Counter", "月初公布：之前几个月每千点的卡数，公布后本月不再变，各人能自己算服务系数。"
)
_DONE = QT_TRANSLATE_NOOP("Counter", "已记录。")


def ask_pool(page: AnyPage, month: str, halls: Mapping[str, str]) -> None:
    """Ask for the pool of a hall, or one amount for the company."""
    dialog = Dialog(page, POOLS, say(_ABOUT_POOLS), ok=_OK)
    typed, amount = TextField(), TextField()
    typed.setText(month)
    dialog.side_by_side(
        ("month", _MONTH, typed), ("post", _POST, choice({code: words.post(code) for code in words.POSTS}))
    )
    dialog.add("hall", _HALL, choice({**halls, "": say(_WHOLE_COMPANY)}))
    dialog.add("amount", _AMOUNT, amount)

    def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
        now, actor = page.session.now(), page.actor
        page.answer(
            asked,
            lambda store: actions.set_pool(store, actor, **values, now=now),
            lambda _: page.notice.say(say(_DONE)),
        )

    dialog.ask(submit)


def ask_opening(page: AnyPage, month: str) -> None:
    """Publish the reference rates of a month that has begun."""
    dialog = Dialog(page, OPEN, say(_ABOUT_OPENING), ok=_OK)
    typed = TextField()
    typed.setText(month)
    dialog.add("month", _MONTH, typed)

    def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
        now, actor, typed = page.session.now(), page.actor, values["month"]

        def work(store: Store) -> str | Refusal:
            wanted = months.parsed(typed)
            if not wanted:
                return Refusal("bad_month", {"value": typed})
            return actions.open_month(store, actor, wanted, now=now) or reference_rates.published(store, wanted)

        page.answer(asked, work, page.notice.say)

    dialog.ask(submit)


def ask_correction(page: AnyPage, month: str) -> None:
    """Compute a closed month again; the difference is paid with another month."""
    dialog = Dialog(page, CORRECT, f"{month}\n{say(_ABOUT_CORRECTION)}", ok=_OK)
    paid_with = TextField()
    paid_with.setText(months.moved(month, 1))
    dialog.add("paid_with", _PAID_WITH, paid_with)
    dialog.add("reason", _WHY, TextArea())

    def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
        now, actor = page.session.now(), page.actor

        def work(store: Store) -> int | Refusal:
            paid = months.parsed(values["paid_with"])
            if not paid:
                return Refusal("bad_month", {"value": values["paid_with"]})
            return actions.correct(store, actor, month, values["reason"], paid, now=now)

        page.answer(asked, work, lambda _: page.notice.say(say(_DONE)))

    dialog.ask(submit)
