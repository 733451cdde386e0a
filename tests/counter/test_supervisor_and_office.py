"""The supervisor's day, its exports and the roster; the office's year and policy."""

from datetime import date
from pathlib import Path

import openpyxl
from PySide6.QtCore import Qt

from counter.supervisor.day import SECTION_TABS
from shared.daily_log import views as log
from shared.domain.refusal import Refusal
from shared.people import views as people
from shared.people.actions import sign_in
from shared.practice.cards import actions as cards
from shared.practice.cards.facts import Giver, P
from shared.practice.cards.importing import import_cards
from shared.practice.cards.paper_cards import PaperCard
from shared.practice.inquiries import actions as inquiries
from shared.practice.inquiries import views as tickets
from shared.practice.inquiries.facts import Kind
from shared.practice.pauses import actions as pauses
from shared.practice.pauses.policy import PausesPolicy
from shared.reference.views import policy
from tests.counter import listener
from tests.counter.conftest import CTRL, Counter
from tests.support.builders import HALL, MONDAY, actor, at, attested

TAB = Qt.Key.Key_Tab


def test_the_day_shows_every_fact_and_is_signed_by_keyboard(counter: Counter) -> None:
    cards.award(counter.store, "1001", P.POLITE, now=at("09:30"))
    page = counter.signs_in_at("2001", "day")
    counter.reads("尚未签字")
    counter.waits(lambda: page.table.section.name == "lines", "the record")
    lines = page.table.section
    assert len(lines.rows) == len(log.day(counter.store, HALL, MONDAY, now=counter.times.start).lines)
    assert any("王芳(1001)收到一张礼貌卡" in str(cell) for row in lines.rows for cell in row)
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.dialog()
    counter.types("all well")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("10:30 已签字")
    signature = log.day(counter.store, HALL, MONDAY, now=counter.times.start).signature
    assert signature is not None
    assert (signature.by, signature.note, signature.intact) == ("陈静(2001)", "all well", True)


def test_facts_after_the_signature_are_shown_as_late(counter: Counter) -> None:
    page = counter.signs_in_at("2001", "day")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.dialog()
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("已签字")
    cards.award(counter.store, "1001", P.POLITE, now=counter.times.start)
    counter.reads("签字后又有")
    counter.waits(lambda: page.tabs.isTabVisible(SECTION_TABS.index("late")), "its own tab")


def test_the_day_is_exported_unless_the_folder_cannot_be_written(counter: Counter, tmp_path: Path) -> None:
    counter.signs_in_at("2001", "day")
    for kind in ("pdf", "xlsx"):
        counter.presses(Qt.Key.Key_S, CTRL)
        dialog = counter.dialog()
        dialog.fields["format"].setCurrentIndex(["pdf", "xlsx"].index(kind))
        dialog.fields["folder"].choose(tmp_path / "out")
        counter.presses(Qt.Key.Key_Return, CTRL)
        counter.waits(lambda kind=kind: list((tmp_path / "out").glob(f"*.{kind}")), f"a file of {kind}")
        counter.reads(f".{kind}")
    [pdf], [book] = (list((tmp_path / "out").glob(f"*.{kind}")) for kind in ("pdf", "xlsx"))
    assert pdf.read_bytes().startswith(b"%PDF")
    assert openpyxl.load_workbook(book).sheetnames
    (tmp_path / "file").write_text("")
    counter.closes()
    counter.presses(Qt.Key.Key_S, CTRL)
    dialog = counter.dialog()
    dialog.fields["folder"].choose(tmp_path / "file" / "below")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("无法写入")
    assert dialog.isVisible()


def test_consent_to_a_special_inquiry_moves_its_limit(counter: Counter) -> None:
    opened = inquiries.open_inquiry(
        counter.store, actor("1001"), text="改管", special_grounds="需勘查", now=counter.times.start
    )
    assert not isinstance(opened, Refusal)
    counter.signs_in_at("2001", "consent")
    counter.reads("需勘查")
    counter.reads("答复目标 3月3日（周二） → 3月5日（周四）；最迟答复 3月4日（周三） → 3月9日（周一）")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.dialog()
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("按特殊事项办理。")
    page = tickets.page(counter.store, opened.id, counter.times.start)
    assert page is not None
    assert (page.ticket.kind, page.ticket.limit) == (Kind.SPECIAL, date(2026, 3, 9))


