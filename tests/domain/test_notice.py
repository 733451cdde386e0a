"""The yearly notice of holidays: read as it is worded; whatever contradicts itself or the calendar is found."""

from datetime import date, timedelta

import pytest

from shared.domain import holiday_notice, wording
from shared.domain.holiday_notice import HolidayNotice
from shared.domain.refusal import Refusal
from shared.domain.workdays import Calendar, Year, seed
from tests.domain.notices import N2026, NOTICES

wording.register(holiday_notice.REFUSALS)


def found(text: str) -> HolidayNotice:
    read = holiday_notice.read(text)
    assert isinstance(read, HolidayNotice)
    return read


def codes(text: str) -> list[str]:
    return [fault.code for fault in found(text).faults]


@pytest.mark.parametrize("year", NOTICES)
def test_a_notice_gives_the_year_of_the_official_table(year: int) -> None:
    official = seed()
    read = found(NOTICES[year])
    assert (read.year, read.faults) == (year, [])
    assert set(read.years(official)) == {year}
    mine = Calendar(version=2, years=read.years(official))
    days = (date(year, 1, 1) + timedelta(days=n) for n in range(366))
    assert [day for day in days if mine.is_workday(day) != official.is_workday(day) and day.year == year] == []


@pytest.mark.parametrize(("year", "worked"), [(2014, 250), (2026, 248)])
def test_how_many_working_days_a_year_has(year: int, worked: int) -> None:
    calendar = Calendar(version=2, years=found(NOTICES[year]).years(seed()))
    days = (date(year, 1, 1) + timedelta(days=n) for n in range(366))
    assert sum(calendar.is_workday(day) for day in days if day.year == year) == worked


@pytest.mark.parametrize(
    ("right", "wrong", "code", "said"),
    [
        ("共9天", "共8天", "notice_count", "写共8天，实际是 9 天"),
        ("5月9日（周六）", "5月9日（周日）", "notice_weekday", "5月9日（周六），通知写的是周日"),
        ("5月9日（周六）", "5月8日（周五）", "notice_worked", "5月8日（周五）本来就上班"),
        ("5月9日（周六）", "5月3日（周日）", "notice_both", "5月3日（周日）已在放假"),
        ("6月19日（周五）至21日（周日）", "6月21日（周日）至19日（周五）", "notice_reversed", "在6月19日（周五）之后"),
        ("9月25日（周五）", "2027年9月25日（周五）", "notice_year", "写的是 2027 年，通知是 2026 年的"),
        ("9月20日（周日）", "9月31日（周日）", "notice_no_day", "9月31日 不是日期"),
        ("五、端午节：", "五、龙舟节：", "notice_missing", "没有找到端午节"),
        ("2月14日（周六）、2月28日（周六）上班", "2月14日（周六）、2月28日（周六）上斑", "notice_unread", "看不懂"),
        ("2月14日（周六）、", "2月14（周六）、", "notice_unread", "2月14(周六)"),  # was passed over: a day less worked
        ("10月1日（周四）", "1月1日（周四）", "notice_fixed", "国庆节没有放10月1日（周四）的假"),
        ("10月10日（周六）", "1月10日（周六）", "notice_far", "1月10日（周六）离假期太远"),
        ("4月4日（周六）至6日（周一）放假，共3天", "（另行通知）", "notice_unread", "看不懂“清明节:(另行通知)"),
    ],
)
def test_a_planted_error_is_found_and_named_with_its_sentence(right: str, wrong: str, code: str, said: str) -> None:
    assert right in N2026
    faults = found(N2026.replace(right, wrong)).faults
    assert code in [fault.code for fault in faults]
    assert said in " ".join(map(wording.refusal, faults))


@pytest.mark.parametrize(
    ("text", "year", "code"),
    [
        ("一、元旦：1月1日放假1天。", None, "notice_no_year"),
        ("国务院办公厅关于2026年部分节假日安排的通知", None, "notice_empty"),
        (N2026, 2027, "notice_other_year"),
    ],
)
def test_a_text_that_is_no_notice_of_the_year_is_refused(text: str, year: int | None, code: str) -> None:
    answer = holiday_notice.read(text, year)
    assert isinstance(answer, Refusal)
    assert answer.code == code


def test_pasted_with_half_width_signs_blanks_and_no_line_breaks_it_reads_the_same() -> None:
    spelt = N2026.replace("（", " (").replace("）", ") ").replace("，", ", ").replace("：", ":")
    one_line = spelt.split("通知如下。")[0] + "通知如下。" + spelt.split("通知如下。")[1].replace("\n", "")
    assert found(spelt).years(seed()) == found(one_line).years(seed()) == found(N2026).years(seed())


def test_a_line_break_or_a_lost_character_anywhere_changes_no_day_silently() -> None:
    """A PDF breaks lines within a date; of 430 places 239 stopped the notice, and two changed a day without a word."""
    right, official = found(N2026).years(seed()), seed()
    broken = [N2026[:at] + "\n" + N2026[at:] for at in range(len(N2026))]
    lost = [N2026[:at] + N2026[at + 1 :] for at in range(len(N2026))]
    for text in (*broken, *lost):
        read = holiday_notice.read(text)
        assert isinstance(read, Refusal) or read.faults or read.years(official) == right
    stopped = [text for text in broken if isinstance(read := holiday_notice.read(text), Refusal) or read.faults]
    assert len(stopped) < 5


def test_a_new_year_that_begins_in_december_adds_its_days_to_the_year_before() -> None:
    text = N2026.replace("2026年", "2023年").replace(
        "1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班",
        "2022年12月31日（周六）至2023年1月2日（周一）放假调休，共3天",
    )
    known = Calendar(version=1, years={2022: Year((date(2022, 10, 3),), ())})
    years = found(text).years(known)
    assert years[2022].holidays == (date(2022, 10, 3), date(2022, 12, 31))
    assert years[2023].holidays[:2] == (date(2023, 1, 1), date(2023, 1, 2))
