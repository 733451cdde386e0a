"""The dialog for signing a day off; it lists what is still open."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit.dialog import Dialog
from counter.kit.page import AnyPage
from counter.kit.words import Text, TextArea, say
from shared.daily_log import actions
from shared.daily_log.page import DailyLog
from shared.domain import wording
from shared.domain.workdays import day_of, local

_TITLE = QT_TRANSLATE_NOOP("Counter", "签字确认{day}的当日日志")
_NOT_TODAY = QT_TRANSLATE_NOOP("Counter", "注意：这不是今天的日志。")
_OK = QT_TRANSLATE_NOOP("Counter", "签字")
_NOTE = QT_TRANSLATE_NOOP("Counter", "意见（可不填）")
_SIGNED = QT_TRANSLATE_NOOP("Counter", "已签字。此后到达的记录会单独列出。")
_LINES = QT_TRANSLATE_NOOP("Counter", "{hall} · {day}，共 {n} 条记录，数据完整至 {at}。")
_OPEN = QT_TRANSLATE_NOOP("Counter", "需关注 {breaches} 项，待复核5P卡 {flagged} 张，在办工单 {open} 张，仍可签字。")
_AGAIN = QT_TRANSLATE_NOOP("Counter", "这一天已签过字；再签一次，原来的签字保留。")


def ask(page: AnyPage, log: DailyLog) -> Dialog:
    """Open the dialog; the signature is recorded on OK."""
    dialog = Dialog(page, say(_TITLE).format(day=wording.day(log.day)), _intro(log), ok=_OK)
    if log.day != day_of(page.session.now()):
        dialog.note(Text(_NOT_TODAY, "strong", "warn"))
    dialog.add("note", _NOTE, TextArea(lines=2))

    def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
        now = page.session.now()
        page.answer(
            asked,
            lambda store: actions.sign(store, page.actor, log.hall, log.day, values["note"], now=now),
            lambda _: page.notice.say(say(_SIGNED)),
        )

    return dialog.ask(submit)


def _intro(log: DailyLog) -> str:
    at = f"{local(log.complete_to):%H:%M}"
    parts = [say(_LINES).format(hall=log.hall_name, day=wording.day(log.day), n=len(log.lines), at=at)]
    if log.breaches or log.flagged or log.inquiries:
        counts = {"breaches": len(log.breaches), "flagged": len(log.flagged), "open": len(log.inquiries)}
        parts.append(say(_OPEN).format(**counts))
    if log.signatures:
        parts.append(say(_AGAIN))
    return "\n".join(parts)
