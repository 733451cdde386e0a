"""`warm-window` as a person or a script uses it: files in, figures out, exit codes, both languages."""

import json
import os
import random
import re
import subprocess
import sys
from datetime import date, timedelta

import pytest
from click.testing import CliRunner

from shared import config
from shared.cli.group import commands
from shared.cli.words import _FILE_REFUSALS, _SENTENCES
from shared.device import opened
from shared.journal.enrolment import Enrolment, join
from shared.people import views as people
from shared.people.actions import sign_in
from shared.practice.cards.facts import P
from tests.builders import MORNING

TOTALS_2014 = {"polite": 271, "patient": 281, "positive": 263, "passionate": 311, "professional": 230}
CHINESE = {"polite": "礼貌", "patient": "耐心", "positive": "积极", "passionate": "热情", "professional": "专业"}
STAFF_HEAD = "number,name,branch,hall,window,post,role"


@pytest.fixture
def run(tmp_path, monkeypatch, qapp):
    """Run one command on a folder of its own; fails on a traceback."""
    for name in ("LC_ALL", "LC_MESSAGES", config.DATA):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.chdir(tmp_path)

    def run(*words, code=0):
        result = CliRunner().invoke(commands, ["--data", str(tmp_path / "data"), *map(str, words)])
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert result.exit_code == code, result.output
        return result

    return run


@pytest.fixture
def write(tmp_path):
    def write(name, *lines, encoding="utf-8"):
        file = tmp_path / name
        file.write_bytes("\r\n".join(lines).encode(encoding))
        return file

    return write


def staff_lines(count=80):
    return [STAFF_HEAD, *(f"{1000 + i},员工{i},和平分公司,和平大厅,{i},cashier,staff" for i in range(1, count + 1))]


def cards_of_2014():
    """(day, staff, p): 10 people reach bronze; one has 26 cards of two P only, one has 24 with all five."""
    each = {str(1000 + i): dict.fromkeys(TOTALS_2014, 6) for i in range(1, 11)}
    each["1011"] = {"polite": 13, "passionate": 13}
    each["1012"] = {"polite": 5, "patient": 5, "positive": 5, "passionate": 5, "professional": 4}
    cards = [(staff, p) for staff, by_p in each.items() for p, count in by_p.items() for _ in range(count)]
    rest = [p for p, total in TOTALS_2014.items() for _ in range(total - sum(q == p for _, q in cards))]
    cards += [(str(1013 + place % 68), p) for place, p in enumerate(rest)]
    chance = random.Random(2014)
    dated = [(date(2014, 1, 1) + timedelta(days=chance.randrange(365)), staff, p) for staff, p in cards]
    return sorted(dated)


def report(run, year=2014):
    return json.loads(run("report", "cards", "--year", year, "--json").stdout)


# ---- the figures of 2014 -------------------------------------------------------------------------------------------


def test_the_year_2014_comes_out_exactly_and_a_file_counts_once(run, write):
    cards = cards_of_2014()
    assert len(cards) == 1356
    run("import", "staff", write("staff.csv", *staff_lines()))
    file = write("cards.csv", "date,staff,p", *(f"{day.isoformat()},{staff},{p}" for day, staff, p in cards))
    for added in (1356, 0):
        assert re.search(rf"\b{added} ", run("--lang", "en", "import", "cards", file).stdout.split(",")[1])
        found = report(run)
        assert list(found) == ["year", "staff", "total", "by_p", "promoted", "by_staff"]
        assert (found["year"], found["staff"], found["total"], found["promoted"]) == (2014, 80, 1356, 10)
        assert found["by_p"] == TOTALS_2014
    assert {one["number"] for one in found["by_staff"] if one["level"] == "bronze"} == {
        str(n) for n in range(1001, 1011)
    }
    assert sum(one["total"] for one in found["by_staff"]) == 1356
    assert all(sum(one["by_p"].values()) == one["total"] for one in found["by_staff"])
    assert report(run, 2015)["total"] == 0

    chinese = (f"{day.year}年{day.month}月{day.day}日,{staff},{CHINESE[p]},用户," for day, staff, p in cards)
    run("import", "cards", write("again.csv", "日期,工号,卡,赠卡人,留言", *chinese, encoding="gb18030"))
    assert report(run)["total"] == 1356  # the same cards written the Chinese way
    run("verify")


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


