"""Finds texts that would never be translated: `tr(f"…")`, Chinese outside `tr()`, what Qt's collector gets wrong.

The collector silently skips what it does not understand.
"""

import ast
import re
from collections.abc import Container, Iterator
from pathlib import Path

import msgspec

# Which argument of each marker is the text; the one before it, if any, is the context.
MARKERS = {"tr": 0, "QT_TR_NOOP": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}
SAME_EVERYWHERE = {"暖窗 Warm Window", "暖窗 · Warm Window", "中文"}
CHINESE = re.compile(r"[\u4e00-\u9fff]")


class Source(msgspec.Struct, frozen=True):
    """One Python file: which of its strings are marked for translation, and which need no mark."""

    file: Path
    tree: ast.Module

    @classmethod
    def read(cls, file: Path) -> "Source":
        return cls(file, ast.parse(file.read_text(encoding="utf-8")))

    def calls(self) -> Iterator[tuple[ast.Call, str]]:
        """Every marking call with the class around it, whose name is the context of `tr`."""
        around = {id(part): c.name for c in ast.walk(self.tree) if isinstance(c, ast.ClassDef) for part in ast.walk(c)}
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call) and called(node) in MARKERS and node.args:
                yield node, around.get(id(node), "(no class)")

    def settled(self) -> set[int]:
        """Ids of the strings that need no mark: those marked, and docstrings."""
        parts = {id(part) for call, _ in self.calls() for word in call.args for part in ast.walk(word)}
        return parts | {id(node.value) for node in ast.walk(self.tree) if isinstance(node, ast.Expr)}

    def faults(self, collected: Container[object]) -> Iterator[str]:
        """Each fault with its line; `collected` are the contexts and texts that Qt's collector found."""
        for call, around in self.calls():
            yield from (f"{self.file}:{call.lineno}: {fault}" for fault in faults_of(call, around, collected))
        settled = self.settled()
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Constant) and id(node) not in settled and is_chinese(node.value):
                yield f"{self.file}:{node.lineno}: Chinese outside tr(): {ast.unparse(node)[:30]}"


def faults_of(call: ast.Call, around: str, collected: Container[object]) -> Iterator[str]:
    """What is wrong with one marking call. A variable is right: its text was marked where it was written."""
    place = MARKERS[called(call)]
    context, text = (call.args[0] if place else ast.Constant(around)), call.args[place]
    if isinstance(text, ast.JoinedStr | ast.BinOp) or (isinstance(text, ast.Call) and called(text) == "format"):
        yield "tr() takes a literal text; fill it in afterwards"
    words = tuple(part.value for part in (context, text) if isinstance(part, ast.Constant))
    if len(words) == 2 and words not in collected:
        yield f"Qt's collector misreads this, move it to a statement of its own: {words[1]!r}"


def called(call: ast.Call) -> str:
    """The bare name of what is called; a painter's `translate` is another matter."""
    name = ast.unparse(call.func)
    if name.endswith(".translate") and not name.endswith("Application.translate"):
        return ""
    return name.rpartition(".")[2]


def is_chinese(value: object) -> bool:
    return isinstance(value, str) and value not in SAME_EVERYWHERE and bool(CHINESE.search(value))
