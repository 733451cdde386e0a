"""What `device.json` sets on a kiosk: its serial scanner, its language and print, motion and sound."""

import os
import shutil
import signal
import sys
import threading
import wave
from contextlib import suppress
from pathlib import Path

import pytest

from kiosk.pages.attract import AttractPage
from kiosk.pages.cards import CardsPage
from kiosk.pages.settings import SettingsPage
from kiosk.pages.thanks import ThanksPage
from kiosk.pages.who import WhoPage
from kiosk.process import click
from shared.device import codes, config, setting_steps
from shared.device.settings import all_settings
from shared.qt import sound, theme
from tests.kiosk.staff import sign_in, with_pins
from tests.kiosk.test_award import give
from tests.support.builders import staffed_store


def set_so(**sections):
    """A hall whose device is set so."""

    def opener(folder):
        config.save(folder, config.DeviceSettings(**sections))
        return staffed_store(folder)

    return opener


def shown_rows(lobby):
    return {row.name.text(): row for row in lobby.page.rows if row.isVisible()}


def turned_to(lobby, name):
    """The row of a setting, on this page or one after it."""
    while name not in shown_rows(lobby):
        lobby.touch(lobby.page.next_page)
    return shown_rows(lobby)[name]


def test_a_hall_with_a_kiosk_alone_sets_everything_behind_the_staff_exit(lobby):
    lobby.open(with_pins, locked=True)
    sign_in(lobby, "2001")
    lobby.touch(lobby.page.settings_button)
    lobby.sees(SettingsPage)
    lobby.qtbot.waitUntil(lambda: bool(shown_rows(lobby)))
    seen = set(shown_rows(lobby))
    lobby.touch(turned_to(lobby, "叫号语音 · 音量").less)
    lobby.touch(turned_to(lobby, "叫号语音 · 安静时段从").less)  # from none to the last half hour of the day
    while lobby.page.previous_page.isEnabled():
        lobby.touch(lobby.page.previous_page)
    lobby.touch(turned_to(lobby, "屏幕 · 自助屏默认大字").more)
    lobby.qtbot.waitUntil(lambda: theme.current().senior)  # at once, and the page stays
    lobby.qtbot.waitUntil(lambda: "屏幕 · 自助屏默认大字" in shown_rows(lobby))
    row = shown_rows(lobby)["屏幕 · 自助屏默认大字"]
    assert (row.value.text(), row.about.text()) == ("是", "没有用户操作时就用大字。出厂值：否")
    while lobby.page.next_page.isEnabled():
        lobby.touch(lobby.page.next_page)
        seen |= set(shown_rows(lobby))
    assert seen == {f"{each.title} · {each.setting.value.name}" for each in all_settings()}
    voice = config.Voice(volume=75, quiet_from="23:30")
    assert config.load(lobby.folder) == config.DeviceSettings(screens=config.Screens(senior=True), voice=voice)
    lobby.touch(lobby.page.heading.back)
    lobby.sees(AttractPage)


@pytest.mark.parametrize(
    ("path", "now", "by", "then"),
    [
        ("kiosk.click", True, 1, False),
        ("screens.rating", "code", 1, "no"),  # choices begin again
        ("voice.volume", 100, 1, 100),  # numbers stop at their ends
        ("voice.volume", 83, 1, 85),  # set elsewhere, between two steps
        ("voice.times", 1, 1, 2),
        ("backups_kept", 1, 1, 5),
        ("screens.second_screen", -1, 1, 0),
        ("screens.second_screen", 1, 1, 1),  # there are two
        ("screens.sign", 3, -1, 1),  # one of them was taken away
        ("voice.quiet_from", "", 1, "00:00"),
        ("voice.quiet_from", "12:15", 1, ""),
        ("printers.slips", "", 1, "Roll"),
        ("scanner.port", "", 1, "COM3"),
        ("scanner.port", "COM9", 1, ""),  # unplugged
    ],
)
def test_every_kind_of_setting_is_stepped_through_by_touch(path, now, by, then):
    [declared] = [each for each in all_settings() if each.path == path]
    plugged = setting_steps.Plugged(printers=("Roll",), ports=("COM3",), screens=2)
    assert setting_steps.moved(setting_steps.values(declared, plugged, now), now, by) == then
    assert declared.put(config.DeviceSettings(), then)


