"""Files as halls really hand them in: each test is named after what went wrong with one."""

import re

import pytest

from shared.people import views as people
from tests.cli.files import report

HEAD = "工号,姓名,分公司,大厅,窗口,岗位,角色"
WANG = "0012,王芳,第一分公司,和平大厅,1,购气员,站长"
LI = "0013,李强,第一分公司,和平大厅,2,购气员,窗口人员"
CARDS = "日期,工号,卡,赠卡人,留言"


@pytest.fixture
def taken(run, write, journal):
    """Import a staff list; the numbers that are on the roster then."""

    def taken(*lines, encoding="utf-8", options=(), code=0):
        run("import", "staff", write("s.csv", *lines, encoding=encoding), *options, code=code)
        with journal() as store:
            return sorted(person.number for person in people.everyone(store))

    return taken


@pytest.mark.parametrize(
    ("lines", "encoding"),
    [
        (("\ufeff\ufeff" + HEAD, WANG, LI), "utf-8"),
        (("\ufeff" + HEAD, WANG, LI), "gb18030"),
        (("和平大厅员工名单,,,,,,", HEAD, WANG, LI), "gb18030"),
        (("和平大厅员工名单", "", "2024年1月", HEAD, WANG, LI), "utf-8"),
        ((HEAD.replace("工号", "工 号").replace("姓名", "姓　　名"), WANG, LI), "gb18030"),
        ((HEAD.replace("工号", "*工号(必填)").replace("姓名", "姓\u200b名："), WANG, LI), "utf-8"),
        (("sep=,", HEAD, WANG, LI), "utf-8"),
        (("sep=;", *(line.replace(",", ";") for line in (HEAD, WANG, LI))), "utf-8"),
        (tuple(line.replace(",", "\t") for line in (HEAD, WANG, LI)), "utf-16"),
        (tuple(line.replace(",", "\t") for line in (HEAD, WANG, LI)), "gb18030"),
        (tuple(line.replace(",", "，") for line in (HEAD, WANG, LI)), "utf-8"),
        ((HEAD, WANG, LI, "合计,2,,,,,"), "utf-8"),
        ((HEAD, WANG, LI, "共 2 人", "制表人：赵敏"), "gb18030"),
        ((HEAD, WANG, HEAD, LI), "utf-8"),  # the heading of the second printed page
        ((HEAD, WANG, LI + "\x1a"), "gb18030"),
        ((HEAD, WANG, LI, "\x1a"), "gb18030"),
        ((HEAD, WANG, LI, "\x1a", ""), "gb18030"),  # a program that ends this line as well
        ((HEAD, WANG, "\u200b,\x1a", LI), "utf-8"),  # a line of marks that nobody sees
        ((HEAD, '="0012"' + WANG[4:], "'" + LI), "utf-8"),  # how one keeps Excel from eating zeros
        ((HEAD + ",,", WANG + ",,", LI + ",,"), "utf-8"),
    ],
)
def test_a_list_is_read_as_it_was_meant(taken, lines, encoding):
    assert taken(*lines, encoding=encoding) == ["0012", "0013"]


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("0014，赵一，第一分公司，和平大厅，3，购气员，窗口人员", "中文逗号"),
        ("0014,赵一,第一分公司,和平大厅,3,购气员,窗口人员,备注", "备注"),
        ("0014,赵一,第一分公司,和平大厅,3,购气员", "角色"),
        ("0014,赵一,第一分公司,和平大厅,3,购气员,经理", "经理"),
        ("0014,赵一,第一分公司,和平大厅,3,保安,窗口人员", "保安"),
    ],
)
def test_a_line_that_is_not_clear_is_named_and_nothing_taken(run, write, tmp_path, line, word):
    told = run("import", "staff", write("s.csv", HEAD, WANG, line), code=1).stderr
    assert re.search(rf"第 3 行：.*{word}", told)
    assert not (tmp_path / "data").exists()


def test_a_quote_that_is_not_closed_swallows_no_lines(run, write):
    told = run(
        "import", "staff", write("s.csv", HEAD, '0012,"王芳,第一分公司,和平大厅,1,购气员,站长', LI), code=1
    ).stderr
    assert "第 2 行" in told


def test_a_heading_with_one_column_twice_is_refused(run, write):
    assert "工号" in run("import", "staff", write("s.csv", HEAD + ",员工编号", WANG + ",9"), code=1).stderr


