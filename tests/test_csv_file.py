"""Tables as people and their programs write them: blanks round headings and cells, breaks in cells, ragged rows."""

import pytest

from shared.device import csv_file
from shared.device.csv_file import BadLine
from shared.device.text_file import decoded
from shared.domain.refusal import Refusal

HEADINGS = {"工号": "number", "姓名": "name"}


def read(*lines, end="\r\n"):
    return csv_file.read(
        end.join(lines).encode(), HEADINGS, lambda row: dict(row) if row.get("name") else Refusal("no")
    )


@pytest.mark.parametrize("said", ["", "utf-8", "gb2312", "gbk", "gb18030", "iso-8859-99"])
@pytest.mark.parametrize("written", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_text_is_read_whatever_its_sender_calls_it(written, said):
    if (written, said) not in {("utf-8", "gbk"), ("utf-8", "gb18030")}:  # these decode almost anything
        assert decoded("刘洋洋\r\n".encode(written), said) == "刘洋洋"


@pytest.mark.parametrize("heading", ["工号,姓名", " 工号 ,姓名\t", "工号,　姓名", "Number, NAME "])
def test_headings_are_recognised_despite_blanks_and_case(heading):
    assert csv_file.heading(heading.encode(), HEADINGS).names == ("number", "name")
    assert read(heading, "1001,王芳").good == ({"number": "1001", "name": "王芳"},)


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ('1001,"王\r\n芳"', {"number": "1001", "name": "王\r\n芳"}),  # a break typed with Alt and Enter stays one cell
        ('1001,"王, 芳"', {"number": "1001", "name": "王, 芳"}),
        (" 1001 , 王芳 ", {"number": " 1001 ", "name": " 王芳 "}),  # what blanks mean is the reader's to say
        ("1001,王芳, ,", {"number": "1001", "name": "王芳"}),  # cells beyond the last heading
        (",王芳", {"number": "", "name": "王芳"}),
    ],
)
def test_a_line_becomes_a_row_by_its_headings(line, row):
    assert read("工号,姓名", line).good == (row,)


def test_empty_lines_are_skipped_and_short_ones_reported_by_number():
    table = read("工号,姓名", "", " , ", "1001,王芳", '1002,"李\r\n娜"', "1003", "1004,刘洋")
    assert [row["number"] for row in table.good] == ["1001", "1002", "1004"]
    assert table.bad == (BadLine(7, Refusal("no")),)  # a break inside a cell counts as a line of the file


def test_a_file_with_nothing_in_it_has_no_columns():
    assert csv_file.heading(b"", HEADINGS).names == ()
    assert read("").good == read("").bad == ()


@pytest.mark.parametrize(
    ("line", "refusal"),
    [
        ("1001,王芳,走了", Refusal("extra_cell", {"value": "走了"})),
        ("1001," + "芳" * 2001, Refusal("text_too_long", {"limit": 2000})),
        ("1001;王芳", Refusal("other_delimiter")),
    ],
)
def test_a_line_that_does_not_fit_its_headings_is_refused_by_its_number(line, refusal):
    assert read("工号,姓名", "1000,李娜", line).bad == (BadLine(3, refusal),)


def test_the_longest_cell_zeros_kept_from_excel_and_a_heading_on_each_page():
    table = read("工号,姓名", '"=""0012""",王芳', "工号, 姓名", "1002," + "芳" * 2000)
    assert [row["number"] for row in table.good] == ["0012", "1002"]
    assert (table.bad, table.lines) == ((), (2, 4))


def test_lines_refused_beside_others_stand_among_the_bad_ones_in_their_order():
    table = read("工号,姓名", "1001,王芳", "1002", "1003,李娜")
    found = table.without([BadLine(4, Refusal("twice")), BadLine(2, Refusal("twice"))])
    assert [bad.line for bad in found.bad] == [2, 3, 4]
    assert (found.good, found.lines) == ((), ())
