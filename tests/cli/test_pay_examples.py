"""A month's pay (practices.en.md §8) with complaints, odd fen, late facts and a cap, as `pay preview` shows them."""

import json
from datetime import date
from decimal import ROUND_DOWN, Decimal

import pytest

from shared.domain.actor import Actor
from shared.domain.roles import Role
from shared.practice.complaints.facts import About, ComplaintJudged, Verdict
from shared.practice.performance import actions, views
from shared.report.pay_checks import pay_checks
from tests.cli.files import STAFF_HEAD
from tests.cli.test_pay import CARDS, PEOPLE, POOL, WORK, pay, preview
from tests.support.builders import at

APRIL = {"1001": 100, "1002": 100, "1003": 100}


def office(number):
    return Actor(number=number, name=number, role=Role.OFFICE, post="", hall="")


@pytest.fixture
def example_1(run, write):
    """March as in the first example."""
    for name, lines in (("staff", PEOPLE), ("workload", WORK), ("cards", CARDS), ("pools", POOL)):
        run("import", name, write(f"{name}.csv", *lines))


def checks(journal, month):
    with journal() as store:
        return pay_checks(store, office("9001"), month, *views.preview(store, month), now=at("10:00", date(2026, 5, 1)))


def uphold(journal, person, hall="和平大厅", on=date(2026, 3, 16)):
    fact = ComplaintJudged(
        verdict=Verdict.UPHELD, about=About.PERSON, grounds="录音属实", policy=1, person=person, unit=hall
    )
    with journal() as store, store.transaction(at("10:00", on)) as tx:
        tx.record(fact, subject="inquiry:0001", actor="9001")


def test_example_2_an_upheld_complaint_goes_to_the_reserve(run, example_1, journal):
    uphold(journal, "1002")
    found = preview(run)
    assert pay(found) == {"1001": "4099.01", "1002": "3693.08", "1003": "2019.80"}
    assert (found["reserve"], found["people"][1]["deduction"]) == ("188.11", "188.11")
    assert sum(map(Decimal, pay(found).values())) + Decimal(found["reserve"]) == Decimal("10000.00")


@pytest.mark.parametrize(("month", "receiver"), [("2026-03", "1002"), ("2026-04", "1001"), ("2026-05", "1002")])
def test_example_3_the_odd_fen_moves_from_month_to_month(run, write, month, receiver):
    """600.00 / 3 and 400.00 / 3; equal remainders go by sha256 of `month/cashier/H1/s:number`."""
    run("init", "--hall", "H1", "--name", "一厅", "--branch", "一分公司")
    numbers = ("1001", "1002", "1003")
    people = (f"{number},员工{number},一分公司,一厅,1,cashier,staff" for number in numbers)
    run("import", "staff", write("s.csv", STAFF_HEAD, *people))
    work = (f"{month}-02,{number},燃气费收取,500" for number in numbers)
    run("import", "workload", write("w.csv", "日期,工号,业务,笔数", *work))
    run("import", "pools", write("p.csv", "月份,大厅,岗位,金额", f"{month},H1,购气员,1000"))
    found = preview(run, "h1", of=month)
    assert found["hall"] == "H1"
    assert pay(found) == dict.fromkeys(numbers, "333.33") | {receiver: "333.34"}


def test_example_4_a_team_of_one_feels_a_complaint_too(run, write, journal):
    run("import", "staff", write("s.csv", STAFF_HEAD, "1005,吴欣,和平分公司,和平大厅,5,consultant,staff"))
    run("import", "workload", write("w.csv", "日期,工号,业务,笔数", "2026-03-02,1005,业务咨询,10"))
    run("import", "pools", write("p.csv", "月份,大厅,岗位,金额", "2026-03,和平大厅,咨询员,3000.00"))
    uphold(journal, "1005")
    found = preview(run, post="consultant")
    (only,) = found["people"]
    assert (only["workload_part"], only["service_part"], only["deduction"], only["pay"], found["reserve"]) == (
        *("1800.00", "1200.00", "120.00"),
        *("2880.00", "120.00"),
    )


