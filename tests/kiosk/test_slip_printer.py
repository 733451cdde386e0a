"""The slip printer: what comes out can be scanned; where there is none, or it fails, the screen shows the number."""

import pypdfium2
import zxingcpp

from kiosk.pages.slip import SlipPage
from kiosk.pages.take import TakePage
from shared.device import codes, config
from shared.practice.line import views
from shared.qt import printers
from tests.support.builders import HALL, staffed_store
from tests.support.paper import into

NAME = "Roll"


def with_printer(folder):
    store = staffed_store(folder)
    config.save(folder, config.DeviceSettings(printers=config.Printers(slips=NAME)))
    return store


def take(lobby):
    lobby.touch(lobby.page.take)
    lobby.sees(TakePage)
    lobby.touch(lobby.page.services["gas_payment"])
    lobby.sees(SlipPage)


def test_the_printed_slip_is_of_the_number_on_the_screen_and_can_be_scanned(lobby, tmp_path, monkeypatch):
    file = tmp_path / "slip.pdf"
    asked = []

    def printer(name):
        asked.append(name)
        return into(file)

    monkeypatch.setattr(printers, "printer", printer)
    lobby.open(with_printer)
    take(lobby)
    lobby.qtbot.waitUntil(lambda: "请取走" in lobby.page.hint.text())
    assert asked == [NAME]
    page = pypdfium2.PdfDocument(file)[0]
    assert [round(side / 72 * 25.4) for side in page.get_size()] == [80, 120]
    (found,) = zxingcpp.read_barcodes(page.render(scale=200 / 72).to_pil())
    (waiting,) = lobby.ask(lambda store: views.in_line(store, HALL, lobby.now))
    assert waiting.label == lobby.page.number.text()
    assert codes.parse(found.text, codes.key(lobby.folder)) == codes.NumberSlip(waiting.id)


def test_no_printer_one_that_is_gone_and_one_that_fails_leave_it_to_the_screen(lobby, monkeypatch, caplog):
    window = lobby.open(with_printer)
    take(lobby)
    lobby.qtbot.waitUntil(lambda: "there is no printer Roll" in caplog.text)

    def broken(name):
        raise OSError("out of paper")

    monkeypatch.setattr(printers, "printer", broken)
    window.home()
    take(lobby)
    lobby.qtbot.waitUntil(lambda: "out of paper" in caplog.text)
    assert window.session.error is None
    assert lobby.page.number.text() == "A002"
    assert "请拍下" in lobby.page.hint.text()


def test_nothing_is_asked_of_the_system_where_none_is_set(lobby, monkeypatch):
    asked = []
    monkeypatch.setattr(printers, "printer", asked.append)
    lobby.open()
    take(lobby)
    lobby.answered()
    assert asked == []
    assert "请拍下" in lobby.page.hint.text()
