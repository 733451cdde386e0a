"""A year of team assessment through the command line, from the files that the office brings (practices.en.md §9)."""

import json
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

from shared.domain.actor import Actor
from shared.domain.clock import wall_clock
from shared.domain.roles import Role
from shared.practice.assessment import actions, views
from tests.cli.files import STAFF_HEAD

HEAD = "日期,单位,明暗,条目,得分,不适用原因"
ITEMS = ("环境", "服务")


def hall(n):
    return f"大厅{n:02}"


def staff(halls):
    branches = ("东区", "西区")
    return (STAFF_HEAD, *(f"{1000 + n},员工{n},{branches[n % 2]},{hall(n)},1,cashier,staff" for n in range(halls)))


def visits(scores, months=range(1, 7), visit="明查"):
    """`scores`: by hall the points of both items, each month the same."""
    return (
        HEAD,
        *(
            f"2026-{month:02}-10,{hall(n)},{visit},{item},{score},"
            for month in months
            for n, score in enumerate(scores)
            for item in ITEMS
        ),
    )


@pytest.fixture
def year(run, write):
    """A year brought in, and its board."""

    def bring(scores, lines=None):
        run("import", "staff", write("s.csv", *staff(len(scores))))
        run("import", "inspections", write("i.csv", *(lines or visits(scores))))
        run("import", "sales", write("sales.csv", "年份,分公司,完成率", "2026,东区,96.37%", "2026,西区,125.3%"))
        return board(run)

    return bring


def board(run):
    return json.loads(run("assess", "--year", 2026, "--json").stdout)


def test_sixteen_units_with_a_tie_at_the_fifth_place_reward_six(year):
    found = year([19, 18.5, 18, 17.5, 17, 17, *[15 - n / 2 for n in range(10)]])
    rewarded = [unit for unit in found["units"] if unit["rewarded"]]
    assert len(rewarded) == 6
    assert [unit["rank"] for unit in found["units"][:7]] == [1, 2, 3, 4, 5, 5, 7]
    assert {unit["branch"]: unit["reward"] for unit in rewarded} == {"东区": "5782.20", "西区": "7200.00"}
    first = found["units"][0]
    assert (first["unit"], first["environment"], first["total"], first["disqualified"]) == (
        hall(0),
        "19.00",
        "38.00",
        None,
    )


def test_a_branch_is_the_simple_mean_of_its_units(year):
    found = year([19, 18, 17, 16])
    assert found["branches"] == [
        {"branch": "东区", "score": "36.00", "rank": 1},
        {"branch": "西区", "score": "34.00", "rank": 2},
    ]


def test_lines_that_do_not_apply_need_a_reason_and_drop_out(run, write):
    run("import", "staff", write("s.csv", *staff(1)))
    five = (("标识", 4, ""), ("卫生", 3, ""), ("座椅", "", "改造中"), ("公示", 4, ""), ("无障碍", 2, ""))
    lines = [
        f"2026-{m:02}-10,{hall(0)},暗访,{line},{score},{reason}" for m in range(1, 7) for line, score, reason in five
    ]
    run("import", "inspections", write("i.csv", HEAD, *lines))
    run("import", "sales", write("sales.csv", "年份,分公司,完成率", "2026,东区,1"))
    assert board(run)["units"][0]["environment"] == "16.25"  # 13/16 × 20
    bad = write("bad.csv", HEAD, f"2026-07-10,{hall(0)},明查,卫生,,", f"2026-07-10,{hall(0)},明查,标识,5,")
    told = run("import", "inspections", bad, code=1).stderr
    assert "不适用须写原因" in told
    assert "得分不能超过 4" in told


def test_fewer_than_six_months_are_shown_and_not_ranked(year):
    found = year([19, 18], lines=visits([19, 18], months=range(1, 6)))
    assert [unit["rank"] for unit in found["units"]] == [None, None]
    assert not any(unit["rewarded"] for unit in found["units"])


def test_workload_and_contest_are_parts_of_the_year(run, write, year):
    year([18, 18])
    work = ["2026-03-02,1000,燃气费收取,100", "2026-03-02,1001,燃气费收取,50"]
    run("import", "workload", write("w.csv", "日期,工号,业务,笔数", *work))
    run("import", "contests", write("c.csv", "年份,单位,成绩", f"2026,{hall(0)},78", f"2026,{hall(1)},90"))
    by_unit = {unit["unit"]: unit for unit in board(run)["units"]}
    assert [by_unit[hall(n)]["workload"] for n in (0, 1)] == ["20.00", "10.00"]
    assert [by_unit[hall(n)]["ability"] for n in (0, 1)] == ["15.60", "18.00"]
    for unit in by_unit.values():
        parts = ("environment", "service_quality", "compliance", "ability", "workload")
        assert sum(Decimal(unit[part]) for part in parts) == Decimal(unit["total"])


def test_a_unit_without_a_contest_keeps_its_place(run, write, year):
    """It lost its place and its reward because another unit's contest was brought in."""
    year([18, 17])
    run("import", "contests", write("c.csv", "年份,单位,成绩", f"2026,{hall(1)},90"))
    assert [(unit["unit"], unit["rank"], unit["ability"]) for unit in board(run)["units"]] == [
        (hall(1), 1, "18.00"),
        (hall(0), 2, "0.00"),
    ]


def test_the_same_file_twice_adds_nothing(run, write, year, journal):
    year([18, 17])
    with journal() as store:
        before = len(store.events())
    year([18, 17])
    with journal() as store:
        assert len(store.events()) == before


