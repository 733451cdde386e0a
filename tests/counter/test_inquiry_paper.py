"""What goes with a ticket: the days explained, the customer's slip, what is due said in one sentence, escalation."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt

from counter.kit.preview import Preview
from counter.staff import inquiry_days
from shared.practice.inquiries import views
from shared.reference.views import calendar
from tests.counter.conftest import CTRL, Counter
from tests.counter.tickets import has_opened, shows
from tests.support.builders import at

FEBRUARY = date(2026, 2, 27)  # a Friday; the Saturday after it is worked (调休)


def test_every_day_to_the_limit_is_explained(counter: Counter) -> None:
    ticket = has_opened(counter, received=at("16:45", FEBRUARY))
    whole = views.page(counter.store, ticket, counter.times.start)
    assert whole is not None
    shown = inquiry_days.days(whole, calendar(counter.store))
    assert [(d.day.day, d.count) for d in shown] == [(27, None), (28, 0), (1, None), (2, 1), (3, 2)]
    assert [d.kind for d in shown] == ["工作日", "调休上班", "休息日", "工作日", "工作日"]
    assert [d.meanings for d in shown] == [
        ("受理 16:45",),
        ("从这天算起",),
        (),
        ("答复目标",),
        ("首次告知", "最迟答复"),
    ]


def test_the_explanation_of_the_limit_is_one_key_away(counter: Counter) -> None:
    shows(counter, has_opened(counter, received=at("16:45", FEBRUARY)))
    counter.presses(Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    counter.dialog()
    counter.reads("从下一个工作日算起")
    counter.presses(Qt.Key.Key_Escape)
    counter.closes()


def test_the_customers_slip_is_written_by_keyboard(counter: Counter, tmp_path: Path) -> None:
    ticket = has_opened(counter, received=at("09:00"))
    shows(counter, ticket)
    counter.presses(Qt.Key.Key_P, CTRL)
    preview = counter.dialog().findChild(Preview)
    assert (preview.pages, preview.sheet.paper.toTuple()) == (1, (302.0, 453.0)), "80 by 120 mm"
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.waits(lambda: "这台电脑没有打印机" in counter.dialog().notice.text, "the PDF way")
    counter.presses(Qt.Key.Key_S, CTRL)
    counter.waits(lambda: "folder" in counter.dialog().fields, "where to")
    counter.dialog().fields["folder"].choose(tmp_path / "slips")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("已导出：")
    [file] = (tmp_path / "slips").glob("*.pdf")
    assert file.read_bytes().startswith(b"%PDF")
    number = views.page(counter.store, ticket, counter.times.start).ticket.number
    assert file.stem == number


def test_what_is_due_is_said_once_in_one_sentence_and_not_at_night(counter: Counter) -> None:
    has_opened(counter, received=at("09:00", date(2026, 2, 24)))
    counter.times.start = at("21:00")
    counter.signs_in("1001")
    work = counter.window.workspace
    assert work is not None
    counter.opens("inquiries")
    assert work.notice.text == ""
    counter.times.start = at("10:30")
    work.due.refresh()
    assert counter.reads("您承办的首问工单") == "您承办的首问工单：超期 1 张"
    work.notice.hide()
    work.due.refresh()
    counter.opens("diary")
    assert work.notice.text == ""


def test_the_office_sees_what_was_escalated_to_whom(counter: Counter) -> None:
    has_opened(counter, received=at("09:00", date(2026, 1, 5)))
    has_opened(counter, received=at("09:00", date(2026, 2, 26)))
    page = counter.signs_in_at("9001", "escalated")
    counter.reads("超期 2 张，已报经营管理部 1 张")
    assert [page.table.rows.index(row, 1).data() for row in (0, 1)] == ["经营管理部", "站长"]
