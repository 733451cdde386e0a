"""The scanner on a real window: a scan acts once and reaches no page, typed keys do, key combinations do nothing."""

import os
import sys
import threading
from contextlib import suppress

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from kiosk.scan.scanner import Scanner
from shared.device import codes
from shared.device.codes import Badge, Fault, Unreadable
from shared.qt.scanned_keys import HOLD_MS
from shared.qt.serial_port import SerialPort
from tests.kiosk.turned_times import TurnedTimes

KEY = b"k" * 32
BADGE = Badge("1001")
TEXT = codes.text(BADGE, KEY)
CTRL = Qt.KeyboardModifier.ControlModifier


class Hall(QWidget):
    """A page with a field and a button, which notes what reaches it."""

    def __init__(self):
        super().__init__()
        self.field, self.button = QLineEdit(), QPushButton("&W")
        self.pressed: list[str] = []
        box = QVBoxLayout(self)
        box.addWidget(self.field)
        box.addWidget(self.button)
        self.button.clicked.connect(lambda: self.pressed.append("button"))
        for sequence in ("W", "Ctrl+Q", "Alt+F4"):
            QShortcut(sequence, self).activated.connect(lambda s=sequence: self.pressed.append(s))


@pytest.fixture
def hall(qtbot):
    made = Hall()
    qtbot.addWidget(made)
    made.show()
    made.field.setFocus()
    qtbot.waitActive(made)
    return made


class Listening(Scanner):
    """A scanner that keeps what it heard, by a clock that the test sets."""

    def __init__(self):
        self.times = TurnedTimes()
        super().__init__(times=self.times)
        self.key = KEY
        self.heard: list[object] = []


@pytest.fixture
def scanner(hall):
    made = Listening()
    made.scanned.connect(made.heard.append)
    made.listen(hall)
    yield made
    made.close()


def type_(hall, text):
    """As an operating system delivers keys: to the window, not to a widget."""
    for letter in text:
        QTest.keyClick(hall.windowHandle(), {"\r": Qt.Key.Key_Return}.get(letter, letter))


def test_a_scan_becomes_one_code_and_reaches_no_page(hall, scanner):
    type_(hall, TEXT + "\r")
    scanner.times.passes(2 * HOLD_MS)
    assert scanner.heard == [BADGE]
    assert (hall.field.text(), hall.pressed) == ("", [])


def test_two_scans_without_a_pause_are_two_codes(hall, scanner):
    type_(hall, TEXT + "\r" + TEXT + "\r")
    scanner.times.passes(2 * HOLD_MS)
    assert scanner.heard == [BADGE, BADGE]


def test_a_scanner_that_sends_no_enter_is_understood(hall, scanner):
    type_(hall, TEXT)
    scanner.times.passes(2 * HOLD_MS)
    assert scanner.heard == [BADGE]
    assert hall.field.text() == ""


def test_keys_typed_by_hand_reach_the_page(hall, scanner):
    for letter in "WARM7":
        type_(hall, letter)
        scanner.times.passes(2 * HOLD_MS)
    assert hall.field.text() == "WARM7"
    hall.button.setFocus()
    QTest.keyClick(hall.windowHandle(), Qt.Key.Key_Space)
    scanner.times.passes(2 * HOLD_MS)
    assert hall.pressed == ["button"]
    QTest.keyClick(hall.windowHandle(), Qt.Key.Key_Tab)
    scanner.times.passes(2 * HOLD_MS)
    assert hall.field.hasFocus()
    assert scanner.heard == []


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("6901234567892\r", Fault.FOREIGN),
        ("\r\r\r\r\r", Fault.JUNK),
        ("    \r", Fault.JUNK),
        (TEXT[:-1] + ("0" if TEXT[-1] != "0" else "1") + "\r", Fault.FORGED),
        ("0" * 5000 + "\r", Fault.JUNK),
    ],
)
def test_unreadable_scans_are_reported_and_press_nothing(hall, scanner, typed, fault):
    hall.button.setFocus()
    type_(hall, typed)
    scanner.times.passes(2 * HOLD_MS)
    assert scanner.heard == [Unreadable(fault)]
    assert hall.pressed == []
    assert hall.button.hasFocus()


def test_combinations_that_a_printed_code_presses_never_pass(hall, scanner):
    QApplication.clipboard().setText("leak")
    QTest.keyClick(hall.windowHandle(), Qt.Key.Key_Q, CTRL)
    QTest.keyClick(hall.windowHandle(), Qt.Key.Key_V, CTRL)
    QTest.keyClick(hall.windowHandle(), Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier)
    scanner.times.passes(2 * HOLD_MS)
    assert (hall.field.text(), hall.pressed, scanner.heard) == ("", [], [])


