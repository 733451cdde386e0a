"""Writes the handbook's page of rules, and the policy as a document to edit, from what the practices declare.

no option   writes resources/handbook/rules.zh.md, rules.en.md and resources/policy.toml
--check     changes nothing; fails if one of them is not what the declarations say
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from shared.domain.policy import Section, Setting, Value, settings
from shared.domain.policy_check import may
from shared.domain.text import LANGUAGES, Text
from shared.registry import PRACTICES

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
SECTIONS = tuple(section for practice in PRACTICES for section in practice.policy)
_TITLE = Text("# 规则与数值", "# Rules and their values")
_INTRO = Text(
    "每条规则的数值、单位、范围和依据。经营管理部可以在“管理参数”里修改并发布；每次决定都记录当时的版本。"
    "本页由各项制度自己的说明生成，请勿手改。",
    "Every value of the rules with its unit, range and source. The office changes and publishes them on its page"
    " Policy; each decision records the version it used. This page is made from what the practices declare.",
)
_HEADS = Text("名称 | 数值 | 可填 | 含义 | 依据 | 参数", "name | value | allowed | meaning | source | setting")
_ALSO = Text("同时要满足：", "What must hold besides:")


def page(language: str) -> str:
    """The handbook's page in one language, Markdown."""
    lines = [_TITLE.in_(language), "", _INTRO.in_(language)]
    for section in SECTIONS:
        lines += ["", f"## {section.title.in_(language)}", "", *_table(section, language)]
        if section.relations:
            relations = (relation.text.in_(language) for relation in section.relations)
            lines += ["", _ALSO.in_(language), "", *(f"- {relation}" for relation in relations)]
    return "\n".join(lines) + "\n"


def _table(section: type[Section], language: str) -> Iterator[str]:
    heads = _HEADS.in_(language)
    yield f"| {heads} |"
    yield "|" + "---|" * len(heads.split("|"))
    for setting in settings(section):
        value = setting.value
        texts = (value.name, may(setting), value.meaning, value.source)
        name, range_, meaning, source = (text.in_(language) for text in texts)
        default = _written(value, setting.default, language)
        cells = (name, default, range_, meaning, source, f"`{section.key}.{setting.name}`")
        yield "| " + " | ".join(cells) + " |"


def _written(declared: Value, value: Any, language: str) -> str:
    """A value as a person reads it; the parts of a list one after another."""
    if isinstance(value, tuple):
        return "; ".join(_written(declared, part, language) for part in value)
    if isinstance(value, msgspec.Struct):
        parts = ((each.value, getattr(value, each.name)) for each in settings(type(value)))
        return " ".join(f"{each.name.in_(language)} {_written(each, part, language)}" for each, part in parts)
    if value in declared.options:
        return declared.options[value].in_(language)
    return str(value).lower() if isinstance(value, bool) else str(value)


def document() -> str:
    """The policy as it is shipped, TOML, each value with what it means and may be."""
    lines = [
        "# Warm Window · 暖窗: the default policy, made from what the practices declare (build_spec/rules_page.py).",
        "# To change rules, keep the lines to be changed and publish them: warm-window publish policy FILE",
        "version = 1",
    ]
    for section in SECTIONS:
        lines += ["", f"[{section.key}]  # {section.title.zh} · {section.title.en}"]
        lines += [line for setting in settings(section) for line in _setting(setting)]
    return "\n".join(lines) + "\n"


def _setting(setting: Setting) -> Iterator[str]:
    value, allowed = setting.value, may(setting)
    yield f"# {value.name.zh}：{allowed.zh} · {value.meaning.en}: {allowed.en}"
    yield f"{setting.name} = {_toml(setting.default)}"


def _toml(value: Any) -> str:
    plain = msgspec.to_builtins(value)
    if isinstance(value, tuple) and value and isinstance(value[0], msgspec.Struct):
        steps = (", ".join(f"{name} = {_toml(part)}" for name, part in step.items()) for step in plain)
        return "[\n" + "".join(f"    {{ {step} }},\n" for step in steps) + "]"
    if hasattr(value, "isoformat"):
        return str(value)
    return msgspec.json.encode(plain).decode().replace(",", ", ")


def wanted() -> dict[Path, str]:
    """Each file with what should be in it."""
    pages = {RESOURCES / "handbook" / f"rules.{language}.md": page(language) for language in LANGUAGES}
    return {**pages, RESOURCES / "policy.toml": document()}


def main(words: list[str]) -> int:
    """Write the files, or say which are not up to date."""
    stale = {file: text for file, text in wanted().items() if not file.exists() or file.read_text("utf-8") != text}
    for file, text in stale.items():
        if "--check" in words:
            print(f"{file.name} is not what the practices declare: python -m build_spec.rules_page")
        else:
            file.write_text(text, "utf-8")
    return 1 if stale and "--check" in words else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
