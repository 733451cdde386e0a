"""Probes Qt on this machine for set-up: `libraries` (does it start?) or `font` (can it write Chinese?).

Exits 0 if all is well; otherwise the last line of stderr says what is missing.
"""

import ctypes
import sys
from pathlib import Path


def libraries() -> None:
    """Start Qt without a screen, then load the plug-in that a real screen would need (`offscreen` hides its gaps)."""
    import PySide6.QtWidgets

    if sys.platform == "linux":
        ctypes.CDLL(str(Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"))
    PySide6.QtWidgets.QApplication([])


def font() -> None:
    """Look for a font that knows simplified Chinese."""
    from PySide6.QtGui import QFontDatabase, QGuiApplication

    app = QGuiApplication([])
    families = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    app.quit()
    if not families:
        sys.exit("no Chinese font is installed")


if __name__ == "__main__":
    {"libraries": libraries, "font": font}[sys.argv[1]]()
