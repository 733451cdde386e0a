"""One's own figure among nameless others, on the own page of cards."""

from shared.people import actions as people
from tests.counter.conftest import Counter
from tests.practice.promotion.test_promotions import earn
from tests.support.builders import MORNING, line


def test_the_own_dot_stands_among_others_only_where_they_are_enough_to_stay_nameless(counter: Counter) -> None:
    earn(counter.store, "1001")
    counter.signs_in("1001")
    page = counter.opens("my_cards")
    assert not page.comparison.isVisible()
    people.import_staff(counter.store, [line(f"110{n}", f"甲{n}", str(n)) for n in range(6)], now=MORNING)
    counter.waits(page.comparison.isVisible, "the others")
    chart = page.comparison.view.chart
    assert (chart.own, set(chart.others)) == (25.0, {0})
    assert "甲" not in chart.spoken()
    assert chart.table()[1] == ("我", "25")
