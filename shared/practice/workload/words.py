"""Words for workload and absences: kinds of absence, refusals of an import."""

from collections.abc import Mapping

from shared.domain.text import NEWER, Text, named

ABSENCES: Mapping[str, Text] = {
    "training": Text("培训", "Training"),
    "assignment": Text("外派", "Assignment"),
    "leave": Text("休假", "Leave"),
    "sick": Text("病假", "Sick"),
}
_ABSENCES = {**ABSENCES, NEWER: Text("本版本还不认识的缺勤", "an absence this version does not know")}
REFUSALS: Mapping[str, Text] = {
    "bad_day": Text("“{value}”不是日期，应如 2026-03-05。", "“{value}” is not a date such as 2026-03-05."),
    "day_in_future": Text("日期 {value} 还没有到。", "The date {value} has not come yet."),
    "bad_count": Text("笔数“{value}”应为 0 到 100000 的整数。", "“{value}” is not a whole number from 0 to 100000."),
    "service_not_known": Text("业务“{value}”不认识，可写：{known}", "There is no service “{value}”; known: {known}"),
    "absence_not_known": Text(
        "缺勤“{value}”不认识，可写：{known}", "There is no kind of absence “{value}”; known: {known}"
    ),
    "days_reversed": Text("“到”不能早于“从”。", "The last day is before the first."),
    "details_unanswered": Text(
        "汇聚库现在没有回答，稍后再取明细。", "The hub does not answer now; fetch the details later."
    ),
}


def absence(code: str) -> str:
    """培训, 外派, 休假, 病假."""
    return named(_ABSENCES, code)
