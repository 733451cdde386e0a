"""The chapters in force, in a template file: as they are published, without their days."""

from collections.abc import Mapping
from typing import Any

from shared.declaration.practice import TemplatePart
from shared.domain import document, text
from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.journal.store import Store
from shared.practice.rulebook import actions
from shared.practice.rulebook.facts import PREFIX, ChapterText
from shared.reference.views import documents

_LOCAL = ("version", "effective", "read_by")  # fields that hold for this company only
_TO_READ = {"material": True}  # a correction of words there is a new text here


def _export(store: Store) -> dict[str, Any]:
    newest: dict[str, Mapping[str, Any]] = {}
    for each in documents(store, PREFIX):  # the newest of each first
        newest.setdefault(each.name.removeprefix(PREFIX), each.body)
    return {code: _portable(body) for code, body in newest.items() if body.get("text") and not body.get("withdrawn")}


def _portable(body: Mapping[str, Any]) -> dict[str, Any]:
    """A chapter's body with all its defaults and a newer version's names, without what holds for this company only."""
    complete = document.whole(body, ChapterText)
    return {key: value for key, value in complete.items() if key not in _LOCAL} | _TO_READ


def _knows(_: str, item: Any) -> bool:
    try:
        _portable(item)
    except (ValueError, TypeError):  # of another shape, or no mapping at all
        return False
    return True


def _take(store: Store, actor: Actor, items: Mapping[str, Any], *, now: int) -> Refusal | None:
    for code, item in items.items():
        body = _portable(item)
        newer = {name: value for name, value in body.items() if name not in ChapterText.__struct_fields__}
        done = actions.publish(store, actor, code, document.read(body, ChapterText), now=now, newer=newer)
        if isinstance(done, Refusal):
            return done
    return None


RULEBOOK = TemplatePart(
    key="rulebook",
    title=text.Text("管理制度", "Rulebook"),
    export=_export,
    knows=_knows,
    name=lambda code, item: str(item.get("title") or code),
    take=_take,
)
