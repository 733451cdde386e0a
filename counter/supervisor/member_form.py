"""The dialogs for one person of the roster: adding, changing, photo, and leaving."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit import open_file
from counter.kit.choice import Choice, choice
from counter.kit.dialog import Dialog
from counter.kit.page import AnyPage
from counter.kit.words import Check, TextField, say
from counter.store_type import Store
from shared.domain.refusal import Refusal
from shared.domain.roles import Role, above
from shared.people import actions, members, words
from shared.people.actions import PHOTO_BYTES
from shared.people.views import Hall, Person
from shared.qt import evidence_photo

_NEW = QT_TRANSLATE_NOOP("Counter", "新增人员")
_CHANGE = QT_TRANSLATE_NOOP("Counter", "修改资料")
_SAVE = QT_TRANSLATE_NOOP("Counter", "保存")
_ABOUT = QT_TRANSLATE_NOOP("Counter", "离开过又回来的，填原来的工号，以前的卡和记录都还在。")
_SAVED = QT_TRANSLATE_NOOP("Counter", "{name} 的资料已保存。")
_NUMBER = QT_TRANSLATE_NOOP("Counter", "工号")
_NAME = QT_TRANSLATE_NOOP("Counter", "姓名")
_HALL = QT_TRANSLATE_NOOP("Counter", "大厅")
_WINDOW = QT_TRANSLATE_NOOP("Counter", "窗口（没有就不填）")
_POST = QT_TRANSLATE_NOOP("Counter", "岗位")
_NO_POST = QT_TRANSLATE_NOOP("Counter", "没有岗位（经营管理部）")
_ROLE = QT_TRANSLATE_NOOP("Counter", "角色")
_RIGHT = QT_TRANSLATE_NOOP("Counter", "工号没有写错")
_LEAVE = QT_TRANSLATE_NOOP("Counter", "离职")
_LEAVES = QT_TRANSLATE_NOOP(
    "Counter",
    "{name} {number} 将不能再登录，也不再出现在自助屏上。已有的卡、工单和记录都保留；没办完的工单请先转给别人。",
)
_LEFT = QT_TRANSLATE_NOOP("Counter", "{name} 已从名单里去掉。回来时用原工号“新增人员”。")
_PHOTO = QT_TRANSLATE_NOOP("Counter", "选一张照片")
_PHOTO_SET = QT_TRANSLATE_NOOP("Counter", "{name} 的照片已更换，自助屏稍后显示。")


def ask(page: AnyPage, halls: tuple[Hall, ...], person: Person | None = None) -> Dialog:
    """Ask for the data of one person; `person=None` for a new one. `halls`: those to choose from."""
    dialog = Dialog(page, _CHANGE if person else _NEW, "" if person else say(_ABOUT), ok=_SAVE)
    number, name, window = (TextField() for _ in range(3))
    if person:
        number.setEnabled(False)  # the number identifies the person
        for field, text in ((number, person.number), (name, person.name), (window, person.home)):
            field.setText(text)
    dialog.side_by_side(("number", _NUMBER, number), ("name", _NAME, name))
    hall = _drop_down({each.code: each.name for each in halls}, person.hall if person else page.actor.hall)
    dialog.side_by_side(("hall", _HALL, hall), ("window", _WINDOW, window))
    own_post, own_role = (person.post, person.role) if person else ("cashier", Role.STAFF)
    posts = {code: words.post(code) for code in dict.fromkeys((*words.POSTS, own_post))} | {"": say(_NO_POST)}
    post = _drop_down(posts, own_post)
    roles = dict.fromkeys((*_roles(page), own_role))
    role = _drop_down({each: words.role(each) for each in roles}, own_role)
    dialog.side_by_side(("post", _POST, post), ("role", _ROLE, role))
    if person is None:
        dialog.add("distinct", "", Check(_RIGHT))
    return dialog.ask(lambda asked, values: _save(page, asked, values))


def _drop_down(options: Mapping[Any, str], value: Any) -> Choice:
    box = choice(options)
    box.setCurrentIndex(max(0, list(options).index(value) if value in options else 0))
    return box


def _roles(page: AnyPage) -> list[Role]:
    known = (Role(code) for code in words.ROLES if code in set(Role))
    return [role for role in known if not above(role, page.actor.role)]


def _save(page: AnyPage, asked: Dialog, values: Mapping[str, Any]) -> None:
    now = page.session.now()
    written = {key: str(value or "") for key, value in values.items() if key != "distinct"}
    distinct = bool(values.get("distinct"))
    page.answer(
        asked,
        lambda store: members.set_member(store, page.actor, written, distinct=distinct, now=now),
        lambda line: page.notice.say(say(_SAVED).format(name=line.name)),
    )


def ask_to_leave(page: AnyPage, person: Person) -> None:
    """Ask for confirmation, then take the person off the roster; their records stay."""
    now, about = page.session.now(), say(_LEAVES).format(name=person.name, number=person.number)

    def submit(asked: Dialog, _values: Mapping[str, Any]) -> None:
        page.answer(
            asked,
            lambda store: members.leave(store, page.actor, person.number, now=now),
            lambda left: page.notice.say(say(_LEFT).format(name=left.name)),
        )

    Dialog(page, _LEAVE, about, ok=_LEAVE, look="danger").ask(submit)


def choose_photo(page: AnyPage, person: Person) -> None:
    """Choose a photo from a file and store it, scaled to `PHOTO_BYTES`."""

    def keep(file: Path) -> None:
        text = say(_PHOTO_SET).format(name=person.name)
        page.act(_photo_work(page, person, file), lambda _: page.notice.say(text))

    open_file.ask(page, _PHOTO, say(open_file.PICTURES), keep)


def _photo_work(page: AnyPage, person: Person, file: Path) -> Callable[[Store], Refusal | None]:
    now = page.session.now()

    def work(store: Store) -> Refusal | None:
        try:
            image = evidence_photo.small(file.read_bytes(), PHOTO_BYTES)
        except OSError:  # refused by the action as unreadable
            image = None
        return actions.set_photo(store, person.number, image, now=now, actor=page.actor)

    return work
