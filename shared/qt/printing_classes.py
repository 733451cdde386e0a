"""The Qt classes that printing gets as results or for itself. Import it on the GUI thread.

PySide makes a class when it is first used, and must not do so on the store thread: C++ looks classes up in the same
table without a lock.
"""

from PySide6.QtCore import QPoint, QXmlStreamReader
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFontMetrics,
    QTextBlockFormat,
    QTextFrameFormat,
    QTextLayout,
    QTextLine,
    QTextTableCell,
    QTextTableFormat,
)
from PySide6.QtWidgets import QPlainTextDocumentLayout

MADE = (
    *(QPoint, QXmlStreamReader, QFontMetrics, QAbstractTextDocumentLayout, QPlainTextDocumentLayout),
    *(QTextBlockFormat, QTextFrameFormat, QTextLayout, QTextLine, QTextTableCell, QTextTableFormat),
)