def readers():
    return [thread for thread in threading.enumerate() if thread.name == "serial scanner"]


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo terminals are POSIX")
def test_the_serial_scanner_that_is_set_opens_pages_and_is_let_go_when_staff_leave(lobby):
    import pty

    ours, theirs = pty.openpty()
    window = lobby.open(set_so(scanner=config.Scanner(port=os.ttyname(theirs))), locked=True)
    lobby.qtbot.waitUntil(lambda: bool(readers()))
    badge = codes.text(codes.Badge("1003"), codes.key(lobby.folder))
    for _ in range(20):  # what was sent before the port is read is lost: a person scans once more
        os.write(ours, badge.encode() + b"\r")
        with suppress(lobby.qtbot.TimeoutError):
            lobby.qtbot.waitUntil(lambda: isinstance(lobby.page, CardsPage), timeout=500)
            break
    lobby.sees(CardsPage)
    assert "张伟" in lobby.page.heading.title.text()
    window.end_program()
    assert readers() == []
    os.close(ours)
    os.close(theirs)


def test_without_a_port_nothing_is_read(lobby):
    lobby.open()
    lobby.answered()
    assert readers() == []


def test_the_set_language_and_print_come_back_after_each_customer(lobby):
    window = lobby.open(set_so(screens=config.Screens(language="en", senior=True)))
    lobby.qtbot.waitUntil(lambda: lobby.page.card.accessibleName().startswith("Give a 5P card"))
    assert theme.current().senior
    assert window.idle.waits == 0  # nothing has to be put back
    lobby.touch(window.frame.foot.senior)
    lobby.touch(window.frame.foot.language)
    assert not theme.current().senior
    assert window.idle.waits
    window.idle.timed_out.emit()
    assert theme.current().senior
    assert lobby.page.card.accessibleName().startswith("Give a 5P card")


def test_motion_can_be_off(lobby):
    window = lobby.open(set_so(kiosk=config.Kiosk(motion=False)), motion=True)
    lobby.qtbot.waitUntil(lambda: not theme.current().motion)
    lobby.touch(lobby.page.card)
    assert isinstance(lobby.page, WhoPage)
    assert not window.frame.slide.isVisible()


@pytest.mark.parametrize("on", [True, False])
def test_sound_can_be_off(lobby, monkeypatch, on):
    heard = []
    monkeypatch.setattr(sound, "play", lambda file=sound.THANKS: heard.append(file) if file == sound.THANKS else None)
    lobby.open(set_so(kiosk=config.Kiosk(sound=on)), sound=True)
    give(lobby)
    lobby.sees(ThanksPage)
    assert heard == [sound.THANKS] * on


@pytest.mark.parametrize(
    ("device", "clicks"),
    [
        ({}, 2),
        ({"kiosk": config.Kiosk(click=False)}, 0),
        ({"kiosk": config.Kiosk(sound=False)}, 0),
        ({"voice": config.Voice(quiet_from="09:30", quiet_to="10:30")}, 0),  # it is ten o'clock
        ({"voice": config.Voice(quiet_from="22:00", quiet_to="10:00")}, 2),
        ({"voice": config.Voice(quiet_from="22:00", quiet_to="10:01")}, 0),
    ],
)
def test_each_touch_is_heard_outside_the_quiet_hours(lobby, monkeypatch, device, clicks):
    heard = []
    monkeypatch.setattr(sound.Taps, "play", heard.append)
    window = lobby.open(set_so(**device), sound=True)
    lobby.answered()
    lobby.touch(lobby.page.opinion)
    lobby.page.setEnabled(False)
    lobby.touch(lobby.page.topics["help"])  # takes no touch, so none is heard
    lobby.page.setEnabled(True)
    lobby.touch(window.frame.foot.home)
    assert heard == [lobby.folder / "click.wav"] * clicks


def test_the_click_is_made_here_short_and_quieter_than_the_thanks(tmp_path):
    with wave.open(str(click.file(tmp_path))) as made:
        assert made.getnframes() / made.getframerate() < 0.05
    assert 1000 < max(map(abs, click.samples())) < 10_000
    assert click.file(tmp_path).stat().st_size < 2000


@pytest.mark.skipif(sys.platform == "win32", reason="Windows plays sounds itself")
def test_touches_faster_than_their_sound_start_no_second_player(monkeypatch, tmp_path, qtbot):
    monkeypatch.setattr(sound, "player", lambda: shutil.which("sleep"))
    sound.Taps.play(Path("1000"))
    first = sound.Taps.playing
    sound.Taps.play(Path("1000"))
    assert sound.Taps.playing == first
    os.kill(first, signal.SIGTERM)
    qtbot.waitUntil(lambda: sound.Taps.play(Path("0")) is None and sound.Taps.playing != first)
    os.waitpid(sound.Taps.playing, 0)
