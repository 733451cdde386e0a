"""What is printed at the counter: seen first, then printed on the printer that this PC has chosen once."""

from pathlib import Path
from unicodedata import normalize

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from counter.kit.preview import Preview
from shared.device import config
from shared.qt import printers
from tests.counter.conftest import CTRL, Counter
from tests.support.paper import into


def test_the_day_is_seen_first_and_printed_on_the_printer_chosen_once(
    counter: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = ["Office", "Roll"]
    monkeypatch.setattr(printers, "names", lambda: tuple(there))
    monkeypatch.setattr(printers, "printer", lambda name: into(tmp_path / "day.pdf") if name == "Laser" else None)
    config.save(counter.folder, config.DeviceSettings(printers=config.Printers(pages="Laser", slips="Roll")))
    page = counter.signs_in_at("2001", "day")
    counter.presses(Qt.Key.Key_P, CTRL)
    dialog = counter.dialog()
    preview = dialog.findChild(Preview)
    image = preview.sheet.grab().toImage()
    tones = {image.pixel(x, y) for x in range(image.width()) for y in range(0, image.height(), 3)}
    assert len(tones) > 20, "the page is seen, not white paper"
    assert dialog.fields["printer"].currentData() == "Office", "the chosen one is gone: the system's"
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.waits(lambda: "“Office”没有响应" in dialog.notice.text, "why nothing was printed")
    counter.presses(Qt.Key.Key_Escape)
    counter.closes()
    there.append("Laser")
    counter.presses(Qt.Key.Key_P, CTRL)
    dialog = counter.dialog()
    assert dialog.fields["printer"].currentData() == "Laser"
    counter.presses(Qt.Key.Key_F8)
    assert not dialog.findChild(Preview).area.whole
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("已送往打印机“Laser”")
    printed = pypdfium2.PdfDocument(tmp_path / "day.pdf")
    assert page.log.hall_name in normalize("NFKC", printed[0].get_textpage().get_text_bounded())
