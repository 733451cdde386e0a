"""What a device does by itself: the day's backup, and erasing personal data whose time has come."""

from datetime import timedelta

from shared import device_journal
from shared.practice.inquiries import actions, views
from shared.practice.inquiries.facts import Topic
from tests.support.builders import HALL, MONDAY, MORNING, actor, at, staffed_store

DAY_MS = 86_400_000


def test_a_customers_data_is_erased_by_itself_180_days_after_closing(tmp_path):
    staffed_store(tmp_path).close()
    clerk = actor("1001")
    with device_journal.opened(tmp_path, now=MORNING) as store:
        opened = actions.open_inquiry(
            store,
            clerk,
            text="表走字不准",
            name="孙先生",
            phone="13840001234",
            topic=Topic.QUESTION,
            answer="已处理",
            now=at("10:00"),
        )
    later = at("11:00", MONDAY + timedelta(days=180))
    with device_journal.opened(tmp_path, now=later) as store:
        for days in range(9, 181, 9):  # half a year in which the hall was at work
            assert phone(store, opened.id, at("11:00", MONDAY + timedelta(days=days))) == "13840001234"
    with device_journal.opened(tmp_path, now=later + DAY_MS) as store:
        assert phone(store, opened.id, later + DAY_MS) == ""
        page = views.page(store, opened.id, later + DAY_MS)
        assert page is not None
        assert (page.ticket.name, page.ticket.phone, page.text) == ("", "", "")
    assert list((tmp_path / "backups").iterdir())


def phone(store, ticket, now):
    """Looking is itself an act of that day."""
    return actions.open_personal(store, actor("1001", hall=HALL), ticket, now=now).phone
