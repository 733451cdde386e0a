"""`warm-window verify`, `backup`, `restore`: is the journal as it was written, and will it be there tomorrow."""

from pathlib import Path

import click

from shared.cli.here import Here


@click.command()
@click.option(
    "--quick", is_flag=True, help="只核对日志，不核对由它算出的表 · the journal only, not what is computed from it"
)
@click.pass_obj
def verify(here: Here, quick: bool) -> None:
    """核对日志是否被动过；动过则指出位置，退出码 1 · Was the journal touched, and where."""
    from shared.journal import verify as check

    with here.store_as_it_is() as store:
        verdict = check.journal(store, here.progress("checking"))
        if found := verdict.found:
            raise here.problem(found.reason, station=found.station, n=found.n)
        differ = () if quick else check.projections(store, here.progress("checking"))
    if differ:
        raise here.problem("tables_differ", tables=", ".join(differ))
    here.say("verified", events=verdict.events, stations=verdict.stations)
    if verdict.lost:
        here.say("known_lost", count=verdict.lost)


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.pass_obj
def backup(here: Here, file: Path) -> None:
    """把全部数据备份到一个文件 · Back everything up into one file, while the apps go on working."""
    from shared.journal import backup as keep

    if file.exists() and (not keep.is_sound(file) or _is_journal(here, file)):
        raise here.problem("would_overwrite", file=file)
    with here.store_as_it_is() if here.takes_nothing else here.store() as store:
        try:
            keep.back_up(store.db, file)
        except OSError as error:
            raise here.problem("cannot_write", file=file, reason=error.strerror) from error
    if not keep.is_sound(file):
        raise here.problem("not_a_backup", file=file)
    here.say("backed_up", file=file, kb=-(-file.stat().st_size // 1000))


def _is_journal(here: Here, file: Path) -> bool:
    from shared.journal import opening

    journal = here.folder / opening.FILE
    return journal.exists() and journal.samefile(file)


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.pass_obj
def restore(here: Here, file: Path) -> None:
    """恢复到一个备份；现有数据另外保留，不会删除 · Go back to a backup; the present data is set aside, not deleted."""
    from shared import device_journal
    from shared.device import pepper
    from shared.journal import backup as keep

    if not keep.is_sound(file) or _is_journal(here, file):
        raise here.problem("not_a_backup", file=file)
    before, knows_pins = here.set_aside(), (here.folder / pepper.FILE).exists()
    device_journal.restore(here.folder, file, now=here.now)
    with here.store():  # rebuilds the tables, so that it is known to open
        pass
    if new := here.set_aside() - before:
        here.say("restored", file=file, aside=max(new))
    else:
        here.say("restored_fresh", file=file)
    if not knows_pins:
        here.note("pins_anew")
