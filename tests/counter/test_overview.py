"""首页 of the office: the company's figures, and what changed within a week."""

from datetime import date

from shared.people import actions as people
from shared.practice.cards.facts import Giver, P
from shared.practice.cards.importing import import_cards
from shared.practice.cards.paper_cards import PaperCard
from shared.practice.workload import actions as workload
from shared.practice.workload.rules import WorkLine
from shared.report import overview
from tests.counter.conftest import Counter
from tests.support.builders import MORNING, line

DAYS = (date(2026, 3, 2), date(2026, 3, 1), date(2026, 2, 1), date(2026, 2, 27))
"""Two of this month; of the month before one that has been reached, and one that has not."""


def test_the_office_begins_with_the_company_s_figures_and_what_changed(counter: Counter) -> None:
    store = counter.store
    import_cards(store, [PaperCard(day, "1001", P.POLITE, Giver.CUSTOMER, "") for day in DAYS], now=MORNING)
    work = [WorkLine(day, "1001", "gas_payment", 120) for day in DAYS]
    workload.import_workload(store, work, "machine", now=MORNING)
    people.import_staff(store, [line("1001", "王秀兰", "1")], now=MORNING)
    counter.signs_in("9001")
    page = counter.window.workspace.stack.currentWidget()
    counter.reads("上月同期 120")
    assert (page.place.key, page.figures[0].text, page.figures[1].text) == ("overview", "2", "240")
    changes = {str(change.name): change.count for change in page.changes.rows.rows}
    assert changes["人员资料"] >= 1


def test_changes_older_than_a_week_are_not_listed(counter: Counter) -> None:
    week = 7 * 86_400_000
    recent = overview.changes(counter.store, now=counter.times.start)
    assert recent
    assert overview.changes(counter.store, now=max(change.last for change in recent) + week + 1) == ()
