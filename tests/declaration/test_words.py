"""Every refusal that any code can answer with is worded by who answers; every text is whole in both languages."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import shared
from shared.cli import words
from shared.declaration.declared import declared
from shared.domain import wording
from shared.domain.refusal import Refusal
from shared.domain.text import NEWER, speaking
from shared.practice.pauses.words import WHY
from shared.registry import PRACTICES

ROOT = Path(shared.__file__).parent
FOLDERS = {practice.name: ROOT / "practice" / practice.name for practice in PRACTICES} | {
    name: ROOT / name for name in ("people", "reference", "daily_log", "queue_sources", "imports", "template")
}
FOLDERS["program"] = ROOT / "declaration"
LEVELS = "bronze、silver、gold、diamond"
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def modules(folder: Path) -> Iterator[tuple[Path, ast.Module]]:
    for file in sorted(folder.rglob("*.py")):
        yield file, parsed(file)


@cache
def parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def strings(node: ast.AST) -> set[str]:
    return {part.value for part in ast.walk(node) if isinstance(part, ast.Constant) and isinstance(part.value, str)}


def called(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Call) and getattr(node.func, "id", "") == name and bool(node.args)


def answered(tree: ast.Module) -> set[str]:
    """Every code that a module can refuse with.

    A literal first argument says it. Where it is computed, every code-like text that the module assigns, passes on or
    puts first in a pair may be meant: all of them must be worded, so none is missed.
    """
    found: set[str] = set()
    for node in ast.walk(tree):
        if called(node, "Refusal"):
            assert isinstance(node, ast.Call)
            first = node.args[0]
            if isinstance(first, ast.Constant | ast.IfExp):
                parts = [first] if isinstance(first, ast.Constant) else [first.body, first.orelse]
                found |= set().union(*map(strings, parts))
            else:
                found |= possible(tree)
    return found


def possible(tree: ast.Module) -> set[str]:
    heads = [node.elts[0] for node in ast.walk(tree) if isinstance(node, ast.Tuple) and len(node.elts) == 2]
    heads += [part for node in ast.walk(tree) if isinstance(node, ast.Call) for part in node.args]
    heads += [part for node in ast.walk(tree) if isinstance(node, ast.IfExp) for part in (node.body, node.orelse)]
    texts = {head.value for head in heads if isinstance(head, ast.Constant) and isinstance(head.value, str)}
    return {text for text in texts if re.fullmatch(r"[a-z]+(_[a-z]+)+", text)}


@cache
def in_folder(folder: Path) -> set[str]:
    return set().union(*(answered(tree) for _, tree in modules(folder)))


def test_computed_codes_are_found_too():
    assert {"daily_limit_elsewhere", "last_window", "still_serving"} <= in_folder(FOLDERS["pauses"])
    assert {"queue_unreachable", "queue_too_slow", "queue_status"} <= in_folder(FOLDERS["queue_sources"])
    assert {"not_open", "not_closed"} <= in_folder(FOLDERS["inquiries"])


@pytest.mark.parametrize("practice", PRACTICES, ids=lambda practice: practice.name)
def test_a_practice_words_every_refusal_of_its_code(practice):
    folder = FOLDERS[practice.name]
    assert folder.exists()
    codes = in_folder(folder)
    assert codes - set(practice.refusals) - set(wording.COMMON) == set()


@pytest.mark.parametrize("practice", PRACTICES, ids=lambda practice: practice.name)
def test_every_refusal_worded_by_a_practice_is_used(practice):
    assert set(practice.refusals) - strings_of_refusing_modules() == set()


@cache
def strings_of_refusing_modules() -> set[str]:
    """Every string of the modules that refuse something."""
    refusing = (tree for _, tree in modules(ROOT) if any(called(node, "Refusal") for node in ast.walk(tree)))
    return set().union(*map(strings, refusing))


def unfinished(file: Path) -> bool:
    """A practice without `about.py` is in no program yet."""
    practices = ROOT / "practice"
    if practices not in file.parents or file.parent == practices:
        return False
    return not (practices / file.relative_to(practices).parts[0] / "about.py").exists()


def test_every_refusal_of_the_programs_is_worded():
    programs = (ROOT, ROOT.parent / "kiosk", ROOT.parent / "counter")
    trees = [tree for folder in programs for file, tree in modules(folder) if not unfinished(file)]
    codes = set().union(*map(answered, trees))
    assert len(codes) > 50
    assert codes - set(declared().refusals) == set()


def test_why_a_pause_was_refused_is_told_in_the_day():
    pauses = next(tree for file, tree in modules(FOLDERS["pauses"]) if file.name == "rules.py")
    not_recorded = {"count_needed", "too_late"}  # a question; a pause taken back too late
    assert possible(pauses) - not_recorded == set(WHY) - {NEWER}


def test_details_are_filled_in_and_a_missing_one_leaves_a_dash():
    assert wording.refusal(Refusal("text_too_long", {"limit": 20})) == "内容太长，最多 20 个字。"
    assert wording.refusal(Refusal("text_too_long")) == "内容太长，最多 — 个字。"
    assert "unheard_of" in wording.refusal(Refusal("unheard_of"))


def texts() -> Iterator[tuple[str, str, str]]:
    for file, tree in modules(ROOT):
        for node in ast.walk(tree):
            if called(node, "Text") and isinstance(node, ast.Call) and len(node.args) == 2:
                pair = [part.value for part in node.args if isinstance(part, ast.Constant)]
                if len(pair) == 2 and all(isinstance(part, str) for part in pair):
                    yield f"{file.name}:{node.lineno}", *map(str, pair)


def test_every_text_is_whole_in_both_languages_with_the_same_blanks():
    found = list(texts())
    assert len(found) > 500
    for place, zh, en in found:
        assert zh.strip(), place
        assert en.strip(), place
        assert not CHINESE.search(en), (place, en)
        assert CHINESE.search(zh) or zh in {"{staff}{on}", "{section}：{relation}", "{said}（{reason}）", LEVELS}, (
            place,
            zh,
        )
        assert set(re.findall(r"{\w+}", zh)) == set(re.findall(r"{\w+}", en)), place


def test_the_command_line_words_refusals_as_the_screens_do():
    for code, text in declared().refusals.items():
        for language in ("zh", "en"):
            with speaking(language):
                said = wording.refusal(Refusal(code))
                assert words.refusal(Refusal(code)) == said
            assert said.startswith(text.in_(language).partition("{")[0])
    assert words.refusal(Refusal("missing_value", {"column": "number"})) == "缺少“工号”。"
    with speaking("en"):
        assert words.refusal(Refusal("missing_value", {"column": "number"})) == "“number” is missing."
