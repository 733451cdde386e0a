"""Phone numbers as people write them, and forms once refused, or stored so that nobody could dial them."""

import pytest

from shared.domain import phones
from shared.domain.refusal import Refusal
from shared.domain.text import speaking


@pytest.mark.parametrize(
    ("written", "stored", "shown"),
    [
        ("", "", ""),
        (" 　", "", ""),
        ("13812345678", "13812345678", "138 1234 5678"),
        ("１３８４００１２３４５", "13840012345", "138 4001 2345"),
        ("８６１３８４００１２３４５", "13840012345", "138 4001 2345"),
        ("86 138 4001 2345", "13840012345", "138 4001 2345"),
        ("+86 138-4001-2345", "13840012345", "138 4001 2345"),
        ("0086 13840012345", "13840012345", "138 4001 2345"),
        ("\u202d13840012345\u202c", "13840012345", "138 4001 2345"),  # copied from a phone's contacts
        ("013840012345", "13840012345", "138 4001 2345"),  # dialled long distance
        ("手机：138 4001 2345", "13840012345", "138 4001 2345"),
        ("024-88886666", "02488886666", "024 8888 6666"),
        ("+86 24 8888 6666", "02488886666", "024 8888 6666"),
        ("+86 (0)24 88886666", "02488886666", "024 8888 6666"),
        ("0411-88886666", "041188886666", "0411 8888 6666"),
        ("0416-3881234", "04163881234", "0416 388 1234"),
        ("86123456", "86123456", "8612 3456"),  # a landline of the town, not a country code
        ("024-88886666转8012", "02488886666-8012", "024 8888 6666 转 8012"),
        ("024-88886666-8012", "02488886666-8012", "024 8888 6666 转 8012"),
        ("(024) 2345 6789 分机 801", "02423456789-801", "024 2345 6789 转 801"),
        ("02488886666 ext. 8012", "02488886666-8012", "024 8888 6666 转 8012"),
        ("96177", "96177", "96177"),
        ("12345", "12345", "12345"),
        ("400-800-1234", "4008001234", "400 800 1234"),
        ("+852 9123 4567", "+85291234567", "+85291234567"),
    ],
)
def test_every_spelling_of_a_number_is_stored_in_one_form(written: str, stored: str, shown: str) -> None:
    found = phones.phone(written)
    assert found == stored
    assert phones.phone(stored) == stored
    assert phones.shown(stored) == shown


@pytest.mark.parametrize(
    "written", ["1234", "1384001234", "138400123456", "12800012345", "王小明", "1" * 18, "024-8888", "110", "-"]
)
def test_texts_that_cannot_be_dialled_are_refused(written: str) -> None:
    assert phones.phone(written) == Refusal("phone_invalid")


@pytest.mark.parametrize(
    "written",
    ["13840012345/13940012345", "13840012345 13940012345", "13840012345、024-88886666", "1384001234513940012345"],
)
def test_two_numbers_in_one_cell_are_refused_by_name(written: str) -> None:
    assert phones.phone(written) == Refusal("phone_two")


def test_an_extension_is_shown_in_english() -> None:
    with speaking("en"):
        assert phones.shown("02488886666-8012") == "024 8888 6666 ext. 8012"


def test_digits_stand_in_groups_while_they_are_typed() -> None:
    steps = ["1", "13", "138", "138 4", "138 40", "138 400", "138 4001", "138 4001 2"]
    assert [phones.typed("13840012"[:n]) for n in range(1, 9)] == steps
    assert phones.typed("0411888866") == "0411 8888 66"


@pytest.mark.parametrize(
    ("number", "stored_before"),
    [
        ("13840012345", {"8613840012345", "013840012345"}),
        ("02488886666", {"862488886666", "8602488886666"}),
        ("02488886666-8012", {"024888866668012"}),
        ("+85291234567", {"85291234567"}),
    ],
)
def test_a_number_is_also_found_as_earlier_versions_stored_it(number: str, stored_before: set[str]) -> None:
    assert {number, *stored_before} <= {*phones.spellings(number)}
