"""A call fills every blank of its template, wherever both can be read in the source."""

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

from shared.cli import words
from shared.domain import wording
from shared.domain.refusal import Refusal
from tests.declaration.test_words import ROOT, modules

MARKS = {"tr", "say", "translate", "Text", "QT_TRANSLATE_NOOP"}
SAYS = {"sentence", "say", "note", "problem"}  # methods of a command's context
FOLDERS = (ROOT, ROOT.parent / "counter", ROOT.parent / "kiosk")


def name(call: ast.Call) -> str:
    return str(getattr(call.func, "attr", getattr(call.func, "id", "")))


def template(node: ast.AST, named: dict[str, str]) -> str:
    """The Chinese text of an expression, written there or in a name of the same module; "" where it is computed."""
    if isinstance(node, ast.Call) and name(node) in MARKS:
        return template(node.args[1 if name(node) in {"translate", "QT_TRANSLATE_NOOP"} else 0], named)
    if isinstance(node, ast.Name):
        return named.get(node.id, "")
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def wanted(text: str) -> set[str]:
    return {part[1] or "0" for part in Formatter().parse(text) if part[1] is not None}


def left_blank(call: ast.Call, named: dict[str, str], file: Path) -> set[str] | None:
    """The blanks that a call leaves; None for a call that formats nothing, or passes on what it was given itself."""
    details = call.args[1] if name(call) == "Refusal" and len(call.args) == 2 else None
    said = [key.arg for key in call.keywords] + [getattr(key, "value", None) for key in getattr(details, "keys", [])]
    if None in said or (details and not isinstance(details, ast.Dict)) or not (call.args or call.keywords):
        return None
    code = template(call.args[0], {}) if call.args else ""
    if name(call) == "Refusal" and code:
        return {"—"} & set(wording.refusal(Refusal(code, dict.fromkeys(map(str, said), "x"))))
    if name(call) in SAYS and code and file.parent.name == "cli":
        return wanted(words.template(code).zh) - {*map(str, said)}
    if name(call) == "format" and isinstance(call.func, ast.Attribute):
        places = map(str, range(len(call.args)))
        return wanted(template(call.func.value, named)) - {*map(str, said), *places}
    return None


def calls() -> Iterator[tuple[str, set[str]]]:
    for file, tree in (each for folder in FOLDERS for each in modules(folder)):
        named = {
            top.targets[0].id: template(top.value, {})
            for top in tree.body
            if isinstance(top, ast.Assign) and isinstance(top.targets[0], ast.Name)
        }
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and (left := left_blank(call, named, file)) is not None:
                yield f"{file.name}:{call.lineno}", left


def test_no_call_leaves_a_blank_of_its_template():
    found = list(calls())
    assert len(found) > 900
    assert [(place, left) for place, left in found if left] == []
