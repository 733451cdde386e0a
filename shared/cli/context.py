"""What every command is given (`ctx.obj`): data folder, clock, journal, messages in the user's language, output."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from shared.cli import words
from shared.device.data_folder import VARIABLE, data_folder
from shared.domain.clock import wall_clock
from shared.domain.refusal import Refusal

if TYPE_CHECKING:
    from shared.journal.store import Store
    from shared.people.views import Person

_SHOW_AFTER_S = 0.5  # what takes longer shows its progress


class Problem(click.ClickException):
    """Something is wrong with the data: said on stderr, exit code 1."""

    exit_code = 1

    def show(self, file: Any = None) -> None:
        click.echo(self.message, file=file or sys.stderr)


class ProgressBar:
    """A bar on the terminal for what takes longer than half a second; call it with (done, total)."""

    def __init__(self, label: str) -> None:
        self._label, self._since, self._shown = label, time.monotonic(), 0
        self._bar: Any = None

    def __call__(self, done: int, total: int) -> None:
        if self._bar is None:
            if time.monotonic() - self._since < _SHOW_AFTER_S or done >= total or not sys.stderr.isatty():
                return
            self._bar = click.progressbar(length=total, label=self._label, file=sys.stderr)
            self._bar.render_progress()
        self._bar.update(done - self._shown)
        self._shown = done
        if done >= total:
            self._bar.render_finish()


class CommandContext:
    """The context of one command: its data folder and clock, how it opens the journal and how it answers."""

    def __init__(self, data: str | None) -> None:
        self._data = data
        self._correction = 0

    @cached_property
    def folder(self) -> Path:
        """The data folder; it need not exist yet. Raises `Problem` where the path is a file."""
        folder = data_folder(self._data)
        if folder.exists() and not folder.is_dir():
            raise self.problem("data_is_file", folder=folder)
        return folder

    @property
    def named(self) -> bool:
        """Whether a data folder was named, here or by the environment."""
        return bool(self._data or os.environ.get(VARIABLE))

    @property
    def now(self) -> int:
        """Epoch milliseconds: the one clock of the command line, corrected once the journal is open."""
        return wall_clock() + self._correction

    @contextmanager
    def store(self, *, hall: str = "", make: bool = False) -> Iterator["Store"]:
        """The open journal, repaired if damaged. Raises `Problem` where there is none, but with `make` makes it."""
        if not make:
            self._must_exist()
        from shared import device_journal

        before = self.set_aside()
        with device_journal.opened(
            self.folder, now=wall_clock(), hall=hall, progress=self.progress("reading")
        ) as store:
            for folder in self.set_aside() - before:
                self.note("mended", aside=folder)
            self._correction = store.clock_correction
            yield store

    @contextmanager
    def store_if_any(self) -> Iterator["Store | None"]:
        """The journal, or None where there is none yet: asked before one is made, so that a refusal makes nothing."""
        if not self._exists():
            yield None
            return
        with self.store() as store:
            yield store

    @contextmanager
    def store_unrepaired(self) -> Iterator["Store"]:
        """The journal for a command that examines it: a damaged one raises an error instead of being repaired."""
        from shared import device_journal

        self._must_exist()
        with device_journal.opened_unrepaired(self.folder, progress=self.progress("reading")) as store:
            yield store

    @property
    def is_unwritable(self) -> bool:
        """Whether the data folder is on a disk that is full or read-only."""
        from shared import device_journal

        return device_journal.is_unwritable(self.folder)

    def _exists(self) -> bool:
        from shared.journal import opening

        return any((self.folder / name).exists() for name in (opening.FILE, "backups"))

    def _must_exist(self) -> None:
        if not self._exists():
            raise self.problem("no_journal", folder=self.folder)

    def person(self, store: "Store", number: str) -> "Person":
        """The active member of staff with this number, in any spelling. Raises `Problem`."""
        from shared.people import views

        found = views.person(store, views.number_of(store, number))
        if found is None:
            raise self.refused(Refusal("unknown_person", {"number": number}))
        return found

    def hall_code(self, store: "Store", wanted: str) -> str:
        """The code of the hall with this code or name, in any spelling; of this device's for "". Raises `Problem`."""
        from shared.people.views import site

        known = site(store)
        found = known.hall(wanted or store.hall)
        if found is None:
            raise self.problem("unknown_hall", hall=wanted, known="、".join(hall.name for hall in known.halls))
        return found.code

    def set_aside(self) -> set[Path]:
        """The folders in which old journals were set aside."""
        return set(self.folder.glob("set-aside-*"))

    @contextmanager
    def replacing(self, file: Path) -> Iterator[Path]:
        """The path to write to; renamed to `file` when the block ends, so that `file` is never half written."""
        if file.exists() and not file.is_file():  # /dev/stdout, a pipe
            yield file
            return
        part = file.with_name(f"{file.name}.partial")
        try:
            yield part
            part.replace(file)
        except OSError as error:
            raise self.problem("cannot_write", file=file, reason=error.strerror or error) from error
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)

    def progress(self, label: str) -> ProgressBar:
        """A progress bar under the sentence `label`."""
        return ProgressBar(words.sentence(label))

    def sentence(self, name: str, /, **values: object) -> str:
        """A sentence in the language of the command."""
        return words.sentence(name, **values)

    def say(self, name: str, /, **values: object) -> None:
        """A result, to stdout."""
        click.echo(words.sentence(name, **values))

    def note(self, name: str, /, **values: object) -> None:
        """A remark, to stderr."""
        click.echo(words.sentence(name, **values), err=True)

    def problem(self, name: str, /, **values: object) -> Problem:
        """What to raise when the data is at fault."""
        return Problem(words.sentence(name, **values))

    def refused(self, answer: Refusal) -> Problem:
        """What to raise when an action refuses."""
        return Problem(self.reason(answer))

    def reason(self, answer: Refusal) -> str:
        """A refusal in words."""
        return words.refusal(answer)

    @contextmanager
    def printer(self) -> Iterator[None]:
        """Inside the `with` Qt can print; its font cache is kept in the data folder."""
        from shared.qt import printing

        application = printing.ready(self.folder)  # Qt can print while its application object exists
        yield
        del application

    def json(self, value: object) -> None:
        """Write `value` to stdout as JSON and nothing else: UTF-8 on every console, Chinese as itself."""
        text = msgspec.json.format(msgspec.json.encode(value), indent=2)
        self.write(text + b"\n")

    def write(self, content: bytes) -> None:
        """Write bytes to stdout as they are."""
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
