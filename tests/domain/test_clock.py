"""Lengths are measured by a clock that nobody can set, also while a PC sleeps; the time of day is corrected."""

import shutil
import subprocess
import sys

import pytest

from shared.domain import clock

_SLEPT_S = 3600
_ASLEEP = ["unshare", "--time", f"--boottime={_SLEPT_S}", "--fork"]  # a program there sees a PC that slept that long
_BOTH = "import time; from shared.domain import clock as c; print(c.steady_clock() - time.monotonic_ns() // 10**6)"


@pytest.mark.skipif(
    not shutil.which("unshare") or subprocess.run([*_ASLEEP, "true"], capture_output=True, check=False).returncode != 0,
    reason="clocks of its own for one program: Linux, as root",
)
def test_a_pause_goes_on_while_the_laptop_sleeps():
    said = subprocess.run([*_ASLEEP, sys.executable, "-c", _BOTH], capture_output=True, text=True, check=True).stdout
    assert int(said) >= _SLEPT_S * 1000


@pytest.mark.parametrize(
    ("ahead", "corrected"), [(0, 0), (120_000, 0), (-120_000, 0), (120_001, 120_001), (-120_001, -120_001)]
)
def test_a_clock_is_corrected_once_it_is_off_by_more_than_two_minutes(ahead, corrected):
    assert clock.clock_correction(ahead) == corrected
