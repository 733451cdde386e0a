"""`warm-window init`: makes the data folder of a hall, with its name and its supervisor, or the demo hall."""

import sys
from typing import TYPE_CHECKING

import click
import msgspec

from shared.cli.context import CommandContext
from shared.cli.people import Pin, chosen_pin, pin_option, say_pin
from shared.domain.refusal import Refusal
from shared.domain.spelling import folded, tidy
from shared.people.policy import PinsPolicy

if TYPE_CHECKING:
    from shared.journal.store import Store
    from shared.people.rules import RosterLine


@click.command()
@click.option("--demo", is_flag=True, help="演示大厅 · a demo hall with staff and some days of records")
@click.option("--hall", default="", help="大厅代码 · hall's code")
@click.option("--name", default="", help="大厅名称 · hall's name")
@click.option("--branch", default="", help="分公司 · branch")
@click.option("--supervisor", default="", help="站长工号 · supervisor's number")
@click.option("--supervisor-name", default="", help="站长姓名 · supervisor's name")
@pin_option
@click.pass_obj
def init(context: CommandContext, /, demo: bool, pin: str | None, **given: str) -> None:
    """建立数据目录：一个大厅，或演示大厅 · Create the data folder: for a hall, or a demo hall."""
    if demo:
        return demo_hall(context)
    if not given["hall"] and sys.stdin.isatty():
        _ask(context, given)
    plan = _plan(context, given, pin)  # whatever may be refused is refused before anything is written
    with context.store(hall=plan.hall, make=True) as store, store.transaction(context.now):
        _write(context, store, plan)
    context.say("made", folder=context.folder)
    if plan.hall:
        context.say("hall_set", code=plan.hall, name=plan.name, branch=plan.branch)
    if plan.supervisor and plan.pin:
        say_pin(context, plan.supervisor.number, plan.supervisor.name, plan.pin)
    context.say("next_import")


def _refuse_on_hub_device(context: CommandContext, store: "Store") -> None:
    """Raises `Problem` on a device of a hub: it takes its hall and people from there."""
    from shared.sync import enrolment

    if enrolment.joined(store.folder):
        raise context.problem("not_this_device")


class _Plan(msgspec.Struct, frozen=True):
    """What `init` is going to write, all of it or nothing. `hall` is a code, "" for none."""

    hall: str
    name: str
    branch: str
    supervisor: "RosterLine | None" = None
    pin: Pin | None = None


def _plan(context: CommandContext, given: dict[str, str], pin: str | None) -> _Plan:
    from shared.domain.policy import default
    from shared.people import views
    from shared.people.rules import LONGEST_NAME
    from shared.reference.views import policy

    code, name, branch = folded(given["hall"]), tidy(given["name"]), tidy(given["branch"])
    if given["hall"] and not (code and name and branch):
        raise click.UsageError(context.problem("hall_needs").message)
    if any(len(text) > LONGEST_NAME for text in given.values()):
        raise context.refused(Refusal("text_too_long", {"limit": LONGEST_NAME}))
    with context.store_if_any() as store:
        if store and (code or given["supervisor"]):
            _refuse_on_hub_device(context, store)
        placed, values = (store.hall, policy(store)[PinsPolicy]) if store else ("", default()[PinsPolicy])
        if code and store and (folded(placed) not in ("", code) or views.site(store).hall(code)):
            raise context.problem("already_set_up", folder=context.folder)
        code = placed if folded(placed) == code else code  # the spelling that the hub knows
        own = views.hall(store) if store and not code else None
    if not given["supervisor"]:
        return _Plan(code, name, branch)
    line = _supervisor(context, given, code or placed, branch or (own.branch if own else ""))
    return _Plan(code, name, branch, line, chosen_pin(context, line.number, pin, values))


def _supervisor(context: CommandContext, given: dict[str, str], hall: str, branch: str) -> "RosterLine":
    from shared.people import rules

    row = {
        "number": given["supervisor"],
        "name": given["supervisor_name"] or given["supervisor"],
        "branch": branch,
        "hall": hall,
        "post": "cashier",
        "role": "supervisor",
    }
    line = rules.roster_line(row)
    if isinstance(line, Refusal):
        raise context.refused(line)
    return line


def _write(context: CommandContext, store: "Store", plan: _Plan) -> None:
    from shared.people import actions

    if plan.hall:
        actions.set_hall(store, plan.hall, plan.name, plan.branch, now=context.now)
        actions.place_device(store, plan.hall, now=context.now)
    if plan.supervisor and plan.pin:
        actions.import_staff(store, [plan.supervisor], now=context.now)
        if refusal := actions.set_pin(store, plan.supervisor.number, plan.pin.digits, now=context.now):
            raise context.refused(refusal)


def _ask(context: CommandContext, given: dict[str, str]) -> None:
    """On a terminal: what was not given. An empty answer leaves the hall to the staff list."""
    for name, question in (("hall", "ask_hall"), ("name", "ask_name"), ("branch", "ask_branch")):
        if name == "hall" or given["hall"]:
            given[name] = given[name] or click.prompt(context.sentence(question), default="", show_default=False)
    if given["hall"] and not given["supervisor"]:
        given["supervisor"] = click.prompt(context.sentence("ask_supervisor"), default="", show_default=False)
    if given["supervisor"] and not given["supervisor_name"]:
        given["supervisor_name"] = click.prompt(context.sentence("ask_supervisor_name"))


def demo_hall(context: CommandContext) -> None:
    """Make the demo hall; its PINs are said once."""
    from shared.demo import hall as demo
    from shared.people import views

    with context.store(hall=demo.HALL, make=True) as store:
        if views.halls(store) or views.everyone(store):
            raise context.problem("already_set_up", folder=context.folder)
        with store.transaction(context.now):
            pins = demo.fill(store, now=context.now, progress=context.progress("importing"))
        context.say("demo_ready", hall=demo.HALL, days=demo.DAYS)
        context.say("pins_once")
        for person in views.everyone(store):
            if person.number in pins:
                context.say("pin_is", number=person.number, name=person.name, pin=pins[person.number])
