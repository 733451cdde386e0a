"""Files as Excel writes them come in whole, and what is wrong is named by its line."""

import re

import pytest

from shared.people import views as people
from tests.cli.files import STAFF_HEAD, report, staff_lines


def test_customers_and_staff_are_counted_apart(run, write):
    run("import", "staff", write("s.csv", *staff_lines(3)))
    lines = (
        "2014/3/5,1001,礼貌,,",
        "2014-03-05,1001,礼貌,同事,",
        "2014-03-05,1001,patient,superior,",
        "2014-3-5,1001,专业,下级,好",
    )
    run("import", "cards", write("c.csv", "日期,工号,卡,赠卡人,留言", *lines))
    found = report(run)
    assert (found["total"], found["by_p"]["polite"], found["by_p"]["patient"]) == (1, 1, 0)
    assert "3" in run("report", "cards", "--year", 2014).stdout.splitlines()[-1]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_staff_list_as_excel_writes_it(run, write, tmp_path, encoding, journal):
    lines = (
        "工号,姓名,分公司,大厅,窗口,岗位,角色",
        "1001,王芳,和平分公司,和平大厅,１,购气员,窗口人员",
        "2001,𠮷野,和平分公司,和平大厅,,购气员,站长（班长）",
    )
    run("import", "staff", write("名单.csv", *lines, "", encoding=encoding))
    with journal() as store:
        found = people.everyone(store)
        assert [(p.number, p.name, p.home, p.post, p.role) for p in found] == [
            ("2001", "𠮷野", "", "cashier", "supervisor"),
            ("1001", "王芳", "1", "cashier", "staff"),
        ]
        assert store.hall == "和平大厅"  # the only hall of the file is where this device stands
    assert "0" in run("import", "staff", tmp_path / "名单.csv").stdout  # nothing changed the second time


def test_bad_lines_are_named_and_nothing_is_imported(run, write, journal):
    bad = write(
        "bad.csv",
        STAFF_HEAD,
        "1001,王芳,和平分公司,和平大厅,1,cashier,staff",
        "1002,,和平分公司,和平大厅,1,cashier,staff",
        "10 3,张伟,和平分公司,和平大厅,1,cashier,staff",
        '1004,"刘\n洋",和平分公司,和平大厅,1,pilot,staff',
        "1005,陈静,和平分公司,和平大厅,1,cashier,king",
        "1001,赵敏,和平分公司,和平大厅,1,cashier,staff",
    )
    refused = run("import", "staff", bad, code=1)
    told = refused.stderr.splitlines()
    assert [line.split("：")[0] for line in told[:5]] == ["第 3 行", "第 4 行", "第 6 行", "第 7 行", "第 8 行"]
    assert "姓名" in told[0]
    assert "10 3" in told[1]
    assert "pilot" in told[2]
    assert "king" in told[3]
    assert "两次" in told[4]
    assert refused.stdout == ""
    with journal() as store:
        assert people.everyone(store) == ()
        assert store.events() == []
    taken = run("import", "staff", bad, "--skip-bad")
    assert "5" in taken.stderr.splitlines()[-1]
    with journal() as store:
        assert [p.number for p in people.everyone(store)] == ["1001"]


def test_bad_cards_are_named_and_nothing_is_imported(run, write):
    run("import", "staff", write("s.csv", *staff_lines(1)))
    lines = (
        "2014-03-05,1001,礼貌",
        "2014-02-30,1001,礼貌",
        "昨天,1001,礼貌",
        "2014-03-05,7777,礼貌",
        "2014-03-05,1001,美丽",
        "2014-03-05,1001,",
        "2014-03-05,1001,耐心,邻居",
    )
    file = write("c.csv", "日期,工号,卡,赠卡人", *lines)
    told = run("import", "cards", file, code=1).stderr
    for line, word in ((3, "2014-02-30"), (4, "昨天"), (5, "7777"), (6, "美丽"), (7, "卡"), (8, "邻居")):
        assert re.search(rf"第 {line} 行：.*{word}", told)
    assert "第 2 行" not in told
    assert report(run)["total"] == 0
    run("import", "cards", file, "--skip-bad")
    run("import", "cards", file, "--skip-bad")
    assert report(run)["total"] == 1


@pytest.mark.parametrize(
    ("content", "word"),
    [
        ("工号,姓名\n1,王芳\n".encode(), "分公司"),
        (b"", "文件是空的"),
        ("工号,姓名".encode("utf-16"), "分公司"),
        (b"\xff\xfe\xff,\x00", "GB18030"),
    ],
)
def test_a_file_that_is_no_staff_list_is_refused(run, tmp_path, content, word):
    file = tmp_path / "f.csv"
    file.write_bytes(content)
    assert word in run("import", "staff", file, code=1).stderr
