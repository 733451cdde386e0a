"""`warm-window verify`, `backup`, `restore`: check that the journal is unchanged, copy it, and put a copy back."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from shared.cli.here import Here
from shared.cli.options import EXISTING_FILE, NEW_FILE

if TYPE_CHECKING:
    from shared.journal.store import Store


@click.command()
@click.option(
    "--quick", is_flag=True, help="只核对日志，不核对由它算出的表 · the journal only, not what is computed from it"
)
@click.pass_obj
def verify(here: Here, quick: bool) -> None:
    """核对日志是否被动过；动过则指出位置，退出码 1 · Was the journal touched, and where."""
    from shared.journal import verify as check

    with here.store_unrepaired() as store:
        verdict = check.journal(store, here.progress("checking"))
        if found := verdict.found:
            raise here.problem(found.reason, station=found.station, n=found.n)
        _compare_with_signatures(here, store)
        if not quick:
            _compare_with_hub(here, store)
        _check_pictures(here, store)
        differ = () if quick else check.projections(store, here.progress("checking"))
    if differ:
        raise here.problem("tables_differ", tables=", ".join(differ))
    here.say("verified", events=verdict.events, stations=verdict.stations)
    if verdict.lost:
        here.say("known_lost", count=verdict.lost)


def _check_pictures(here: Here, store: "Store") -> None:
    """Each picture by its name. One that is missing comes from the hub; where there is none, it is lost."""
    from shared.journal import attachments
    from shared.sync import enrolment

    if changed := attachments.changed(store):
        raise here.problem("pictures_changed", names=", ".join(name[:12] for name in changed))
    if missing := attachments.missing_of(store):
        of = ", ".join(subject for _, subject in missing)
        if enrolment.joined(here.folder) is None:
            raise here.problem("pictures_lost", of=of)
        here.note("pictures_missing", of=of)


def _compare_with_signatures(here: Here, store: "Store") -> None:
    from shared.daily_log import checking

    if found := checking.first_difference(store):
        raise here.problem("signed_differs", day=found.day, hall=found.hall, station=found.station, n=found.n)


def _compare_with_hub(here: Here, store: "Store") -> None:
    """A history rewritten with a valid chain differs from what the hub was sent. No answer of the hub is a note."""
    from shared.sync import checking, enrolment
    from shared.sync.hub import HubOffline, HubRefused

    joined = enrolment.joined(here.folder)
    if joined is None:
        return
    try:
        compared = checking.against_hub(store, joined)
    except (HubOffline, HubRefused) as error:
        here.note("hub_not_asked", reason=error)
        return
    if compared.differs:
        raise here.problem("hub_differs", station=compared.differs[0], n=compared.differs[1])
    here.say("hub_agrees", count=compared.count)


@click.command()
@click.argument("file", type=NEW_FILE)
@click.pass_obj
def backup(here: Here, file: Path) -> None:
    """把全部数据备份到一个文件 · Back everything up into one file, while the apps go on working."""
    from shared.journal import backup as copies

    if file.exists() and (not copies.is_sound(file) or _is_journal(here, file)):
        raise here.problem("would_overwrite", file=file)
    with here.store_unrepaired() if here.is_unwritable else here.store() as store:
        try:
            copies.back_up(store.db, file)
        except OSError as error:
            raise here.problem("cannot_write", file=file, reason=error.strerror) from error
    if not copies.is_sound(file):
        raise here.problem("not_a_backup", file=file)
    here.say("backed_up", file=file, kb=-(-file.stat().st_size // 1000))


def _is_journal(here: Here, file: Path) -> bool:
    from shared.journal import opening

    journal = here.folder / opening.FILE
    return journal.exists() and journal.samefile(file)


@click.command()
@click.argument("file", type=EXISTING_FILE)
@click.pass_obj
def restore(here: Here, file: Path) -> None:
    """恢复到一个备份；现有数据另外保留，不会删除 · Go back to a backup; the present data is set aside, not deleted."""
    from shared import device_journal
    from shared.device import pepper
    from shared.journal import backup as copies

    if not copies.is_sound(file) or _is_journal(here, file):
        raise here.problem("not_a_backup", file=file)
    before, knows_pins = here.set_aside(), (here.folder / pepper.FILE).exists()
    device_journal.restore(here.folder, file, now=here.now)
    with here.store():  # opening it rebuilds the tables and shows that the backup can be used
        pass
    if new := here.set_aside() - before:
        here.say("restored", file=file, aside=max(new))
    else:
        here.say("restored_fresh", file=file)
    if not knows_pins:
        here.note("pins_anew")
