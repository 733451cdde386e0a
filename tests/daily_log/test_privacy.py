"""What the page leaves out: customers' names and numbers, and the diary's words for all but its supervisor."""

import pytest

from shared.daily_log.exports import pdf, plain
from shared.domain import masking
from shared.domain.actor import Actor
from shared.domain.roles import Role
from shared.journal.store import Store
from tests.daily_log.day import CHIEF, PHONE, a_day, page
from tests.support.builders import actor


def test_nothing_private_is_on_the_page_or_in_its_exports(store: Store) -> None:
    a_day(store)
    for reader in (None, CHIEF):
        log = page(store, reader)
        for export in (plain.as_json(log).decode(), plain.as_text(log), pdf.as_html(log)):
            assert PHONE not in export
            assert "王小明" not in export
            assert "情绪低落" not in export
            assert '"low"' not in export


def test_words_of_the_diary_are_for_the_halls_supervisor(store: Store) -> None:
    a_day(store)
    stranger = Actor(number="7", name="外站", role=Role.SUPERVISOR, post="cashier", hall="别处")
    texts = [page(store, reader).diary[-1].text for reader in (CHIEF, stranger, actor("1002"), None)]
    assert texts == ["=HYPERLINK() 用户 138******00 误会了我", None, None, None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("电话13800138000。", "电话138******00。"),
        ("138 0013 8000", "138********00"),
        ("024-86001234", "024*******34"),
        ("21010219800101123X", "210*************3X"),
        ("燃气费 123456 元", "燃气费 123456 元"),
        ("2 号窗口,3 人", "2 号窗口,3 人"),
    ],
)
def test_long_numbers_in_words_are_masked(text: str, expected: str) -> None:
    assert masking.numbers(text) == expected
