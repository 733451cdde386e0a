"""The daily log on a real store: what it holds, who signs, what a signature proves, what comes late, the exports."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter

from shared.daily_log import actions, seal, views
from shared.daily_log.exports import pdf, plain, xlsx
from shared.daily_log.facts import DaySigned
from shared.daily_log.lines import PRIVATE
from shared.daily_log.masking import masked
from shared.daily_log.page import DailyLog
from shared.daily_log.sections import sections
from shared.journal.store import Store
from shared.kernel import Actor, Refusal
from shared.people.roles import Role
from shared.practice.cards import actions as cards
from shared.practice.cards.facts import P
from shared.practice.diary import actions as diary
from shared.practice.diary.facts import Entry
from shared.practice.inquiries.actions import opening
from shared.practice.inquiries.facts import Topic
from shared.practice.line import actions as line
from shared.practice.pauses import actions as pauses
from shared.practice.pauses.actions import Started
from shared.practice.pauses.facts import Reason
from shared.qt import printing
from shared.qt.wording.daily_log import SENTENCES
from shared.reference.facts import DocumentPublished
from tests.builders import HALL, MONDAY, actor, at, attested, empty_store, staffed_store

CHIEF = actor("2001")
PHONE = "13800138000"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = staffed_store(tmp_path)
    yield opened
    opened.close()


def a_pause(store: Store, number: str, clock: str, minutes: float = 5) -> None:
    now = at(clock)
    started = pauses.request(store, actor(number), waiting=attested(0, now), reason=Reason.LOW, now=now)
    assert isinstance(started, Started)
    length = int(minutes * 60_000)
    pauses.end(store, actor(number), started.pause, length, now=now + length)


def a_day(store: Store) -> None:
    """Two cards and a suspect one, two pauses (one overrun), a refusal, a ticket of last week, one of today, words."""
    week_ago = at("10:00") - timedelta(days=7) // timedelta(milliseconds=1)
    opening.open_inquiry(store, actor("1002"), text="旧事", topic=Topic.COMPLAINT, now=week_ago)
    cards.award(store, "1001", P.POLITE, now=at("09:10"))
    cards.award(store, "1002", P.PATIENT, now=at("09:20"))
    cards.award(store, "1002", P.PATIENT, now=at("09:21"))
    a_pause(store, "1001", "10:00")
    a_pause(store, "1002", "11:00", minutes=6.5)
    pauses.request(store, actor("1003"), waiting=attested(8, at("11:30")), now=at("11:30"))
    opening.open_inquiry(store, actor("1001"), text=f"请回电 {PHONE}", name="王小明", phone=PHONE, now=at("13:00"))
    diary.write(store, actor("1001"), Entry.GRIEVANCE, f"=HYPERLINK() 用户 {PHONE} 误会了我", now=at("14:00"))


def page(store: Store, reader: Actor | None = None, now: int = at("17:00")) -> DailyLog:
    return views.day(store, HALL, MONDAY, now=now, reader=reader)


def sign(store: Store, now: int = at("16:35"), note: str = "") -> DaySigned:
    signed = actions.sign(store, CHIEF, HALL, MONDAY, note, now=now)
    assert isinstance(signed, DaySigned)
    return signed


def test_totals_of_every_practice(store: Store) -> None:
    a_day(store)
    totals = page(store).totals
    assert totals.cards.customers == {"polite": 1, "patient": 1, "positive": 0, "passionate": 0, "professional": 0}
    assert (sum(totals.cards.staff.values()), totals.cards.suspect, totals.cards.excluded) == (0, 1, 0)
    assert vars(totals.pauses) == {"granted": 2, "refused": 1, "over_quota": 0, "overrun": 1}
    assert vars(totals.inquiries) == {"opened": 1, "closed": 0, "open": 2, "due": 0, "overdue": 1}
    assert {kind: n for kind, n in totals.diary.items() if n} == {"pause": 2, "grievance": 1}


def test_breaches_and_lists_name_people(store: Store) -> None:
    a_day(store)
    log = page(store)
    assert [(breach.code, breach.who) for breach in log.breaches] == [
        ("overrun", "李娜(1002)"),
        ("overdue", "李娜(1002)"),
        ("not_informed", "李娜(1002)"),
    ]
    assert [ticket.owner for ticket in log.inquiries] == ["李娜(1002)", "王芳(1001)"]
    assert [(card.staff, card.p) for card in log.flagged] == [("李娜(1002)", "patient")]


def hears(store: Store, other: Store) -> None:
    """Everything that `other` recorded arrives, as the hub would bring it."""
    store.receive([(event, (), n) for n, event in enumerate(other.events(), start=1) if event.station == other.station])


def test_a_number_that_two_windows_called_apart_is_shown_on_both(store: Store, tmp_path: Path) -> None:
    second = empty_store(tmp_path / "second")
    taken = line.take(store, "gas_payment", now=at("10:00"))
    hears(second, store)
    for window, number, clock in ((store, "1001", "10:01"), (second, "1002", "10:02")):
        called = line.call_next(window, actor(number), now=at(clock))
        assert called.id == taken.id
    assert page(store).breaches == page(second).breaches == ()
    hears(store, second)
    hears(second, store)
    for log in (page(store), page(second)):
        [breach] = log.breaches
        assert (breach.code, breach.who, breach.what) == ("called_twice", "王芳(1001) / 李娜(1002)", "A001")
        said = next(part for part in sections(log) if part.name == "breaches")
        assert said.rows[0][0] == "同一号被两个窗口叫到"
    assert page(store, now=at("10:01")).breaches == ()  # nobody knew yet
    second.close()


def test_a_number_called_back_by_another_window_is_no_breach(store: Store) -> None:
    taken = line.take(store, "gas_payment", now=at("10:00"))
    line.call_next(store, actor("1001"), now=at("10:01"))
    line.hold(store, actor("1001"), taken.id, now=at("10:02"))
    line.take_back(store, actor("1002"), taken.id, now=at("10:03"))
    assert page(store).breaches == ()


def test_every_fact_of_the_day_is_a_line_in_the_order_of_the_clock(store: Store) -> None:
    a_day(store)
    log = page(store)
    assert [line.n for line in log.lines] == sorted(
        (event.n for event in views.events_of(store, HALL, MONDAY)),
        key=lambda n: next((e.occurred_at, n) for e in store.events() if e.n == n),
    )
    assert all(first.at <= second.at for first, second in zip(log.lines, log.lines[1:], strict=False))
    assert not any(line.at == at("10:00") - 7 * 86_400_000 for line in log.lines)


def test_a_line_knows_whose_pause_ended(store: Store) -> None:
    a_pause(store, "1001", "10:00")
    ended = next(line for line in page(store).lines if line.kind == "pause_ended")
    assert ended.details == {"staff": "王芳(1001)", "window": "1", "length_ms": 300_000}


def test_nothing_private_is_on_the_page_or_in_its_exports(store: Store) -> None:
    a_day(store)
    for reader in (None, CHIEF):
        log = page(store, reader)
        for export in (plain.as_json(log).decode(), plain.as_text(log), pdf.as_html(log)):
            assert PHONE not in export
            assert "王小明" not in export
            assert "情绪低落" not in export
            assert '"low"' not in export


def test_words_of_the_diary_are_for_the_halls_supervisor(store: Store) -> None:
    a_day(store)
    stranger = Actor(number="7", name="外站", role=Role.SUPERVISOR, post="cashier", hall="别处")
    texts = [page(store, reader).diary[-1].text for reader in (CHIEF, stranger, actor("1002"), None)]
    assert texts == ["=HYPERLINK() 用户 138******00 误会了我", None, None, None]


@pytest.mark.parametrize(
    ("who", "hall", "day", "code"),
    [
        ("1001", HALL, MONDAY, "not_allowed"),
        ("9001", HALL, MONDAY, "not_allowed"),
        ("2001", "别处", MONDAY, "not_allowed"),
        ("2001", HALL, MONDAY + timedelta(days=1), "day_not_begun"),
    ],
)
def test_only_the_halls_supervisor_signs_a_day_that_has_begun(
    store: Store, who: str, hall: str, day: date, code: str
) -> None:
    refusal = actions.sign(store, actor(who), hall, day, now=at("16:35"))
    assert isinstance(refusal, Refusal)
    assert refusal.code == code


def test_a_signature_holds_the_journals_last_number_and_hash(store: Store) -> None:
    a_day(store)
    last = store.events()[-1]
    signed = sign(store, note="平稳")
    (head,) = signed.heads
    assert (head.station, head.n, head.link) == (store.station, last.n, last.link)
    signature = page(store).signature
    assert signature is not None
    assert (signature.by, signature.note, signature.intact) == ("陈静(2001)", "平稳", True)
    assert page(store).late == ()


def test_the_seal_changes_when_a_row_is_touched(store: Store) -> None:
    a_day(store)
    signed = sign(store)
    store.db.execute_sql("DROP TRIGGER event_no_change")
    store.db.execute_sql(
        "UPDATE event SET body = replace(body, '\"polite\"', '\"patient\"') WHERE kind = 'card_awarded'"
    )
    signature = page(store).signature
    assert signature is not None
    assert (signature.seal, signature.intact) == (signed.seal, False)
    assert seal.seal(views.events_of(store, HALL, MONDAY), signed.heads) != signed.seal


def test_late_facts_are_shown_until_signed_again(store: Store) -> None:
    a_day(store)
    first = sign(store)
    cards.award(store, "1003", P.POSITIVE, now=at("16:50"))
    log = page(store)
    assert [(line.kind, line.details["staff"]) for line in log.late] == [("card_awarded", "张伟(1003)")]
    second = sign(store, now=at("16:55"))
    log = page(store)
    assert (log.late, len(log.signatures)) == ((), 2)
    assert [signature.intact for signature in log.signatures] == [True, True]
    assert first.seal != second.seal


def test_another_devices_late_facts_and_silence_are_shown(store: Store, tmp_path: Path) -> None:
    """A kiosk whose line was down hands in its afternoon after the sign-off."""
    kiosk = staffed_store(tmp_path / "kiosk")
    cards.award(kiosk, "1001", P.POLITE, now=at("13:40"))
    arrivals = kiosk.events()[-1:]
    station = kiosk.station
    kiosk.close()
    sign(store)
    assert page(store).complete_to == at("17:00")
    store.receive([(event, (), 1) for event in arrivals])
    log = page(store)
    assert [(line.station, line.kind) for line in log.late] == [(station, "card_awarded")]
    assert log.complete_to == at("13:40")
    assert [(device.station, device.last_at, device.here) for device in log.devices][1:] == [
        (station, at("13:40"), False)
    ]
    signature = log.signature
    assert signature is not None
    assert signature.intact


def test_rebuilt_is_what_was_lived(store: Store) -> None:
    a_day(store)
    sign(store)
    lived = page(store, CHIEF)
    store.rebuild()
    assert page(store, CHIEF) == lived


def test_json_reads_back(store: Store) -> None:
    a_day(store)
    sign(store)
    document = json.loads(plain.as_json(page(store)))
    assert document["day"] == "2026-03-02"
    assert document["totals"]["pauses"]["granted"] == 2
    assert len(document["lines"]) == len(page(store).lines)


def test_xlsx_has_a_tidy_sheet_for_each_section_and_runs_nothing(store: Store) -> None:
    a_day(store)
    log = page(store, CHIEF)
    book = load_workbook(BytesIO(xlsx.as_xlsx(log)))
    assert book.sheetnames == [section.title for section in sections(log)]
    for sheet, section in zip(book.worksheets, sections(log), strict=True):
        assert tuple(cell.value for cell in sheet[1]) == section.columns
        assert sheet.freeze_panes == "A2"
        assert sheet.max_row == len(section.rows) + 1
    texts = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert not any(cell.data_type == "f" for cell in texts)
    risky = [cell for cell in texts if str(cell.value).startswith("=")]
    assert [(cell.value, cell.quotePrefix) for cell in risky] == [("=HYPERLINK() 用户 138******00 误会了我", True)]


def test_pdf_has_the_seal_on_each_page(store: Store, tmp_path: Path, qapp: QGuiApplication) -> None:
    a_day(store)
    for place in range(60):
        cards.award(store, f"100{place % 4 + 1}", list(P)[place % 5], now=at("14:10") + place * 60_000)
    signed = sign(store)
    feet: list[str] = []

    def foot(number: int, pages: int) -> str:
        feet.append(pdf.foot(page(store))(number, pages))
        return feet[-1]

    printing.pdf(pdf.as_html(page(store)), tmp_path / "x.pdf", title="x", foot=foot)
    assert len(feet) > 1
    assert all(signed.seal in text for text in feet)
    pdf.as_pdf(page(store), tmp_path / "log.pdf")
    assert (tmp_path / "log.pdf").read_bytes().startswith(b"%PDF-")
    with pytest.raises(FileNotFoundError):
        pdf.as_pdf(page(store), tmp_path / "missing" / "log.pdf")


def test_a_printer_gets_the_same_pages(store: Store, tmp_path: Path, qapp: QGuiApplication) -> None:
    a_day(store)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPageLayout(printing.layout())
    assert pdf.print_on(page(store), printer)
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("电话13800138000。", "电话138******00。"),
        ("138 0013 8000", "138********00"),
        ("024-86001234", "024*******34"),
        ("21010219800101123X", "210*************3X"),
        ("燃气费 123456 元", "燃气费 123456 元"),
        ("2 号窗口,3 人", "2 号窗口,3 人"),
    ],
)
def test_long_numbers_in_words_are_masked(text: str, expected: str) -> None:
    assert masked(text) == expected


def test_every_kind_of_fact_of_a_hall_has_its_sentence(store: Store) -> None:
    """A new kind must be worded for the page, or chosen to be private."""
    company_wide = {DocumentPublished.kind()}
    kinds = set(store.projections.fact_types)
    assert kinds - company_wide - PRIVATE - set(SENTENCES) == set()


def test_a_past_day_is_shown_as_it_stood(store: Store) -> None:
    before = views.day(store, HALL, MONDAY - timedelta(days=3), now=at("17:00", MONDAY + timedelta(days=40)))
    assert (before.inquiries, before.breaches, before.flagged, before.totals.inquiries.open) == ((), (), (), 0)
