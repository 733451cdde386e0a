"""`warm-window init`, `set-pin`, `photo`, `publish`: from an empty machine to a hall that can work."""

import secrets
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from shared.cli.authority import as_, person_for
from shared.cli.here import Here
from shared.declaration.practice import OFFICE_ONLY
from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.roles import Act, Role
from shared.people.policy import PinsPolicy

if TYPE_CHECKING:
    from shared.journal.store import Store

_file = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
_pin = click.option("--pin", help="密码；不给则询问，或自动生成 · else it is asked for, or made up")


@click.command()
@click.option("--demo", is_flag=True, help="演示大厅 · a demo hall with staff and some days of records")
@click.option("--hall", default="", help="大厅代码 · hall's code")
@click.option("--name", default="", help="大厅名称 · hall's name")
@click.option("--branch", default="", help="分公司 · branch")
@click.option("--supervisor", default="", help="站长工号 · supervisor's number")
@click.option("--supervisor-name", default="", help="站长姓名 · supervisor's name")
@_pin
@click.pass_obj
def init(here: Here, /, demo: bool, pin: str | None, **given: str) -> None:
    """建立数据目录：一个大厅，或演示大厅 · Make the data folder: for a hall, or a demo hall."""
    if demo:
        return _demo(here)
    if not given["hall"] and sys.stdin.isatty():
        _ask(here, given)
    if given["hall"] and not (given["name"] and given["branch"]):
        raise click.UsageError(here.problem("hall_needs").message)
    with here.store(hall=given["hall"], make=True) as store:
        if given["hall"] or given["supervisor"]:
            _only_alone(here, store)
        here.say("made", folder=here.folder)
        if given["hall"]:
            _set_hall(here, store, given)
        if given["supervisor"]:
            _set_supervisor(here, store, given, pin)
    here.say("next_import")


def _only_alone(here: Here, store: "Store") -> None:
    from shared.sync import enrolment

    if enrolment.joined(store.folder):
        raise here.problem("not_this_device")


def _ask(here: Here, given: dict[str, str]) -> None:
    """On a terminal: what was not given. An empty answer leaves the hall to the staff list."""
    for name, question in (("hall", "ask_hall"), ("name", "ask_name"), ("branch", "ask_branch")):
        if name == "hall" or given["hall"]:
            given[name] = given[name] or click.prompt(here.sentence(question), default="", show_default=False)
    if given["hall"] and not given["supervisor"]:
        given["supervisor"] = click.prompt(here.sentence("ask_supervisor"), default="", show_default=False)
    if given["supervisor"] and not given["supervisor_name"]:
        given["supervisor_name"] = click.prompt(here.sentence("ask_supervisor_name"))


def _set_hall(here: Here, store: "Store", given: dict[str, str]) -> None:
    from shared.people import actions, views

    code = given["hall"]
    if store.hall not in ("", code) or views.hall(store, code):
        raise here.problem("already_set_up", folder=here.folder)
    actions.set_hall(store, code, given["name"], given["branch"], now=here.now)
    actions.place_device(store, code, now=here.now)
    here.say("hall_set", code=code, name=given["name"], branch=given["branch"])


def _set_supervisor(here: Here, store: "Store", given: dict[str, str], pin: str | None) -> None:
    from shared.people import actions, rules

    row = {
        "number": given["supervisor"],
        "name": given["supervisor_name"] or given["supervisor"],
        "branch": given["branch"],
        "hall": given["hall"] or store.hall,
        "post": "cashier",
        "role": "supervisor",
    }
    line = rules.roster_line(row)
    if isinstance(line, Refusal):
        raise here.refused(line)
    actions.import_staff(store, [line], now=here.now)
    _choose_pin(here, store, line.number, pin)