def test_example_6_what_came_late_is_corrected_with_the_next_month(run, write, example_1, journal):
    with journal() as store:
        assert actions.publish(store, office("9001"), "2026-03", now=at("10:00", date(2026, 4, 1))) is None
        assert actions.close(store, office("9002"), "2026-03", now=at("10:00", date(2026, 4, 10))) is None
    correct = ("pay", "correct", "--month", "2026-03", "--paid-with", "2026-04", "--by", "9001")
    assert "没有差别" in run(*correct, "--reason", "复核", code=1).stderr
    late = ("日期,工号,卡", "2026-03-20,1003,耐心", "2026-03-21,1003,耐心")
    run("import", "cards", write("late.csv", *late))
    run(*correct, "--reason", "两张卡复核后计入")
    assert pay(preview(run)) == {"1001": "4099.01", "1002": "3881.19", "1003": "2019.80"}  # closed figures stay
    april = (f"2026-04-02,{number},燃气费收取,{count}" for number, count in APRIL.items())
    run("import", "workload", write("april.csv", "日期,工号,业务,笔数", *april))
    run("import", "pools", write("p4.csv", "月份,大厅,岗位,金额", "2026-04,和平大厅,购气员,6000"))
    gains = {each["number"]: each["correction"] for each in preview(run, of="2026-04")["people"]}
    assert gains == {"1001": "-135.82", "1002": "-159.78", "1003": "295.60"}
    # a correction of somebody who left before April stayed owed, and nothing named it
    gone = (STAFF_HEAD + ",状态,起始日期", "1003,张伟,和平分公司,和平大厅,3,cashier,staff,离职,2026-04-01")
    told = ("pay", "preview", "--month", "2026-04", "--json")
    assert "1003" not in run(*told).stderr
    run("import", "staff", write("gone.csv", *gone))
    run("import", "workload", write("none.csv", "日期,工号,业务,笔数", "2026-04-02,1003,燃气费收取,0"))
    owed = "张伟 1003：2026-03 的更正还有 +295.60 元未结清，已不在任何奖金池，请另行补发或收回"
    assert owed in run(*told).stderr
    assert owed in run("pay", "differences", "--month", "2026-03").stderr
    [check] = [each for each in checks(journal, "2026-04") if "1003" in each.text]
    assert check.text == owed


def test_what_is_remarked_before_a_month_is_published_and_after_it_was_closed(run, write, example_1, journal):
    def remarks(month):
        return [(check.weight.name, check.text, check.place) for check in checks(journal, month)]

    to_open = ("WARNS", "2026-05 的基准还没有公布；公布后各人能自己算服务系数", "pay")
    fair = [
        ("TELLS", "南山大厅 在计算期内没有计入的用户5P卡，服务系数只反映这一点", ""),
        ("TELLS", "购气员 人均奖金池：南山大厅 5000.00、和平大厅 3333.33 元", ""),
        ("TELLS", "服务系数：最低 0.50，中位 0.75，最高 1.43", ""),
    ]
    assert remarks("2026-03") == [to_open, ("TELLS", "本月计入的用户5P卡 7 张，其中 0 张对应排队号", ""), *fair]
    no_pool = ("STOPS", "2026-04 未设奖金池：南山大厅 购气员、和平大厅 购气员", "pay")
    before_open = ("STOPS", "2026-04 的上个月未关账，不能发布。", "pay")
    no_card = ("TELLS", "本月计入的用户5P卡 0 张，其中 0 张对应排队号", "")
    assert remarks("2026-04") == [no_pool, before_open, to_open, no_card]
    with journal() as store:
        assert actions.publish(store, office("9001"), "2026-03", now=at("10:00", date(2026, 4, 1))) is None
        assert actions.close(store, office("9002"), "2026-03", now=at("10:00", date(2026, 4, 10))) is None
    run("import", "cards", write("late.csv", "日期,工号,卡", *("2026-03-20,1003,耐心",) * 2))
    differs = (("王芳 1001", "-135.82"), ("李娜 1002", "-159.78"), ("张伟 1003", "+295.60"))
    assert remarks("2026-03") == [
        *(("WARNS", f"和平大厅 购气员 {who}：关账后的记录使金额差 {fen} 元，可更正", "") for who, fen in differs),
        to_open,
        ("TELLS", "2026-03 公布的基准：购气员每千点 1.40 张卡", ""),
        *fair,
    ]
    assert remarks("2026-04") == [no_pool, to_open, no_card]


def test_the_reference_was_published_only_with_the_notice(run, write, example_1):
    """Frozen when the month began, a card of an earlier month that comes later moves no factor of a colleague."""
    opened = ("pay", "open", "--month", "2026-03", "--by", "9001")
    assert "第一个月按本月自己的数字" in run(*opened, code=1).stderr
    run("import", "pools", write("p2.csv", "月份,大厅,岗位,金额", "2026-02,和平大厅,购气员,1000"))
    # one card of February in its 2400 points is 0.4167 in 1,000
    assert "购气员每千点 0.42 张卡" in run(*opened).stdout
    assert "已经公布" in run(*opened, code=1).stderr
    assert "还没有开始" in run("pay", "open", "--month", "2199-01", "--by", "9001", code=1).stderr
    before = {each["number"]: each["q"] for each in preview(run)["people"]}
    run("import", "cards", write("late.csv", "日期,工号,卡", *("2026-02-10,1003,耐心",) * 2))
    after = {each["number"]: each["q"] for each in preview(run)["people"]}
    assert {number for number in before if before[number] != after[number]} == {"1003"}


