"""`warm-window set-pin` and `photo`: what the office sets for one person."""

import sys
from pathlib import Path

import click
import msgspec

from shared.cli.authority import as_, person_for
from shared.cli.context import CommandContext
from shared.cli.options import EXISTING_FILE
from shared.domain.roles import Act
from shared.people.policy import PinsPolicy

pin_option = click.option("--pin", help="密码；不给则询问，或自动生成 · else it is asked for, or made up")


class Pin(msgspec.Struct, frozen=True):
    """A PIN to be set; `made_up` ones are shown once."""

    digits: str
    made_up: bool


def chosen_pin(context: CommandContext, number: str, pin: str | None, values: PinsPolicy) -> Pin:
    """The PIN as given, or typed twice at a terminal; otherwise made up. Refused when the rules don't accept it."""
    from shared.people import rules
    from shared.people.hall_setup import random_pin

    made_up = pin is None and not sys.stdin.isatty()
    if pin is None and not made_up:
        pin = click.prompt(context.sentence("ask_pin", number=number), hide_input=True, confirmation_prompt=True)
    chosen = random_pin(values) if pin is None else pin
    if refusal := rules.check_new_pin(chosen, values):
        raise context.refused(refusal)
    return Pin(chosen, made_up)


def say_pin(context: CommandContext, number: str, name: str, pin: Pin) -> None:
    """Print that the PIN is set; a made-up one is printed once."""
    if pin.made_up:
        context.say("pins_once")
        context.say("pin_is", number=number, name=name, pin=pin.digits)
    else:
        context.say("pin_set", number=number)


@click.command("set-pin")
@click.argument("number")
@pin_option
@as_
@click.pass_obj
def set_pin(context: CommandContext, number: str, pin: str | None, by: str) -> None:
    """为某人设置登录密码 · Set somebody's PIN."""
    from shared.people import actions
    from shared.reference.views import policy

    with context.store() as store:
        actor = person_for(context, store, Act.ROSTER, by)
        person = context.person(store, number)
        chosen = chosen_pin(context, person.number, pin, policy(store)[PinsPolicy])
        if refusal := actions.set_pin(store, person.number, chosen.digits, now=context.now, actor=actor):
            raise context.refused(refusal)
    say_pin(context, person.number, person.name, chosen)


@click.command()
@click.argument("number")
@click.argument("file", type=EXISTING_FILE)
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
