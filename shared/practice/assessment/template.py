"""The checklists that the office published, as a part of a template file."""

from collections.abc import Mapping
from typing import Any

from shared.declaration.practice import TemplatePart
from shared.domain import document
from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.text import Text
from shared.domain.workdays import day_of
from shared.journal.store import Store
from shared.practice.assessment import checklist as standard
from shared.practice.assessment.facts import Checklist
from shared.practice.assessment.policy import Assessment
from shared.practice.assessment.rules import documents as rules
from shared.reference import actions as reference
from shared.reference.views import document as published
from shared.reference.views import documents, policy_on

_PREFIX = "checklist/"


def _export(store: Store) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for each in documents(store, _PREFIX):  # the newest of each first
        found.setdefault(each.name.removeprefix(_PREFIX), _portable(each.body))
    return found


def _portable(body: Mapping[str, Any]) -> dict[str, Any]:
    """A checklist's body with all its defaults and a newer version's names, without the version, which is local."""
    return {key: value for key, value in document.whole(body, Checklist).items() if key != "version"}


def _knows(_: str, item: Any) -> bool:
    try:
        _portable(item)
    except (ValueError, TypeError):  # of another shape, or no mapping at all
        return False
    return True


def _take(store: Store, actor: Actor, items: Mapping[str, Any], *, now: int) -> Refusal | None:
    most = policy_on(store, day_of(now))[Assessment].item_points
    for code, item in items.items():
        body = document.with_unknown(_portable(item), published(store, _PREFIX + code) or {})
        done = rules.checklist(document.read(body, Checklist).lines, most) or reference.publish(
            store, actor, _PREFIX + code, body, now=now
        )
        if isinstance(done, Refusal):
            return done
    return None


CHECKLISTS = TemplatePart(
    key="checklists",
    title=Text("检查表", "Checklists"),
    export=_export,
    knows=_knows,
    name=lambda code, _: str(Text("窗口单位考核标准", "Checklist of the units")) if code == standard.NAME else code,
    take=_take,
)
