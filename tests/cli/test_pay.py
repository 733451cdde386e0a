"""A month's pay through the command line, from the files that a hall brings (practices.en.md §8)."""

import json
from decimal import Decimal

import pytest

from tests.cli.files import STAFF_HEAD

PEOPLE = (
    STAFF_HEAD,
    "1001,王芳,和平分公司,和平大厅,1,cashier,staff",
    "1002,李娜,和平分公司,和平大厅,2,cashier,staff",
    "1003,张伟,和平分公司,和平大厅,3,cashier,staff",
    "1009,周平,和平分公司,南山大厅,1,cashier,staff",
    "2001,陈静,和平分公司,和平大厅,,cashier,supervisor",
    "9001,赵敏,和平分公司,和平大厅,,,office",
    "9002,孙立,和平分公司,和平大厅,,,office",
)
POOL = ("月份,大厅,岗位,金额", "2026-03,和平大厅,购气员,10000.00", "2026-03,南山大厅,购气员,5000.00")
MONTHLY = {"1001": 1000, "1002": 800, "1003": 600}
OTHERS_IN_MARCH = 2600  # so that seven cards of March in 5000 points make r₀ 0.0014


def workload(**changes):
    counts = {(month, number): each for month in (1, 2, 3) for number, each in MONTHLY.items()}
    lines = [f"2026-0{month}-02,{number},燃气费收取,{each}" for (month, number), each in counts.items()]
    return ("日期,工号,业务,笔数", *lines, f"2026-03-02,1009,gas_payment,{OTHERS_IN_MARCH}")


def cards(january=("1002", "1002"), february=("1001",), march=("1001",) * 3 + ("1002",) * 4):
    days = (("2026-01-05", january), ("2026-02-03", february), ("2026-03-04", march))
    return ("日期,工号,卡", *(f"{day},{number},礼貌" for day, numbers in days for number in numbers))


WORK, CARDS = workload(), cards()


@pytest.fixture
def month(run, write):
    """March of example 1, brought in."""

    def bring(pools=POOL, work=WORK, given=CARDS, people=PEOPLE):
        run("import", "staff", write("staff.csv", *people))
        run("import", "workload", write("work.csv", *work))
        run("import", "cards", write("cards.csv", *given))
        run("import", "pools", write("pools.csv", *pools))

    return bring


def preview(run, hall="和平大厅", post="cashier", of="2026-03"):
    return json.loads(run("pay", "preview", "--month", of, "--hall", hall, "--post", post, "--json").stdout)


def pay(found):
    return {each["number"]: each["pay"] for each in found["people"]}


def test_example_1_three_people_share_ten_thousand(run, month):
    month()
    found = preview(run)
    assert pay(found) == {"1001": "4099.01", "1002": "3881.19", "1003": "2019.80"}
    assert (found["pool"], found["reserve"], found["hall"], found["post"]) == (
        "10000.00",
        "0.00",
        "和平大厅",
        "cashier",
    )
    first = found["people"][0]
    assert list(first) == [
        *("number", "name", "points", "q", "workload_part", "service_part"),
        *("deduction", "credit", "correction", "pay"),
    ]
    assert (first["workload_part"], first["service_part"], first["points"]) == ("2500.00", "1599.01", "1000.00")
    assert abs(Decimal(first["q"]) - Decimal(34) / 35) < Decimal("0.000001")


def test_without_a_hall_all_pools_are_listed_and_each_adds_up(run, month):
    month()
    found = json.loads(run("pay", "preview", "--month", "2026-03", "--json").stdout)
    assert [each["hall"] for each in found] == ["南山大厅", "和平大厅"]
    for each in found:
        total = sum(Decimal(person["pay"]) for person in each["people"])
        assert total + Decimal(each["reserve"]) == Decimal(each["pool"])
    assert "4099.01" in run("pay", "preview", "--month", "2026-03").stdout


