"""Printed pages: what is on them is read back from the PDF as a scanner of 200 dpi sees it, and acted on."""

import re
import subprocess
import sys
from datetime import date
from unicodedata import normalize

import pypdfium2
import pytest
import zxingcpp
from click.testing import CliRunner
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QColor, QImage

from shared.cli.context import CommandContext
from shared.cli.group import commands
from shared.device import codes
from shared.device.codes import Badge, InquirySlip, NumberSlip, PrintedCard
from shared.device.data_folder import VARIABLE
from shared.domain import text
from shared.domain.refusal import Refusal
from shared.people import actions as people
from shared.people import views as people_views
from shared.practice.cards import actions as cards
from shared.practice.cards import printed
from shared.practice.cards.facts import P
from shared.practice.inquiries import actions as inquiries
from shared.practice.inquiries.facts import Channel, Topic
from shared.practice.learning.views import Certificate
from shared.practice.line import actions as line
from shared.prints import certificates
from shared.prints.cards import CARDS
from shared.prints.slips import SLIP, SLIP_ROLL
from shared.qt import printing, sheets
from tests.support import patience
from tests.support.builders import MORNING, actor, staffed_store
from tests.support.builders import line as line_of

DPI = 200


@pytest.fixture
def store(tmp_path):
    opened = staffed_store(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def run(tmp_path, monkeypatch, qapp):
    for name in ("LC_ALL", "LC_MESSAGES", VARIABLE):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setattr(CommandContext, "now", MORNING)

    def run(*words, code=0):
        result = CliRunner().invoke(commands, ["--data", str(tmp_path), "print", *map(str, words)])
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert result.exit_code == code, result.output
        return result

    return run


def scanned(file, key):
    """Every code on every page, in reading order, and the pages' sizes in mm."""
    document = pypdfium2.PdfDocument(file)
    try:
        pictures = [document[number].render(scale=DPI / 72).to_pil() for number in range(len(document))]
    finally:
        document.close()
    found = [sorted(zxingcpp.read_barcodes(each), key=_place) for each in pictures]
    sizes = [tuple(round(side / DPI * 25.4) for side in each.size) for each in pictures]
    return [codes.parse(result.text, key) for page in found for result in page], sizes


def _place(result):
    corner = result.position.top_left
    return round(corner.y / 100), corner.x


def test_a_sheet_of_cards_has_ten_of_them_each_worth_one_award(store, run, tmp_path):
    run("cards", "--count", 23, "--out", tmp_path / "cards.pdf")
    found, sizes = scanned(tmp_path / "cards.pdf", codes.key(tmp_path))
    assert sizes == [(210, 297)] * 3
    worth = [printed.redeemable(store, card) for card in found]
    assert [each.p for each in worth] == [*P] * 4 + [*P][:3]
    assert len({card.id for card in found}) == 23
    given = [cards.award_by_code(store, card, "1001", now=MORNING + i) for i, card in enumerate(found)]
    assert all(isinstance(each, cards.Awarded) for each in given)
    assert cards.award_by_code(store, found[0], "1001", now=MORNING).code == "code_used"


def test_cards_for_one_person_and_of_one_p(store, run, tmp_path):
    run("cards", "--count", 2, "--p", "patient", "--staff", "1002", "--out", tmp_path / "cards.pdf")
    found, _ = scanned(tmp_path / "cards.pdf", codes.key(tmp_path))
    worth = [printed.redeemable(store, card) for card in found]
    assert [(each.p, each.staff) for each in worth] == [(P.PATIENT, "1002")] * 2
    assert "7777" in run("cards", "--count", 1, "--staff", "7777", "--out", tmp_path / "x.pdf", code=1).output


def test_a_batch_that_was_lost_is_withdrawn_by_the_mark_on_its_cards(store, run, tmp_path):
    said = [run("cards", "--count", 2, "--out", tmp_path / f"{name}.pdf").output for name in ("kept", "lost")]
    mark = next(batch.mark for batch in printed.batches(store) if batch.mark in said[1])
    assert mark in run("batches").output
    run("withdraw", mark.lower(), "--reason", "丢失")
    (kept, lost) = (scanned(tmp_path / f"{name}.pdf", b"")[0] for name in ("kept", "lost"))
    assert [cards.award_by_code(store, card, "1001", now=MORNING) for card in lost] == [Refusal("code_unknown")] * 2
    assert isinstance(cards.award_by_code(store, kept[0], "1001", now=MORNING), cards.Awarded)
    assert mark in run("withdraw", mark, "--reason", "丢失", code=1).output  # once


def test_cards_whose_file_cannot_be_written_are_not_recorded(store, run, tmp_path):
    run("cards", "--count", 2, "--out", tmp_path / "nowhere" / "cards.pdf", code=1)
    assert printed.batches(store) == ()


def test_badges_of_the_whole_hall_one_with_a_photo(store, run, tmp_path, qapp):
    picture = QImage(120, 160, QImage.Format.Format_RGB32)
    picture.fill(QColor("#00ff00"))
    picture.save(str(tmp_path / "photo.png"))
    people.set_photo(store, "1001", (tmp_path / "photo.png").read_bytes(), now=MORNING)
    run("badges", "--out", tmp_path / "badges.pdf")
    found, sizes = scanned(tmp_path / "badges.pdf", codes.key(tmp_path))
    staff = [person.number for person in people_views.everyone(store, store.hall)]
    assert sizes == [(210, 297)]
    assert found == [Badge(number) for number in staff]
    page = pypdfium2.PdfDocument(tmp_path / "badges.pdf")[0].render(scale=1).to_pil().convert("RGB")
    assert any(red < 60 and green > 200 and blue < 60 for _, (red, green, blue) in page.getcolors(1 << 20))


def test_the_slip_of_a_number_of_today_on_a4_and_on_the_roll(store, run, tmp_path):
    line.take(store, now=MORNING - 1000)
    taken = line.take(store, "gas_payment", now=MORNING)
    for roll, size in (((), (210, 297)), (("--roll",), (80, 120))):
        run("slip", taken.label.lower(), *roll, "--out", tmp_path / "slip.pdf")
        assert scanned(tmp_path / "slip.pdf", codes.key(tmp_path)) == ([NumberSlip(taken.id)], [size])
    called = line.call_next(store, actor(), now=MORNING)
    line.done(store, actor(), called.id, "gas_payment", now=MORNING)
    run("slip", called.label, "--out", tmp_path / "slip.pdf")
    assert scanned(tmp_path / "slip.pdf", codes.key(tmp_path))[0] == [NumberSlip(called.id)]


def test_the_slip_of_an_inquiry_holds_its_number_and_nothing_personal(store, run, tmp_path, monkeypatch):
    pages: list[str] = []
    write = sheets.pdf

    def keep(made, *words, **more):
        pages.extend(made)
        write(made, *words, **more)

    monkeypatch.setattr(sheets, "pdf", keep)
    opened = inquiries.open_inquiry(
        store, actor(), topic=Topic.QUESTION, channel=Channel.PHONE, text="燃气表不走", phone="13812345678", now=MORNING
    )
    run("slip", opened.number, "--out", tmp_path / "slip.pdf")
    assert scanned(tmp_path / "slip.pdf", codes.key(tmp_path))[0] == [InquirySlip(opened.id)]
    assert opened.number in pages[0]
    assert "最迟 3月4日" in pages[0]  # T+2, the day that the kiosk's screen shows
    assert "138" not in pages[0]
    assert "燃气表" not in pages[0]


def test_a_slip_of_nothing_and_a_folder_that_is_not_there(store, run, tmp_path):
    run("slip", "Z999", "--out", tmp_path / "slip.pdf", code=1)
    assert not (tmp_path / "slip.pdf").exists()
    run("badges", "--out", tmp_path / "nowhere" / "badges.pdf", code=1)


@pytest.mark.parametrize("sheet", [CARDS, SLIP])
def test_every_cut_is_marked_in_the_margin_and_touches_no_piece(sheet):
    left, top = sheet.places[0]
    right, bottom = sheet.width - left, sheet.height - top
    for x1, y1, x2, y2 in sheet.cuts:
        assert not (left <= min(x1, x2) and max(x1, x2) <= right and top <= min(y1, y2) and max(y1, y2) <= bottom)
        assert all(0 <= x <= sheet.width for x in (x1, x2))
        assert all(0 <= y <= sheet.height for y in (y1, y2))
    for x, y in sheet.places:
        assert any(x1 == x == x2 for x1, _, x2, _ in sheet.cuts)
        assert any(y1 == y == y2 for _, y1, _, y2 in sheet.cuts)
    assert SLIP_ROLL.cuts == ()


def test_a_filled_shape_on_paper_is_no_larger_than_drawn(qapp, tmp_path):
    """Without `stroke-width="0"` Qt 6.12 adds a line around it, and no QR code can be read."""
    square = '<path d="M10 10h20v20h-20z" fill="#000"/>'
    page = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40" stroke-width="0">{square}</svg>'
    sheets.pdf([page], tmp_path / "page.pdf", title="", size=QSizeF(40, 40))
    picture = pypdfium2.PdfDocument(tmp_path / "page.pdf")[0].render(scale=10).to_pil().convert("L")
    wide = picture.point(lambda value: 255 * (value < 128)).getbbox()
    assert (wide[2] - wide[0]) / picture.width == pytest.approx(0.5, abs=0.01)


def test_a_table_as_wide_as_the_page_has_its_right_edge(qapp, tmp_path):
    html = '<table width="100%" border="1" cellspacing="0"><tr><td>a</td></tr></table>'
    printing.pdf(html, tmp_path / "t.pdf", title="t", foot=lambda page, pages: "")
    picture = pypdfium2.PdfDocument(tmp_path / "t.pdf")[0].render(scale=4).to_pil().convert("L")
    dark = picture.crop((0, 0, picture.width, picture.height // 4)).point(lambda value: 255 * (value < 200))
    left, _, right, _ = dark.getbbox()
    assert (right - left) / picture.width == pytest.approx((210 - 2 * 16) / 210, abs=0.002)
    rows = [y for y in range(dark.height) if dark.getpixel((right - 2, y))]
    assert len(rows) > 20, "its right edge, not only the ends of its rules"


def test_words_are_made_to_fit(qapp):
    assert sheets.fitted("礼貌", 9, 30) == 9
    assert sheets.fitted("很长很长的大厅名称" * 4, 9, 30) < 3
    assert sheets.fitted("任意", 9, 0) == 9


def test_printing_from_a_plain_console(store, tmp_path):
    """A process of its own, without a screen and without a Qt application."""
    words = ["--data", tmp_path, "print", "cards", "--count", "1", "--out", tmp_path / "one.pdf"]
    command = [sys.executable, "-m", "shared.cli", *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=patience.SECONDS, check=False)
    assert done.returncode == 0, done.stderr
    found, _ = scanned(tmp_path / "one.pdf", codes.key(tmp_path))
    assert isinstance(found[0], PrintedCard)


def test_a_long_name_stands_whole_on_its_badge(store, run, tmp_path):
    long = "阿卜杜拉·买买提·阿卜杜热合曼江哈"
    people.import_staff(store, [line_of("1009", long, "9")], now=MORNING)
    run("badges", "--staff", "1009", "--out", tmp_path / "b.pdf")
    document = pypdfium2.PdfDocument(tmp_path / "b.pdf")
    try:
        words = normalize("NFKC", document[0].get_textpage().get_text_range())  # a PDF may spell 卜 by its radical
    finally:
        document.close()
    assert set(long) <= set(words)


@pytest.mark.parametrize("language", text.LANGUAGES)
def test_a_long_title_on_a_certificate_is_broken_and_not_shrunk(qapp, language):
    """English with a Chinese title was one line in tiny print."""
    title = "2026年下半年窗口岗位温情服务、首问负责与燃气具安全使用常识综合提升培训班（第三期）"
    held = Certificate(f"training:{0:032x}", "warm", "1001", title, date(2026, 8, 31), date(2027, 2, 28))
    with text.speaking(language):
        [page] = certificates.of_training(held, "王芳", b"k")
    lines = re.findall(r'font-size="([\d.]+)"[^>]*>([^<]+)</text>', page)
    assert title in "".join(said for _, said in lines)
    broken = [float(size) for size, said in lines if any(part in said for part in ("2026年下", "第三", "班（"))]
    assert len(broken) >= 2
    assert set(broken) == {380.0}  # 7.6 mm in the units of the page
