"""Why the kiosk cannot be used, in words for staff: the fault, what to do, and the system's own message."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from kiosk.store.lobby import State

CONTEXT = "Troubles"
_OTHER = QT_TRANSLATE_NOOP("Troubles", "存储出现问题。")
_RETRY = QT_TRANSLATE_NOOP("Troubles", "每分钟自动重试一次。")
_STATES = {
    State.NO_HALL: QT_TRANSLATE_NOOP("Troubles", "还没有设置大厅：请在这台机器上运行 warm-window init。"),
    State.NO_STAFF: QT_TRANSLATE_NOOP("Troubles", "没有人在岗：请在柜台登记谁在哪个窗口。"),
}


def reason(state: State) -> str:
    """Why customers see a notice although the store works; "" if staff need not act."""
    return QCoreApplication.translate(CONTEXT, str(_STATES[state])) if state in _STATES else ""


def words(error: Exception) -> str:
    """Three lines: the fault, that it is retried, the error itself."""
    fault = getattr(error, "said", None) or QCoreApplication.translate(CONTEXT, str(_OTHER))
    retry = QCoreApplication.translate(CONTEXT, str(_RETRY))
    return "\n".join((str(fault), retry, f"{type(error).__name__}: {error}"))
