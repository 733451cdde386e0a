"""Fonts: every Chinese character has a glyph, the better of two fonts is taken, and bold differs from regular."""

import json
import os
import subprocess
import sys

import pytest
from PySide6.QtGui import QFontInfo, QRawFont

from shared.qt import fonts
from tests.support import patience

CHINESE = "暖窗谢谢您首问责任人"


def test_the_font_writes_chinese(qtbot):
    raw = QRawFont.fromFont(fonts.application_font())
    assert all(raw.supportsCharacter(ord(letter)) for letter in CHINESE)
    assert QFontInfo(fonts.application_font()).family()


POOR = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{cache}</cachedir><match target="scan">
<edit name="family" mode="assign"><string>Droid Sans Fallback</string></edit></match></fontconfig>"""


WHICH = """
from PySide6.QtGui import QFontDatabase, QFontInfo, QGuiApplication
from shared.qt import fonts
app = QGuiApplication([])
found = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
print(found, QFontInfo(fonts.application_font()).family())
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="fontconfig")
def test_a_font_of_low_quality_is_not_taken_where_there_is_a_better_one(tmp_path):
    config = tmp_path / "fonts.conf"
    config.write_text(POOR.format(folder=fonts.packaged().parent, cache=tmp_path / "cache"))
    env = {**os.environ, "FONTCONFIG_FILE": str(config), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", WHICH]
    done = subprocess.run(command, capture_output=True, text=True, timeout=patience.SECONDS, env=env)
    assert done.stdout.split("] ") == ["['Droid Sans Fallback'", "Noto Sans CJK SC\n"], done.stderr


WEIGHTS = """
import sys
from pathlib import Path
from PySide6.QtGui import QFont, QFontMetrics
from shared.qt import startup
app = startup.application([], "test", Path(sys.argv[1]))
bold = QFont(app.font())
bold.setBold(True)
print([QFontMetrics(font).horizontalAdvance("Warm Window" * 9) for font in (app.font(), bold)])
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="fontconfig")
def test_bold_is_bold_where_both_the_system_and_the_package_have_noto(tmp_path):
    """Qt then says Noto Sans CJK SC [ADBO] and [GOOG]; taken for unknown families, all text had one weight."""
    env = {name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"}
    env["QT_QPA_PLATFORM"] = "offscreen"
    command = [sys.executable, "-c", WEIGHTS, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=patience.SECONDS, env=env)
    regular, bold = json.loads(done.stdout)
    assert bold > regular
