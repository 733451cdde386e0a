"""`warm-window join FILE`: makes this device one of many, with what `warm-window hub enroll` wrote."""

from pathlib import Path

import click

from shared.cli.context import CommandContext
from shared.cli.options import EXISTING_FILE
from shared.domain.clock import wall_clock


@click.command()
@click.argument("file", type=EXISTING_FILE)
@click.pass_obj
def join(context: CommandContext, file: Path) -> None:
    """用登记文件加入汇聚库；此前的记录会自动上传 · Join the hub by a file; earlier records are sent."""
    from shared import joining
    from shared.sync import enrolment

    try:
        given = enrolment.read_file(file)
        with context.store(hall=given.hall, make=True) as store:
            done = joining.join(store, given, now=wall_clock())
    except enrolment.EnrolmentError as error:
        raise context.problem(error.code, **error.details) from error
    context.say("joined", host=given.host, name=given.name, hall=given.hall, waiting=done.waiting)
    if done.given_up:
        context.say("documents_given_up", count=done.given_up)
    context.note("delete_file", file=file)
