"""Writes, reads, previews and imports a template file."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

import msgspec

from shared.declaration.declared import declared
from shared.declaration.practice import TemplatePart
from shared.domain.actor import Actor
from shared.domain.fact import is_writable
from shared.domain.policy_check import plain
from shared.domain.refusal import Refusal
from shared.domain.spelling import tidy
from shared.domain.text import Text
from shared.journal.faults import TooLong
from shared.journal.store import Store
from shared.people.history import History

FORMAT, VERSION = "warm-window-template", 1
_OF_A_PERSON = re.compile(r"(?<!\d)(?:1[3-9]\d{9}|[1-9]\d{16}[\dXx])(?![\dXx])")  # a mobile, an identity card
_PARTED = re.compile(r"(?<=\d)[\s-]+(?=\d)")
_WORD = re.compile(r"[0-9A-Za-z]+(?![0-9A-Za-z年])")
_LEAST_NAME, _LEAST_NUMBER = 2, 4  # shorter ones are in any text
_LARGEST = 20_000_000  # bytes
_LONGEST = 20_000  # characters of one text


class Template(msgspec.Struct, frozen=True, kw_only=True):
    """The file. `made`: the day, ISO; `parts`: items by key, by part."""

    format: str
    version: int = VERSION
    made: str = ""
    parts: dict[str, dict[str, Any]] = {}


class State(StrEnum):
    """An item compared with what is in force here."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    UNKNOWN = "unknown"


class PreviewLine(msgspec.Struct, frozen=True):
    """One item of the preview: its part, name and state; for single values the present and the new value."""

    part: str
    key: str
    name: str
    state: State
    before: str
    after: str


def export(store: Store, day: date) -> bytes | Refusal:
    """What is in force here, as a file. Refused where a text names somebody."""
    parts = {part.key: plain(part.export(store)) for part in _parts()}
    if refusal := _people_named(store, parts):
        return refusal
    template = Template(
        format=FORMAT, made=day.isoformat(), parts={key: items for key, items in parts.items() if items}
    )
    return msgspec.json.format(msgspec.json.encode(template, order="sorted"), indent=1)


def read(content: bytes) -> Template | Refusal:
    """A file's content; fields that this version does not know are ignored."""
    try:
        found = msgspec.json.decode(content.removeprefix(b"\xef\xbb\xbf")[:_LARGEST], type=Template)
    except (msgspec.MsgspecError, RecursionError):
        return Refusal("no_template")
    if found.format != FORMAT:
        return Refusal("no_template")
    if found.version > VERSION:
        return Refusal("template_newer", {"version": found.version})
    return _unfit(found) or _upcast(found)


def _upcast(found: Template) -> Template:
    known = {part.key: part.upcast for part in _parts()}
    parts = {key: dict(known[key](items)) if key in known else items for key, items in found.parts.items()}
    return msgspec.structs.replace(found, parts=parts)


def _unfit(found: Template) -> Refusal | None:
    """Refused: texts that are too long or that no event can hold."""
    for text in _texts(found.parts):
        if len(text) > _LONGEST:
            return Refusal("text_too_long", {"limit": _LONGEST})
        if not is_writable(text):
            return Refusal("unwritable", {"value": tidy(text)[:20]})
    return None


def preview(store: Store, template: Template) -> tuple[PreviewLine, ...]:
    """What is inside, and what taking it would change here."""
    known = {part.key: part for part in _parts()}
    return tuple(line for key, items in template.parts.items() for line in _lines(store, key, known.get(key), items))


def take(store: Store, actor: Actor, template: Template, *, now: int) -> int | Refusal:
    """Publish what differs, all of it or nothing; how many items did. Who may not publish a part is refused."""
    lines = preview(store, template)
    wanted = {(line.part, line.key) for line in lines if line.state in (State.NEW, State.CHANGED)}
    try:
        with store.transaction(now):
            for part in _parts():
                items = template.parts.get(part.key, {})
                _take(store, actor, part, {k: v for k, v in items.items() if (part.key, k) in wanted}, now)
    except _Refused as error:
        return error.refusal
    except TooLong:
        return Refusal("text_too_long", {"limit": _LONGEST})
    return len(wanted)


class _Refused(Exception):
    """Raised inside the transaction to roll it back."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.code)
        self.refusal = refusal


def _take(store: Store, actor: Actor, part: TemplatePart, items: dict[str, Any], now: int) -> None:
    if not items:
        return
    done = part.take(store, actor, items, now=now)
    if isinstance(done, Refusal):
        raise _Refused(done)


def _parts() -> tuple[TemplatePart, ...]:
    return tuple(part for practice in declared().practices for part in practice.template())


def _lines(store: Store, key: str, part: TemplatePart | None, items: Mapping[str, Any]) -> Iterator[PreviewLine]:
    here = plain(part.export(store)) if part else {}
    for name, item in items.items():
        if part is None or not part.knows(name, item):
            yield PreviewLine(key, name, name, State.UNKNOWN, "", "")
            continue
        state = State.NEW if name not in here else State.SAME if here[name] == item else State.CHANGED
        yield PreviewLine(key, name, part.name(name, item), state, _value(here.get(name)), _value(item))


def _value(item: object) -> str:
    """A single value in words; a document is named and not quoted."""
    return "" if item is None or isinstance(item, dict | list) else str(item)


def title(part: str) -> str:
    """What a part is called; its key where this version does not know it."""
    found: Text | None = next((each.title for each in _parts() if each.key == part), None)
    return str(found) if found else part


def _people_named(store: Store, parts: Mapping[str, Mapping[str, Any]]) -> Refusal | None:
    """Refused where any text holds a staff name, a staff number or a mobile number."""
    history = History(store)
    numbers = {number for number in history.numbers if len(number) >= _LEAST_NUMBER}
    names = {span.name for number in history.numbers for span in history.all_of(number)}
    people = {name for name in names if len(name) >= _LEAST_NAME}
    for key, items in parts.items():
        for name, item in items.items():
            for text in (name, *_texts(item)):
                if found := _found_in(text, numbers, people):
                    where = f"{title(key)} {name}"
                    return Refusal("template_names_people", {"where": where, "found": "、".join(sorted(found))})
    return None


def _found_in(text: str, numbers: set[str], people: set[str]) -> set[str]:
    """The names and numbers of people in a text, however it is spaced; a year (2014年) is no staff number."""
    said = tidy(text)
    close, digits = "".join(said.split()), _PARTED.sub("", said)
    named = {person for person in people if person in close}
    return {*(set(_WORD.findall(said)) & numbers), *named, *_OF_A_PERSON.findall(digits)}


def _texts(item: object) -> Iterator[str]:
    if isinstance(item, str):
        yield item
    elif isinstance(item, Mapping):
        for key, each in item.items():
            yield str(key)
            yield from _texts(each)
    elif isinstance(item, list):
        for each in item:
            yield from _texts(each)
