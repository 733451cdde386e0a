"""`warm-window verify`, `backup`, `restore`: check that the journal is unchanged, copy it, and put a copy back."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from shared.cli.context import CommandContext
from shared.cli.options import EXISTING_FILE, NEW_FILE

if TYPE_CHECKING:
    from shared.journal.store import Store


@click.command()
@click.option(
    "--quick", is_flag=True, help="只核对日志，不核对由它算出的表 · only the journal, not the tables computed from it"
)
@click.pass_obj
def verify(context: CommandContext, quick: bool) -> None:
    """核对日志是否被改动过；改动过则指出位置，退出码 1 · Was the journal tampered with, and where (exit code 1)."""
    from shared.journal import verify as check

    with context.store_unrepaired() as store:
        verdict = check.journal(store, context.progress("checking"))
        if found := verdict.found:
            raise context.problem(found.reason, station=found.station, n=found.n)
        _compare_with_signatures(context, store)
        if not quick:
            _compare_with_hub(context, store)
        _check_pictures(context, store)
        differ = () if quick else check.projections(store, context.progress("checking"))
    if differ:
        raise context.problem("tables_differ", tables=", ".join(differ))
    context.say("verified", events=verdict.events, stations=verdict.stations)
    if verdict.lost:
        context.say("known_lost", count=verdict.lost)


def _check_pictures(context: CommandContext, store: "Store") -> None:
    """Each picture by its name. One that is missing comes from the hub; where there is none, it is lost."""
    from shared.journal import attachments
    from shared.sync import enrolment

    if changed := attachments.changed(store):
        raise context.problem("pictures_changed", names=", ".join(name[:12] for name in changed))
    if missing := attachments.missing_of(store):
        of = ", ".join(subject for _, subject in missing)
        if enrolment.joined(context.folder) is None:
            raise context.problem("pictures_lost", of=of)
        context.note("pictures_missing", of=of)


def _compare_with_signatures(context: CommandContext, store: "Store") -> None:
    from shared.daily_log import checking

    if found := checking.first_difference(store):
        raise context.problem("signed_differs", day=found.day, hall=found.hall, station=found.station, n=found.n)


def _compare_with_hub(context: CommandContext, store: "Store") -> None:
    """A history rewritten with a valid chain differs from what the hub was sent. No answer of the hub is a note."""
    from shared.sync import checking, enrolment
    from shared.sync.hub import HubOffline, HubRefused

    joined = enrolment.joined(context.folder)
    if joined is None:
        return
    try:
        compared = checking.against_hub(store, joined)
    except (HubOffline, HubRefused) as error:
        context.note("hub_not_asked", reason=error)
        return
    if compared.differs:
        raise context.problem("hub_differs", station=compared.differs[0], n=compared.differs[1])
    context.say("hub_agrees", count=compared.count)


@click.command()
@click.argument("file", type=NEW_FILE)
@click.pass_obj
def backup(context: CommandContext, file: Path) -> None:
    """把全部数据备份到一个文件 · Back everything up into one file, while the apps go on working."""
    from shared.journal import backup as copies

    if file.exists() and (not copies.is_sound(file) or _is_journal(context, file)):
        raise context.problem("would_overwrite", file=file)
    with context.store_unrepaired() if context.is_unwritable else context.store() as store:
        try:
            copies.back_up(store.db, file)
        except OSError as error:
            raise context.problem("cannot_write", file=file, reason=error.strerror) from error
    if not copies.is_sound(file):
        raise context.problem("not_a_backup", file=file)
    context.say("backed_up", file=file, kb=-(-file.stat().st_size // 1000))


def _is_journal(context: CommandContext, file: Path) -> bool:
    from shared.journal import opening

    journal = context.folder / opening.FILE
    return journal.exists() and journal.samefile(file)


@click.command()
@click.argument("file", type=EXISTING_FILE)
@click.pass_obj
def restore(context: CommandContext, file: Path) -> None:
    """恢复到一个备份；现有数据另外保留，不会删除 · Restore a backup; the present data is set aside, not deleted."""
    from shared import device_journal
    from shared.device import pepper
    from shared.journal import backup as copies

    if not copies.is_sound(file) or _is_journal(context, file):
        raise context.problem("not_a_backup", file=file)
    before, knows_pins = context.set_aside(), (context.folder / pepper.FILE).exists()
    device_journal.restore(context.folder, file, now=context.now)
    with context.store():  # opening it rebuilds the tables and shows that the backup can be used
        pass
    if new := context.set_aside() - before:
        context.say("restored", file=file, aside=max(new))
    else:
        context.say("restored_fresh", file=file)
    if not knows_pins:
        context.note("pins_anew")