def _choose_pin(here: Here, store: "Store", number: str, pin: str | None, actor: Actor | None = None) -> None:
    """The PIN as given, or typed twice at a terminal; otherwise one is made up and shown once."""
    from shared.people import actions
    from shared.people.views import person

    found = person(store, number)
    made_up = pin is None and not sys.stdin.isatty()
    if pin is None and not made_up:
        pin = click.prompt(here.sentence("ask_pin", number=number), hide_input=True, confirmation_prompt=True)
    chosen = pin or new_pin(store)
    if refusal := actions.set_pin(store, number, chosen, now=here.now, actor=actor):
        raise here.refused(refusal)
    if made_up:
        here.say("pins_once")
        here.say("pin_is", number=number, name=found.name if found else "", pin=chosen)
    else:
        here.say("pin_set", number=number)


def new_pin(store: "Store") -> str:
    """A random PIN that the rules accept."""
    from shared.people import rules
    from shared.reference.views import policy

    values = policy(store)[PinsPolicy]
    while True:
        pin = "".join(secrets.choice("0123456789") for _ in range(values.digits))
        if rules.new_pin(pin, values) is None:
            return pin


def _demo(here: Here) -> None:
    from shared import demo
    from shared.people import views

    with here.store(hall=demo.HALL, make=True) as store:
        if views.halls(store) or views.everyone(store):
            raise here.problem("already_set_up", folder=here.folder)
        pins = demo.fill(store, now=here.now, progress=here.progress("importing"))
        here.say("demo_ready", hall=demo.HALL, days=demo.DAYS)
        here.say("pins_once")
        for person in views.everyone(store):
            here.say("pin_is", number=person.number, name=person.name, pin=pins[person.number])


@click.command("set-pin")
@click.argument("number")
@_pin
@as_
@click.pass_obj
def set_pin(here: Here, number: str, pin: str | None, by: str) -> None:
    """为某人设置登录密码 · Set somebody's PIN."""
    with here.store() as store:
        from shared.people.views import person

        actor = person_for(here, store, Act.ROSTER, by)
        if person(store, number) is None:
            raise here.refused(Refusal("unknown_person", {"number": number}))
        _choose_pin(here, store, number, pin, actor)


@click.command()
@click.argument("number")
@_file
@as_
@click.pass_obj
def photo(here: Here, number: str, file: Path, by: str) -> None:
    """设置员工照片（自动缩小） · Set the photo customers see; made small enough by itself."""
    from shared.cli.photos import small_enough
    from shared.people import actions

    image = small_enough(file.read_bytes(), actions.PHOTO_BYTES)
    if image is None:
        raise here.problem("not_an_image", file=file)
    with here.store() as store:
        person_for(here, store, Act.ROSTER, by)
        if refusal := actions.set_photo(store, number, image, now=here.now):
            raise here.refused(refusal)
    here.say("photo_set", number=number, kb=-(-len(image) // 1000))


@click.group()
def publish() -> None:
    """发布制度文件的新版本 · Publish a new version of a document."""


@publish.command()
@_file
@as_
@click.pass_obj
def policy(here: Here, file: Path, by: str) -> None:
    """规则数值（TOML，可只写要改的部分） · The rule values (TOML; what it leaves out stays as it is)."""
    with here.store() as store:
        _publish(here, store, "policy", _toml(here, file), by)


@publish.command()
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@as_
@click.pass_obj
def calendar(here: Here, file: Path | None, by: str) -> None:
    """工作日历：TOML 里的年份；不带文件则取随程序更新的 · Years in TOML; else those shipped."""
    import msgspec

    from shared.domain import workdays

    with here.store() as store:
        body = _toml(here, file) if file else msgspec.to_builtins(workdays.seed())
        _publish(here, store, "calendar", body, by)


def _toml(here: Here, file: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(file.read_text("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise here.problem("bad_file", file=file, reason=error) from error


def _publish(here: Here, store: "Store", name: str, body: dict[str, Any], by: str) -> None:
    """On a single PC, who may write its files publishes as the office."""
    from shared.reference import actions, views

    office = person_for(here, store, Act.PUBLISH, by, devices=OFFICE_ONLY) or Actor(
        number="", name="", role=Role.OFFICE, post="", hall="*"
    )
    before = max(views.version(store, name), 1)  # version 1 is the one shipped
    number = actions.publish(store, office, name, body, now=here.now)
    if isinstance(number, Refusal):
        raise here.refused(number)
    here.say("published" if number != before else "unchanged", name=name, version=number)
