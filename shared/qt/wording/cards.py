"""Words for 5P cards: the five P, their meaning, levels, givers, flags, refusals."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from shared.qt.wording.table import NEWER, word

P = {
    "polite": QT_TRANSLATE_NOOP("Cards", "礼貌"),
    "patient": QT_TRANSLATE_NOOP("Cards", "耐心"),
    "positive": QT_TRANSLATE_NOOP("Cards", "积极"),
    "passionate": QT_TRANSLATE_NOOP("Cards", "热情"),
    "professional": QT_TRANSLATE_NOOP("Cards", "专业"),
    NEWER: QT_TRANSLATE_NOOP("Cards", "本版本还不认识的"),
}
MEANING = {
    "polite": QT_TRANSLATE_NOOP("Cards", "微笑问好，尊重每个人"),
    "patient": QT_TRANSLATE_NOOP("Cards", "听我说完，讲到我懂"),
    "positive": QT_TRANSLATE_NOOP("Cards", "主动想办法帮我办成"),
    "passionate": QT_TRANSLATE_NOOP("Cards", "像家人一样暖心"),
    "professional": QT_TRANSLATE_NOOP("Cards", "业务熟练，又快又准"),
}
LEVELS = {
    "bronze": QT_TRANSLATE_NOOP("Cards", "铜级"),
    "silver": QT_TRANSLATE_NOOP("Cards", "银级"),
    "gold": QT_TRANSLATE_NOOP("Cards", "金级"),
    "diamond": QT_TRANSLATE_NOOP("Cards", "钻石级"),
}
GIVERS = {
    "customer": QT_TRANSLATE_NOOP("Cards", "用户"),
    "colleague": QT_TRANSLATE_NOOP("Cards", "同事"),
    "superior": QT_TRANSLATE_NOOP("Cards", "上级"),
    "subordinate": QT_TRANSLATE_NOOP("Cards", "下级"),
    NEWER: QT_TRANSLATE_NOOP("Cards", "本版本还不认识的赠卡人"),
}
FLAGS = {
    "repeat": QT_TRANSLATE_NOOP("Cards", "短时间重复"),
    "burst": QT_TRANSLATE_NOOP("Cards", "短时间内赠卡过多"),
    "unusual": QT_TRANSLATE_NOOP("Cards", "当日数量异常"),
    "favourite": QT_TRANSLATE_NOOP("Cards", "集中赠予一人"),
    "mutual": QT_TRANSLATE_NOOP("Cards", "互相赠卡"),
    NEWER: QT_TRANSLATE_NOOP("Cards", "本版本还不认识的原因"),
}
VERDICTS = {
    "count": QT_TRANSLATE_NOOP("Cards", "计入"),
    "exclude": QT_TRANSLATE_NOOP("Cards", "不计入"),
    "restore": QT_TRANSLATE_NOOP("Cards", "撤销上次复核"),
    NEWER: QT_TRANSLATE_NOOP("Cards", "本版本还不认识的结论"),
}
SOURCES = {
    "kiosk": QT_TRANSLATE_NOOP("Cards", "自助屏"),
    "counter": QT_TRANSLATE_NOOP("Cards", "窗口电脑"),
    "paper": QT_TRANSLATE_NOOP("Cards", "纸质卡"),
    NEWER: QT_TRANSLATE_NOOP("Cards", "本版本还不认识的来源"),
}
REFUSALS = {
    "sentence_too_long": QT_TRANSLATE_NOOP("Refusal", "留言太长，最多 {limit} 个字。"),
    "number_used": QT_TRANSLATE_NOOP("Refusal", "这个排队号已经送过卡了，一个号送一张。"),
    "code_used": QT_TRANSLATE_NOOP("Refusal", "这张卡已经用过了，一张卡送一次。"),
    "too_late": QT_TRANSLATE_NOOP("Refusal", "已经过了可以修改的时间。"),
    "bad_date": QT_TRANSLATE_NOOP("Refusal", "日期“{value}”看不懂。"),
    "unknown_p": QT_TRANSLATE_NOOP("Refusal", "没有“{value}”这种5P卡。"),
    "unknown_giver": QT_TRANSLATE_NOOP("Refusal", "没有“{value}”这种赠卡人。"),
    "own_card": QT_TRANSLATE_NOOP("Refusal", "不能给自己送卡。"),
    "unknown_card": QT_TRANSLATE_NOOP("Refusal", "没有找到这张卡。"),
    "reason_needed": QT_TRANSLATE_NOOP("Refusal", "请写明理由。"),
    "allowance_used": QT_TRANSLATE_NOOP("Refusal", "本月的 {limit} 张卡已经送完，下月再送。"),
}


def p(code: str) -> str:
    """礼貌, 耐心, 积极, 热情, 专业."""
    return word("Cards", P, code)


def meaning(code: str) -> str:
    """What a P stands for, in one line of a customer's words."""
    return word("Cards", MEANING, code)


def level(code: str) -> str:
    return word("Cards", LEVELS, code)


def giver(code: str) -> str:
    return word("Cards", GIVERS, code)


def flag(code: str) -> str:
    return word("Cards", FLAGS, code)


def verdict(code: str) -> str:
    return word("Cards", VERDICTS, code)


def source(code: str) -> str:
    return word("Cards", SOURCES, code)
