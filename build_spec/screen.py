"""Runs one program on a virtual display; reads it by AT-SPI, as a screen reader does, and sends it clicks and keys.

So the frozen programs are tested from outside, without test code in them. Linux with Debian's packages only.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

PROGRAMS = {"Xvfb": "xvfb", "xdotool": "xdotool", "dbus-daemon": "dbus"}
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")  # Debian's at-spi2-core
PATIENCE_S = 60
SHOWING = 1 << 25  # the state's bit in AT-SPI
Place = tuple[str, str]  # whose object, and its path
ROOT: Place = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")


def missing() -> str:
    """The command that installs what is not here, or nothing."""
    packages = [package for program, package in PROGRAMS.items() if not shutil.which(program)]
    packages += [] if LAUNCHER.exists() else ["at-spi2-core"]
    return f"sudo apt-get install --yes --no-install-recommends {' '.join(packages)}" if packages else ""


class Screen:
    """Use as a context; the program starts at once and ends with it."""

    def __init__(self, program: Sequence[str], env: Mapping[str, str], size: str) -> None:
        self._program, self._size = list(program), size
        self._folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self._env = {**os.environ, **env, "XDG_RUNTIME_DIR": self._folder.name}
        self._env |= {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "PYTHONFAULTHANDLER": "1"}
        self._running: list[subprocess.Popen[str]] = []

    def __enter__(self) -> "Screen":
        self._env["DISPLAY"] = ":" + self._start(
            "Xvfb", "-displayfd", "1", "-screen", "0", f"{self._size}x24", "-nolisten", "tcp"
        )
        self._env["DBUS_SESSION_BUS_ADDRESS"] = self._start("dbus-daemon", "--session", "--nofork", "--print-address")
        session = ("org.a11y.Bus", "/org/a11y/bus")
        with connect(self._env["DBUS_SESSION_BUS_ADDRESS"]) as self._bus:
            address = self._ask(session, "org.a11y.Bus", "GetAddress")[0]
        self._bus = connect(address)
        self._running.append(subprocess.Popen(self._program, env=self._env, text=True))
        return self

    def __exit__(self, *_error: object) -> None:
        self._bus.close()
        for process in reversed(self._running):
            process.terminate()
            process.wait()
            if process.stdout:
                process.stdout.close()
        self._folder.cleanup()

    def _start(self, *words: str) -> str:
        """Start a helper; its first line of output is its address."""
        process = subprocess.Popen(words, env=self._env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self._running.append(process)
        assert process.stdout
        return process.stdout.readline().strip()

    # --- read --------------------------------------------------------------------------------------------------------

    def texts(self) -> list[str]:
        """Every accessible name on the screen now, with its description."""
        return [name for _, name in self._all(ROOT) if name]

    def told(self) -> list[tuple[str, str]]:
        """Role and words of everything on the screen now, in the order in which a screen reader comes to it."""
        iface = "org.a11y.atspi.Accessible"
        return [(str((self._ask(place, iface, "GetRoleName") or [""])[0]), name) for place, name in self._all(ROOT)]

    def read(self, part: str) -> str:
        """The first text that holds `part`, as soon as there is one."""
        return self._find(part)[1]

    def _find(self, part: str) -> tuple[Place, str]:
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until and self._running[-1].poll() is None:
            if found := next((each for each in self._all(ROOT) if part in each[1]), None):
                return found
            time.sleep(0.2)
        ended = self._running[-1].poll()
        sys.exit(f"FAILED: {part!r} is not on the screen. There is: {self.texts()}. The program ended with: {ended}")

    def _all(self, place: Place) -> Iterator[tuple[Place, str]]:
        """Everything that shows, from the outside in."""
        iface = "org.a11y.atspi.Accessible"
        for child in (self._ask(place, iface, "GetChildren") or [[]])[0]:
            state = self._ask(child, iface, "GetState")
            if place == ROOT or (state and state[0][0] & SHOWING):
                name, more = (self._said(child, iface, each) for each in ("Name", "Description"))
                yield tuple(child), f"{name}\n{more}".strip()
                yield from self._all(child)

    def _said(self, place: Place, iface: str, which: str) -> str:
        said = self._ask(place, "org.freedesktop.DBus.Properties", "Get", "ss", (iface, which))
        return str(said[0][1]) if said else ""

    def _ask(self, place: Place, iface: str, method: str, kinds: str | None = None, body: tuple[Any, ...] = ()) -> Any:
        """The answer of an object; nothing if it went away meanwhile."""
        from jeepney import DBusAddress, MessageType, new_method_call

        where = DBusAddress(place[1], place[0], iface)
        answer = self._bus.send_and_get_reply(new_method_call(where, method, kinds, body), timeout=PATIENCE_S)
        return answer.body if answer.header.message_type is MessageType.method_return else ()

    # --- click and type ----------------------------------------------------------------------------------------------

    def tap(self, part: str) -> None:
        """Touch the middle of what holds this text."""
        place, _ = self._find(part)
        x, y, width, height = self._ask(place, "org.a11y.atspi.Component", "GetExtents", "u", (0,))[0]
        self._xdotool("mousemove", str(x + width // 2), str(y + height // 2), "click", "1")

    def type(self, text: str) -> None:
        self._xdotool("type", "--delay", "30", text)

    def press(self, key: str) -> None:
        self._xdotool("key", key)

    def act(self, part: str) -> None:
        """Press what holds this text, as a screen reader does: no pointer, no key."""
        place, _ = self._find(part)
        self._ask(place, "org.a11y.atspi.Action", "DoAction", "i", (0,))

    def write(self, part: str, text: str) -> None:
        """Fill the field of this name, as a screen reader does."""
        place, _ = self._find(part)
        self._ask(place, "org.a11y.atspi.EditableText", "SetTextContents", "s", (text,))

    def _xdotool(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self._env, check=True)
        time.sleep(0.6)  # the kiosk ignores a second touch within half a second


def connect(address: str) -> Any:
    from jeepney.io.blocking import open_dbus_connection

    return open_dbus_connection(address)
