"""`warm-window publish`: a new version of the policy or of the calendar of working days."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from shared.cli.authority import as_, person_for
from shared.cli.context import CommandContext
from shared.cli.options import EXISTING_FILE
from shared.declaration.practice import OFFICE_ONLY
from shared.device.text_file import decoded
from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.roles import Act, Role

if TYPE_CHECKING:
    from shared.journal.store import Store


@click.group()
def publish() -> None:
    """发布制度文件的新版本 · Publish a new version of a document."""


@publish.command()
@click.argument("file", type=EXISTING_FILE)
@as_
@click.pass_obj
def policy(context: CommandContext, file: Path, by: str) -> None:
    """规则数值（TOML，可只写要改的部分） · The rule values (TOML; what it leaves out stays as it is)."""
    with context.store() as store:
        _publish(context, store, "policy", read_toml(context, file), by)


@publish.command()
@click.argument("file", required=False, type=EXISTING_FILE)
@as_
@click.pass_obj
def calendar(context: CommandContext, file: Path | None, by: str) -> None:
    """工作日历：TOML 里的年份；不带文件则取随程序更新的 · Years in TOML; else those shipped."""
    import msgspec

    from shared.domain import workdays

    with context.store() as store:
        body = read_toml(context, file) if file else msgspec.to_builtins(workdays.seed())
        _publish(context, store, "calendar", body, by)


def read_toml(context: CommandContext, file: Path) -> dict[str, Any]:
    """The document in a TOML file. Raises `Problem` where it cannot be parsed."""
    import tomllib

    try:
        return tomllib.loads(decoded(file.read_bytes()))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise context.problem("bad_file", file=file, reason=error) from error


def _publish(context: CommandContext, store: "Store", name: str, body: dict[str, Any], by: str) -> None:
    """On a single PC whoever may write its files publishes, in the name of the office."""
    from shared.reference import actions, views

    office = person_for(context, store, Act.PUBLISH, by, devices=OFFICE_ONLY) or Actor(
        number="", name="", role=Role.OFFICE, post="", hall="*"
    )
    before = max(views.version(store, name), 1)  # version 1 is the one shipped
    number = actions.publish(store, office, name, body, now=context.now)
    if isinstance(number, Refusal):
        raise context.refused(number)
    context.say("published" if number != before else "unchanged", name=name, version=number)
