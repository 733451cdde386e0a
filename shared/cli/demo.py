"""`warm-window demo [2014]`: the demo hall of today, or the paper's year 2014, then opened in the counter."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from shared.cli.context import CommandContext

if TYPE_CHECKING:
    from shared.demo.year.figure import Figure
    from shared.journal.store import Store

_DEFAULT = "warm-window-2014"
_COUNTER = "warm-window-counter"


@click.command()
@click.argument("year", required=False, type=click.Choice(["2014"]))
@click.option("--data", type=click.Path(path_type=Path), help="新的数据目录 · a folder that does not exist yet")
@click.option("--no-open", is_flag=True, help="不打开窗口 · do not open the counter afterwards")
@click.pass_obj
def demo(context: CommandContext, /, year: str | None, data: Path | None, no_open: bool) -> None:
    """演示大厅；2014：论文的一年 · A demo hall of today; 2014: the paper's year, checked against its figures."""
    if data is not None:
        context = CommandContext(str(data))
    if year is None:
        from shared.cli.init import demo_hall

        return demo_hall(context)
    folder = context.folder if data is not None or context.named else Path(_DEFAULT).absolute()
    figures, pins = _play_year(context, folder)
    for figure in figures:
        click.echo(f"{'✓' if figure.right else '✗'} {figure.what}  {figure.found}")
    context.say("demo_year_ready", folder=folder)
    context.say("pins_once")
    for number, name, pin in pins:
        context.say("pin_is", number=number, name=name, pin=pin)
    if wrong := [str(figure.what).strip() for figure in figures if not figure.right]:
        raise context.problem("demo_figures_differ", figures="、".join(wrong))
    if no_open or not _has_display():
        context.say("demo_open_by_hand", folder=folder)
        return
    subprocess.run([*_counter(), "--data", str(folder)], check=False)


def _play_year(context: CommandContext, folder: Path) -> "tuple[Sequence[Figure], list[tuple[str, str, str]]]":
    """Play the year in `folder`: its figures, and (number, name, PIN) of who may sign in. Raises `Problem`."""
    from shared.demo.year import run
    from shared.demo.year.figures import figures
    from shared.people.views import person

    with _folder_when_complete(context, folder) as made, _store(made) as store:
        pins = run.play(store, context.progress("demo_year"))
        found = figures(store)
        named = [(number, known.name, pin) for number, pin in pins.items() if (known := person(store, number))]
    return found, named


@contextmanager
def _store(folder: Path) -> Iterator["Store"]:
    from shared import device_journal
    from shared.demo.year import run
    from shared.device import demonstration

    with device_journal.opened(folder, now=run.BEGIN, hall=run.HERE) as store:
        yield store
    demonstration.mark(folder, run.STANDING)


@contextmanager
def _folder_when_complete(context: CommandContext, folder: Path) -> Iterator[Path]:
    """A temporary folder beside `folder`, renamed to it when the block ends; interrupted, nothing of it remains."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise context.problem("demo_folder_taken", folder=folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    unfinished = Path(tempfile.mkdtemp(prefix=f"{folder.name}-", dir=folder.parent))
    try:
        yield unfinished
        if folder.exists():
            folder.rmdir()
        unfinished.rename(folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _counter() -> list[str]:
    """How the counter is started: the program beside this one where it is frozen or installed, else the module."""
    beside = Path(sys.executable).with_name(_COUNTER + (".exe" if sys.platform == "win32" else ""))
    return [str(beside)] if beside.exists() else [sys.executable, "-m", "counter"]


def _has_display() -> bool:
    if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return False
    return sys.platform in ("win32", "darwin") or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
