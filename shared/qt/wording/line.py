"""Words for the waiting line: the services of a hall, the states of a number, refusals."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from shared.qt.wording.table import word

SERVICES = {
    "gas_payment": QT_TRANSLATE_NOOP("Line", "燃气费收取"),
    "consultation": QT_TRANSLATE_NOOP("Line", "业务咨询"),
    "appliance_sale": QT_TRANSLATE_NOOP("Line", "燃气具销售"),
    "settlement": QT_TRANSLATE_NOOP("Line", "用户结算"),
    "title_transfer": QT_TRANSLATE_NOOP("Line", "过户更名"),
    "insurance_sale": QT_TRANSLATE_NOOP("Line", "保险销售"),
    "hose_handout": QT_TRANSLATE_NOOP("Line", "免费胶管发放"),
    "ic_card_new": QT_TRANSLATE_NOOP("Line", "IC卡开卡"),
    "ic_card_replace": QT_TRANSLATE_NOOP("Line", "IC卡补卡"),
}
STATES = {
    "waiting": QT_TRANSLATE_NOOP("Line", "等候"),
    "called": QT_TRANSLATE_NOOP("Line", "已叫号"),
    "held": QT_TRANSLATE_NOOP("Line", "挂起"),
    "missed": QT_TRANSLATE_NOOP("Line", "过号"),
    "served": QT_TRANSLATE_NOOP("Line", "已办理"),
}
REFUSALS = {
    "unknown_service": QT_TRANSLATE_NOOP("Refusal", "没有这项业务，请再选一次。"),
    "nobody_waiting": QT_TRANSLATE_NOOP("Refusal", "现在没有等候的用户。"),
    "called_elsewhere": QT_TRANSLATE_NOOP("Refusal", "{number} 号刚被别的窗口叫走。"),
    "no_window": QT_TRANSLATE_NOOP("Refusal", "您还没有窗口，请站长先安排。"),
    "still_serving": QT_TRANSLATE_NOOP("Refusal", "{number} 号还没有办完。"),
    "wrong_state": QT_TRANSLATE_NOOP("Refusal", "这个号的情况变了，请再看一下。"),
    "letter_form": QT_TRANSLATE_NOOP("Refusal", "请用 A 到 Z 的一个字母。"),
}


def service(code: str) -> str:
    return word("Line", SERVICES, code)


def state(code: str) -> str:
    return word("Line", STATES, code)
