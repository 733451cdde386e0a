"""Formatted text on the clipboard, with a plain one beside it."""

from PySide6.QtCore import QStringListModel
from PySide6.QtGui import QGuiApplication


def put_html(html: str, text: str) -> None:
    """Lay both on the clipboard.

    It holds them until the process ends, when there is no Python any more: a `QMimeData` made by Python crashes there,
    one made by Qt does not (and Qt makes one for every model).
    """
    model = QStringListModel([""])
    copied = model.mimeData([model.index(0)])
    copied.clear()
    copied.setHtml(html)
    copied.setText(text)
    QGuiApplication.clipboard().setMimeData(copied)
