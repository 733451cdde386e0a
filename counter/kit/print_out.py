"""Choose a printer, then print on the store thread."""

from collections.abc import Callable

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from counter.kit.page import AnyPage
from counter.kit.words import say
from counter.store_type import Store
from shared.qt import printing

_PRINTED = QT_TRANSLATE_NOOP("Counter", "已送往打印机。")
_NOT_PRINTED = QT_TRANSLATE_NOOP("Counter", "打印机没有响应。")


def ask(page: AnyPage, print_on: Callable[[Store, QPrinter], bool], *, landscape: bool = False) -> None:
    """`print_on` lays the sheet out and says whether the printer began."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(printing.layout(landscape=landscape))
    dialog = QPrintDialog(printer, page)

    def chosen() -> None:
        page.session.read(
            page,
            lambda store: print_on(store, printer),
            lambda done: page.notice.say(say(_PRINTED if done else _NOT_PRINTED), "good" if done else "bad"),
        )

    dialog.accepted.connect(chosen)
    dialog.setModal(True)
    dialog.show()