# ---- files ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_staff_list_as_excel_writes_it(run, write, tmp_path, encoding):
    lines = (
        "工号,姓名,分公司,大厅,窗口,岗位,角色",
        "1001,王芳,和平分公司,和平大厅,１,购气员,窗口人员",
        "2001,𠮷野,和平分公司,和平大厅,,购气员,站长（班长）",
    )
    run("import", "staff", write("名单.csv", *lines, "", encoding=encoding))
    with opened(tmp_path / "data", now=MORNING) as store:
        found = people.everyone(store)
        assert [(p.number, p.name, p.window, p.post, p.role) for p in found] == [
            ("2001", "𠮷野", "", "cashier", "supervisor"),
            ("1001", "王芳", "1", "cashier", "staff"),
        ]
        assert store.hall == "和平大厅"  # the only hall of the file is where this device stands
    assert "0" in run("import", "staff", tmp_path / "名单.csv").stdout  # nothing changed the second time


def test_bad_lines_are_named_and_nothing_is_imported(run, write, tmp_path):
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
    with opened(tmp_path / "data", now=MORNING) as store:
        assert people.everyone(store) == ()
        assert store.events() == []
    taken = run("import", "staff", bad, "--skip-bad")
    assert "5" in taken.stderr.splitlines()[-1]
    with opened(tmp_path / "data", now=MORNING) as store:
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
        (b"", "工号"),
        ("工号,姓名".encode("utf-16"), "GB18030"),
        (b"\xff\xfe\xff,\x00", "GB18030"),
    ],
)
def test_a_file_that_is_no_staff_list_is_refused(run, tmp_path, content, word):
    file = tmp_path / "f.csv"
    file.write_bytes(content)
    assert word in run("import", "staff", file, code=1).stderr


# ---- setting up ----------------------------------------------------------------------------------------------------


def test_a_real_hall_is_set_up_and_its_supervisor_signs_in(run, tmp_path):
    said = run(
        *("init", "--hall", "HP", "--name", "和平大厅", "--branch", "和平分公司"),
        *("--supervisor", "2001", "--supervisor-name", "陈静"),
    ).stdout
    pin = re.search(r"2001 陈静 .*?(\d{6})", said).group(1)
    with opened(tmp_path / "data", now=MORNING) as store:
        assert (store.hall, people.hall(store).name) == ("HP", "和平大厅")
        assert sign_in(store, "2001", pin, now=MORNING).role == "supervisor"
    run("init", "--hall", "XX", "--name", "别处", "--branch", "x", code=1)
    run("set-pin", "2001", "--pin", "123456", code=1)
    run("set-pin", "2001", "--pin", "240518")
    run("set-pin", "9999", "--pin", "240518", code=1)
    with opened(tmp_path / "data", now=MORNING) as store:
        assert sign_in(store, "2001", "240518", now=MORNING).number == "2001"


def test_init_alone_makes_the_folder_and_may_be_repeated(run, tmp_path):
    run("init")
    run("init")
    assert (tmp_path / "data" / "journal.db").exists()
    run("init", "--hall", "HP", code=2)


def test_the_demo_hall_is_alive(run, tmp_path):
    said = run("init", "--demo").stdout
    pins = dict(re.findall(r"^(\d{4}) \S+ .*?(\d{6})$", said, re.MULTILINE))
    assert len(pins) == 8
    run("verify")
    with opened(tmp_path / "data", now=MORNING) as store:
        assert len(people.on_duty(store)) == 6
        newest = store.events()[-1].occurred_at
        assert sign_in(store, "2001", pins["2001"], now=newest).name == "赵红梅"
        kinds = {event.kind for event in store.events()}
        at_work = {"card_awarded", "card_reviewed", "pause_started", "pause_ended", "inquiry_opened", "entry_written"}
        assert at_work | {"inquiry_closed", "inquiry_informed", "day_signed"} <= kinds
        day = next(event for event in store.events() if event.kind == "day_signed").body["day"]
    run("init", "--demo", code=1)
    log = json.loads(run("log", "--hall", "和平大厅", "--date", day, "--format", "json").stdout)
    assert (log["day"], log["hall_name"]) == (day, "和平大厅")
    assert sum(log["totals"]["cards"]["customers"].values()) > 5
    assert log["signatures"][0]["intact"] is True


