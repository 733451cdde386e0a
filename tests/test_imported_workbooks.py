"""Excel files as offices keep them, and values that no column can hold, for each kind of file."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import datetime
from io import BytesIO

import pytest
from openpyxl import Workbook

from shared.documents import xlsx_text
from shared.domain import wording
from shared.domain.refusal import Refusal
from shared.imports import reading
from shared.imports.kind import FileKind, ImportRun
from shared.imports.kinds import KINDS
from shared.imports.pay import POOLS
from shared.imports.people import STAFF
from shared.imports.reading import Preview
from shared.journal.store import Store
from shared.people import rules
from shared.practice.assessment.rules.import_lines import YearFigure, sales_line
from tests.support.builders import HALL, MONDAY, MORNING, staffed_store

HEAD = ("工号", "姓名", "分公司", "大厅", "窗口", "岗位", "角色")
RUN = ImportRun(MORNING, "test")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One for all: a preview records nothing."""
    with closing(staffed_store(tmp_path_factory.mktemp("office"))) as opened:
        yield opened


def saved(book: Workbook) -> bytes:
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def test_a_list_with_a_title_merged_halls_and_empty_rows_is_read_as_it_is_seen() -> None:
    """An office had to save each list as CSV, by which Excel takes the zeros from its numbers."""
    book = Workbook()
    book.worksheets[0].title = "封面"
    sheet = book.create_sheet("名单")
    sheet.append(["员工名单"])
    sheet.merge_cells("A1:G1")
    sheet.append([])
    sheet.append(HEAD)
    sheet.append(["0012", "王芳", "第一分公司", "和平大厅", 1.0, "购气员", "站长"])
    sheet.append([13, "李\n强", None, None, 2, "购气员", "窗口人员"])
    sheet.cell(5, 1).number_format = "0000"
    sheet.merge_cells("C4:C5")
    sheet.merge_cells("D4:D5")
    read = reading.lines(STAFF, saved(book), rules.roster_line)
    assert not isinstance(read, Refusal)
    assert [(line.number, line.hall) for line in read[0].good] == [("0012", "和平大厅"), ("0013", "和平大厅")]
    text = xlsx_text.as_csv(saved(book)).splitlines()
    assert text[0].startswith("员工名单")
    assert text[3:] == [
        "0012,王芳,第一分公司,和平大厅,1,购气员,站长",
        "0013,李 强,第一分公司,和平大厅,2,购气员,窗口人员",
    ]


@pytest.mark.parametrize(
    ("value", "shape", "shown"),
    [
        (datetime(2026, 2, 3), "yyyy/m/d", "2026-02-03"),
        (datetime(2026, 2, 1), "mmm-yy", "2026-02"),  # what Excel makes of 2026-02
        (datetime(2026, 2, 1), 'yyyy"年"m"月"', "2026-02"),
        (0.9637, "0.00%", "96.37%"),
        (96.37, "General", "96.37"),
        (0.1 + 0.2, "General", "0.3"),
        (10000, "#,##0.00", "10000"),
        (12, "0000", "0012"),
        (1.5e15, "General", "1500000000000000"),
        ("'1001", "@", "'1001"),
        (True, "General", "True"),
    ],
)
def test_a_cell_is_read_as_excel_shows_it(value: datetime | float | str | bool, shape: str, shown: str) -> None:
    book = Workbook()
    book.worksheets[0].cell(1, 1, "x")
    book.worksheets[0].cell(1, 2, value).number_format = shape
    assert xlsx_text.as_csv(saved(book)) == f"x,{shown}\n"


