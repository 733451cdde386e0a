"""Formatted text on the clipboard, with a plain one beside it."""

from PySide6.QtCore import QStringListModel
from PySide6.QtGui import QGuiApplication


def put_html(html: str, text: str) -> None:
    """Put both on the clipboard.

    Qt deletes the clipboard's data when the process ends, after Python: a `QMimeData` made by Python crashes then, one
    made by Qt does not, so a model's is used.
    """
    model = QStringListModel([""])
    copied = model.mimeData([model.index(0)])
    copied.clear()
    copied.setHtml(html)
    copied.setText(text)
    QGuiApplication.clipboard().setMimeData(copied)
