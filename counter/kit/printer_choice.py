"""A drop-down of printers; their names are read on the store thread by `shared.qt.printers`."""

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit.choice import Choice
from counter.kit.words import named, say
from shared.qt.printers import Use

LABELS: dict[Use, object] = {
    "pages": QT_TRANSLATE_NOOP("Counter", "打印纸张（A4）的打印机"),
    "slips": QT_TRANSLATE_NOOP("Counter", "打印小票（80毫米）的打印机"),
}
_NONE: dict[Use, object] = {
    "pages": QT_TRANSLATE_NOOP("Counter", "系统的默认打印机"),
    "slips": QT_TRANSLATE_NOOP("Counter", "不打印，在屏幕上显示"),
}
_GONE = QT_TRANSLATE_NOOP("Counter", "{name}（现在找不到）")


class PrinterChoice(Choice):
    """Its value is a printer's name, or "" for none chosen."""

    def __init__(self, use: Use) -> None:
        super().__init__()
        self.use: Use = use
        named(self, LABELS[use])

    def offer(self, names: Sequence[str], chosen: str) -> None:
        """Offer these printers, and `chosen` even where it is not found now."""
        known = {"": say(_NONE[self.use])} | {name: name for name in names}
        if chosen not in known:
            known[chosen] = say(_GONE).format(name=chosen)
        self.refill(known)
        self.setCurrentIndex(self.findData(chosen))