def test_combinations_inside_a_scan_are_left_out(hall, scanner):
    type_(hall, TEXT[:9])
    QTest.keyClick(hall.windowHandle(), Qt.Key.Key_M, CTRL)
    QTest.keyClick(hall.windowHandle(), Qt.Key.Key_Tab)
    type_(hall, TEXT[9:] + "\r")
    scanner.times.passes(2 * HOLD_MS)
    assert scanner.heard == [BADGE]
    assert hall.field.hasFocus()


def test_without_the_filter_the_same_keys_would_have_acted(hall):
    """What the tests above would see if the scanner let keys through."""
    hall.button.setFocus()
    QTest.keyClick(hall.windowHandle(), Qt.Key.Key_Q, CTRL)
    type_(hall, "W")
    assert hall.pressed


def test_a_page_that_went_away_gets_no_key(hall, scanner):
    other = QLineEdit(hall)
    other.show()
    other.setFocus()
    QTest.keyClick(hall.windowHandle(), Qt.Key.Key_A)
    other.deleteLater()
    QApplication.processEvents()
    scanner.times.passes(2 * HOLD_MS)
    assert scanner.heard == []


def test_before_the_folder_is_open_nothing_can_be_read(hall, scanner):
    scanner.key = b""
    type_(hall, TEXT + "\r")
    assert scanner.heard == [Unreadable(Fault.NO_KEY)]


class Plug:
    """A scanner's cable: a name that leads to a new pseudo terminal each time it is plugged in."""

    def __init__(self, name):
        self.name, self.ours, self.theirs = name, -1, -1

    def plug_in(self):
        import pty

        self.ours, self.theirs = pty.openpty()
        self.name.symlink_to(os.ttyname(self.theirs))

    def pull_out(self):
        self.name.unlink()
        for end in (self.ours, self.theirs):
            os.close(end)

    def send(self, data):
        os.write(self.ours, data)

    @property
    def settings(self):
        import termios

        return termios.tcgetattr(self.theirs)

    @property
    def is_read(self):
        """Whether somebody opened it as a scanner: no echo, no lines to edit."""
        import termios

        return not self.settings[3] & (termios.ECHO | termios.ICANON)


@pytest.fixture
def plug(tmp_path):
    if sys.platform == "win32":
        pytest.skip("pseudo terminals are POSIX")
    made = Plug(tmp_path / "ttyACM0")
    made.plug_in()
    yield made
    made.pull_out()


_AGAIN_MS = 500  # until a person who sees nothing happen scans again


def scan_until_heard(qtbot, scanner, plug):
    """A person scans once more where nothing happens: what was sent before the port is read is lost."""
    qtbot.waitUntil(lambda: plug.is_read)
    scanner.heard.clear()
    for _ in range(60):
        if BADGE in scanner.heard:
            break
        plug.send(TEXT.encode() + b"\r")
        with suppress(qtbot.TimeoutError):
            qtbot.waitUntil(lambda: BADGE in scanner.heard, timeout=_AGAIN_MS)
    assert set(scanner.heard) == {BADGE}
    scanner.heard.clear()


def test_a_scanner_on_a_serial_port(qtbot, scanner, plug):
    import termios

    scanner.set_port(str(plug.name))
    scan_until_heard(qtbot, scanner, plug)
    plug.send(b"\x02" + TEXT.encode() + b"\r\n" + b"9" * 5000 + b"\r" + b"\xff\xfe\n")
    qtbot.waitUntil(lambda: len(scanner.heard) == 3)
    assert scanner.heard == [BADGE, Unreadable(Fault.JUNK), Unreadable(Fault.FOREIGN)]
    assert plug.settings[4:6] == [termios.B9600, termios.B9600]


def test_a_scanner_that_is_pulled_out_is_read_again_once_it_is_back(qtbot, scanner, plug):
    scanner.set_port(str(plug.name))
    scan_until_heard(qtbot, scanner, plug)
    plug.pull_out()
    plug.plug_in()
    scan_until_heard(qtbot, scanner, plug)


def reading():
    return [thread for thread in threading.enumerate() if thread.name == "serial scanner"]


def test_a_port_that_is_deleted_without_being_stopped_is_read_no_more(qtbot, tmp_path):
    port = SerialPort(str(tmp_path / "ttyACM0"))
    port.start()
    assert reading()
    port.deleteLater()
    qtbot.waitUntil(lambda: not reading())


@pytest.mark.parametrize("exists", [False, True], ids=["no such port", "a file that is no port"])
def test_a_port_that_cannot_be_read_is_waited_for_and_left_within_a_second(qapp, tmp_path, exists):
    file = tmp_path / "ttyACM0"
    if exists:
        file.touch()
    port = SerialPort(str(file))
    port.start()
    assert reading()
    port.stop()
    assert not reading()