@pytest.mark.parametrize(
    ("form", "start"), [("pdf", b"%PDF-"), ("xlsx", b"PK"), ("json", b"{"), ("text", "当日日志".encode())]
)
def test_the_log_in_every_format(run, tmp_path, form, start):
    run("init", "--hall", "HP", "--name", "和平大厅", "--branch", "和平分公司")
    file = tmp_path / f"log.{form}"
    run("log", "--hall", "和平大厅", "--date", "2026-03-02", "--format", form, "--out", file)
    assert file.read_bytes().startswith(start)
    run("log", "--hall", "nowhere", "--format", "json", code=1)
    run("log", "--date", "soon", "--format", "json", code=2)


def test_photos_are_made_small_enough(run, write, tmp_path):
    from PySide6.QtGui import QColor, QImage

    run("import", "staff", write("s.csv", *staff_lines(1)))
    image = QImage(3000, 2000, QImage.Format.Format_RGB32)
    image.fill(QColor("#aa3311"))
    assert image.save(str(tmp_path / "big.png"))
    run("photo", "1001", tmp_path / "big.png")
    run("photo", "1001", write("not.png", "hello"), code=1)
    run("photo", "9999", tmp_path / "big.png", code=1)
    with opened(tmp_path / "data", now=MORNING) as store:
        photo = QImage.fromData(people.person(store, "1001").photo or b"")
        assert (photo.width(), photo.height()) == (360, 360)


def test_documents_are_published_in_part_and_bad_ones_refused(run, write, tmp_path):
    from shared.reference import views

    run("init")
    run("publish", "policy", write("p.toml", "[pauses]", "per_day = 3"))
    run("publish", "policy", write("bad.toml", "[pauses]", 'per_day = "many"'), code=1)
    run("publish", "policy", write("worse.toml", "[pauses"), code=1)
    run("publish", "calendar", write("c.toml", "[years.2031]", "holidays = [2031-01-01]", "makeup = []"))
    with opened(tmp_path / "data", now=MORNING) as store:
        policy, calendar = views.policy(store), views.calendar(store)
        assert (policy.version, policy.pauses.per_day, policy.pauses.seconds) == (2, 3, 300)
        assert calendar.years[2031].holidays == (date(2031, 1, 1),)
        assert 2026 in calendar.years
    told = json.loads(run("deadline", "--received", "2030-12-31T10:00", "--kind", "general", "--json").stdout)
    assert told == {
        "day": "2030-12-31",
        "target": "2031-01-02",
        "limit": "2031-01-03",
        "inform_by": "2031-01-03",
        "unconfirmed": True,  # 2030 has no official schedule
    }


# ---- deadline ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("received", "kind", "days"),
    [
        ("2024-02-09T16:00", "general", ("2024-02-09", "2024-02-18", "2024-02-19", "2024-02-19")),
        ("2024-02-09T16:31", "general", ("2024-02-18", "2024-02-19", "2024-02-20", "2024-02-20")),
        ("2024-02-09T08:00+00:00", "special", ("2024-02-09", "2024-02-20", "2024-02-22", "2024-02-19")),
    ],
)
def test_deadlines_need_no_data_folder(run, tmp_path, received, kind, days):
    told = json.loads(run("deadline", "--received", received, "--kind", kind, "--json").stdout)
    assert tuple(told[name] for name in ("day", "target", "limit", "inform_by")) == days
    assert told["unconfirmed"] is False
    assert not (tmp_path / "data").exists()
    run("deadline", "--received", "soon", "--kind", kind, code=2)
    run("deadline", "--received", received, "--kind", "urgent", code=2)


# ---- language, consoles, codes -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("environment", "english"),
    [
        ({}, False),
        ({"LANG": "zh_CN.UTF-8"}, False),
        ({"LANG": "en_US.UTF-8"}, True),
        ({"LANG": "en_GB", "LC_ALL": "zh_CN"}, False),
        ({"LANG": "zh_CN", "LC_ALL": "en_US"}, True),
    ],
)
def test_chinese_first_english_where_the_system_says_so(run, monkeypatch, environment, english):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("There is no data" in run("verify", code=1).stderr) is english
    assert "还没有数据" in run("--lang", "zh", "verify", code=1).stderr


