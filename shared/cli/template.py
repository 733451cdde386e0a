"""`warm-window template`: exports how one company works as one file, and imports it in another company."""

from collections import Counter
from pathlib import Path

import click

from shared.cli.context import CommandContext
from shared.cli.office_actor import by_, office_step
from shared.cli.options import EXISTING_FILE, NEW_FILE
from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.domain.workdays import day_of


@click.group()
def template() -> None:
    """模板文件：参数、检查表、制度、课程 · Template file: policy, checklists, rulebook, courses."""


@template.command()
@click.argument("out", metavar="FILE", type=NEW_FILE)
@click.pass_obj
def export(context: CommandContext, out: Path) -> None:
    """写出本公司现行的做法，不含任何个人信息 · Export this company's way of working, without any personal data."""
    from shared.template import file as templates

    with context.store() as store:
        content = templates.export(store, day_of(context.now))
    if isinstance(content, Refusal):
        raise context.refused(content)
    with context.replacing(out) as part:
        part.write_bytes(content)
    found = templates.read(content)
    assert not isinstance(found, Refusal)  # just written
    context.say("template_written", file=out, count=sum(map(len, found.parts.values())))


@template.command("import")
@click.argument("file", type=EXISTING_FILE)
@click.option("--preview", "only_look", is_flag=True, help="只看会改什么，不导入 · only show what would change")
@by_
@click.pass_obj
def import_(context: CommandContext, file: Path, only_look: bool, by: str) -> None:
    """导入模板文件：全部或一项也不 · Import a template file, as a whole or not at all."""
    from shared.template import file as templates
    from shared.template.words import state

    found = templates.read(file.read_bytes())
    if isinstance(found, Refusal):
        raise context.refused(found)
    with context.store() as store:
        lines = templates.preview(store, found)
    for line in lines:
        if line.state is not templates.State.SAME:
            values = f"{line.before} → {line.after}" if line.before or line.after else ""
            part = templates.title(line.part)
            context.say("template_line", part=part, name=line.name, state=state(line.state.value), values=values)
    counts = Counter(line.state for line in lines)
    said = {"same": counts[templates.State.SAME], "unknown": counts[templates.State.UNKNOWN]}
    if only_look:
        changes = counts[templates.State.NEW] + counts[templates.State.CHANGED]
        context.say("template_seen", count=changes, **said)
        return
    taken = office_step(
        context, by, Act.PUBLISH, lambda store, actor: templates.take(store, actor, found, now=context.now)
    )
    context.say("template_taken", count=taken, **said)
