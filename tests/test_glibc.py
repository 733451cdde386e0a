"""The oldest Linux that the pinned wheels run on: glibc 2.28, as 统信UOS 20, 麒麟 V10 and Debian 11 have at least."""

import re
import sys
from collections.abc import Iterator
from importlib.metadata import distribution

import pytest
from packaging.requirements import Requirement

NEWEST = (2, 28)
PRODUCT = "warm-window[hub]"
LEGACY = {"manylinux1": (2, 5), "manylinux2010": (2, 12), "manylinux2014": (2, 17)}
ALSO_FOR_OLDER = {"cryptography": "50.0.2"}
"""Pip takes the newest wheel that fits the machine. These, looked up at this version, have one for 2.28 as well."""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="glibc is Linux's")


def needed(requirement: Requirement, done: set[str]) -> Iterator[str]:
    """The names of a package and of all it needs here."""
    if requirement.name in done:
        return
    done.add(requirement.name)
    yield requirement.name
    for text in distribution(requirement.name).requires or ():
        wanted = Requirement(text)
        extras = requirement.extras or {""}
        if wanted.marker is None or any(wanted.marker.evaluate({"extra": extra}) for extra in extras):
            yield from needed(wanted, done)


def glibc(package: str) -> tuple[int, int]:
    """The oldest glibc that the installed wheel of a package accepts; (0, 0): any."""
    tags = re.findall(r"^Tag: \S+-([^\s-]+)$", distribution(package).read_text("WHEEL") or "", re.MULTILINE)
    versions = [LEGACY[name] for tag in tags for name in LEGACY if tag.startswith(name)]
    versions += [(int(found[1]), int(found[2])) for tag in tags if (found := re.match(r"manylinux_(\d+)_(\d+)_", tag))]
    return min(versions, default=(0, 0))


PACKAGES = sorted(set(needed(Requirement(PRODUCT), set())) - {"warm-window"})


@pytest.mark.parametrize("package", PACKAGES)
def test_no_wheel_of_the_product_needs_a_newer_glibc(package):
    if ALSO_FOR_OLDER.get(package) == distribution(package).version:
        return
    assert glibc(package) <= NEWEST, f"{package} leaves out halls whose Linux has glibc 2.28"


def test_qt_and_psycopg_are_among_the_checked_wheels():
    assert {"PySide6-Essentials", "shiboken6", "psycopg-binary"} <= set(PACKAGES)
    assert glibc("shiboken6") == NEWEST
