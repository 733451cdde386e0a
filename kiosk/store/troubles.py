"""Why the kiosk cannot be used, in words for staff: the fault, what to do, and the system's own message."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from kiosk.store.lobby import State

CONTEXT = "Troubles"
_WORDS = {
    "store_full": QT_TRANSLATE_NOOP("Troubles", "磁盘已满：请删除或移走数据文件夹以外的文件。已经致谢的卡都在。"),
    "store_damaged": QT_TRANSLATE_NOOP("Troubles", "数据文件已损坏，也没能自动修复：请联系管理员，不要删除任何文件。"),
    "store_from_future": QT_TRANSLATE_NOOP("Troubles", "数据文件来自更新的版本：请升级这台机器上的暖窗。"),
    "folder_in_use": QT_TRANSLATE_NOOP(
        "Troubles", "数据文件需要修复，但别的程序正开着它：请先退出这台机器上的柜台程序。"
    ),
}
_OTHER = QT_TRANSLATE_NOOP("Troubles", "存储出现问题。")
_RETRY = QT_TRANSLATE_NOOP("Troubles", "每分钟自动重试一次。")
_STATES = {
    State.NO_HALL: QT_TRANSLATE_NOOP("Troubles", "还没有设置大厅：请在这台机器上运行 warm-window init。"),
    State.NO_STAFF: QT_TRANSLATE_NOOP("Troubles", "没有人在岗：请在柜台登记谁在哪个窗口。"),
}


def reason(state: State) -> str:
    """Why customers see a notice although the store is sound; "" where there is nothing to be done."""
    return QCoreApplication.translate(CONTEXT, str(_STATES[state])) if state in _STATES else ""


def words(error: Exception) -> str:
    """Three lines: the trouble, that it is tried again, the error itself."""
    said = _WORDS.get(getattr(error, "code", ""), _OTHER)
    shown = (QCoreApplication.translate(CONTEXT, str(text)) for text in (said, _RETRY))
    return "\n".join((*shown, f"{type(error).__name__}: {error}"))
