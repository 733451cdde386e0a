"""The hall that is hardest to show: eight on duty with long names, a long name of its own, two numbers just called."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from msgspec import structs

from kiosk.store.lobby import Called, Lobby
from shared.people.views import PersonToday
from shared.practice.honour.views import Honoured

HALL = "沈阳燃气有限公司和平分公司南湖科技园区便民购气大厅"
_NAMES = (
    "欧阳娜仁高娃",
    "阿卜杜拉·买买提·阿卜杜热合曼江哈",
    "张伟",
    "Alexandra Konstantinova",
    "司马相如意",
    "刘洋",
    "Nguyen Thi Phuong Thao",
    "王芳",
)
_HONOURED = tuple(Honoured(f"11{place:02}", name, None, ("diamond", "award:2025")) for place, name in enumerate(_NAMES))
_CALLED = (Called("A128", "12"), Called("B103", "10"))


def crowded(lobby: Lobby) -> Lobby:
    """The same hall, full."""
    pattern = lobby.people[0]
    people = tuple(_somebody(pattern, i) for i in range(len(_NAMES)))
    return replace(lobby, hall=HALL, called=_CALLED, people=people, honoured=_HONOURED)


def _somebody(pattern: PersonToday, place: int) -> PersonToday:
    post = "consultant" if place % 3 == 0 else "cashier"
    return structs.replace(
        pattern, number=f"11{place:02}", name=_NAMES[place], window=f"{place + 5}", post=post, photo=None
    )


@contextmanager
def hall_as(window: Any, lobby: Lobby) -> Iterator[None]:
    """Show another hall for the length of a `with`."""
    before = window.session.lobby
    window.session.lobby = lobby
    window.frame.head.show_lobby(lobby)
    yield
    window.session.lobby = before
    window.frame.head.show_lobby(before)
