"""The handbook's text for each page, from resources/handbook/pages.toml: its purpose and the rules behind it."""

import tomllib
from collections.abc import Mapping
from functools import cache

import msgspec

import resources
from shared.domain.text import Text

_FILE = resources.FOLDER / "handbook" / "pages.toml"


class PageHelp(msgspec.Struct, frozen=True):
    """The help of one page: one line as `hint`, the `text` after it, the keys of the policy sections behind it."""

    hint: Text
    text: Text
    rules: tuple[str, ...]


@cache
def page_help() -> Mapping[str, PageHelp]:
    """The help of every page, by its key. The first call reads the file: make it on the store thread."""
    with _FILE.open("rb") as file:
        pages = tomllib.load(file)
    return {key: _help(page["zh"], page["en"], page["rules"]) for key, page in pages.items()}


def _help(chinese: str, english: str, rules: list[str]) -> PageHelp:
    (hint_zh, _, zh), (hint_en, _, en) = (text.strip().partition("\n") for text in (chinese, english))
    return PageHelp(Text(hint_zh, hint_en), Text(zh, en), tuple(rules))
