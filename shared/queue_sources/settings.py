"""`queue.toml` in the data folder: which sources there are, in the order of trust.

    [[source]]
    kind = "http"                                # the ticket machine's own page
    address = "http://10.0.0.5/api/queue"
    field = "halls.0.waiting"                    # the way to the figure; numbers count list items from 0
    headers = { X-Key = "…" }

    [[source]]
    kind = "sql"                                 # the first column of the first row
    address = "postgresql://reader:…@10.0.0.6/queue"    # or sqlite:////var/lib/queue.db, sqlite:///C:/queue/queue.db
    query = "SELECT count(*) FROM ticket WHERE called_at IS NULL"

    [[source]]
    kind = "file"                                # a text file that holds the figure
    path = "/srv/queue/waiting.txt"
    age = "read"                                 # else "modified": no fresher than the file

    [[source]]
    kind = "line"                                # our own

Without the file our own line is the only source.
"""

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import msgspec

from shared.device.private_files import write_private
from shared.device.text_file import decoded
from shared.domain.refusal import Refusal
from shared.domain.urls import without_secret

FILE = "queue.toml"
_SQLITE = "sqlite:///"
_POSTGRESQL = ("postgresql://", "postgres://")
_PLACE = re.compile(r" - at `\$\.?(.*)`$")
_FIELD = re.compile(r"(?:unknown|required) field `([^`]+)`")
_UNPRINTABLE = re.compile(r"[^\x20-\x7e]")


class _Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", kw_only=True):
    name: str = ""  # what screens call it

    @property
    def label(self) -> str:
        """What people know it by."""
        return self.name or str(self.__struct_config__.tag)

    def objection(self) -> tuple[str, str] | None:
        """The setting that cannot be, and why."""
        return None


class LineSource(_Source, frozen=True, tag="line"):
    """Our own line; it is read from the journal and never asked over a network."""


class HttpSource(_Source, frozen=True, tag="http", kw_only=True):
    """A page that answers in JSON."""

    address: str
    field: str
    headers: dict[str, str] = {}

    def objection(self) -> tuple[str, str] | None:
        if reason := _bad_address(self.address):
            return "address", reason
        if not all(self.field.split(".")):
            return "field", "a path with dots is needed, as in data.waiting"
        if wrong := [name for name, value in self.headers.items() if not name or _UNPRINTABLE.search(name + value)]:
            return f"headers.{wrong[0]}", "plain ASCII on one line is needed"
        return None


class SqlSource(_Source, frozen=True, tag="sql", kw_only=True):
    """A database that may be read."""

    address: str
    query: str

    def objection(self) -> tuple[str, str] | None:
        if self.address.startswith(_POSTGRESQL):
            if reason := _bad_server(self.address):
                return "address", reason
        elif not self.address.startswith(_SQLITE):
            return "address", "sqlite:///… or postgresql://… is needed"
        elif not self.sqlite_file.is_absolute():
            return "address", "the file's whole path is needed"
        if not re.match(r"(?is)\s*(select|with)\b", self.query) or ";" in self.query.rstrip("; \n"):
            return "query", "one SELECT is needed"
        return None

    @property
    def is_sqlite(self) -> bool:
        return self.address.startswith(_SQLITE)

    @property
    def sqlite_file(self) -> Path:
        return Path(self.address.removeprefix(_SQLITE))


class FileSource(_Source, frozen=True, tag="file", kw_only=True):
    """A text file with the figure in it."""

    path: str
    age: Literal["modified", "read"] = "modified"

    def objection(self) -> tuple[str, str] | None:
        return None if Path(self.path).is_absolute() else ("path", "the whole path is needed")


Outside = HttpSource | SqlSource | FileSource
Source = LineSource | Outside
KINDS: dict[str, type[Source]] = {
    "line": LineSource,
    "http": HttpSource,
    "sql": SqlSource,
    "file": FileSource,
}
"""Each by its `kind` in the file."""


class _Document(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    source: tuple[Source, ...] = (LineSource(),)


def load(folder: Path) -> tuple[Source, ...] | Refusal:
    """The sources in the order of trust, or `queue_setting` with the setting and the reason."""
    try:
        text = decoded((folder / FILE).read_bytes())
    except FileNotFoundError:
        return _Document().source
    except (OSError, UnicodeDecodeError) as error:
        return _wrong(FILE, str(error))
    try:
        sources = msgspec.convert(tomllib.loads(text), _Document).source
    except tomllib.TOMLDecodeError as error:
        return _wrong(FILE, str(error))
    except msgspec.ValidationError as error:
        return _wrong(*_named(str(error)))
    return _fault(sources) or sources


def save(folder: Path, sources: Sequence[Source]) -> Refusal | None:
    """Replace the file; refused as `load` would refuse it, and then the old file stays. It may hold passwords: 0600."""
    if fault := _fault(sources):
        return fault
    write_private(folder / FILE, msgspec.toml.encode(_Document(tuple(sources))).decode())
    return None


def set_aside_file(folder: Path) -> None:
    """Rename a file that cannot be read to `queue.toml.old`; our own line is used from then on."""
    (folder / FILE).replace(folder / f"{FILE}.old")


def _fault(sources: Sequence[Source]) -> Refusal | None:
    objections = ((place, source.objection()) for place, source in enumerate(sources))
    return next((_wrong(f"source[{place}].{found[0]}", found[1]) for place, found in objections if found), None)


def _wrong(setting: str, reason: str) -> Refusal:
    return Refusal("queue_setting", {"setting": setting, "reason": reason})


def _named(message: str) -> tuple[str, str]:
    """The setting that a validation message is about, and what it says."""
    place, field = _PLACE.search(message), _FIELD.search(message)
    parts = [part for part in (place[1] if place else "", field[1] if field else "") if part]
    return ".".join(parts) or FILE, _PLACE.sub("", message)


def _bad_server(address: str) -> str:
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError as error:
        return without_secret(str(error), address)
    return "" if parts.hostname else "the host is missing"


def _bad_address(address: str) -> str:
    try:
        parts = urlsplit(address)
        _ = parts.port  # raises when it is none
    except ValueError as error:
        return without_secret(str(error), address)
    if parts.scheme not in ("http", "https"):
        return "http:// or https:// is needed"
    if not parts.hostname:
        return "the host is missing"
    return "plain ASCII is needed" if _UNPRINTABLE.search(address) or " " in address else ""
