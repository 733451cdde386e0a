"""What another counter did to the same ticket arrives, and the tables can be built anew."""

from datetime import date

from shared.journal.store import Store
from shared.practice.inquiries import actions, facts, tables
from shared.practice.inquiries.facts import Aspect, Satisfaction
from tests.practice.inquiries.asking import ask, ticket
from tests.support.builders import elsewhere
from tests.support.practice_hall import LI, ZHANG, ZHAO, at


def test_two_counters_apart_change_different_things_without_a_clash(store: Store) -> None:
    opened = ask(store)
    actions.transfer(store, ZHANG, opened.id, "1002", now=at("10:20"))
    elsewhere(
        store,
        opened.id,
        at("10:10"),
        facts.InquiryExtended(grounds="等", limit=date(2026, 3, 10), instead_of=date(2026, 3, 6), policy=1),
        actor="1003",
    )
    now = ticket(store, opened, at("10:30"))
    assert (now.handler, now.limit, now.clashes) == ("1002", date(2026, 3, 10), ())


def test_a_rebuild_gives_the_same_tables(store: Store) -> None:
    opened, other = ask(store, special_grounds="需送检"), ask(store, "10:01")
    actions.consent(store, ZHAO, opened.id, now=at("10:05"))
    actions.transfer(store, ZHANG, opened.id, "1002", now=at("10:06"))
    elsewhere(store, opened.id, at("10:02"), facts.InquiryTransferred(to="1003"), actor="1003")
    actions.extend(store, ZHANG, opened.id, date(2026, 3, 20), "等", now=at("10:07"))
    actions.correct(store, ZHANG, opened.id, Aspect.NAME, "王晓明", now=at("10:08"))
    actions.close(store, ZHANG, opened.id, "好了", satisfaction=Satisfaction.SATISFIED, now=at("11:00"))
    actions.reopen(store, ZHANG, opened.id, "又坏了", now=at("12:00"))
    actions.merge(store, LI, other.id, opened.id, now=at("12:30"))
    elsewhere(
        store,
        "inquiry:unknown",
        at("12:40"),
        facts.InquiryReopened(reason="迟到", promise=opened.promise),
        2,
        actor="1003",
    )
    before = [rows(store, table) for table in (tables.InquiryRow, tables.AspectRow)]
    assert len(before[0]) == 2
    store.rebuild()
    assert [rows(store, table) for table in (tables.InquiryRow, tables.AspectRow)] == before


def rows(store: Store, table: type[tables.InquiryRow] | type[tables.AspectRow]) -> list[dict[str, object]]:
    found = table.select().dicts().execute(store.db)
    return sorted(({k: v for k, v in row.items() if k != "id"} for row in found), key=repr)
