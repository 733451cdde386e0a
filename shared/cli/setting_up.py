"""`warm-window init`, `set-pin`, `photo`, `publish`: from an empty machine to a hall that can work."""

import sys
from dataclasses import dataclass
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
from shared.domain.spelling import folded, tidy
from shared.people.policy import PinsPolicy

if TYPE_CHECKING:
    from shared.journal.store import Store
    from shared.people.rules import RosterLine

_file = click.argument("file", type=EXISTING_FILE)
_pin = click.option("--pin", help="密码；不给则询问，或自动生成 · else it is asked for or generated")


@click.command()
@click.option("--demo", is_flag=True, help="演示大厅 · a demo hall with staff and some days of records")
@click.option("--hall", default="", help="大厅代码 · hall's code")
@click.option("--name", default="", help="大厅名称 · hall's name")
@click.option("--branch", default="", help="分公司 · branch")
@click.option("--supervisor", default="", help="站长工号 · supervisor's number")
@click.option("--supervisor-name", default="", help="站长姓名 · supervisor's name")
@_pin
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
        _say_pin(context, plan.supervisor.number, plan.supervisor.name, plan.pin)
    context.say("next_import")


def _refuse_on_hub_device(context: CommandContext, store: "Store") -> None:
    """Raises `Problem` on a device of a hub: it takes its hall and people from there."""
    from shared.sync import enrolment

    if enrolment.joined(store.folder):
        raise context.problem("not_this_device")


@dataclass(frozen=True)
class _Pin:
    """A PIN to be set; `made_up` ones are shown once."""

    digits: str
    made_up: bool


@dataclass(frozen=True)
class _Plan:
    """What `init` is going to write, all of it or nothing. `hall` is a code, "" for none."""

    hall: str
    name: str
    branch: str
    supervisor: "RosterLine | None" = None
    pin: _Pin | None = None


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
    return _Plan(code, name, branch, line, _chosen_pin(context, line.number, pin, values))


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


def _chosen_pin(context: CommandContext, number: str, pin: str | None, values: PinsPolicy) -> _Pin:
    """The PIN as given, or typed twice at a terminal; otherwise made up. Refused when the rules don't accept it."""
    from shared.people import rules
    from shared.people.setting_up import random_pin

    made_up = pin is None and not sys.stdin.isatty()
    if pin is None and not made_up:
        pin = click.prompt(context.sentence("ask_pin", number=number), hide_input=True, confirmation_prompt=True)
    chosen = random_pin(values) if pin is None else pin
    if refusal := rules.check_new_pin(chosen, values):
        raise context.refused(refusal)
    return _Pin(chosen, made_up)


def _say_pin(context: CommandContext, number: str, name: str, pin: _Pin) -> None:
    if pin.made_up:
        context.say("pins_once")
        context.say("pin_is", number=number, name=name, pin=pin.digits)
    else:
        context.say("pin_set", number=number)


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


@click.command("set-pin")
@click.argument("number")
@_pin
@as_
@click.pass_obj
def set_pin(context: CommandContext, number: str, pin: str | None, by: str) -> None:
    """为某人设置登录密码 · Set somebody's PIN."""
    from shared.people import actions
    from shared.reference.views import policy

    with context.store() as store:
        actor = person_for(context, store, Act.ROSTER, by)
        person = context.person(store, number)
        chosen = _chosen_pin(context, person.number, pin, policy(store)[PinsPolicy])
        if refusal := actions.set_pin(store, person.number, chosen.digits, now=context.now, actor=actor):
            raise context.refused(refusal)
    _say_pin(context, person.number, person.name, chosen)


@click.command()
@click.argument("number")
@_file
@as_
@click.pass_obj
def photo(context: CommandContext, number: str, file: Path, by: str) -> None:
    """设置员工照片（自动缩小） · Set a member of staff's photo (reduced automatically)."""
    from shared.cli import photos
    from shared.people import actions

    image = photos.small_enough(file.read_bytes(), actions.PHOTO_BYTES)
    if isinstance(image, photos.Unfit):
        raise context.problem(image.code, file=file, **image.details)
    with context.store() as store:
        person_for(context, store, Act.ROSTER, by)
        person = context.person(store, number)
        if refusal := actions.set_photo(store, person.number, image, now=context.now):
            raise context.refused(refusal)
    context.say("photo_set", number=person.number, kb=-(-len(image) // 1000))


@click.group()
def publish() -> None:
    """发布制度文件的新版本 · Publish a new version of a document."""


@publish.command()
@_file
@as_
@click.pass_obj
def policy(context: CommandContext, file: Path, by: str) -> None:
    """规则数值（TOML，可只写要改的部分） · Policy values (TOML; values left out stay as they are)."""
    with context.store() as store:
        _publish(context, store, "policy", read_toml(context, file), by)


@publish.command()
@click.argument("file", required=False, type=EXISTING_FILE)
@as_
@click.pass_obj
def calendar(context: CommandContext, file: Path | None, by: str) -> None:
    """工作日历：TOML 里的年份；不带文件则取随程序更新的 · Years in TOML; without a file, those shipped."""
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