def test_the_roster_puts_people_on_and_off_duty_and_resets_a_pin(counter: Counter) -> None:
    page = counter.signs_in_at("2001", "roster")
    counter.types("1003")
    counter.waits(lambda: page.table.current() and page.table.current().person.number == "1003", "张伟")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("张伟 已离岗")
    assert "1003" not in [person.number for person in people.on_duty(counter.store, HALL, now=counter.times.start)]
    counter.presses(Qt.Key.Key_R, CTRL)
    counter.dialog()
    counter.reads("新密码要 6 位数字")
    counter.types("734512")
    counter.presses(TAB)
    counter.types("734513")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("两次输入的不一样")
    counter.presses(Qt.Key.Key_Backspace)
    counter.types("2")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("新密码已生效")
    assert not isinstance(sign_in(counter.store, "1003", "734512", now=counter.times.start), Refusal)


def test_the_year_counts_customers_and_staff_apart(counter: Counter) -> None:
    paper = [PaperCard(date(2026, 1, 5), "1001", P.POLITE, Giver.CUSTOMER, str(n)) for n in range(7)]
    paper += [PaperCard(date(2026, 1, 6), "1002", P.PATIENT, Giver.COLLEAGUE, "")]
    import_cards(counter.store, paper, now=counter.times.start)
    page = counter.signs_in_at("9001", "report")
    counter.reads("7 张 · 1 人 · 晋级 0 人")
    counter.reads("员工互赠 1 张")
    counter.presses(Qt.Key.Key_Down)
    counter.reads("0 张 · 0 人")
    assert page.year.value() == 2025


def test_a_chart_read_as_figures_had_a_column_without_a_heading(counter: Counter) -> None:
    page = counter.signs_in_at("9001", "report")
    page.panel.switch.click()
    for place in range(page.tabs.count()):
        page.tabs.setCurrentIndex(place)
        assert list(listener.problems(page.panel)) == []


def test_the_office_publishes_a_policy_and_a_malformed_value_is_not_taken(counter: Counter) -> None:
    page = counter.signs_in_at("9001", "policy")
    page.table.select(("cards", "favourite_share"))
    counter.presses(Qt.Key.Key_M, CTRL)
    dialog = counter.dialog()
    dialog.fields["value"].setText("half")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("应为：数，0 至 1（比例）")
    dialog.fields["value"].setText("-1")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("不能是 -1")
    dialog.fields["value"].setText("0.25")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.closes()
    page.table.select(("pauses", "waiting_limit"))
    counter.presses(Qt.Key.Key_M, CTRL)
    counter.dialog().fields["value"].setValue(6)
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.waits(lambda: not page.show_effect.why, "a change to try")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.waits(lambda: not page.preview.publish.why, "what it would change")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.dialog()
    counter.reads("5 → 6")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("第 2 版已发布")
    assert (policy(counter.store).version, policy(counter.store)[PausesPolicy].waiting_limit) == (2, 6)


def test_the_navigation_counts_what_waits(counter: Counter) -> None:
    for _ in range(2):
        cards.award(counter.store, "1001", P.POLITE, now=at("09:30"))
    inquiries.open_inquiry(counter.store, actor("1001"), text="改管", special_grounds="需勘查", now=at("09:40"))
    begun = pauses.request(counter.store, actor("1002"), waiting=attested(0, at("10:20")), now=at("10:20"))
    assert not isinstance(begun, Refusal)
    counter.signs_in("2001")
    for entry in ("当日日志 1", "待复核5P卡 1", "特殊事项 1"):
        counter.reads(entry)
    pauses.end(counter.store, actor("1002"), begun.pause, None, now=counter.times.start)
    counter.waits(lambda: "当日日志" in counter.sees(), "nobody away too long")


def test_a_suspect_card_is_shown_with_what_makes_it_so(counter: Counter) -> None:
    for moment in ("09:30:00", "09:30:42"):
        cards.award(counter.store, "1001", P.POLITE, now=at(moment))
    cards.award(counter.store, "1002", P.POLITE, now=at("09:30:50"))  # neither the same person nor a burst
    page = counter.signs_in_at("2001", "flagged")
    counter.waits(lambda: page.siblings.rows.rows, "the card before")
    columns = range(page.siblings.rows.columnCount())
    assert [page.siblings.rows.cell(0, column).text for column in columns][:4] == ["早 0:42", "09:30", "王芳", "礼貌"]
    assert page.siblings.rows.rowCount() == 1
    counter.reads(f"设备 {counter.store.station[:6]}")
