"""A printer without paper: the system's own printer class, told to print into a PDF file."""

from pathlib import Path

from PySide6.QtPrintSupport import QPrinter


def into(file: Path) -> QPrinter:
    """Prints into `file`."""
    device = QPrinter(QPrinter.PrinterMode.HighResolution)
    device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    device.setOutputFileName(str(file))
    return device
