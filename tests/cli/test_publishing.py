"""`publish`: small files that would have stopped a hall are refused in words, and an unchanged one makes no version."""

import pytest

from shared.reference import views

HOLIDAY_WORKED = ("[years.2027]", "holidays = [2027-01-01]", "makeup = [2027-01-01]")
MONDAY_MADE_UP = ("[years.2027]", "holidays = [2027-01-02]", "makeup = [2027-01-04]")


@pytest.mark.parametrize(
    ("name", "lines", "chinese", "english"),
    [
        ("policy", ("[inquiries]", "general_target = -1", "general_limit = 0"), "一般事项目标", "General: target"),
        ("policy", ("[cards]", "sentence_limit = -5"), "整数，1 至 2000（字）", "a whole number from 1 to 2000"),
        ("policy", ("[cards]", "daily_history_days = 0"), "参考本人最近", "History considered"),
        ("policy", ("[inquiries]", "general_target = 3"), "目标不能晚于最迟", "must not be after the general limit"),
        ("policy", ("[counter]", "lock_after_seconds = 0"), "无人操作锁屏", "Lock when unused"),
        ("policy", ("[pins]", "digits = 0"), "密码位数", "PIN length"),
        ("policy", ("[pins]", "digit = 6"), "pins.digit", "pins.digit"),
        ("policy", (), "没有任何内容", "is empty"),
        ("calendar", HOLIDAY_WORKED, "2027 年 1月1日（周五） 不能既放假又补班", "Fri 1 Jan 2027 cannot be both"),
        ("calendar", MONDAY_MADE_UP, "2027 年 1月4日（周一） 本来就上班", "Mon 4 Jan 2027 is a working day anyway"),
        ("calendar", ("[years.2027]", "holidays = [2028-01-01]", "makeup = []"), "2028", "2028"),
        ("calendar", (), "没有任何内容", "is empty"),
    ],
)
def test_a_wrong_document_is_refused_in_words(run, write, journal, name, lines, chinese, english):
    run("init")
    file = write("wrong.toml", *lines)
    assert chinese in run("--lang", "zh", "publish", name, file, code=1).stderr
    assert english in run("--lang", "en", "publish", name, file, code=1).stderr
    with journal() as store:
        assert views.last_version(store, name) == 0


def test_an_unchanged_document_makes_no_version(run, write, journal):
    run("init")
    file = write("p.toml", "[pauses]", "per_day = 3")
    assert "第 2 版已发布" in run("publish", "policy", file).stdout
    assert "仍是第 2 版" in run("publish", "policy", file).stdout
    assert "仍是第 1 版" in run("publish", "calendar").stdout
    with journal() as store:
        assert views.last_version(store, "policy") == 2


def test_the_document_that_is_shipped_can_be_published_as_it_is(run, journal):
    import resources

    run("init")
    assert "仍是第 1 版" in run("publish", "policy", resources.FOLDER / "policy.toml").stdout
