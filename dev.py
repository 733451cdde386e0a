"""The developer's commands: set up, run, test, lint, measure, build. Standard library only.

`python3 dev.py run` opens kiosk and counter on a demo hall; `python3 dev.py` lists the rest.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Event

from build_spec.commands import PYTHON, ROOT, VENV, Stop, environment, output, python, say
from build_spec.set_up import install_system, make_ready, may_install, other_python

TOGETHER = ["-n", "3"]  # one more than two cores: a test waits a fifth of its time
# Instead of what pyproject.toml says: also what takes minutes; the stacks of a stuck test are printed only after 30.
LONG = ["-m", "", "-o", "faulthandler_timeout=1800"]
CLI_TESTS = ("init", "importing", "publishing", "doctor", "verify_photos", "full_and_read_only", "previewing", "pay")
OTHER_TESTS = ["tests/journal", "tests/hub/test_round.py", *(f"tests/cli/test_{name}.py" for name in CLI_TESTS)]
PATIENTLY = [nice, "-n", "19"] if (nice := shutil.which("nice")) else []  # takes only what nobody else wants
DEMO = ROOT / ".demo"
PINS = "pins.txt"
LOBBY = ["--windowed", "--size", "540x960", "--always-open"]  # half a kiosk's screen fits beside the counter
SERVER = Path("/usr/lib/postgresql")  # where Debian puts its PostgreSQL; the tests' own one knows no TLS
MEMORY, MEMORY_BYTES = Path("/dev/shm"), 6_000_000_000  # Linux: a disk in memory; what a run may need of it

CHECKS = {
    "ruff": ["-m", "ruff", "check"],
    "format": ["-m", "ruff", "format", "--check"],
    "types": ["-m", "mypy"],
    "imports": ["-c", "from importlinter.cli import lint_imports_command as lint; lint(['--no-logo'])"],
    "texts": ["-m", "build_spec.translate", "--check"],
    "rules": ["-m", "build_spec.rules_page", "--check"],
}
Checks = dict[str, "subprocess.Popen[bytes]"]  # those that run


def setup(args: list[str]) -> int:
    """Make .venv from the pinned versions and see that Qt can start here."""
    make_ready(anew=True)
    say("ready: python3 dev.py run")
    return 0


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
        unfinished = DEMO.with_suffix(".half")  # takes the real name only when whole
        shutil.rmtree(unfinished, ignore_errors=True)
        said = output(PYTHON, "-m", "shared.cli", "--data", unfinished, "init", "--demo")
        (unfinished / PINS).write_text(said, encoding="utf-8")
        unfinished.rename(DEMO)
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
    """All tests (further words go to pytest; --long adds those that take minutes); lint in the time they leave.

    Without further words OTHER_TESTS run at the same time once more, as on Windows: the cores are idle for a sixth.
    """
    chosen = LONG if "--long" in args else []
    rest = [word for word in args if word != "--long"]
    with ThreadPoolExecutor() as beside:
        other: Future[Path] | None = None
        if rest:
            make_ready()
        else:
            other = ready_with_other(beside)
        if not SERVER.exists() and may_install():
            install_system(["postgresql"], "the tests of TLS need a PostgreSQL that has it")
        with files_in_memory():
            checks = started(list(CHECKS), *PATIENTLY)
            as_on_windows = beside.submit(start_as_on_windows, other) if other else None
            say("tests, and lint beside them")
            failed = python("-m", "pytest", *TOGETHER, *chosen, *rest, offscreen=True)
            if as_on_windows and not passes("tests as on Windows", as_on_windows.result()):
                failed = 1
            return finished(checks) or failed


def ready_with_other(beside: ThreadPoolExecutor) -> "Future[Path]":
    """Make .venv, and the environment of another Python beside it; the latter may take longer."""
    downloaded, ready = Event(), Event()
    other = beside.submit(other_python, downloaded, ready)
    try:
        make_ready(downloaded=downloaded)
    finally:
        downloaded.set()
        ready.set()
    return other


@contextmanager
def files_in_memory() -> Iterator[None]:
    """Put the tests' files into memory where there is enough of it: they sync to the disk 50,000 times."""
    if not MEMORY.exists() or shutil.disk_usage(MEMORY).free < MEMORY_BYTES or "TMPDIR" in os.environ:
        yield
        return
    with tempfile.TemporaryDirectory(dir=MEMORY, prefix="warm-window-tests-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o711)  # PostgreSQL, which never runs as root, has its folder in there
        os.environ["TMPDIR"] = folder
        yield
        del os.environ["TMPDIR"]


def start_as_on_windows(ready: "Future[Path]") -> "subprocess.Popen[bytes]":
    """Journal, sync and what the command line does with files, with the SQLite of Python and so a rollback journal.

    By Python 3.13 where there is one, because it warns of every unclosed connection. Waits until that is `ready`.
    """
    hidden = VENV / "hidden"
    hidden.mkdir(exist_ok=True)
    (hidden / "pysqlite3.py").write_text('raise ImportError("hidden: Windows has no wheel of it")\n')
    settings = {**environment(offscreen=True), "PYTHONPATH": str(hidden)}
    return start(str(ready.result()), "-m", "pytest", "-q", *OTHER_TESTS, env=settings)


def lint(args: list[str]) -> int:
    """All checks, or only those named: ruff (style), format, types, imports (contracts), texts, rules (their page)."""
    make_ready()
    if unknown := [name for name in args if name not in CHECKS]:
        raise Stop(f"no check is called {' '.join(unknown)}; there are: {' '.join(CHECKS)}")
    return checked(args or list(CHECKS))


def checked(names: list[str]) -> int:
    """Run these checks at the same time (types takes as long as all others) and print their output in turn."""
    return finished(started(names))


def finished(checks: Checks) -> int:
    """Wait for these checks and print the output of each."""
    failed = [name for name, running in checks.items() if not passes(name, running)]
    say(f"lint: {', '.join(failed)} failed" if failed else "lint: all clear")
    return 1 if failed else 0


def started(names: list[str], *before: str) -> Checks:
    """Start these checks, each as the last words of the command `before`."""
    return {name: start(*before, str(PYTHON), *CHECKS[name]) for name in names}


def start(*words: str, env: dict[str, str] | None = None) -> "subprocess.Popen[bytes]":
    said, both = subprocess.PIPE, subprocess.STDOUT
    return subprocess.Popen(words, cwd=ROOT, env=env or environment(), stdout=said, stderr=both)


def passes(name: str, running: "subprocess.Popen[bytes]") -> bool:
    """Wait for a check and show what it said."""
    text, _ = running.communicate()
    say(name)
    sys.stdout.buffer.write(text)
    sys.stdout.flush()
    return running.returncode == 0


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