def test_example_8_one_more_customer(run, month):
    """Of February, so that neither March's points nor r₀ move: E 3001 at W 1001 needs March's own; both move here."""
    one_more = tuple(
        line.replace(",1000", ",1001") if line.startswith("2026-03-02,1001") else line for line in workload()
    )
    others = tuple(line.replace(",2600", ",2599") for line in one_more)  # r₀ stays 7/5000
    month(work=others)
    assert pay(preview(run))["1001"] == "4101.24"


def test_example_7_a_newcomer(run, month):
    newcomer = "1004,刘洋,和平分公司,和平大厅,4,cashier,staff"
    people = tuple(line for line in PEOPLE if not line.startswith("1003"))
    work = tuple(line for line in workload() if ",1003," not in line and ",1009," not in line)
    work = (*work, "2026-03-02,1004,燃气费收取,300", "2026-03-02,1009,燃气费收取,2900")
    month(work=work, people=(*people, newcomer))
    assert pay(preview(run)) == {"1001": "4493.12", "1002": "4210.41", "1004": "1296.47"}


def test_example_5_a_transfer_in_the_middle_of_the_month(run, write):
    people = (
        STAFF_HEAD + ",起始日期",
        *(f"{n},甲{n},和平分公司,甲厅,1,cashier,staff," for n in ("1001", "1003", "1004")),
        *(f"{n},乙{n},和平分公司,乙厅,1,cashier,staff," for n in ("1011", "1012", "1009")),
    )
    run("import", "staff", write("a.csv", *people))
    moved = (STAFF_HEAD + ",起始日期", "1004,甲1004,和平分公司,乙厅,1,cashier,staff,2026-03-16")
    run("import", "staff", write("b.csv", *moved))
    before = {"1001": 1800, "1003": 1400, "1004": 1900, "1011": 2000, "1012": 2000}
    work = [f"2026-02-02,{number},燃气费收取,{count}" for number, count in before.items()]
    march = (("1001", "02", 900), ("1003", "02", 700), ("1004", "02", 400), ("1004", "17", 500), ("1011", "02", 1000))
    work += [f"2026-03-{day},{number},燃气费收取,{count}" for number, day, count in march]
    # 900 + 700 + 900 + 1000 + 1000 = 4500 points; with 500 of somebody else seven cards make r₀ 0.0014
    work += ["2026-03-02,1012,燃气费收取,1000", "2026-03-02,1009,燃气费收取,500"]
    run("import", "workload", write("w.csv", "日期,工号,业务,笔数", *work))
    k = {"1001": (4, 2), "1003": (3, 0), "1004": (4, 2), "1011": (5, 3), "1012": (3, 0)}
    given = [f"2026-03-04,{n},礼貌" for n, (_, march_cards) in k.items() for _ in range(march_cards)]
    given += [f"2026-02-04,{n},礼貌" for n, (both, march_cards) in k.items() for _ in range(both - march_cards)]
    run("import", "cards", write("c.csv", "日期,工号,卡", *given))
    # 1009 belongs to a hall of its own
    leaves = (STAFF_HEAD + ",起始日期", "1009,乙1009,和平分公司,丙厅,1,cashier,staff,2026-01-01")
    run("import", "staff", write("d.csv", *leaves), "--make-halls")
    run(
        "import", "pools", write("p.csv", "月份,大厅,岗位,金额", "2026-03,甲厅,购气员,8000", "2026-03,乙厅,购气员,9000")
    )
    assert pay(preview(run, "甲厅")) == {"1001": "3617.42", "1003": "2788.34", "1004": "1594.24"}
    assert pay(preview(run, "乙厅")) == {"1004": "1823.80", "1011": "3798.11", "1012": "3378.09"}
    slip = json.loads(run("pay", "slip", "--month", "2026-03", "--staff", "1004", "--format", "json").stdout)
    assert (len(slip["blocks"]), slip["payable"]) == (2, "3418.04")