@pytest.mark.parametrize("word", ["在职", "在岗", "在 职", "ACTIVE", "", "是"])
def test_who_is_at_work_is_on_the_roster(taken, word):
    assert taken(HEAD + ",状态", f"{WANG},{word}") == ["0012"]


@pytest.mark.parametrize("word", ["离职", "已离职", "离 职", "退休", "停用", "Left", "否", "0"])
def test_who_left_is_not_on_the_roster(taken, word):
    assert taken(HEAD + ",状态", f"{WANG},{word}", f"{LI},在职") == ["0013"]
    taken(HEAD, WANG)
    assert taken(HEAD + ",在职状态", f"{WANG},{word}") == ["0013"]


@pytest.mark.parametrize("word", ["休假", "?", "离职中", "2"])
def test_an_unknown_state_is_refused(run, write, word):
    told = run("import", "staff", write("s.csv", HEAD + ",状态", f"{WANG},{word}"), code=1).stderr
    assert re.search(rf"第 2 行：.*{re.escape(word)}", told)


def test_a_staff_number_in_small_letters_is_the_same_person(run, write, taken):
    bad = write("bad.csv", HEAD, WANG.replace("0012", "A001"), WANG.replace("0012", "a001"))
    assert "第 2 行" in run("import", "staff", bad, code=1).stderr.splitlines()[0]
    assert taken(HEAD, WANG.replace("0012", "A001")) == ["A001"]
    assert "0 " in run("--lang", "en", "import", "staff", write("t.csv", HEAD, WANG.replace("0012", "ａ００１"))).stdout
    run("set-pin", "a001", "--pin", "240518")


def test_zeros_that_excel_ate_make_no_second_person(run, write, taken):
    taken(HEAD, WANG, LI)
    told = run("import", "staff", write("lost.csv", HEAD, WANG[2:], LI[2:]), code=1).stderr
    for line, short, whole in ((2, "12", "0012"), (3, "13", "0013")):
        assert re.search(rf"第 {line} 行：.*“{short}”.*“{whole}”", told)
    run("import", "staff", write("lost.csv", HEAD, WANG[2:]), "--distinct", code=1)
    assert taken(HEAD, WANG, LI) == ["0012", "0013"]
    told = run("import", "staff", write("both.csv", HEAD, "0020" + WANG[4:], "20" + WANG[4:]), code=1).stderr
    assert "第 3 行" in told
    assert "第 2 行" in told


def test_zeros_that_were_lost_at_first_can_be_put_right(taken):
    assert taken(HEAD, WANG[2:]) == ["12"]
    assert taken(HEAD + ",状态", f"{WANG},在职", f"{WANG[2:]},离职") == ["0012"]


def test_numbers_that_look_alike_are_asked_about(taken):
    taken(HEAD, WANG)
    other = "12,赵一,第一分公司,和平大厅,3,购气员,窗口人员"
    assert taken(HEAD, other, code=1) == ["0012"]
    assert taken(HEAD, other, options=["--distinct"]) == ["0012", "12"]


def test_one_hall_does_not_become_two_by_its_spelling(run, write, journal):
    run("init", "--hall", "ｈｐ１", "--name", "和平购气大厅（总店） ", "--branch", "第一分公司")
    for spelt in ("和平购气大厅（总店）", "和平购气大厅(总店)", "和平 购气大厅(总店)", "HP1", "ｈp１"):
        run("import", "staff", write("s.csv", HEAD, WANG.replace("和平大厅", spelt)))
    with journal() as store:
        assert [(hall.code, hall.name) for hall in people.halls(store)] == [("HP1", "和平购气大厅(总店)")]
        assert people.person(store, "0012").hall == store.hall == "HP1"
    run("log", "--hall", "hp1", "--format", "json")


def test_an_unknown_hall_is_not_made_by_a_typing_error(run, write, taken):
    taken(HEAD, WANG, LI.replace("和平", "沈河"))
    mistyped = "0014,赵一,第一分公司,和平大庁,3,购气员,窗口人员"
    assert re.search(
        "第 2 行：.*和平大庁.*“和平大厅”", run("import", "staff", write("s.csv", HEAD, mistyped), code=1).stderr
    )
    assert taken(HEAD, mistyped, options=["--make-halls"]) == ["0012", "0013", "0014"]


