"""A printer without paper: the system's own printer class, told to print into a PDF file; and what a PDF says."""

from pathlib import Path

import pypdfium2
from PySide6.QtPrintSupport import QPrinter


def into(file: Path) -> QPrinter:
    """Prints into `file`."""
    device = QPrinter(QPrinter.PrinterMode.HighResolution)
    device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    device.setOutputFileName(str(file))
    return device


def text_of(file: Path) -> list[str]:
    """What each page of a PDF says, without blanks."""
    document = pypdfium2.PdfDocument(file)
    try:
        return ["".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()
