"""`warm-window join FILE`: makes this device one of many, with what `warm-window hub enroll` wrote."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from shared.cli.here import Here
from shared.device import codes, pepper
from shared.domain.clock import wall_clock
from shared.people import pins
from shared.reference import actions as reference

if TYPE_CHECKING:
    from shared.journal.store import Store
    from shared.sync.enrolment import Enrolment

_WAS_OFFICE = "was_office"


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.pass_obj
def join(here: Here, file: Path) -> None:
    """用登记文件加入汇聚库；此前的记录会自动上传 · Join the hub; everything recorded before is sent by itself."""
    from shared.sync import enrolment, outbox

    try:
        given = enrolment.read_file(file)
        with here.store(hall=given.hall, make=True) as store:
            before = _before(store.folder)
            enrolment.check(store, given)
            _keep_keys(store.folder, given)
            enrolment.join(store, given)
            own = _give_up_documents(store, before, given)
            waiting = outbox.waiting(store).count
    except enrolment.EnrolmentError as error:
        raise here.problem(error.code, **error.details) from error
    here.say("joined", host=given.host, name=given.name, hall=given.hall, waiting=waiting)
    if own:
        here.say("documents_given_up", count=own)
    here.note("delete_file", file=file)


def _before(folder: Path) -> "Enrolment | None":
    """The enrolment until now; None where there is none, or it is lost, which joining again mends."""
    from shared.sync import enrolment

    try:
        return enrolment.joined(folder)
    except enrolment.EnrolmentError:
        return None


def _keep_keys(folder: Path, given: "Enrolment") -> None:
    if given.site_key:
        pepper.adopt(folder, given.site_key)
    if given.codes_key:
        codes.keep_key(folder, given.codes_key)
    if given.exit_pin:
        pins.keep_exit_pin(folder, given.exit_pin)


def _give_up_documents(store: "Store", before: "Enrolment | None", given: "Enrolment") -> int:
    """The office's own device publishes for all; what it published stays in force also when it becomes another's."""
    if "office" in (given.kind, before.kind if before else ""):
        store.set_setting(_WAS_OFFICE, "yes")
    if store.setting(_WAS_OFFICE):
        return 0
    return reference.give_up(store, now=wall_clock() + store.clock_correction)
