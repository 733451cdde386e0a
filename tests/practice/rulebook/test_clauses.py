"""Clauses, material and editorial changes, terms, consultation, receipts: the examples of the rulebooks."""

from datetime import date, timedelta

import pytest

from shared.domain.roles import Role
from shared.journal.store import Store
from shared.people.actions import import_staff
from shared.people.rules import RosterLine
from shared.practice.rulebook import actions, clauses, rules, views, words
from shared.practice.rulebook.clauses import Difference
from shared.practice.rulebook.facts import Body, Book, ChapterText, Standard
from tests.support.builders import code
from tests.support.practice_hall import DAY, HALL, LI, OFFICE, ROSTER, SUN, ZHANG, ZHAO, at

DRAFT = "# 总则\n\n第1条 微笑服务。\n\n**第二条**　目视用户。\n\n## 第12条：双手递接。"


def publish(store: Store, text: str, *, material: bool = True, clock: str = "09:00", **values: object) -> int:
    chapter = ChapterText(1, "微笑", text, material=material, **values)  # type: ignore[arg-type]
    version = actions.publish(store, OFFICE, "smile", chapter, now=at(clock))
    assert isinstance(version, int)
    return version


def test_clauses_are_read_from_the_markdown_however_they_are_numbered() -> None:
    found = [(each.number, each.text) for each in clauses.clauses(DRAFT)]
    assert found == [(0, "# 总则"), (1, "微笑服务。"), (2, "目视用户。"), (12, "双手递接。")]


@pytest.mark.parametrize(
    ("written", "number"), [("3", 3), ("１２", 12), ("十", 10), ("十二", 12), ("二十", 20), ("一百零五", 105)]
)
def test_clause_numbers_are_read_in_digits_and_in_chinese(written: str, number: int) -> None:
    assert clauses.number(written) == number


def test_a_reader_sees_what_changed_clause_by_clause() -> None:
    after = DRAFT.replace("目视用户", "目视用户并问好").replace("## 第12条", "第3条 首问负责。\n\n## 第13条")
    assert clauses.differences(DRAFT, after) == (
        Difference(2, "目视用户。", "目视用户并问好。"),
        Difference(12, "双手递接。", ""),
        Difference(3, "", "首问负责。"),
        Difference(13, "", "双手递接。"),
    )
    assert clauses.differences(DRAFT, DRAFT) == ()


@pytest.mark.parametrize(
    ("values", "refusal", "said"),
    [
        ({"text": "第12条 一。\n第十二条 二。"}, "clause_twice", "第12条编号重复"),
        ({"text": "第7条 一。"}, "clause_taken", "第7条编号重复：《问好》里已有"),
        ({"effective": DAY - timedelta(days=1)}, "effective_past", "生效日不能早于今天"),
        ({"read_by": DAY - timedelta(days=1)}, "read_by_past", "阅读期限不能早于今天"),
        ({"effective": DAY, "read_by": DAY}, None, ""),
    ],
)
def test_invalid_chapters_are_refused(store: Store, values: dict[str, object], refusal: str | None, said: str) -> None:
    actions.publish(store, OFFICE, "hello", ChapterText(2, "问好", "第7条 来有迎声。"), now=at("09:00"))
    elsewhere = ChapterText(2, "考核", "第7条 另一本书。", Book.STANDARD)
    assert isinstance(actions.publish(store, OFFICE, "check", elsewhere, now=at("09:00")), int)
    chapter = ChapterText(**({"place": 1, "title": "微笑", "text": "第1条 微笑。"} | values))  # type: ignore[arg-type]
    answer = actions.publish(store, OFFICE, "smile", chapter, now=at("09:00"))
    assert code(answer) == refusal
    if refusal:
        assert said in words.REFUSALS[refusal].in_("zh").format(**answer.details)


def test_a_correction_of_words_leaves_it_read_and_a_change_makes_it_due(store: Store) -> None:
    """v3 read; v4 文字修正: still read; v5 实质修改: due, and the reader sees v3 → v5."""
    publish(store, "第1条 一。")
    third = publish(store, "第1条 三。", clock="09:10")
    assert actions.read(store, ZHANG, "smile", third, now=at("09:20")) is None
    publish(store, "第1条 三！", material=False, clock="09:30")
    assert [each.due for each in views.mine(store, "1001")] == [False]
    assert [each.due for each in views.mine(store, "1002")] == [True]
    publish(store, "第1条 五。", clock="09:40")
    (reading,) = views.mine(store, "1001")
    assert (reading.due, reading.version) == (True, third)
    assert views.changes(store, "smile", third) == (Difference(1, "三。", "五。"),)
    (readers,) = views.readers(store, HALL)
    assert "1001" in {person.number for person in readers.unread}


@pytest.mark.parametrize(
    ("joined", "read_by", "due_by"),
    [
        (None, None, None),
        (date(2026, 3, 1), None, None),  # was there when it was published
        (date(2026, 4, 1), None, date(2026, 4, 8)),  # a newcomer on the 1st: overdue on the 9th
        (date(2026, 4, 1), date(2026, 3, 20), date(2026, 4, 8)),
        (date(2026, 3, 10), date(2026, 3, 20), date(2026, 3, 20)),
    ],
)
def test_until_when_it_is_to_be_read(joined: date | None, read_by: date | None, due_by: date | None) -> None:
    assert rules.due_by(DAY, read_by, joined, 7) == due_by


