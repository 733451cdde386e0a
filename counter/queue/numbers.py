"""The dialogs 代取号 (take a number for a customer) and 优先 (give a waiting number priority, with a reason)."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt

from counter.kit.choice import choice
from counter.kit.dialog import Dialog
from counter.kit.page import AnyPage
from counter.kit.words import Text, say
from counter.queue.control import QueueControl
from counter.store_type import Store
from shared.device import codes, qr
from shared.domain.refusal import Refusal
from shared.practice.line import actions, words
from shared.practice.line.actions import Taken
from shared.practice.line.facts import SERVICES
from shared.practice.line.policy import LinePolicy
from shared.practice.line.views import Number
from shared.prints import slip_printer
from shared.qt.qr import QrCode

_TAKE = QT_TRANSLATE_NOOP("Counter", "代取号")
_TAKE_INTRO = QT_TRANSLATE_NOOP("Counter", "替用户取一个号。优先的原因会记下来，小票上也有标记。")
_TAKE_OK = QT_TRANSLATE_NOOP("Counter", "取号")
_SERVICE = QT_TRANSLATE_NOOP("Counter", "业务")
_ANY = QT_TRANSLATE_NOOP("Counter", "说不清，直接取号")
_PRIORITY = QT_TRANSLATE_NOOP("Counter", "优先")
_NO_PRIORITY = QT_TRANSLATE_NOOP("Counter", "不优先")
_FIRST = QT_TRANSLATE_NOOP("Counter", "优先办理")
_FIRST_INTRO = QT_TRANSLATE_NOOP("Counter", "{label} 提到前面，原因会记入当天的日志。")
_WHY = QT_TRANSLATE_NOOP("Counter", "原因")
_SLIP = QT_TRANSLATE_NOOP("Counter", "排队号")
_CLOSE = QT_TRANSLATE_NOOP("Counter", "好了")
_CODE = QT_TRANSLATE_NOOP("Counter", "排队号的二维码")
_AHEAD = QT_TRANSLATE_NOOP("Counter", "前面 {n} 位")
_ABOUT = QT_TRANSLATE_NOOP("Counter", "约 {minutes} 分钟")
_PRINTED = QT_TRANSLATE_NOOP("Counter", "已取号 {label}，小票已打印。")
_PHOTOGRAPH = QT_TRANSLATE_NOOP("Counter", "没有设置小票打印机：请用户拍下这一页，或抄下号码。")


def ask_for_number(page: AnyPage) -> None:
    """Ask for service and priority, take the number, then print its slip or show it."""
    dialog = Dialog(page, _TAKE, say(_TAKE_INTRO), ok=_TAKE_OK)
    services = {"": say(_ANY)} | {code: words.service(code) for code in SERVICES}
    dialog.add("service", _SERVICE, choice(services))
    dialog.add("priority", _PRIORITY, choice({"": say(_NO_PRIORITY)} | _reasons(page)))

    def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
        actor, now = page.actor, page.session.now()

        def work(store: Store) -> tuple[Taken, str, bool] | Refusal:
            taken = actions.take_for(store, actor, values["service"], values["priority"], now=now)
            return taken if isinstance(taken, Refusal) else (taken, *_slip(store, taken))

        page.answer(asked, work, lambda answer: _show(page, *answer))

    dialog.ask(submit)


def ask_priority(page: AnyPage, control: QueueControl, number: Number) -> None:
    """Ask for the reason and give the number priority."""
    dialog = Dialog(page, _FIRST, say(_FIRST_INTRO).format(label=number.label), ok=_FIRST)
    dialog.add("priority", _WHY, choice(_reasons(page)))

    def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
        control.put_first(number, values["priority"])
        asked.accept()

    dialog.ask(submit)


def _reasons(page: AnyPage) -> dict[str, str]:
    known = page.session.here.policy[LinePolicy].priorities
    return {code: words.priority(code) for code in known}


def _slip(store: Store, taken: Taken) -> tuple[str, bool]:
    """The signed text of the number's code, and whether a slip was printed."""
    code = qr.drawn(codes.text(codes.NumberSlip(taken.id), codes.key(store.folder)))
    return code, slip_printer.printed(store, taken)


def _show(page: AnyPage, taken: Taken, code: str, printed: bool) -> None:
    if printed:
        page.notice.say(say(_PRINTED).format(label=taken.label))
        return
    dialog = Dialog(page, _SLIP, say(_PHOTOGRAPH), ok=_CLOSE)
    number, about, picture = Text(style="hero", tone="accent"), Text(style="soft", wrap=True), QrCode()
    number.setText(taken.label)
    about.setText(" · ".join(filter(None, _about(taken))))
    picture.show_text(code, say(_CODE))
    for text in (number, about):
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        dialog.note(text)
    dialog.note(picture)
    dialog.ask(lambda asked, _: asked.accept())


def _about(taken: Taken) -> tuple[str, ...]:
    return (
        words.service(taken.service) if taken.service else "",
        words.priority(taken.priority) if taken.priority else "",
        say(_AHEAD).format(n=taken.ahead),
        say(_ABOUT).format(minutes=taken.minutes) if taken.minutes else "",
    )
