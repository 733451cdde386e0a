"""A PC with displays beside its own: the one for customers and the sign cover those that the device is set to."""

import json
import os
import subprocess
import sys
from pathlib import Path

from msgspec.structs import replace

from shared.device import config
from tests.support import patience

ROOT = Path(__file__).resolve().parents[2]
PLACES = ((0, 0, 1280, 800), (1280, 0, 1024, 600), (0, 0, 1920, 1080))
"""The last begins where the first does, as a second X screen: its place alone does not tell which it is."""


def screen(name: str, x: int, y: int, width: int, height: int) -> dict[str, object]:
    """One display as Qt's offscreen platform reads it."""
    dots = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    return {"name": name, "x": x, "y": y, "width": width, "height": height, **dots}


def test_each_second_screen_covers_its_own_display(folder: Path, tmp_path: Path) -> None:
    """One process: starting one takes two seconds."""
    platform = tmp_path / "displays.json"
    screens = [screen(f"display {n}", *place) for n, place in enumerate(PLACES)]
    platform.write_text(json.dumps({"synchronousWindowSystemEvents": True, "screens": screens}))
    device = config.load(folder)
    shown = replace(device.screens, sign=2, second_screen=1)
    config.save(folder, replace(device, screens=shown))
    script = [sys.executable, "-m", "tests.support.displays", str(folder)]
    env = os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={platform}"}
    ran = subprocess.run(
        script, cwd=ROOT, env=env, capture_output=True, text=True, timeout=patience.SECONDS, check=True
    )
    assert ran.stdout.splitlines() == [f"display {n} {PLACES[n]}" for n in (2, 1)]
