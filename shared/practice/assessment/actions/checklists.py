"""Name the clause of a rulebook that a line of the checklist stands on: a deduction then opens the rule."""

import re

import msgspec

from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.journal.store import Store
from shared.practice.assessment import checklist, inspections
from shared.reference import actions as reference

_CLAUSE = re.compile(r"[a-z]+/[1-9]\d{0,3}")


def set_clause(store: Store, actor: Actor, line: str, clause: str, *, now: int) -> int | Refusal:
    """Publish the checklist with this line's clause, `standard/12`, or without one (""); its new version."""
    found = inspections.checklist(store)
    if line not in [each.code for each in found.lines]:
        return Refusal("not_found")
    if clause and not _CLAUSE.fullmatch(clause):
        return Refusal("bad_clause", {"value": clause})
    lines = tuple(msgspec.structs.replace(each, clause=clause) if each.code == line else each for each in found.lines)
    body = msgspec.to_builtins(msgspec.structs.replace(found, lines=lines))
    for each in body["lines"]:
        if not each["clause"]:
            del each["clause"]  # a version before does not know the name
    del body["version"]
    return reference.publish(store, actor, f"checklist/{checklist.NAME}", body, now=now)
