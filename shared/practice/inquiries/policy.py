"""The policy of first inquiries; targets, limits and escalations in working days."""

from typing import Annotated, ClassVar

from shared.domain.policy import Range, Relation, Section, Value
from shared.domain.text import Text
from shared.domain.units import CHARACTERS, DAYS, SHARE, WORKDAYS

_GENERAL = Text("论文：“一般情况应当在1—2个工作日内”", "The paper: in general within 1–2 working days")
_SPECIAL = Text("论文：“特殊情况应当在3—5个工作日内”", "The paper: in special cases within 3–5 working days")
_INFORM = Text(
    "论文：“应在过程中及时向用户告知情况”；天数由本公司决定",
    "The paper: the customer is kept informed; the days are this company's",
)


class InquiriesPolicy(Section):
    """What is promised to a customer, when we must speak to them, when whom it is escalated to."""

    key: ClassVar = "inquiries"
    title: ClassVar = Text("首问工单", "First inquiries")
    relations: ClassVar = (
        Relation(
            ("general_target", "general_limit"),
            lambda inquiries: inquiries.general_target <= inquiries.general_limit,
            Text("一般事项的目标不能晚于最迟。", "The general target must not be after the general limit."),
        ),
        Relation(
            ("special_target", "special_limit"),
            lambda inquiries: inquiries.special_target <= inquiries.special_limit,
            Text("特殊事项的目标不能晚于最迟。", "The special target must not be after the special limit."),
        ),
        Relation(
            ("general_limit", "special_limit"),
            lambda inquiries: inquiries.general_limit <= inquiries.special_limit,
            Text("特殊事项的最迟不能早于一般事项。", "The special limit must not be before the general one."),
        ),
        Relation(
            ("escalate_branch", "escalate_office"),
            lambda inquiries: inquiries.escalate_branch <= inquiries.escalate_office,
            Text("报经营管理部不能早于报分公司。", "The office must not be told before the branch."),
        ),
        Relation(
            ("warn_at",),
            lambda inquiries: list(inquiries.warn_at) == sorted(set(inquiries.warn_at)),
            Text("提醒比例要从小到大，不重复。", "The shares for warnings must rise, without repeats."),
        ),
    )

    general_target: Annotated[
        int,
        Value(
            Text("一般事项目标", "General: target"),
            Text("受理后第几个工作日应当答复", "Working day after receipt by which an answer is aimed at"),
            Range(0, 60, WORKDAYS),
            _GENERAL,
        ),
    ] = 1
    general_limit: Annotated[
        int,
        Value(
            Text("一般事项最迟", "General: limit"),
            Text("受理后最迟第几个工作日答复", "Working day after receipt by which the answer is due"),
            Range(0, 60, WORKDAYS),
            _GENERAL,
        ),
    ] = 2
    special_target: Annotated[
        int,
        Value(
            Text("特殊事项目标", "Special: target"),
            Text("特殊情况第几个工作日应当答复", "In special cases: working day by which an answer is aimed at"),
            Range(0, 120, WORKDAYS),
            _SPECIAL,
        ),
    ] = 3
    special_limit: Annotated[
        int,
        Value(
            Text("特殊事项最迟", "Special: limit"),
            Text("特殊情况最迟第几个工作日答复", "In special cases: working day by which the answer is due"),
            Range(0, 120, WORKDAYS),
            _SPECIAL,
        ),
    ] = 5
    inform_first: Annotated[
        int,
        Value(
            Text("首次告知", "First message"),
            Text(
                "受理后几个工作日内首次告知用户",
                "Working days after receipt within which the customer is first informed",
            ),
            Range(1, 60, WORKDAYS),
            _INFORM,
        ),
    ] = 2
    inform_every: Annotated[
        int,
        Value(
            Text("以后每隔告知", "Further messages every"),
            Text("以后每隔几个工作日告知，直到办结", "Working days between further messages, until it is closed"),
            Range(1, 60, WORKDAYS),
            _INFORM,
        ),
    ] = 2
    warn_at: Annotated[
        tuple[float, ...],
        Value(
            Text("按工作时间的提醒比例", "Warnings"),
            Text(
                "工作时间过了这些比例时提醒承办人",
                "The handler is warned when these shares of the working time have passed",
            ),
            Range(0.01, 1, SHARE),
        ),
    ] = (0.5, 0.75, 1.0)
    escalate_branch: Annotated[
        int,
        Value(
            Text("超期后报分公司", "Branch told after"),
            Text("超期几个工作日后报分公司", "Working days past the limit after which the branch is told"),
            Range(0, 120, WORKDAYS),
        ),
    ] = 1
    escalate_office: Annotated[
        int,
        Value(
            Text("超期后报经营管理部", "Office told after"),
            Text("超期几个工作日后报经营管理部", "Working days past the limit after which the office is told"),
            Range(0, 120, WORKDAYS),
        ),
    ] = 5
    erase_after_days: Annotated[
        int,
        Value(
            Text("办结后清除个人信息", "Personal data erased after"),
            Text("办结多少天后清除用户的姓名、电话和原话", "Days after closing when name, phone and words are erased"),
            Range(1, 3650, DAYS),
        ),
    ] = 180
    longest_closure_days: Annotated[
        int,
        Value(
            Text("大厅最长连续休息", "Longest closure of a hall"),
            Text(
                "计算清除期限时，两个有记录的日子之间最多算这么多天，时钟跳快不会提前清除",
                "For erasure, at most this many days are counted between two days with records, so that a clock "
                "set ahead erases nothing early",
            ),
            Range(1, 365, DAYS),
        ),
    ] = 15
    text_limit: Annotated[
        int,
        Value(
            Text("文字最多", "Longest text"),
            Text("工单里一段文字最多这么多字", "A text in a ticket may have this many characters"),
            Range(1, 20_000, CHARACTERS),
        ),
    ] = 2000
