"""Words for people: roles, posts, refusals at sign-in and of rights."""

from collections.abc import Mapping

from shared.domain.text import NEWER, Text, named

ROLES: Mapping[str, Text] = {
    "staff": Text("窗口人员", "Window staff"),
    "supervisor": Text("站长(班长)", "Supervisor"),
    "office": Text("经营管理部", "Office"),
    NEWER: Text("本版本还不认识的角色", "a role this version does not know"),
}
POSTS: Mapping[str, Text] = {
    "cashier": Text("购气员", "Cashier"),
    "consultant": Text("咨询员", "Consultant"),
}
_POSTS = {**POSTS, NEWER: Text("本版本还不认识的岗位", "a post this version does not know")}
PROGRAMS: Mapping[str, Text] = {
    "kiosk": Text("自助屏", "Kiosk"),
    "counter": Text("窗口电脑", "Counter"),
    NEWER: Text("本版本还不认识的程序", "a program this version does not know"),
}
_DUTY = {True: Text("上岗", "came on duty"), False: Text("离岗", "went off duty")}
REFUSALS: Mapping[str, Text] = {
    "wrong_pin": Text("工号或密码不对，请再试一次。", "Number or PIN is wrong, please try again."),
    "pepper_lost": Text(
        "本机的密码密钥丢失或损坏，谁的密码都核对不了。请联系管理员。",
        "This PC has lost the key of the PINs, so no PIN can be checked. Please call the administrator.",
    ),
    "pin_wait": Text(
        "密码错误次数较多，请等待 {seconds} 秒后再试。", "Too many wrong PINs, please wait {seconds} seconds."
    ),
    "pin_form": Text("密码应为 {digits} 位数字。", "A PIN must have {digits} digits."),
    "pin_too_simple": Text("这个密码太简单，请换一个。", "This PIN is too simple, please choose another."),
    "only_at_home": Text(
        "这件事只能在本人所在大厅的电脑上办理，或在经营管理部的电脑上办理。",
        "This can only be done on a computer of the person's own hall, or of the office.",
    ),
    "photo_too_big": Text("照片太大，最大 {limit_kb} KB。", "The photo is too large, {limit_kb} KB at most."),
    "no_picture": Text("这个文件不是照片，或者已经损坏。", "This file is not a picture, or it is damaged."),
    "hall_needs_name": Text("大厅要有名称和分公司。", "A hall needs a name and a branch."),
    "unknown_hall": Text("没有“{hall}”这个大厅。", "There is no hall “{hall}”."),
    "twice": Text(
        "工号“{number}”在表里出现了两次，另见第 {first} 行。",
        "{number} is in the table twice, see line {first}.",
    ),
    "hall_unknown": Text(
        "没有“{hall}”这个大厅。确实要新建，请加 --make-halls。",
        "There is no hall “{hall}”. To create it, add --make-halls.",
    ),
    "hall_nearest": Text(
        "没有“{hall}”这个大厅，是不是“{near}”？确实要新建，请加 --make-halls。",
        "There is no hall “{hall}”. Did you mean “{near}”? To create it, add --make-halls.",
    ),
    "hall_of_branch": Text(
        "“{hall}”登记在“{known}”，这里写的是“{branch}”。整个大厅换了分公司，请加 --move-halls。",
        "“{hall}” belongs to “{known}”, but this says “{branch}”. If the whole hall has moved, add --move-halls.",
    ),
    "near_same": Text(
        "工号“{number}”和已有的“{other}”（{name}，同一大厅）只差开头的 0：请在表里写全工号。",
        "{number} differs from the existing {other} ({name}, same hall) only by leading zeros: write the "
        "number in full.",
    ),
    "near_same_line": Text(
        "工号“{number}”和第 {line} 行的“{other}”（{name}，同一大厅）只差开头的 0：请在表里写全工号。",
        "{number} differs from {other} in line {line} ({name}, same hall) only by leading zeros: write the "
        "number in full.",
    ),
    "near_other": Text(
        "工号“{number}”和已有的“{other}”（{name}）很像。确实是两个人，请加 --distinct。",
        "{number} looks like the existing {other} ({name}). If they are two people, add --distinct.",
    ),
    "near_other_line": Text(
        "工号“{number}”和第 {line} 行的“{other}”（{name}）很像。确实是两个人，请加 --distinct。",
        "{number} looks like {other} in line {line} ({name}). If they are two people, add --distinct.",
    ),
    "number_alike": Text(
        "工号“{number}”和已有的“{other}”（{name}）很像。确实没有写错，请勾选“工号没有写错”。",
        "{number} looks like the existing {other} ({name}). If it is right, tick “The number is right”.",
    ),
    "only_own_hall": Text(
        "这里只能改本大厅的人。换大厅请找经营管理部。",
        "Only people of this hall can be changed here. The office moves people to another hall.",
    ),
    "not_oneself": Text("不能把自己从名单里去掉。", "You cannot take yourself off the roster."),
    "unknown_state": Text(
        "看不懂状态“{value}”。可用：在职、离职、退休、停用。",
        "“{value}” is not a known state. Use: active, left, retired.",
    ),
    "bad_number": Text("工号“{value}”不正确。", "“{value}” is not a staff number."),
    "bad_window": Text("窗口“{value}”应是号码，如 3。", "The window “{value}” should be a number such as 3."),
    "unknown_role": Text("没有“{value}”这个角色。", "There is no role “{value}”."),
    "bad_since": Text("起始日期“{value}”应如 2026-03-16。", "“{value}” is not a date such as 2026-03-16."),
    "unknown_post": Text("没有“{value}”这个岗位。", "There is no post “{value}”."),
}


def role(code: str) -> str:
    return named(ROLES, code)


def post(code: str) -> str:
    return named(_POSTS, code)


def on_duty(value: object) -> str:
    """上岗, 离岗."""
    return str(_DUTY[bool(value)])


def program(code: str) -> str:
    """Where somebody signed in."""
    return named(PROGRAMS, code)