def test_units_branches_and_lines_are_known_however_they_are_spelt(run, write):
    staff = (STAFF_HEAD, "1001,王芳,East Branch,Hall A,1,cashier,staff")
    run("import", "staff", write("s.csv", *staff))
    lines = [f"2026-{m:02}-10,hall　a,OPEN,{line},１８," for m in range(1, 7) for line in ("环 境", "service")]
    run("import", "inspections", write("i.csv", "date,unit,visit,line,score,reason", *lines))
    run("import", "sales", write("sales.csv", "year,branch,completion", "2026,ＥＡＳＴ branch,96.37%"))
    run("import", "contests", write("c.csv", "year,unit,result", "2026,HALL A,78"))
    found = board(run)["units"][0]
    assert (found["environment"], found["ability"], found["branch"]) == ("18.00", "15.60", "East Branch")


def test_without_sales_the_branch_is_named(run, write):
    run("import", "staff", write("s.csv", *staff(1)))
    run("import", "inspections", write("i.csv", *visits([18])))
    told = run("assess", "--year", 2026, "--json", code=1)
    assert "分公司 东区 未填销量完成率" in told.stderr
    unit = json.loads(told.stdout)["units"][0]  # during the year the scores stand without the sales
    assert (unit["total"], unit["rank"], unit["rewarded"], unit["reward"]) == ("36.00", 1, True, None)
    run("import", "staff", write("office.csv", STAFF_HEAD, *OFFICE), "--make-halls")
    assert "未填销量完成率" in run("assess", "announce", "--year", 2026, "--by", "9001", code=1).stderr


def test_the_bulletin_of_a_month_as_workbook_and_page(run, year, tmp_path):
    year([18, 17])
    run("assess", "month", "--month", "2026-03", "--format", "xlsx", "--out", tmp_path / "b.xlsx")
    sheet = load_workbook(BytesIO((tmp_path / "b.xlsx").read_bytes()))["2026-03"]
    assert [cell.value for cell in sheet[2]][:4] == [hall(0), "东区", 18, 18]
    run("assess", "month", "--month", "2026-03", "--format", "pdf", "--out", tmp_path / "b.pdf")
    assert (tmp_path / "b.pdf").read_bytes().startswith(b"%PDF")


OFFICE = ("9001,赵敏,总部,总部,,,office", "9002,孙立,总部,总部,,,office")


def test_a_month_is_drawn_published_and_checked(run, write, year, tmp_path):
    year([18, 17], lines=visits([18, 17], months=(1, 2)))
    run("import", "staff", write("office.csv", STAFF_HEAD, *OFFICE), "--make-halls")
    assert "请用 --by 写明办理人工号" in run("assess", "publish", "--month", "2026-01", code=1).stderr
    run("assess", "publish", "--month", "2026-01", "--by", "9001")
    assert "检查结果已公布" in run("assess", "publish", "--month", "2026-01", "--by", "9001", code=1).stderr
    again = write("late.csv", *visits([18, 17], months=(1,), visit="暗访"))
    assert "2026-01 检查结果已公布" in run("import", "inspections", again, code=1).stderr
    assert "没有可以核对的抽签" in run("assess", "lot", "--month", "2026-01", code=1).stderr
    drawn = run("assess", "draw", "--month", "2199-01", "--inspector", "9001", "--by", "9002").stdout
    assert len(drawn.split()[-1]) == 64  # the commitment
    assert json.loads(run("assess", "appeals", "--month", "2026-01", "--json").stdout) == []


def test_a_year_is_announced_closed_by_another_and_recomputes_from_itself(run, write, year, tmp_path, journal):
    year([19, 18, 17, 16])
    run("import", "staff", write("office.csv", STAFF_HEAD, *OFFICE), "--make-halls")
    assert "还没有公示" in run("assess", "close", "--year", 2026, "--by", "9002", code=1).stderr
    run("assess", "announce", "--year", 2026, "--by", "9001")
    assert "到期后才能关账" in run("assess", "close", "--year", 2026, "--by", "9002", code=1).stderr
    with journal() as store:
        now = wall_clock() + 20 * 86_400_000
        assert actions.close_year(store, actor("9001"), 2026, {}, now=now).code == "preparer_approves"
        assert actions.close_year(store, actor("9002"), 2026, {}, now=now) is None
        assert views.recheck(store, 2026) is None
    before = board(run)
    run("import", "inspections", write("late.csv", *visits([20, 10, 17, 16], months=(7,))))
    assert board(run) == before  # closed figures never change
    changed = json.loads(run("assess", "differences", "--year", 2026, "--json").stdout)
    assert {each["unit"] for each in changed} == {hall(0), hall(1), hall(2)}  # which overtook
    assert changed[0]["closed"] == "38.00 / 5782.20"
    assert "已关账" in run("import", "sales", write("s2.csv", "年份,分公司,完成率", "2026,东区,50%"), code=1).stderr
    run("assess", "sheet", "--year", 2026, "--format", "xlsx", "--out", tmp_path / "y.xlsx")
    sheet = load_workbook(tmp_path / "y.xlsx")["2026"]
    assert [cell.value for cell in sheet[2]][:5] == [1, hall(0), "东区", 19, 19]
    assert sheet["K2"].value == 5782.2
    run("assess", "sheet", "--year", 2026, "--format", "pdf", "--out", tmp_path / "y.pdf")
    assert (tmp_path / "y.pdf").read_bytes().startswith(b"%PDF")


def actor(number):
    return Actor(number=number, name="", role=Role.OFFICE, post="", hall="总部")
