"""Personal data in lists and on paper shows no more than is needed to know one ticket from another."""

import pytest

from shared.domain import masking


@pytest.mark.parametrize(
    ("name", "shown"),
    [("王小明", "王**"), ("王小", "王*"), ("王", "*"), ("欧阳小明明", "欧***"), ("", "")],
)
def test_names_also_of_one_character(name: str, shown: str) -> None:
    assert masking.name(name) == shown


@pytest.mark.parametrize(
    ("number", "shown"), [("13812345678", "138****5678"), ("1381234567", "********67"), ("96177", "***77"), ("", "")]
)
def test_phone_numbers(number: str, shown: str) -> None:
    assert masking.phone(number) == shown


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("请回电\n13812345678", "请回电 138****5678"),
        ("请回电 138 1234 5678", "请回电 138******5678"),
        ("请回电 138-1234-5678", "请回电 138******5678"),
        ("请回电 １３８１２３４５６７８", "请回电 １３８****５６７８"),
        ("2024-01-05 来过", "2024-01-05 来过"),
        ("很长" * 40, "很长" * 19 + "很…"),
    ],
)
def test_numbers_in_words_also_in_groups_and_full_width(words: str, shown: str) -> None:
    assert masking.text(words) == shown
