"""Words on what we print to be scanned: 5P cards, badges, slips."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from shared.qt.wording.table import word

_PAPER = {
    "brand": QT_TRANSLATE_NOOP("Paper", "暖窗 · 5P卡"),
    "product": QT_TRANSLATE_NOOP("Paper", "暖窗 Warm Window"),
    "for_whom": QT_TRANSLATE_NOOP("Paper", "送给（窗口或姓名）"),
    "scan": QT_TRANSLATE_NOOP("Paper", "到大厅自助屏扫一扫"),
    "once": QT_TRANSLATE_NOOP("Paper", "一张卡只能用一次"),
    "badge": QT_TRANSLATE_NOOP("Paper", "扫码登录，另需密码"),
    "five": QT_TRANSLATE_NOOP("Paper", "五个P"),
    "number": QT_TRANSLATE_NOOP("Paper", "排队号"),
    "ahead": QT_TRANSLATE_NOOP("Paper", "前面 {count} 人"),
    "number_note_1": QT_TRANSLATE_NOOP("Paper", "过号请到窗口说一声，不用重新排队"),
    "number_note_2": QT_TRANSLATE_NOOP("Paper", "办完后到自助屏扫码，可给窗口送一张卡"),
    "inquiry": QT_TRANSLATE_NOOP("Paper", "首问工单"),
    "promised": QT_TRANSLATE_NOOP("Paper", "最迟 {day} 答复您"),
    "inquiry_note_1": QT_TRANSLATE_NOOP("Paper", "到自助屏扫码，可看办到哪一步"),
    "inquiry_note_2": QT_TRANSLATE_NOOP("Paper", "码里没有您的个人信息"),
    "title_cards": QT_TRANSLATE_NOOP("Paper", "一次性5P卡"),
    "title_badges": QT_TRANSLATE_NOOP("Paper", "工牌"),
}


def paper(name: str) -> str:
    """One text of the printed pieces."""
    return word("Paper", _PAPER, name)
