"""The sentence of a refusal. Rules return codes and details; each practice words the codes it refuses with.

`register` is called once with the texts of all practices (`shared.registry`), before anything can refuse.
"""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from shared.domain.text import Text, day

if TYPE_CHECKING:  # not needed before a screen's first frame
    from shared.domain.refusal import Refusal

__all__ = ["COMMON", "day", "refusal", "register"]

COMMON: Mapping[str, Text] = {
    "not_allowed": Text("您的岗位没有这项权限。", "Your role may not do this."),
    "not_found": Text("没有找到这条记录。", "This record was not found."),
    "too_late": Text("已经过了可以修改的时间。", "The time for changes has passed."),
    "empty_text": Text("请写几句话。", "Please write a few words."),
    "unwritable": Text(
        "“{value}”里有无法保存的字符，请重新输入。",
        "“{value}” contains characters that cannot be stored; please type it again.",
    ),
    "text_too_long": Text("内容太长，最多 {limit} 个字。", "The text is too long, {limit} characters at most."),
    "unknown_person": Text("没有找到工号 {number}。", "There is no staff number {number}."),
    "missing_value": Text("缺少“{column}”。", "“{column}” is missing."),
    "extra_cell": Text(
        "比表头多出一格：“{value}”。内容里有逗号时，请用英文双引号括起来。",
        "One cell more than the heading has: “{value}”. A text with commas must be enclosed in double quotes.",
    ),
    "other_delimiter": Text(
        "分隔符和表头的不同（例如用了中文逗号）。",
        "The separator differs from the heading's (a full-width comma?).",
    ),
    "reason_needed": Text("请写明理由。", "Please state the reason."),
    "nothing_to_share_by": Text("“{tag}”没有可供分配的依据。", "There is nothing to distribute “{tag}” by."),
}
"""Refusals that any practice may answer with."""
_UNKNOWN = Text("现在办不了（{code}）。", "This cannot be done now ({code}).")
_known: dict[str, Text] = dict(COMMON)


def register(texts: Mapping[str, Text]) -> None:
    """Add the texts of refusals: code → text."""
    _known.update(texts)


def refusal(answer: "Refusal") -> str:
    """The sentence for a refusal, with its details filled in; an unknown code is shown as itself."""
    text = _known.get(answer.code)
    if text is None:
        return _UNKNOWN.format(code=answer.code)
    details = {name: _said(value) for name, value in answer.details.items()}
    if "column" in details:
        from shared.domain.columns import column  # late: only files and forms lack a value

        details["column"] = column(str(details["column"]))
    return text.format_map(_Details(details))


def _said(value: object) -> object:
    if isinstance(value, tuple):
        return "、".join(str(_said(each)) for each in value)
    return day(value) if isinstance(value, date) else value


class _Details(dict[str, object]):
    """Details of a refusal; one that is missing leaves a dash instead of stopping the sentence."""

    def __missing__(self, key: str) -> str:
        return "—"
