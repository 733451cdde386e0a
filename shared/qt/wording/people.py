"""Words for people: roles, posts, refusals at sign-in and of rights."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from shared.qt.wording.table import NEWER, word

ROLES = {
    "staff": QT_TRANSLATE_NOOP("People", "窗口人员"),
    "supervisor": QT_TRANSLATE_NOOP("People", "站长(班长)"),
    "office": QT_TRANSLATE_NOOP("People", "经营管理部"),
    NEWER: QT_TRANSLATE_NOOP("People", "本版本还不认识的角色"),
}
POSTS = {
    "cashier": QT_TRANSLATE_NOOP("People", "购气员"),
    "consultant": QT_TRANSLATE_NOOP("People", "咨询员"),
}
REFUSALS = {
    "not_allowed": QT_TRANSLATE_NOOP("Refusal", "您的岗位没有这项权限。"),
    "not_found": QT_TRANSLATE_NOOP("Refusal", "没有找到这条记录。"),
    "wrong_pin": QT_TRANSLATE_NOOP("Refusal", "工号或密码不对，请再试一次。"),
    "pin_wait": QT_TRANSLATE_NOOP("Refusal", "密码错误次数较多，请等待 {seconds} 秒后再试。"),
    "pin_form": QT_TRANSLATE_NOOP("Refusal", "密码应为 {digits} 位数字。"),
    "pin_too_simple": QT_TRANSLATE_NOOP("Refusal", "这个密码太简单，请换一个。"),
    "unknown_person": QT_TRANSLATE_NOOP("Refusal", "没有找到工号 {number}。"),
    "photo_too_big": QT_TRANSLATE_NOOP("Refusal", "照片太大，最大 {limit_kb} KB。"),
    "bad_document": QT_TRANSLATE_NOOP("Refusal", "文件“{name}”有误：{reason}"),
    "unknown_hall": QT_TRANSLATE_NOOP("Refusal", "没有“{hall}”这个大厅。"),
    "missing_value": QT_TRANSLATE_NOOP("Refusal", "缺少“{column}”。"),
    "bad_number": QT_TRANSLATE_NOOP("Refusal", "工号“{value}”不正确。"),
    "unknown_role": QT_TRANSLATE_NOOP("Refusal", "没有“{value}”这个角色。"),
    "unknown_post": QT_TRANSLATE_NOOP("Refusal", "没有“{value}”这个岗位。"),
}


def role(code: str) -> str:
    return word("People", ROLES, code)


def post(code: str) -> str:
    return word("People", POSTS, code)
