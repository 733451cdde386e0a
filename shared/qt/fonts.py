"""Fonts that write Simplified Chinese on any machine: the system's own, else Noto Sans CJK from its package."""

import importlib.util
import os
import sys
from contextlib import suppress
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

FAMILIES = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "PingFang SC",
    "WenQuanYi Micro Hei",
)
_REGULAR = 400.0
_OTHER_DIGITS = QFont.Tag("locl")
"""The feature by which Noto draws other digits beside Latin letters; those glyphs belong to no character, so a PDF's
text lost them. Off for all text: an SVG page takes what it does not name from the application's font."""
_CONFIG = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{folder}</dir></fontconfig>
"""


def packaged() -> Path | None:
    """The font file that came with the installation, found without importing its package."""
    spec = importlib.util.find_spec("manimgx_fonts_cjk")
    folder = Path(spec.origin).parent if spec and spec.origin else None
    return next(iter(sorted(folder.glob("NotoSansCJK*"))), None) if folder else None


def offer_to_fontconfig(folder: Path) -> None:
    """Linux, before QApplication: let fontconfig see the packaged font. Only so does Qt find all its weights."""
    font = packaged()
    if not sys.platform.startswith("linux") or font is None or "FONTCONFIG_FILE" in os.environ:
        return
    config = folder / "fonts.conf"
    with suppress(OSError):  # a full disk: `application_font` loads the packaged one, in fewer weights
        _write(config, _CONFIG.format(folder=font.parent))
        os.environ["FONTCONFIG_FILE"] = str(config)


def _write(config: Path, text: str) -> None:
    if not config.exists() or config.read_text("utf-8") != text:
        config.parent.mkdir(parents=True, exist_ok=True)
        config.write_text(text, "utf-8")


def application_font() -> QFont:
    """The font of the whole app; loads the packaged one if this system has none of the good ones.

    Debian's Droid Sans Fallback knows Chinese too, but has one weight and no Latin letters.
    """
    font = QFont(list(FAMILIES))
    if not set(FAMILIES) & _known() and (file := packaged()):
        QFontDatabase.addApplicationFont(str(file))
        font.setVariableAxis(QFont.Tag("wght"), _REGULAR)  # as loaded, a variable font has its thinnest weight
    font.setStyleHint(QFont.StyleHint.SansSerif)
    font.setFeature(_OTHER_DIGITS, 0)
    return font


def _known() -> set[str]:
    """The families of this system; Qt names the foundry too where there are two of one family: Noto … [GOOG]."""
    return {family.partition(" [")[0] for family in QFontDatabase.families()}


def qss_families() -> str:
    """The family list as a stylesheet writes it."""
    return ", ".join(f'"{family}"' for family in FAMILIES) + ", sans-serif"
