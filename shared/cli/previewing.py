"""`warm-window policy preview`: what new values would change, before they are published."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from shared.cli.context import CommandContext
from shared.cli.options import EXISTING_FILE, json_option
from shared.cli.publishing import read_toml
from shared.domain.money import yuan
from shared.domain.refusal import Refusal
from shared.domain.workdays import local

if TYPE_CHECKING:
    from shared.reference.preview import Changed, Compared, Preview


@click.group()
def policy() -> None:
    """管理参数 · The policy."""


@policy.command()
@click.argument("file", type=EXISTING_FILE)
@json_option
@click.pass_obj
def preview(context: CommandContext, file: Path, as_json: bool) -> None:
    """发布前试算：近90天的记录按两套参数各算一遍 · Decide the last 90 days by both documents; nothing is stored."""
    from shared.reference.preview import preview as tried

    with context.store() as store:
        found = tried(store, read_toml(context, file), now=context.now, progress=context.progress("previewing"))
    if isinstance(found, Refusal):
        raise context.refused(found)
    if as_json:
        context.json(_json(found))
    else:
        _print(context, found)


def _print(context: CommandContext, found: "Preview") -> None:
    context.say("preview_of", first=found.first, last=found.last)
    if not (found.compared or found.unseen):
        context.say("preview_same")
    for each in found.compared:
        if not each.recorded:
            context.say("preview_nothing", title=each.title)
            continue
        counts = {"recorded": each.recorded, "before": each.before, "after": each.after, "changed": len(each.changed)}
        context.say("preview_line", title=each.title, counted=each.counted, **counts)
        for changed in each.changed:
            click.echo("  " + _line(changed))
    for title in found.unseen:
        context.say("preview_unseen", title=title)


def _line(changed: "Changed") -> str:
    case = changed.before
    moment = f"{local(case.at):%Y-%m-%d %H:%M:%S}" if case.at else ""
    parts = [case.who, moment, str(case.about or ""), f"{case.outcome} → {changed.after.outcome}", _difference(changed)]
    return "  ".join(filter(None, parts))


def _difference(changed: "Changed") -> str:
    return "" if changed.fen is None else f"{'+' if changed.fen > 0 else ''}{yuan(changed.fen)}"


def _json(found: "Preview") -> dict[str, Any]:
    return {
        "first": found.first.isoformat(),
        "last": found.last.isoformat(),
        "compared": [_compared(each) for each in found.compared],
        "unseen": [str(title) for title in found.unseen],
    }


def _compared(each: "Compared") -> dict[str, Any]:
    return {
        "title": str(each.title),
        "counted": str(each.counted),
        "recorded": each.recorded,
        "before": each.before,
        "after": each.after,
        "changed": [
            {
                "who": changed.before.who,
                "at": f"{local(changed.before.at).isoformat()}" if changed.before.at else None,
                "about": str(changed.before.about or ""),
                "before": str(changed.before.outcome),
                "after": str(changed.after.outcome),
                "difference": _difference(changed),
            }
            for changed in each.changed
        ],
    }
