"""The worked examples of a year of team assessment (practices.en.md §9), brought in and read as an outsider would."""

import json
from decimal import Decimal
from fractions import Fraction

import pytest

from tests.cli.files import STAFF_HEAD
from tests.cli.test_assess import HEAD, ITEMS, OFFICE, board, hall, staff

MONTHS = range(1, 7)


def items(env, service, n=0, months=MONTHS, visit="明查", day=10):
    """Whole items of one hall, by month in turn."""
    return [
        f"2026-{month:02}-{day},{hall(n)},{visit},{item},{scores[place % len(scores)]},"
        for place, month in enumerate(months)
        for item, scores in zip(ITEMS, (env, service), strict=True)
    ]


@pytest.fixture
def bring(run, write):
    def bring(halls, lines, sales="100%"):
        run("import", "staff", write("s.csv", *staff(halls), *OFFICE), "--make-halls")
        run("import", "inspections", write("i.csv", HEAD, *lines))
        branches = ("东区", "西区")[:halls]
        run("import", "sales", write("sales.csv", "年份,分公司,完成率", *(f"2026,{name},{sales}" for name in branches)))

    return bring


def by_hand(run, n, part, value, code=0):
    given = ("--unit", hall(n), "--part", part, "--value", value, "--reason", "核对后确认", "--by", "9001")
    return run("assess", "set", "--year", 2026, *given, code=code)


def verdicts(run, write, counts, code=0):
    lines = [
        f"{n}-{k},2026-05-0{1 + k},{hall(n)},,属实,录音属实" for n, count in enumerate(counts) for k in range(count)
    ]
    return run("import", "verdicts", write("v.csv", "编号,日期,大厅,工号,结论,理由", *lines), code=code)


def test_example_1_too_few_lines_that_apply_say_nothing(run, bring):
    """4 and 3 with three 不适用: 8/20 = 40 % of the points, below 60 %."""
    lines = [
        f"2026-{month:02}-10,{hall(0)},明查,{line},{score},{reason}"
        for month in MONTHS
        for line, score, reason in (
            ("标识", 4, ""),
            ("卫生", 3, ""),
            ("座椅", "不适用", "改造"),
            ("公示", "N/A", "改造"),
            ("无障碍", "", "改造"),
            ("服务", 20, ""),
        )
    ]
    bring(1, lines)
    unit = board(run)["units"][0]
    assert (unit["environment"], unit["service_quality"], unit["rank"]) == ("0.00", "20.00", None)


def test_example_2_five_parts(run, bring):
    """(18.50 + 17.25 + 18.00)/3 = 17.91666…, (16.25 + 17.00 + 16.75)/3 = 16.66666…; 17.20 + 16.40 + 15.00."""
    bring(1, items(("18.50", "17.25", "18.00"), ("16.25", "17.00", "16.75")))
    for part, value in (("compliance", "17.20"), ("ability", "16.40"), ("workload", "15.00")):
        by_hand(run, 0, part, value)
    assert "20" in by_hand(run, 0, "ability", "20.01", code=1).stderr
    unit = board(run)["units"][0]
    assert unit["total"] == "83.18"  # exact 83.18333…
    assert [unit[part] for part in ("environment", "service_quality", "compliance", "ability", "workload")] == [
        *("17.92", "16.67", "17.20", "16.40", "15.00")
    ]


def test_open_and_covert_count_alike_however_many_there_are(run, bring):
    """Open 20, 18 and covert 10: (19 + 10)/2, not the mean of three."""
    lines = [
        *items(("20",), ("20",), day=10),
        *items(("18",), ("20",), day=12),
        *items(("10",), ("20",), day=14, visit="暗访"),
    ]
    bring(1, lines)
    assert board(run)["units"][0]["environment"] == "14.50"