def test_a_newcomer_on_the_first_is_overdue_on_the_ninth(store: Store) -> None:
    publish(store, "第1条 一。")
    line = RosterLine(
        number="1010", name="新来", branch="一分公司", hall=HALL, window="5", post="cashier", role=Role.STAFF
    )
    import_staff(store, [line], now=at("08:00", date(2026, 4, 1)))
    (reading,) = views.mine(store, "1010")
    assert [reading.overdue(date(2026, 4, day)) for day in (1, 8, 9)] == [False, False, True]
    assert not any(each.overdue(date(2026, 4, 9)) for each in views.mine(store, "1001"))  # due, but no day was set


def test_who_comes_back_or_moves_in_on_a_day_is_a_newcomer_of_that_day(store: Store) -> None:
    """As the roster says: 1001 left in March and came back on 1 April, entered on the 5th."""
    publish(store, "第1条 一。")
    _, name, hall, window, post, role = ROSTER[0]
    days = ((date(2026, 3, 10), False, None), (date(2026, 4, 5), True, date(2026, 4, 1)))
    for day, active, since in days:
        line = RosterLine("1001", name, "一分公司", hall, window, post, role, active, since)
        assert import_staff(store, [line], now=at("08:00", day)) == 1
        (reading,) = views.mine(store, "1001")
        assert [reading.overdue(date(2026, 4, day)) for day in (8, 9)] == [False, active]


def test_a_chapter_from_draft_over_consultation_to_reading(store: Store) -> None:
    chapter = ChapterText(1, "微笑", "第1条 微笑服务。", Book.RULES, Standard.SERVICE, read_by=DAY + timedelta(days=14))
    said = ("第1条太笼统", "写明目视用户")
    assert code(actions.consult(store, OFFICE, "smile", DAY, Body.UNION, said[0], now=at("09:00"))) == "no_draft"
    assert code(actions.draft(store, ZHAO, "smile", chapter, now=at("09:00"))) == "not_allowed"
    assert actions.draft(store, OFFICE, "smile", chapter, now=at("09:00")) is None
    assert [each.text.title for each in views.drafts(store)] == ["微笑"]
    worded = ChapterText(1, "微笑服务", "第1条 微笑服务。", Book.RULES, Standard.SERVICE)
    assert actions.draft(store, OFFICE, "smile", worded, now=at("09:30")) is None
    assert [each.text.title for each in views.drafts(store)] == ["微笑服务"]  # the one before is over
    tomorrow = DAY + timedelta(days=1)
    late = actions.consult(store, OFFICE, "smile", tomorrow, Body.CONGRESS, said[0], now=at("10:00"))
    assert code(late) == "consulted_later"
    wordless = actions.consult(store, OFFICE, "smile", DAY, Body.CONGRESS, " ", now=at("10:00"))
    assert code(wordless) == "empty_text"
    assert actions.consult(store, OFFICE, "smile", DAY, Body.CONGRESS, said[0], said[1], now=at("10:00")) is None
    better = ChapterText(1, "微笑", "第1条 微笑服务，目视用户。", read_by=DAY + timedelta(days=14))
    version = actions.publish(store, OFFICE, "smile", better, now=at("11:00"))
    assert isinstance(version, int)
    assert views.drafts(store) == ()
    kept = views.draft(store, "smile")
    assert kept is not None
    assert [(each.body, each.opinions, each.outcome) for each in kept.consultations] == [(Body.CONGRESS, *said)]
    for reader in (ZHANG, LI, ZHAO):
        assert actions.read(store, reader, "smile", version, now=at("12:00")) is None
    (readers,) = views.readers(store, HALL)
    assert [person.number for person in readers.unread] == ["1003"]
    store.rebuild()
    assert views.draft(store, "smile") == kept


def test_each_hall_signs_for_its_copies_of_an_edition(store: Store) -> None:
    assert code(actions.receive(store, ZHAO, Book.RULES, 4, now=at("09:00"))) == "not_found"
    publish(store, "第1条 一。")
    assert code(actions.receive(store, ZHANG, Book.RULES, 4, now=at("09:30"))) == "not_allowed"
    assert code(actions.receive(store, ZHAO, Book.RULES, 0, now=at("09:30"))) == "no_copies"
    assert actions.receive(store, ZHAO, Book.RULES, 4, now=at("09:30")) is None
    found = {each.hall: (each.edition, each.copies, each.signed_by) for each in views.receipts(store, Book.RULES)}
    assert found[HALL] == (DAY, 4, "1009")
    assert {found[hall] for hall in found if hall != HALL} == {(None, 0, "")}
    assert SUN.hall in found
    for clock, material in (("09:40", True), ("09:50", False)):  # on the same day: its copies lack the change
        publish(store, "第1条 二。" if material else "第1条 二！", material=material, clock=clock)
        [here] = [each for each in views.receipts(store, Book.RULES) if each.hall == HALL]
        assert (here.edition, here.current) == (views.edition(store, Book.RULES), False)
    assert actions.receive(store, ZHAO, Book.RULES, 4, now=at("09:55")) is None
    assert [each.current for each in views.receipts(store, Book.RULES) if each.hall == HALL] == [True]
