"""Words for the diary: kinds of entry, refusals."""

from collections.abc import Mapping

from shared.domain.text import NEWER, Text, named

ENTRIES: Mapping[str, Text] = {
    "pause": Text("暂停服务5分钟", "Five-minute pause"),
    "difficulty": Text("困难", "Difficulty"),
    "grievance": Text("委屈", "Grievance"),
    "praise": Text("表扬", "Praise"),
    "deed": Text("事迹", "Deed"),
    "discovery": Text("主动发现", "Discovery"),
    "suggestion": Text("建议", "Suggestion"),
    "handover": Text("交接", "Handover"),
    NEWER: Text("本版本还不认识的类别", "a kind this version does not know"),
}
_CONSENTS = {True: Text("同意", "consents"), False: Text("不再", "no longer consents")}
OUTCOMES: Mapping[str, Text] = {
    "adopted": Text("采纳", "Adopted"),
    "passed_on": Text("转办", "Passed on"),
    "declined": Text("不采纳", "Declined"),
    "helped": Text("已帮助解决", "Helped"),
    "unsolved": Text("未能解决", "Not solved"),
    NEWER: Text("本版本还不认识的结果", "an outcome this version does not know"),
}
REFUSALS: Mapping[str, Text] = {
    "automatic_entry": Text("这类记录由系统自动写入。", "Entries of this kind are written automatically."),
    "no_such_outcome": Text("这类记录没有这种结果。", "Entries of this kind cannot have this outcome."),
    "not_yours_to_answer": Text(
        "由本厅站长处理；转办以后由经营管理部处理；本人不能处理自己的。",
        "The hall's supervisor answers it, or the office once it was passed on; authors cannot answer their own.",
    ),
    "too_late_to_change": Text(
        "超过 {hours} 小时，不能再修改。", "More than {hours} hours have passed; it can no longer be changed."
    ),
}


def entry(code: str) -> str:
    return named(ENTRIES, code)


def outcome(code: str) -> str:
    """What came of an entry; "" of none."""
    return named(OUTCOMES, code)


def consents(value: object) -> str:
    """Whether an entry may be put up for the award."""
    return str(_CONSENTS[bool(value)])