def test_a_known_hall_does_not_change_its_branch_by_a_list_of_people(run, write, taken, journal):
    taken(HEAD, WANG)
    moved = LI.replace("第一分公司", "第二分公司")
    told = run("import", "staff", write("s.csv", HEAD, moved), code=1).stderr
    assert re.search("第 2 行：.*和平大厅.*“第一分公司”.*“第二分公司”.*--move-halls", told)
    assert taken(HEAD, moved, options=["--make-halls"], code=1) == ["0012"]  # nor do its people go to the other one
    assert taken(HEAD + ",状态", f"{WANG.replace('第一', '第二')},离职") == []  # a leaver's branch is no matter
    assert taken(HEAD, WANG, moved, options=["--move-halls"], code=1) == []  # some of it is no move
    assert taken(HEAD, moved, options=["--move-halls"]) == ["0013"]
    with journal() as store:
        assert [hall.branch for hall in people.halls(store)] == ["第二分公司"]
    assert taken(HEAD, moved) == ["0013"]


def test_a_comma_in_a_note_never_cuts_it(run, write, taken):
    taken(HEAD, WANG)
    cards = write("c.csv", CARDS, "2024-1-5,0012,礼貌,用户,态度好,解释得很清楚,谢谢")
    assert re.search("第 2 行：.*解释得很清楚", run("import", "cards", cards, code=1).stderr)
    assert report(run, 2024)["total"] == 0


def test_corrected_notes_are_the_same_cards(run, write, taken):
    taken(HEAD, WANG)
    card = "2024-03-05,0012,热情,用户,"
    run("import", "cards", write("a.csv", CARDS, card + "很好", card, card + "谢谢"))
    corrected = run("import", "cards", write("b.csv", CARDS, card + "谢谢", card + "特别好", card, card + "再来一张"))
    assert report(run, 2024)["total"] == 4
    assert [line.split("：")[0] for line in corrected.stderr.splitlines()] == ["第 3 行"]
    assert (
        "3 known already" in run("--lang", "en", "import", "cards", cards_file(write, "c.csv", card, card, card)).stdout
    )
    run("verify")


def cards_file(write, name, *cards):
    return write(name, CARDS, *cards)


def test_cards_by_any_spelling_of_day_number_and_p(run, write, taken):
    taken(HEAD, WANG.replace("0012", "A012"))
    days = ("20240105", "45296", "2024-01-05 10:30", "2024年1月5日 星期五")
    run("import", "cards", write("c.csv", CARDS, *(f"{day},ａ012,礼 貌,用　户," for day in days), "合计,4,,,"))
    assert report(run, 2024)["by_p"]["polite"] == 4
    told = run(
        "import", "cards", write("d.csv", CARDS, "2024年1月5日 星期四,A012,礼貌,,", "45296,A12,礼貌,,"), code=1
    ).stderr
    assert "第 2 行" in told
    assert re.search("第 3 行：.*A12.*A012", told)


def test_init_that_refuses_a_pin_leaves_nothing(run, tmp_path, journal):
    words = ("init", "--hall", "HP", "--name", "和平大厅", "--branch", "第一分公司", "--supervisor", "sy-001")
    for wrong in (["--pin", "123456"], ["--pin", ""], ["--supervisor", "1 1"]):
        run(*words, *wrong, code=1)
        assert not (tmp_path / "data").exists()
    run(*words, "--pin", "240518")
    with journal() as store:
        assert [person.number for person in people.everyone(store)] == ["SY-001"]


@pytest.mark.parametrize("command", [("init",), ("doctor",), ("report", "cards", "--year", "2024")])
def test_a_data_path_that_is_a_file_is_said_in_words(run, tmp_path, command):
    (tmp_path / "data").write_text("a letter")
    assert "是一个文件" in run(*command, code=1).stderr
    assert (tmp_path / "data").read_text() == "a letter"


def test_a_data_folder_that_cannot_be_made_is_said_in_words(run, write, tmp_path):
    file = write("letter", "x")
    for command in (("init",), ("import", "staff", write("s.csv", HEAD, WANG))):
        told = run("--data", file / "data", *command, code=1).stderr
        assert re.search(r"不能使用 .*letter", told)


def test_a_file_that_cannot_be_written_leaves_the_old_one(run, write, tmp_path, taken):
    taken(HEAD, WANG)
    out = tmp_path / "no" / "log.json"
    assert "无法写入" in run("log", "--format", "json", "--out", out, code=1).stderr
    kept = tmp_path / "log.json"
    run("log", "--format", "json", "--out", kept)
    assert [file.name for file in tmp_path.glob("*.partial")] == []
    assert kept.read_bytes().startswith(b"{")
