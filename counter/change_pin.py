"""改密码, at the sign-in: the current PIN and twice the new one. The supervisor resets a forgotten PIN."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from counter.kit.dialog import Dialog
from counter.kit.words import TextField, say
from counter.session import CounterSession
from shared.device import codes
from shared.people import members
from shared.people.policy import PinsPolicy

CHANGE = QT_TRANSLATE_NOOP("Counter", "改密码")
_FORGOT = QT_TRANSLATE_NOOP(
    "Counter", "新密码要 {digits} 位数字，不要用生日、连号。忘记密码请找站长，在“人员与窗口”里重设。"
)
_NUMBER = QT_TRANSLATE_NOOP("Counter", "工号")
_OLD = QT_TRANSLATE_NOOP("Counter", "现在的密码")
_NEW = QT_TRANSLATE_NOOP("Counter", "新密码")
_AGAIN = QT_TRANSLATE_NOOP("Counter", "再输一次新密码")
_DIFFER = QT_TRANSLATE_NOOP("Counter", "两次输入的不一样。")
DONE = QT_TRANSLATE_NOOP("Counter", "密码已更改，请用新密码登录。")


def ask(owner: QWidget, session: CounterSession, number: str, changed: Callable[[str], None]) -> Dialog:
    """Open the dialog over `owner`, `number` filled in ("" for none); calls `changed(number)` when done."""
    digits = session.here.policy[PinsPolicy].digits
    dialog = Dialog(owner, CHANGE, say(_FORGOT).format(digits=digits), ok=CHANGE)
    who, old, new, again = TextField(), TextField(), TextField(), TextField()
    who.setText(number)
    for field in (old, new, again):
        field.setEchoMode(TextField.EchoMode.Password)
    dialog.side_by_side(("number", _NUMBER, who), ("old", _OLD, old))
    dialog.side_by_side(("new", _NEW, new), ("again", _AGAIN, again))

    def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
        if values["new"] != values["again"]:
            asked.refused(say(_DIFFER))
            return
        now, steady = session.now(), session.clock.steady()

        def done(_: None) -> None:
            asked.accept()
            changed(values["number"])

        session.act(
            owner,
            lambda store: members.change_pin(
                store, values["number"], values["old"], values["new"], now=now, program="counter", steady=steady
            ),
            done,
            asked.refused,
        )

    dialog.ask(submit)
    return dialog


def fill_from_badge(dialog: Dialog, code: codes.Code | codes.Unreadable) -> None:
    """Fill in the staff number of a badge scanned while the dialog is open."""
    if isinstance(code, codes.Badge):
        number = dialog.fields["number"]
        assert isinstance(number, TextField)
        number.setText(code.staff)
        dialog.fields["old"].setFocus()
