"""Words for verdicts on complaints: verdicts, whom they are about, states, refusals."""

from collections.abc import Mapping

from shared.domain.text import NEWER, Text, named

VERDICTS: Mapping[str, Text] = {
    "upheld": Text("属实", "Upheld"),
    "partly": Text("部分属实", "Partly upheld"),
    "unfounded": Text("不属实", "Unfounded"),
    NEWER: Text("本版本还不认识的结论", "a verdict this version does not know"),
}
ABOUT: Mapping[str, Text] = {
    "person": Text("个人", "A person"),
    "unit": Text("单位", "The unit"),
    "company": Text("公司（价格、规定）", "The company (prices, rules)"),
    NEWER: Text("本版本还不认识的对象", "a kind of concern this version does not know"),
}
STATES: Mapping[str, Text] = {
    "open": Text("待认定", "No verdict yet"),
    "proposed": Text("已拟定", "Proposed"),
    "answered": Text("本人已说明", "Answered"),
    "final": Text("已认定", "Final"),
}
REFUSALS: Mapping[str, Text] = {
    "merged": Text("这张工单已并入 {into}，请在那里认定。", "This ticket was merged into {into}; decide there."),
    "already_final": Text("这件投诉已经认定。", "This complaint already has its verdict."),
    "about_yourself": Text(
        "投诉与您本人有关，须由别人认定。", "The complaint is about you; somebody else must decide it."
    ),
    "ticket_open": Text("工单还没有办结，不能认定。", "The ticket is not closed yet."),
    "not_about_you": Text("这件投诉与您无关。", "This complaint is not about you."),
    "nothing_to_answer": Text("现在没有需要说明的。", "There is nothing to answer now."),
    "nothing_proposed": Text("还没有人拟定意见。", "Nobody has proposed a verdict yet."),
    "proposer_decides": Text("拟定人不能认定，须由另一人决定。", "Whoever proposed the verdict cannot decide it."),
    "answer_awaited": Text("等本人说明，到 {until} 为止。", "The person may answer until {until}."),
    "not_final": Text("还没有认定，不用重新处理。", "There is no final verdict; nothing to reopen."),
    "evidence_needed": Text("请写明新的证据。", "Please state the new evidence."),
    "verdict_day": Text("“{value}”不是今天或以前的日期。", "“{value}” is not a date up to today."),
    "verdict_hall": Text("没有大厅“{value}”，可写：{known}", "There is no hall “{value}”; known: {known}"),
    "verdict_not_known": Text(
        "结论“{value}”不认识，可写：属实、部分属实、不属实。",
        "“{value}” is not a verdict; use upheld, partly upheld or unfounded.",
    ),
    "verdict_by_ticket": Text(
        "编号 {number}：本厅从 {day} 起用工单，请在工单上认定，让当事人先说明。",
        "No. {number}: the hall has had tickets since {day}; decide on its ticket, where the person "
        "concerned is heard first.",
    ),
    "not_a_complaint": Text("这张工单不是投诉。", "This ticket is not a complaint."),
}


def verdict(code: str) -> str:
    """属实, …"""
    return named(VERDICTS, code)


def about(code: str) -> str:
    """Whom it is about."""
    return named(ABOUT, code)


def state(code: str) -> str:
    """Its state."""
    return named(STATES, code)
