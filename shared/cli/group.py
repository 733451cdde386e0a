"""The command group: loads a command's module only when it is asked for, so that small commands are quick."""

import errno
import gettext
import importlib
import os
import sys
from typing import Any

import click

import resources
from shared.cli.context import CommandContext
from shared.cli.words import language_of_system, refusal
from shared.domain.fact import is_writable
from shared.domain.refusal import Refusal
from shared.domain.spelling import tidy
from shared.domain.text import LANGUAGES, speak

_COMMANDS = {
    "init": "shared.cli.init:init",
    "demo": "shared.cli.demo:demo",
    "import": "shared.cli.importing:import_",
    "report": "shared.cli.reporting:report",
    "pay": "shared.cli.pay_slips:pay",
    "assess": "shared.cli.assess_steps:assess",
    "promote": "shared.cli.promoting:promote",
    "award": "shared.cli.assessing:award",
    "column": "shared.cli.column:column",
    "course": "shared.cli.training:course",
    "training": "shared.cli.training:training",
    "contest": "shared.cli.contests:contest",
    "deadline": "shared.cli.reporting:deadline",
    "log": "shared.cli.reporting:log",
    "verify": "shared.cli.backing_up:verify",
    "doctor": "shared.cli.doctor:doctor",
    "backup": "shared.cli.backing_up:backup",
    "restore": "shared.cli.backing_up:restore",
    "publish": "shared.cli.publishing:publish",
    "policy": "shared.cli.previewing:policy",
    "template": "shared.cli.template:template",
    "set-pin": "shared.cli.people:set_pin",
    "photo": "shared.cli.people:photo",
    "print": "shared.cli.printing:print_",
    "hub": "shared.cli.hub:hub",
    "join": "shared.cli.joining:join",
}


_DISK = (errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EPERM, errno.EDQUOT, errno.EIO)
_SQLITE_DISK = ("SQLITE_FULL", "SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_IOERR")
_LONGEST_ARGUMENT = 4096  # characters; PATH_MAX of Linux


class _Commands(click.Group):
    """Loads a command's module when it is named."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Refuse texts that no event can hold (NUL, lone surrogates, too long), whatever option they belong to."""
        _speak(language_of_system())
        given = tuple(args)
        rest = super().parse_args(ctx, args)  # from here on the language is known
        for arg in given:
            if len(arg) > _LONGEST_ARGUMENT:
                raise click.UsageError(refusal(Refusal("text_too_long", {"limit": _LONGEST_ARGUMENT})))
            if not is_writable(arg):
                raise click.UsageError(refusal(Refusal("unwritable", {"value": tidy(arg)[:20]})))
        return rest

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module, name = _COMMANDS[cmd_name].split(":")
        return getattr(importlib.import_module(module), name, None)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; errors of data and disk become a sentence, not a traceback."""
        try:
            return super().invoke(ctx)
        except click.exceptions.Exit:
            raise
        except Exception as error:
            context: CommandContext = ctx.obj
            if isinstance(error, click.ClickException):
                raise
            if isinstance(error, OSError) and error.filename:  # a folder that cannot be written, a disk that is gone
                raise context.problem("cannot_use", file=error.filename, reason=error.strerror) from error
            said = getattr(error, "said", None)  # of the journal or the data folder
            if said is None and _of_the_disk(error):
                raise context.problem("disk_refuses", reason=error) from error
            if said is None:
                raise
            raise context.problem("unusable", said=said, reason=error) from error


def _of_the_disk(error: BaseException | None) -> bool:
    """Whether the system or SQLite could not write, along the chain of causes."""
    while error is not None:
        if isinstance(error, OSError) and error.errno in _DISK:
            return True
        if str(getattr(error, "sqlite_errorname", "")).startswith(_SQLITE_DISK):
            return True
        error = error.__cause__ or error.__context__
    return False


def _speak(language: str) -> None:
    """Every text from here on is in `language`: ours, and by LANGUAGE, which gettext follows, those of click."""
    speak(language)
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain("messages", resources.FOLDER / "i18n")


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--data", type=click.Path(), help="数据目录 · data folder (else WARM_WINDOW_DATA)")
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    callback=lambda _ctx, _param, chosen: _speak(chosen) if chosen else None,
    is_eager=True,
    expose_value=False,
    help="语言 · language (else LC_ALL, LANG)",
)
@click.version_option(package_name="warm-window", prog_name="warm-window")
@click.pass_context
def commands(ctx: click.Context, data: str | None) -> None:
    """暖窗 Warm Window: 5P卡、暂停服务5分钟、首问工单 · cards, pauses, inquiries."""
    ctx.obj = CommandContext(data)


def main() -> None:
    """Start `warm-window`; characters that the console cannot encode are replaced instead of raising."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    commands(prog_name="warm-window")
