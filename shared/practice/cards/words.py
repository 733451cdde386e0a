"""Words for 5P cards: the five P, their meaning, levels, givers, flags, refusals."""

from collections.abc import Mapping

from shared.domain.text import NEWER, Text, named

P: Mapping[str, Text] = {
    "polite": Text("礼貌", "Polite"),
    "patient": Text("耐心", "Patient"),
    "positive": Text("积极", "Positive"),
    "passionate": Text("热情", "Passionate"),
    "professional": Text("专业", "Professional"),
    NEWER: Text("本版本还不认识的", "of a kind this version does not know"),
}
MEANING: Mapping[str, Text] = {
    "polite": Text("微笑问好，尊重每个人", "A smile and respect for all"),
    "patient": Text("听我说完，讲到我懂", "Hears me out and explains"),
    "positive": Text("主动想办法帮我办成", "Finds a way for me"),
    "passionate": Text("像家人一样暖心", "As warm as family"),
    "professional": Text("业务熟练，又快又准", "Skilled, quick and exact"),
    NEWER: Text("本版本还不认识的含义", "a meaning this version does not know"),
}
LEVELS: Mapping[str, Text] = {
    "bronze": Text("铜级", "Bronze"),
    "silver": Text("银级", "Silver"),
    "gold": Text("金级", "Gold"),
    "diamond": Text("钻石级", "Diamond"),
}
GIVERS: Mapping[str, Text] = {
    "customer": Text("用户", "Customer"),
    "colleague": Text("同事", "Colleague"),
    "superior": Text("上级", "Superior"),
    "subordinate": Text("下级", "Subordinate"),
    NEWER: Text("本版本还不认识的赠卡人", "a giver this version does not know"),
}
FLAGS: Mapping[str, Text] = {
    "repeat": Text("短时间重复", "Repeated shortly after"),
    "burst": Text("短时间内赠卡过多", "Burst at one kiosk"),
    "unusual": Text("当日数量异常", "Unusual number for one day"),
    "favourite": Text("集中赠予一人", "Mostly to one person"),
    "mutual": Text("互相赠卡", "Mutual"),
    "signed": Text("旧版打印的卡，请核对原卡", "Printed by an earlier version: check the card itself"),
    NEWER: Text("本版本还不认识的原因", "a reason this version does not know"),
}
VERDICTS: Mapping[str, Text] = {
    "count": Text("计入", "Count"),
    "exclude": Text("不计入", "Exclude"),
    "restore": Text("撤销上次复核", "Undo last review"),
    NEWER: Text("本版本还不认识的结论", "a decision this version does not know"),
}
SOURCES: Mapping[str, Text] = {
    "kiosk": Text("自助屏", "Kiosk"),
    "window": Text("窗口评价屏", "Window display"),
    "counter": Text("窗口电脑", "Counter"),
    "paper": Text("纸质卡", "Paper card"),
    NEWER: Text("本版本还不认识的来源", "a source this version does not know"),
}
REFUSALS: Mapping[str, Text] = {
    "number_needed": Text("这张卡要凭办结的号。", "This card needs a number that was served."),
    "sentence_too_long": Text("留言太长，最多 {limit} 个字。", "The message is too long, {limit} characters at most."),
    "number_used": Text(
        "这个排队号已经送过卡了，一个号送一张。", "A card was already given with this number: one card per number."
    ),
    "code_used": Text("这张卡已经用过了，一张卡送一次。", "This card has already been used."),
    "code_unknown": Text(
        "这张卡在本大厅不能使用，或已停用。请拿到窗口问一问。",
        "This card is not valid in this hall, or was withdrawn. Please ask at a window.",
    ),
    "unknown_batch": Text(
        "本大厅没有编号为 {mark} 的在用打印批次。", "No batch {mark} of printed cards is in use in this hall."
    ),
    "bad_date": Text("日期“{value}”看不懂。", "“{value}” is not a date."),
    "future_date": Text("日期“{value}”在今天以后。", "“{value}” lies in the future."),
    "unknown_p": Text("没有“{value}”这种5P卡。", "There is no 5P card “{value}”."),
    "unknown_giver": Text("没有“{value}”这种赠卡人。", "There is no such giver: “{value}”."),
    "own_card": Text("不能给自己送卡。", "You cannot give a card to yourself."),
    "unknown_card": Text("没有找到这张卡。", "This card was not found."),
    "allowance_used": Text(
        "本月的 {limit} 张卡已经送完，下月再送。", "All {limit} cards of this month have been given. More next month."
    ),
}


def p(code: str) -> str:
    """礼貌, 耐心, 积极, 热情, 专业."""
    return named(P, code)


def meaning(code: str) -> str:
    """The meaning of a P, in one line of a customer's words."""
    return named(MEANING, code)


def level(code: str) -> str:
    return named(LEVELS, code)


def giver(code: str) -> str:
    return named(GIVERS, code)


def flag(code: str) -> str:
    return named(FLAGS, code)


def verdict(code: str) -> str:
    return named(VERDICTS, code)


def source(code: str) -> str:
    return named(SOURCES, code)
