"""The QR codes on the screen are read back from a picture of the whole window, in every variant."""

import pytest
import zxingcpp
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from kiosk.pages.promise import PromisePage
from kiosk.pages.slip import SlipPage
from kiosk.store.lobby import Slip
from shared.device import codes
from shared.practice.inquiries.actions import Opened
from tests.kiosk.conftest import LYING, STANDING
from tests.kiosk.walk import PROMISE, SLIP, TAKEN, answered

INQUIRY = "inquiry:" + "0" * 32
SMALL = (768, 1366)


def read(window) -> list[str]:
    picture = window.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    shape = (picture.height(), picture.bytesPerLine())
    return [found.text for found in zxingcpp.read_barcodes(memoryview(bytes(picture.constBits())).cast("B", shape))]


def promise(window) -> None:
    window.go(PromisePage, Opened(INQUIRY, "260302-3BFF-01", "1001", PROMISE))
    answered(window)


def slip(window) -> None:
    window.go(SlipPage, Slip(TAKEN, SLIP))


@pytest.mark.parametrize("size", [STANDING, LYING, SMALL], ids=["standing", "lying", "small"])
@pytest.mark.parametrize("variant", [(False, False), (True, False), (False, True), (True, True)])
def test_a_phone_reads_off_the_screen_in_words_what_each_code_is(lobby, size, variant):
    window = lobby.open(size=size)
    inquiry = codes.text(codes.InquirySlip(INQUIRY), codes.key(lobby.folder))
    senior, contrast = variant
    for language in ("zh_CN", "en"):
        window.speak(language)
        window.set_look(senior=senior, contrast=contrast)
        number, ticket = TAKEN.label, "260302-3BFF-01"
        say = {
            "zh_CN": (f"暖窗首问工单 {ticket}，请到自助屏扫码", f"暖窗排队号 {number}，请到自助屏扫码"),
            "en": (
                f"Warm Window inquiry {ticket}, scan it at the kiosk",
                f"Warm Window number {number}, scan it at the kiosk",
            ),
        }[language]
        for show, text in ((promise, f"{say[0]} {inquiry}"), (slip, f"{say[1]} {SLIP}")):
            show(window)
            for _ in range(3):
                QApplication.processEvents()
            assert read(window) == [text]
            assert min(window.page.code.width(), window.page.code.height()) >= window.width() // 5