def test_cards_of_somebody_who_has_left_were_refused(run, month, write):
    """The file of March comes in April; who left meanwhile is not on today's roster."""
    month(given=cards(march=("1001",) * 3))
    gone = (STAFF_HEAD + ",状态,起始日期", "1002,李娜,和平分公司,和平大厅,2,cashier,staff,离职,2026-03-25")
    run("import", "staff", write("gone.csv", *gone))
    run("import", "cards", write("march.csv", "日期,工号,卡", *("2026-03-04,1002,礼貌",) * 4))
    assert pay(preview(run)) == {"1001": "4099.01", "1002": "3881.19", "1003": "2019.80"}


def test_what_a_supervisor_served_was_paid_once_they_became_a_cashier(run, month, write):
    """Only the days as window staff share in a pool; a factor knew no others already."""
    month()
    before = pay(preview(run))
    now = (STAFF_HEAD + ",起始日期", "2001,陈静,和平分公司,和平大厅,5,cashier,staff,2026-03-30")
    run("import", "staff", write("now.csv", *now))
    run("import", "workload", write("w.csv", "日期,工号,业务,笔数", "2026-03-10,2001,燃气费收取,700"))
    run("import", "absences", write("away.csv", "工号,种类,从,到", "2001,培训,2026-03-09,2026-03-09"))
    assert pay(preview(run)) == before | {"2001": "0.00"}


def test_training_days_are_credited_by_the_own_mean_day(run, month, write):
    month()
    run("import", "absences", write("away.csv", "工号,种类,从,到", "1003,培训,2026-03-09,2026-03-10"))
    found = next(each for each in preview(run)["people"] if each["number"] == "1003")
    # three days of 600 points in the window: each of two days is worth 600
    assert (found["credit"], found["points"]) == ("1200.00", "1800.00")


def test_the_same_file_twice_adds_nothing(run, month, journal):
    month()
    before = pay(preview(run))
    with journal() as store:
        count = len(store.events())
    month()
    with journal() as store:
        assert len(store.events()) == count
    assert pay(preview(run)) == before


def test_bad_lines_are_named_and_nothing_is_taken(run, month, write):
    month()
    bad = write(
        "bad.csv",
        "日期,工号,业务,笔数",
        "2026-03-05,1001,业务咨询,5",
        "2026-03-05,7777,业务咨询,5",
        "2026-03-05,1001,收费,5",
        "2026-13-05,1001,业务咨询,5",
        "2026-03-05,1001,业务咨询,-5",
        "2026-03-05,1001,consultation,6",
    )
    told = run("import", "workload", bad, code=1).stderr.splitlines()
    assert [line.split("：")[0] for line in told[:5]] == [f"第 {n} 行" for n in (3, 4, 5, 6, 7)]
    assert "7777" in told[0]
    assert "收费" in told[1]
    assert preview(run)["people"][0]["points"] == "1000.00"


def test_numbers_halls_posts_and_services_are_known_however_they_are_spelt(run, write):
    """Full-width digits, lower case, blanks inside a name: as staff lists forgive them."""
    staff = (
        STAFF_HEAD,
        "A001,王芳,和平分公司,和平大厅,1,cashier,staff",
        "0012,李娜,和平分公司,和平大厅,2,cashier,staff",
    )
    run("import", "staff", write("staff.csv", *staff))
    work = ("日期,工号,业务,笔数", "2026-03-02,ａ００１,燃气费 收取,６00", "2026-03-02,'0012,GAS_Payment,400")
    run("import", "workload", write("work.csv", *work))
    run("import", "absences", write("away.csv", "工号,种类,从,到", "a 001,培 训,2026-03-09,2026-03-09"))
    run("import", "pools", write("pools.csv", "月份,大厅,岗位,金额", "2026-03,和平 大厅,Cashier,1000.00"))
    found = preview(run, hall="和平　大厅", post="ＣＡＳＨＩＥＲ")
    assert [(each["number"], each["credit"]) for each in found["people"]] == [("0012", "0.00"), ("A001", "600.00")]
    slip = json.loads(run("pay", "slip", "--month", "2026-03", "--staff", "a001", "--format", "json").stdout)
    assert slip["number"] == "A001"
    bad = write("bad.csv", "日期,工号,业务,笔数", "2026-03-03,12,gas_payment,5")
    assert "0012" in run("import", "workload", bad, code=1).stderr


