"""成效 at the office: quarters beside last year's, the days around a change of rules, and its file."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QPdfWriter

from shared.domain.roles import Role
from shared.practice.cards.facts import Giver, P
from shared.practice.cards.importing import import_cards
from shared.practice.cards.paper_cards import PaperCard
from shared.practice.workload import actions as workload
from shared.practice.workload.rules import WorkLine
from shared.reference import actions as reference
from shared.report import effect_files
from shared.report.effect import Measure
from tests.counter.conftest import CTRL, Counter
from tests.support.builders import MONDAY, MORNING, actor


def test_effect_by_quarter_around_a_change_of_rules_and_its_export(counter: Counter, tmp_path) -> None:
    store = counter.store
    workload.import_workload(store, [WorkLine(MONDAY, "1001", "gas_payment", 500)], "machine", now=MORNING)
    cards = [PaperCard(day, "1001", P.POLITE, Giver.CUSTOMER, "") for day in (MONDAY, date(2026, 2, 27))]
    import_cards(store, cards, now=MORNING)
    office = actor("9001", Role.OFFICE)
    assert reference.publish(store, office, "policy", {"pauses": {"waiting_limit": 4}}, now=MORNING) == 2
    page = counter.signs_in_at("9001", "effect")
    counter.waits(page.table.current, "the measures")
    assert page.table.rows.cell(0, 1).text == "4.00"
    counter.waits(lambda: page.panel.chart.chart, "the picture")
    assert page.panel.chart.chart.marks[0][1] == "等候人数须在以下"
    page.tabs.setCurrentIndex(1)
    counter.reads("等候人数须在以下 5 → 4")
    counter.waits(lambda: page.compared.rows.rows, "the days around it")
    first = page.compared.rows.rows[0]
    assert (first.measure, first.before.cards, first.after.cards) == (Measure.CARDS, 0, 1)  # a day each
    page.export.click()
    counter.dialog().fields["folder"].choose(tmp_path)
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.closes()
    assert len(list(tmp_path.glob("*.xlsx"))) == 1
    sheet = tmp_path / "paper.pdf"
    assert effect_files.print_on(page.data, [], QPdfWriter(str(sheet)))
    assert sheet.stat().st_size > 0
