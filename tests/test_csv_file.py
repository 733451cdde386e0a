"""Tables as people and their programs write them: blanks round headings and cells, breaks in cells, ragged rows."""

import pytest

from shared.device import csv_file
from shared.device.csv_file import BadLine
from shared.domain.refusal import Refusal

HEADINGS = {"工号": "number", "姓名": "name"}


def read(*lines, end="\r\n"):
    return csv_file.read(
        end.join(lines).encode(), HEADINGS, lambda row: dict(row) if row.get("name") else Refusal("no")
    )


@pytest.mark.parametrize("heading", ["工号,姓名", " 工号 ,姓名\t", "工号,　姓名", "Number, NAME "])
def test_headings_are_known_whatever_stands_round_them(heading):
    assert csv_file.heading(heading.encode(), HEADINGS).names == ("number", "name")
    assert read(heading, "1001,王芳").good == ({"number": "1001", "name": "王芳"},)


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ('1001,"王\r\n芳"', {"number": "1001", "name": "王\r\n芳"}),  # a break typed with Alt and Enter stays one cell
        ('1001,"王, 芳"', {"number": "1001", "name": "王, 芳"}),
        (" 1001 , 王芳 ", {"number": " 1001 ", "name": " 王芳 "}),  # what blanks mean is the reader's to say
        ("1001,王芳,,", {"number": "1001", "name": "王芳"}),  # cells beyond the last heading
        (",王芳", {"number": "", "name": "王芳"}),
    ],
)
def test_a_line_becomes_a_row_by_its_headings(line, row):
    assert read("工号,姓名", line).good == (row,)


def test_empty_lines_are_no_lines_and_short_ones_are_bad_with_their_number():
    table = read("工号,姓名", "", " , ", "1001,王芳", '1002,"李\r\n娜"', "1003", "1004,刘洋")
    assert [row["number"] for row in table.good] == ["1001", "1002", "1004"]
    assert table.bad == (BadLine(7, Refusal("no")),)  # a break inside a cell counts as a line of the file


def test_a_file_with_nothing_in_it_has_no_columns():
    assert csv_file.heading(b"", HEADINGS).names == ()
    assert read("").good == read("").bad == ()