def test_one_amount_over_two_merged_rows_is_given_to_the_first_alone(store: Store) -> None:
    """Filled into both it would be paid twice."""
    book = Workbook()
    for line in (
        ("月份", "大厅", "岗位", "金额"),
        ("2026-02", HALL, "购气员", 10000),
        ("2026-02", HALL, "咨询员", None),
    ):
        book.worksheets[0].append(line)
    book.worksheets[0].merge_cells("D2:D3")
    seen = reading.preview(store, POOLS, saved(book), RUN)
    assert isinstance(seen, Preview)
    assert [line.amount for line in seen.table.good] == [1_000_000]
    assert [(bad.line, wording.refusal(bad.refusal)) for bad in seen.table.bad] == [(3, "缺少“金额”。")]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty_file"),
        (b"\r\n \r\n", "empty_file"),
        (saved(Workbook()), "empty_file"),
        (b"PK\x03\x04" + b"spoilt" * 9, "bad_workbook"),
        (saved(Workbook())[:-200], "bad_workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "bad_workbook"),  # .xls, or one with a password
        (b"x" * (reading.LARGEST + 1), "file_too_large"),
        ("甲,乙,丙\n1,2,3\n".encode(), "no_columns"),
    ],
)
def test_a_file_that_is_no_list_says_what_it_is(store: Store, content: bytes, code: str) -> None:
    answer = reading.preview(store, POOLS, content, RUN)
    assert isinstance(answer, Refusal)
    assert answer.code == code


GOOD: dict[str, Sequence[str]] = {
    "staff": ("1901", "吴欣", "和平分公司", "和平大厅", "9", "购气员", "窗口人员"),
    "workload": (MONDAY.isoformat(), "1001", "燃气费收取", "12"),
    "absences": ("1001", "培训", "2026-03-05", "2026-03-06"),
    "pools": ("2026-02", "和平大厅", "购气员", "10000"),
    "cards": (MONDAY.isoformat(), "1001", "礼貌"),
    "inspections": (MONDAY.isoformat(), "和平大厅", "明访", "标识", "4", ""),
    "sales": ("2026", "和平分公司", "96.37%"),
    "contests": ("2026", "和平大厅", "78"),
    "verdicts": ("T1", "2026-02-05", "和平大厅", "属实", "态度", "1001"),
    "questions": ("fee", "q1", "几档？", "2", "3", "", "", "", "", "B"),
    "survey": ("2025-06-01", "2025-06-30", "和平大厅", "重视", "1", "2", "3", "4", "5"),
}
HOSTILE = (
    "9" * 30,
    "-1",
    "1e400",
    "0x10",
    "٣",
    "²",
    "NaN",
    "=1+1",
    "9" * 1999,
    "9999-99-99",
    "0001-01-01",
    "a\x00b",
    "𠮷" * 300,
)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_no_value_of_any_column_stops_the_preview(store: Store, kind: FileKind[object]) -> None:
    """An amount of 18 digits fitted no column of the database and ended in an unexpected error."""
    heading = kind.columns.in_("zh").translate(str.maketrans("", "", "[]")).split(",")
    good = (*GOOD[kind.name], *[""] * (len(heading) - len(GOOD[kind.name])))
    rows = [",".join(good)]
    for place in range(len(heading)):
        rows += [",".join((*good[:place], value, *good[place + 1 :])) for value in HOSTILE]
    for row in rows:
        seen = reading.preview(store, kind, f"{','.join(heading)}\n{row}\n".encode(), RUN)
        if isinstance(seen, Preview):
            for bad in seen.table.bad:
                assert "—" not in wording.refusal(bad.refusal), row


@pytest.mark.parametrize(("written", "share"), [("96.37%", "9637/10000"), ("0.9637", "9637/10000"), ("300%", "3")])
def test_a_completion_is_read_in_per_cent_or_as_a_share(written: str, share: str) -> None:
    row = {"year": "2026", "branch": "东区", "completion": written}
    assert sales_line(row, ("东区",)) == YearFigure(2026, "东区", share)


@pytest.mark.parametrize("written", ["9637", "9637%", "301%"])
def test_a_completion_whose_point_was_forgotten_is_refused(written: str) -> None:
    """It was taken, and the reward cut to the highest that is paid."""
    answer = sales_line({"year": "2026", "branch": "东区", "completion": written}, ("东区",))
    assert isinstance(answer, Refusal)
    assert answer.code == "bad_share"
