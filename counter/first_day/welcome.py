"""The first screen: try the demo, set this hall up, or join a hub by a file."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, Signal
from PySide6.QtWidgets import QWidget

from counter.kit.words import Button, Text
from shared.qt import theme
from shared.qt.boxes import column, row

_HELLO = QT_TRANSLATE_NOOP("Counter", "欢迎使用暖窗")
_EMPTY = QT_TRANSLATE_NOOP(
    "Counter", "这台电脑上还没有数据。请选一样；做错了可以退回，随时可以退出，下次从那一步接着做。"
)
CHOICES = {
    "demo": (
        QT_TRANSLATE_NOOP("Counter", "先看演示"),
        QT_TRANSLATE_NOOP("Counter", "一个有人、有几天记录的演示大厅，密码当场给出。约需十几秒。"),
    ),
    "hall": (
        QT_TRANSLATE_NOOP("Counter", "设置本大厅"),
        QT_TRANSLATE_NOOP("Counter", "大厅、时间、人员、密码、打印机和屏幕，一步一步做完就能用。请接上键盘。"),
    ),
    "join": (
        QT_TRANSLATE_NOOP("Counter", "用登记文件加入"),
        QT_TRANSLATE_NOOP("Counter", "公司已有汇聚库：管理员给了这台电脑一个登记文件（.json）。"),
    ),
}


class Welcome(QWidget):
    """Three large buttons with explanations. Emits `chosen(path)`: a key of `CHOICES`."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.buttons = {path: Button(title, "giant", shortcut=f"F{n}") for n, (path, title) in enumerate(_titles(), 2)}
        title, intro = Text(_HELLO, "display"), Text(_EMPTY, "lead", wrap=True)
        for text in (title, intro):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        parts: list[QWidget] = []
        for path, button in self.buttons.items():
            button.setMinimumWidth(theme.current().px("form"))
            button.clicked.connect(lambda _=False, path=path: self.chosen.emit(path))
            about = Text(CHOICES[path][1], "soft", wrap=True)
            about.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            parts += [button, about]
        inside = QWidget()
        inside.setMaximumWidth(theme.current().px("form") * 2)
        inside.setLayout(column(None, title, intro, *parts, None))
        middle = row(None, inside, None)
        middle.setStretch(1, 4)
        self.setLayout(middle)

    def take_focus(self) -> None:
        self.buttons["hall"].setFocus()


def _titles() -> list[tuple[str, object]]:
    return [(path, title) for path, (title, _) in CHOICES.items()]