def test_a_correction_was_lost_with_a_transfer_and_a_hall_without_work_stopped_the_month(
    run, write, example_1, journal
):
    """March closed at once (no notice is set), its corrections paid where the person is in April."""
    run("publish", "policy", write("rules.toml", "[performance]", "notice_days = 0"))
    run("import", "staff", write("rest.csv", STAFF_HEAD, "1020,何静,和平分公司,和平大厅,9,consultant,staff"))
    pool = ("月份,大厅,岗位,金额", "2026-03,和平大厅,咨询员,100")
    run("import", "pools", write("rest1.csv", *pool))
    publish, close = (("pay", step, "--month", "2026-03", "--by") for step in ("publish", "close"))
    assert "和平大厅 咨询员 没有工作量记录" in run(*publish, "9001", code=1).stderr
    run("import", "pools", write("rest2.csv", pool[0], "2026-03,和平大厅,咨询员,0.00"))  # 没有工作量，已确认
    assert "不能关账（编制中）" in run(*close, "9002", code=1).stderr
    run(*publish, "9001")
    assert "编制人" in run(*close, "9001", code=1).stderr
    assert "还没有关账" in run("pay", "differences", "--month", "2026-03", code=1).stderr
    run(*close, "9002")
    assert preview(run, post="consultant")["people"][0]["pay"] == "0.00"
    differences = ("pay", "differences", "--month", "2026-03", "--json")
    assert json.loads(run(*differences).stdout) == []
    late = ("日期,工号,卡", "2026-03-20,1003,耐心", "2026-03-21,1003,耐心")
    run("import", "cards", write("late.csv", *late))
    found = json.loads(run(*differences).stdout)
    assert [(each["number"], each["closed"], each["difference"]) for each in found] == [
        ("1001", "4099.01", "-135.82"),
        ("1002", "3881.19", "-159.78"),
        ("1003", "2019.80", "295.60"),
    ]
    run("pay", "correct", "--month", "2026-03", "--paid-with", "2026-04", "--by", "9001", "--reason", "两张卡")
    assert json.loads(run(*differences).stdout) == []
    moved = (f"{n},员工{n},和平分公司,南山大厅,3,cashier,staff,2026-04-01" for n in ("1002", "1003"))
    run("import", "staff", write("moved.csv", STAFF_HEAD + ",起始日期", *moved))
    april = (f"2026-04-02,{number},燃气费收取,100" for number in ("1001", "1002", "1003"))
    run("import", "workload", write("april.csv", "日期,工号,业务,笔数", *april))
    pools = ("月份,大厅,岗位,金额", "2026-04,和平大厅,购气员,1000", "2026-04,南山大厅,购气员,1200")
    run("import", "pools", write("p4.csv", *pools))
    found = [preview(run, hall, of="2026-04") for hall in ("和平大厅", "南山大厅")]
    gains = {each["number"]: (each["pay"], each["correction"]) for sheet in found for each in sheet["people"]}
    assert gains["1003"][1] == "295.60"
    assert gains["1001"] == ("1000.00", "-135.82")
    assert (gains["1002"][1], gains["1009"][1]) == (
        f"{-(Decimal(gains['1002'][0]) / 5).quantize(Decimal('0.01'), ROUND_DOWN)}",
        "0.00",
    )


def test_example_9_a_cap_of_one_and_a_half_equal_shares(run, write):
    """9,000.00 over 800/150/50: 7,200.00 would be the first's; at most 4,500.00, the rest in proportion 3 : 1."""
    people = (f"{number},员工{number},和平分公司,和平大厅,1,cashier,staff" for number in (1001, 1002, 1003))
    run("import", "staff", write("s.csv", STAFF_HEAD, *people))
    run("publish", "policy", write("cap.toml", "[performance]", "cap = 1.5"))
    work = ("2026-03-02,1001,燃气费收取,800", "2026-03-02,1002,燃气费收取,150", "2026-03-02,1003,燃气费收取,50")
    run("import", "workload", write("w.csv", "日期,工号,业务,笔数", *work))
    run("import", "pools", write("p.csv", "月份,大厅,岗位,金额", "2026-03,和平大厅,购气员,9000"))
    found = preview(run)
    assert pay(found) == {"1001": "4500.00", "1002": "3375.00", "1003": "1125.00"}
    for each in found["people"]:
        assert Decimal(each["workload_part"]) + Decimal(each["service_part"]) == Decimal(each["pay"])