@pytest.mark.parametrize(
    ("counts", "out"),
    [
        ((2, 1, *[0] * 8), {0, 1}),  # the naive third largest is 0 and removes all ten
        ((5, 3, 2, 2, 1, *[0] * 5), {0, 1}),  # n = 3, cut 2, ties out
        ((1, 1, 1, 1, 1, *[0] * 5), set()),  # five of ten at one each: in doubt for the team
        ((3, 1, 0, 0), {0}),  # n = ⌊1.2⌋ = 1
        ((1, 0, 0), set()),  # n = ⌊0.9⌋ = 0: nobody
    ],
)
def test_example_4_who_is_out(run, write, bring, counts, out):
    bring(len(counts), [line for n in range(len(counts)) for line in items((20 - n,), (18,), n)])
    verdicts(run, write, counts)
    units = board(run)["units"]
    assert {unit["unit"] for unit in units if unit["disqualified"]} == {hall(n) for n in out}
    assert {unit["unit"]: unit["complaints"] for unit in units} == {hall(n): each for n, each in enumerate(counts)}
    rewarded = [n for n in range(len(counts)) if n not in out][: -(-3 * len(counts) // 10)]
    assert {unit["unit"] for unit in units if unit["rewarded"]} == {hall(n) for n in rewarded}  # next moves up


@pytest.mark.parametrize(
    ("base", "sales", "reward"),
    [
        ("6000", "96.37%", "5782.20"),
        ("6000", "125.3%", "7200.00"),  # 120 % at most
        ("5000", "96.375%", "4818.75"),
        ("5000", "0", "0.00"),
    ],
)
def test_example_5_a_reward_by_sales(run, write, bring, base, sales, reward):
    run("init", "--hall", hall(0), "--name", hall(0), "--branch", "东区")
    run("publish", "policy", write("p.toml", "[assessment]", f"reward_base = {base}00"))
    bring(1, items((18,), (18,)), sales)
    assert board(run)["units"][0]["reward"] == reward


def test_example_7_ability_goes_by_what_there_is(run, write, bring):
    """The contest alone: 78 % × 20; nothing in any unit: 0 for all."""
    bring(2, [*items((18,), (18,)), *items((18,), (18,), 1)])
    assert [unit["ability"] for unit in board(run)["units"]] == ["0.00", "0.00"]
    run("import", "contests", write("c.csv", "年份,单位,成绩", f"2026,{hall(0)},78%", f"2026,{hall(1)},0"))
    assert {unit["unit"]: unit["ability"] for unit in board(run)["units"]} == {hall(0): "15.60", hall(1): "0.00"}


def test_workload_against_the_upper_quarter_of_units(run, write, bring):
    """Points a staff-day 100, 60, 40, 20: the 75th percentile lies at 70; with three units the best is the measure."""
    bring(4, [line for n in range(4) for line in items((18,), (18,), n)])
    served = enumerate((100, 60, 40, 20))
    work = [f"2026-03-0{day},{1000 + n},燃气费收取,{each}" for n, each in served for day in (2, 3)]
    run("import", "workload", write("w.csv", "日期,工号,业务,笔数", *work))
    found = {unit["unit"]: unit["workload"] for unit in board(run)["units"]}
    assert found == {hall(0): "20.00", hall(1): "17.14", hall(2): "11.43", hall(3): "5.71"}


def test_places_follow_the_exact_score(run, bring):
    """17.9166… before 17.91 though both end in two decimals."""
    bring(2, [*items(("18.50", "17.25", "18.00"), (18,)), *items(("17.91",), (18,), 1)])
    assert [(unit["unit"], unit["rank"]) for unit in board(run)["units"]] == [(hall(0), 1), (hall(1), 2)]


def test_a_visit_that_is_entered_with_other_points_is_refused(run, write, bring):
    """It counted twice: the corrected file made a second visit of the same day."""
    bring(1, items((18,), (18,)))
    again = write("again.csv", HEAD, f"2026-01-10,{hall(0)},明查,环境,20,")
    assert "已锁定，只能申诉" in run("import", "inspections", again, code=1).stderr
    whole = write("whole.csv", HEAD, f"2026-01-10,{hall(0)},明查,环境,18.0,", f"2026-01-10,{hall(0)},明查,微笑,4,")
    assert "新增 1 次检查" in run("import", "inspections", whole).stdout  # what is known already adds nothing
    assert "新增 0 次检查" in run("import", "inspections", whole).stdout
    run("import", "inspections", write("other.csv", HEAD, f"2026-01-11,{hall(0)},明查,环境,20,"))
    assert Decimal(board(run)["units"][0]["environment"]) == Decimal("18.17")  # (19 + 5 × 18)/6


def test_a_register_of_verdicts_enters_once_and_only_before_tickets(run, write, bring, journal):
    bring(1, items((18,), (18,)))
    verdicts(run, write, (2,))
    assert "新增或变动 0 条" in verdicts(run, write, (2,)).stdout
    assert board(run)["units"][0]["complaints"] == 2
    bad = ("编号,日期,大厅,工号,结论,理由", f"9,2026-05-01,{hall(0)},,很坏,x", f"8,2199-01-01,{hall(0)},,属实,x")
    told = run("import", "verdicts", write("bad.csv", *bad), code=1).stderr.splitlines()
    assert [line.split("：")[0] for line in told[:2]] == ["第 2 行", "第 3 行"]
    changed = write("changed.csv", bad[0], f"0-1,2026-05-02,{hall(0)},,不属实,复查")
    run("import", "verdicts", changed)
    assert board(run)["units"][0]["complaints"] == 1


def test_a_year_by_the_sum_needs_the_same_months(run, write, bring):
    bring(2, [*items((18,), (18,)), *items((18,), (18,), 1, months=range(1, 6))])
    run("publish", "policy", write("p.toml", "[assessment]", 'year = "sum"'))
    assert run("assess", "--year", 2026, "--json", code=1).stdout == ""
    run("import", "inspections", write("more.csv", HEAD, *items((18,), (18,), 1, months=(6,))))
    assert board(run)["units"][0]["environment"] == "108.00"


def test_a_branch_is_the_mean_of_its_exact_scores(run, bring):
    """Four units of two branches; by hand 89.88 of 91.25, 88.40, 90.00 in the rules' own test."""
    bring(4, [line for n in range(4) for line in items((Fraction(n + 15).numerator, 16), (18,), n)])
    scores = {unit["unit"]: Decimal(unit["total"]) for unit in board(run)["units"]}
    found = {each["branch"]: Decimal(each["score"]) for each in board(run)["branches"]}
    assert found["东区"] == (scores[hall(0)] + scores[hall(2)]) / 2


def test_a_promotion_is_confirmed_and_certified(run, write, tmp_path):
    people = ("1001,王芳,东区,甲厅,1,cashier,staff", "9001,赵敏,总部,总部,,,office")
    run("import", "staff", write("s.csv", STAFF_HEAD, *people))
    cards = [f"2026-03-{day:02},1001,{p}" for day in range(2, 7) for p in ("礼貌", "耐心", "积极", "热情", "专业")]
    run("import", "cards", write("c.csv", "日期,工号,卡", *cards[:-1]))
    assert json.loads(run("promote", "--json").stdout) == []
    run("import", "cards", write("c.csv", "日期,工号,卡", *cards))
    [standing] = json.loads(run("promote", "--json").stdout)
    assert (standing["total"], standing["reached"], standing["confirmed"], standing["due"]) == (25, "bronze", "", True)
    page = ("print", "certificate", "--staff", "1001", "--out", tmp_path / "c.pdf")
    assert "1001 没有可以打印证书" in run(*page, code=1).stderr
    run("promote", "--staff", "1001")
    assert "没有待确认的晋级" in run("promote", "--staff", "1001", code=1).stderr
    run(*page)
    assert (tmp_path / "c.pdf").read_bytes().startswith(b"%PDF")
    assert run(*page, "--round", 2026, code=1).exit_code == 1
