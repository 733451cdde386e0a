"""Shows that the frozen programs work together: the kiosk takes a card; counter and command line see it.

Run after `dev.py build`. A customer's three taps and a colleague's sign-in, on two virtual displays.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from build_spec.screen import PATIENCE_S, Screen, missing

FROZEN = Path(__file__).resolve().parent.parent / "dist" / "warm-window"
NUMBER, NAME, CARD = "1001", "王秀英", "专业"


def command(*words: str) -> str:
    """Run the frozen command line; its output."""
    done = subprocess.run([FROZEN / "warm-window", *words], capture_output=True, text=True, env=environment())
    if done.returncode:
        sys.exit(f"FAILED: warm-window {' '.join(words)}\n{done.stdout}{done.stderr}")
    return done.stdout


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONUTF8": "1", "LANG": "C.UTF-8"}


def make_hall(data: str) -> str:
    """A demo hall; answers the PIN of our colleague."""
    found = re.search(rf"{NUMBER} .*?(\d{{6}})\s*$", command("--data", data, "init", "--demo"), re.MULTILINE)
    return found[1] if found else sys.exit("FAILED: init --demo named no PIN")


def cards_in_report(data: str) -> int:
    """All of our colleague's cards that the command line counts."""
    report = json.loads(command("--data", data, "report", "cards", "--year", time.strftime("%Y"), "--json"))
    return next(int(each["total"]) for each in report["by_staff"] if each["number"] == NUMBER)


def give_card(kiosk: Screen) -> None:
    """What a customer does: three taps."""
    for text in ("送一张5P卡", NAME, CARD):
        kiosk.tap(text)
    kiosk.read("谢谢")


def sign_in(counter: Screen, pin: str) -> None:
    counter.read("登录")
    counter.type(NUMBER)
    counter.press("Return")
    counter.type(pin)
    counter.tap("我的5P卡")  # after the sign-in the page of the line is open


def total(counter: Screen) -> int:
    """The running total on the page of the colleague's own cards; -1 while it is not there yet."""
    found = re.search(r"累计进阶：我 (\d+) 张", "\n".join(counter.texts()))
    return int(found[1]) if found else -1


def expect(what: str, wanted: int, read: Callable[[], int]) -> None:
    """Wait until `read()` gives what it should."""
    until = time.monotonic() + PATIENCE_S
    while (got := read()) != wanted:
        if time.monotonic() > until:
            sys.exit(f"FAILED: {what}: {got} instead of {wanted}")
        time.sleep(0.5)
    print(f"{what}: {wanted}")


def play(data: str) -> None:
    """One card, from the customer's finger to the colleague's eyes and the year's report."""
    pin, env = make_hall(data), {**environment(), "WARM_WINDOW_DATA": data}
    before = cards_in_report(data)
    lobby = [str(FROZEN / "warm-window-kiosk"), "--windowed", "--size", "1080x1920", "--always-open"]
    with (
        Screen(lobby, env, "1080x1920") as kiosk,
        Screen([str(FROZEN / "warm-window-counter")], env, "1366x768") as desk,
    ):
        sign_in(desk, pin)
        expect("the counter shows the cards so far", before, lambda: total(desk))
        give_card(kiosk)
        print(f"the kiosk took a card: {CARD} for {NAME}")
        expect("the counter shows the new one", before + 1, lambda: total(desk))
    expect("the command line counts it", before + 1, lambda: cards_in_report(data))
    command("--data", data, "verify")
    print("the journal is whole")


if __name__ == "__main__":
    if sys.platform != "linux" or missing():
        sys.exit(f"NOT TRIED: this needs Linux with a virtual screen and its accessibility bus. {missing()}")
    with tempfile.TemporaryDirectory() as folder:
        play(folder)
    print("1 passed, 0 failed")
