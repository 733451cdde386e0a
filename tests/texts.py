"""Finds texts that would never be translated: `tr(f"…")`, `tr("a" + b)`, and Chinese outside `tr()`.

Qt's collector reads only literal strings, and says nothing about the rest.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

MARKERS = {"tr", "translate", "QT_TRANSLATE_NOOP", "QT_TR_NOOP"}
MADE_UP = (ast.JoinedStr, ast.BinOp, ast.Call)
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def called(node: ast.AST) -> str:
    """The bare name of what is called, or nothing."""
    function = node.func if isinstance(node, ast.Call) else None
    return getattr(function, "attr", None) or getattr(function, "id", None) or ""


def words_of(tree: ast.Module) -> tuple[list[ast.expr], set[int]]:
    """The arguments of all markers; and the ids of every node that needs no marker any more."""
    marked = [word for node in ast.walk(tree) if called(node) in MARKERS for word in node.args]
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return marked, docstrings | {id(part) for word in marked for part in ast.walk(word)}


def faults(file: Path) -> Iterator[str]:
    """Each fault of one file, with its line."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    marked, settled = words_of(tree)
    for word in marked:
        if isinstance(word, MADE_UP):
            yield f"{file}:{word.lineno}: tr() takes a literal text; fill it in afterwards"
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) and id(node) not in settled else None
        if isinstance(text, str) and CHINESE.search(text):
            yield f"{file}:{node.lineno}: Chinese outside tr(): {text[:30]}"
