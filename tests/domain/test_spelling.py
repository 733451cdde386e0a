"""One thing in its several spellings, and two things that only look alike."""

import pytest

from shared.domain import names, spelling


@pytest.mark.parametrize(
    "spelt", ["A001", "a001", " Ａ００１ ", "A 001", "A\u200b001", "\ufeffa001", "A001\u00ad", "A001\x1a"]
)
def test_one_number_in_every_spelling(spelt: str) -> None:
    assert spelling.folded(spelt) == "A001"


@pytest.mark.parametrize("spelt", ["SY-001", "sy–001", "ＳＹ－001", "SY—001"])
def test_every_kind_of_dash_is_read_as_a_hyphen(spelt: str) -> None:
    assert spelling.folded(spelt) == "SY-001"


def test_a_hall_in_full_width_brackets_is_the_same_and_zeros_matter() -> None:
    assert spelling.folded("和平购气大厅（总店） ") == spelling.folded("和平购气大厅(总店)")
    assert spelling.folded("0012") != spelling.folded("12")


def test_a_text_keeps_its_single_blanks_and_its_case() -> None:
    assert spelling.tidy(" Heping　\u200b Hall ") == "Heping Hall"


@pytest.mark.parametrize(("one", "other"), [("12", "0012"), ("A001", "AOO1"), ("SY-1", "SY-001"), ("l5", "15")])
def test_numbers_that_are_easily_confused_are_near(one: str, other: str) -> None:
    assert spelling.near(one) == spelling.near(other)


@pytest.mark.parametrize(("one", "other"), [("12", "120"), ("1001", "101"), ("A1", "B1"), ("0", "")])
def test_clearly_different_numbers_are_not_near(one: str, other: str) -> None:
    assert spelling.near(one) != spelling.near(other)


def test_the_nearest_name() -> None:
    assert spelling.nearest("和平大庁", ["沈河大厅", "和平大厅"]) == "和平大厅"
    assert spelling.nearest("xyz", ["沈河大厅"]) == ""


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("王芳", ("王芳",)),
        ("阿卜杜拉·买买提", ("阿卜杜拉·", "买买提")),
        ("阿卜杜拉·买买提·阿卜杜热合曼江哈", ("阿卜杜拉·", "买买提·阿卜", "杜热合曼江哈")),
        ("Abdullah Mamatjan", ("Abdullah Mamatjan",)),
        ("", ("",)),
    ],
)
def test_long_names_are_broken_into_lines_and_never_cut(name: str, lines: tuple[str, ...]) -> None:
    assert names.lines(name) == lines


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("王　芳", "王芳"),
        (" 王 芳 ", "王芳"),
        ("阿里•买买提", "阿里·买买提"),
        ("Alice  Wang", "Alice Wang"),
        ("王 A", "王 A"),
    ],
)
def test_a_name_padded_for_its_column_is_the_same_name(written: str, name: str) -> None:
    assert names.spelt(written) == name
