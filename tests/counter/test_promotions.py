"""晋级 at the counter: the office confirms, the person sees it, a second one takes it back; by keyboard."""

from pathlib import Path

from PySide6.QtCore import Qt

from shared.device import codes
from shared.domain.roles import Role
from shared.people import actions as people
from shared.practice.promotion import views
from shared.prints import certificates
from tests.counter.conftest import CTRL, Counter
from tests.practice.promotion.test_promotions import earn
from tests.support.builders import MORNING, PIN, line


def test_a_promotion_is_confirmed_seen_and_taken_back(counter: Counter, tmp_path: Path) -> None:
    store = counter.store
    people.import_staff(store, [line("9002", "孙立", "", role=Role.OFFICE)], now=MORNING)
    people.set_pin(store, "9002", PIN, now=MORNING)
    earn(store, "1001")
    counter.signs_in_at("1001", "my_cards")
    counter.reads("已达到铜级，等待经营管理部确认")
    page = counter.signs_in_at("9001", "promotions")
    counter.waits(page.table.current, "who is due")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.until(lambda store: views.promotion(store, "1001"))
    counter.reads("晋升为铜级")
    counter.waits(lambda: page.confirm.why, "nobody due any more")
    page.certificate.click()
    counter.dialog().fields["folder"].choose(tmp_path)
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.closes()
    [certificate] = tmp_path.glob("*.pdf")
    found = views.promotion(store, "1001")
    assert found
    pages = certificates.of_level(found, "王秀兰", codes.key(counter.folder))
    assert certificate.read_bytes().startswith(b"%PDF")
    assert "铜级" in pages[0]
    page.search.setText(codes.text(codes.Promotion(found.id), codes.key(counter.folder)))
    counter.reads("证书有效")
    page.search.setText(codes.text(codes.Promotion(f"promotion:{'0' * 32}"), codes.key(counter.folder)))
    counter.reads("不是有效的晋级证书")
    counter.signs_in_at("1001", "my_cards")
    counter.reads("铜级：经营管理部已确认")
    page = counter.signs_in_at("9002", "promotions")
    counter.waits(page.table.current, "the promotion")
    counter.presses(Qt.Key.Key_Backspace, CTRL)
    counter.dialog()
    counter.types("wrong cards")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.closes()
    counter.until(lambda store: views.promotion(store, "1001") is None)