def test_a_pool_that_is_missing_is_said(run, month):
    month()
    refused = run("pay", "preview", "--month", "2026-03", "--hall", "和平大厅", "--post", "consultant", code=1)
    assert "奖金池" in refused.stderr
    assert "咨询员" in refused.stderr


def test_whoever_publishes_is_named_where_the_office_has_two(run, month):
    month()
    assert "--by" in run("pay", "publish", "--month", "2026-03", code=1).stderr
    run("pay", "publish", "--month", "2026-03", "--by", "9001")
    assert "公示期" in run("pay", "close", "--month", "2026-03", "--by", "9002", code=1).stderr
    assert pay(preview(run))["1001"] == "4099.01"


def test_a_slip_explains_every_fen(run, month, tmp_path):
    month()
    slip = json.loads(run("pay", "slip", "--month", "2026-03", "--staff", "1001", "--format", "json").stdout)
    lines = slip["blocks"][0]["lines"]
    money = [Decimal(line["value"]) for line in lines if line["code"] in ("workload_part", "service_part", "deduction")]
    assert sum(money) == Decimal(slip["payable"]) == Decimal("4099.01")
    assert "1000" in lines[0]["text"]
    run("pay", "slip", "--month", "2026-03", "--staff", "1001", "--format", "pdf", "--out", tmp_path / "slip.pdf")
    assert (tmp_path / "slip.pdf").read_bytes().startswith(b"%PDF")


def test_a_slip_is_appealed_against_and_answered(run, month):
    month()
    run("pay", "publish", "--month", "2026-03", "--by", "9001")
    line = ("pay", "appeal", "--month", "2026-03", "--staff", "1002")
    told = run(*line, "--line", "lunch", "--text", "?", code=1).stderr
    assert "明细里没有“lunch”这一行" in told
    assert "service_part" in told
    run(*line, "--line", "service_part", "--text", "少一张卡")
    [appeal] = json.loads(run("pay", "appeals", "--month", "2026-03", "--json").stdout)
    assert (appeal["staff"], appeal["line"], appeal["answered"]) == ("1002", "service_part", False)
    answer = ("pay", "answer", "--month", "2026-03", "--appeal", appeal["appeal"][:8], "--decline")
    run(*answer, "--reason", "已核对", "--by", "9001")
    assert "已经答复" in run(*answer, "--reason", "再次", "--by", "9001", code=1).stderr
    assert "已核对" in run("pay", "appeals", "--month", "2026-03").stdout


def test_a_pool_that_cannot_be_shared_out_hides_no_other(run, month, write):
    """The list stopped at the first; a hall without a pool was left out without a word."""
    month()
    more = (
        STAFF_HEAD,
        "1010,吴欣,和平分公司,和平大厅,5,consultant,staff",
        "1011,郑爽,和平分公司,北站大厅,1,cashier,staff",
    )
    run("import", "staff", write("more.csv", *more), "--make-halls")
    told = run("pay", "preview", "--month", "2026-03", "--json")
    assert len(json.loads(told.stdout)) == 2
    assert told.stderr.strip() == "2026-03 未设奖金池：北站大厅 购气员、和平大厅 咨询员"
    run("import", "pools", write("north.csv", "月份,大厅,岗位,金额", "2026-03,北站大厅,购气员,500"))
    told = run("pay", "preview", "--month", "2026-03", "--json", code=1)
    assert [each["hall"] for each in json.loads(told.stdout)] == ["南山大厅", "和平大厅"]
    assert "北站大厅 购气员 没有工作量记录" in told.stderr
    assert json.loads(run("pay", "preview", "--month", "2026-05", "--json").stdout) == []