def test_every_sentence_has_both_languages_and_the_same_blanks():
    for name, (chinese, english) in {**_SENTENCES, **_FILE_REFUSALS}.items():
        assert re.search(r"[\u4e00-\u9fff]", chinese) or name == "doctor_sqlite", name
        assert not re.search(r"[\u4e00-\u9fff]", english), name
        assert set(re.findall(r"{\w+}", chinese)) == set(re.findall(r"{\w+}", english)), name


def test_a_narrow_console_gets_its_answer_and_json_stays_utf8(tmp_path):
    """As on a Windows machine whose console cannot write Chinese."""
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LANG": "C", "LC_ALL": "C"}

    def call(*words):
        command = [sys.executable, "-m", "shared.cli", "--data", str(tmp_path), *words]
        return subprocess.run(command, env=environment, capture_output=True, timeout=60)

    (tmp_path / "s.csv").write_text("\n".join(staff_lines(1)), "utf-8")
    (tmp_path / "c.csv").write_text("date,staff,p\n2014-03-05,1001,polite\n", "utf-8")
    assert call("import", "staff", str(tmp_path / "s.csv")).returncode == 0
    assert call("import", "cards", str(tmp_path / "c.csv")).returncode == 0
    done = call("report", "cards", "--year", "2014", "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout.decode("utf-8"))["by_staff"][0]["name"] == "员工1"
    assert "员工1".encode() in done.stdout
    assert call("report", "cards", "--year", "2014").returncode == 0


@pytest.mark.parametrize(
    "words", [["nonsense"], ["import"], ["report", "cards"], ["import", "cards", "no-such-file.csv"]]
)
def test_wrong_usage_is_exit_code_2(run, words):
    run(*words, code=2)


def test_help_names_every_command_and_loads_them_all(run):
    listed = run("--help").stdout
    for name in ("init", "import", "report", "deadline", "log", "verify", "doctor", "backup", "restore", "set-pin"):
        assert name in listed
        run(name, "--help")


def test_doctor_tells_a_sound_device_from_a_damaged_file(run, tmp_path):
    run("init", "--hall", "HP", "--name", "和平大厅", "--branch", "和平分公司")
    found = json.loads(run("doctor", "--json").stdout)
    states = {check["name"]: check["state"] for check in found["checks"]}
    assert found["ok"] is True
    assert states["journal"] == states["backups"] == "ok"
    journal = tmp_path / "data" / "journal.db"
    before = journal.read_bytes()
    damaged = before[:8192] + b"\x55" * 8192 + before[16384:]
    journal.write_bytes(damaged)
    found = json.loads(run("doctor", "--json", code=1).stdout)
    assert [check["name"] for check in found["checks"] if check["state"] == "bad"] == ["journal"]
    assert journal.read_bytes() == damaged  # it looks, it does not touch


def test_doctor_tells_what_is_owed_to_the_hub(run, tmp_path):
    run("init", "--hall", "HP", "--name", "和平大厅", "--branch", "和平分公司")
    assert "hub" not in run("doctor", "--json").stdout
    with opened(tmp_path / "data", now=MORNING) as store:
        join(store, Enrolment(host="h", port=5432, database="d", login="l", name="n", kind="counter", hall="HP"))
    found = json.loads(run("doctor", "--json").stdout)["checks"]
    (hub,) = [check for check in found if check["name"] == "hub"]
    assert hub["value"].startswith("h:5432, 1, ")
    assert hub["state"] == "ok"  # it happened just now


def test_settings_survive_and_unknown_ones_are_kept(tmp_path):
    (tmp_path / config.FILE).write_text('{"future": 1, "screens": {"language": "en", "hologram": 2}}')
    device = config.load(tmp_path)
    assert device.screens.language == "en"
    config.save(tmp_path, config.Device(screens=config.Screens(senior=True)))
    assert config.load(tmp_path).screens.senior is True
    kept = json.loads((tmp_path / config.FILE).read_text())
    assert (kept["future"], kept["screens"]["hologram"]) == (1, 2)


def test_the_data_folder_is_the_one_named_first(monkeypatch, tmp_path):
    monkeypatch.setenv(config.DATA, str(tmp_path / "env"))
    assert config.data_folder("given").name == "given"
    assert config.data_folder() == tmp_path / "env"
    monkeypatch.delenv(config.DATA)
    assert config.data_folder().name == "warm-window"


def test_the_five_p_are_those_of_the_code():
    assert set(TOTALS_2014) == {p.value for p in P}
