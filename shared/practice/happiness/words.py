"""Words for the happy station: topics of help, refusals."""

from collections.abc import Mapping

from shared.domain.text import NEWER, Text, named

TOPICS: Mapping[str, Text] = {
    "work": Text("工作", "Work"),
    "life": Text("生活", "Life"),
    NEWER: Text("本版本还不认识的类别", "a kind this version does not know"),
}
REFUSALS: Mapping[str, Text] = {
    "nobody_chosen": Text("请选择向谁求助。", "Please choose whom to ask."),
    "not_a_listener": Text(
        "只能向主管领导或经营管理部求助。", "You can ask only your supervisor or the office for help."
    ),
}


def topic(code: str) -> str:
    return named(TOPICS, code)
