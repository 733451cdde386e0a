"""What comes of a discovery, a suggestion, a difficulty: who may say it, who reads it, and how it is counted."""

from datetime import timedelta

import pytest

from shared.daily_log import diary_counts
from shared.domain.refusal import Refusal
from shared.journal.store import Store
from shared.practice.diary import actions, rules, views
from shared.practice.diary.facts import Entry, EntryAnswered, EntryWritten, Outcome
from shared.practice.happiness import actions as happiness
from shared.practice.happiness.facts import Topic
from tests.support.builders import code, elsewhere
from tests.support.practice_hall import DAY, HALL, LI, LIU, OFFICE, SUN, ZHANG, ZHAO, at

MONTH = f"{DAY:%Y-%m}"


def write(store: Store, entry: Entry, author=ZHANG) -> str:
    subject = actions.write(store, author, entry, "三号窗口的台阶该画黄线", now=at("10:00"))
    assert isinstance(subject, str)
    return subject


@pytest.mark.parametrize(
    ("entry", "who", "outcome", "refused"),
    [
        (Entry.DISCOVERY, ZHAO, Outcome.ADOPTED, None),
        (Entry.SUGGESTION, ZHAO, Outcome.DECLINED, None),
        (Entry.DISCOVERY, ZHAO, Outcome.PASSED_ON, None),
        (Entry.DIFFICULTY, ZHAO, Outcome.HELPED, None),
        (Entry.DIFFICULTY, ZHAO, Outcome.PASSED_ON, "no_such_outcome"),  # it was told to the supervisor
        (Entry.DISCOVERY, ZHAO, Outcome.HELPED, "no_such_outcome"),
        (Entry.PRAISE, ZHAO, Outcome.ADOPTED, "no_such_outcome"),
        (Entry.DISCOVERY, ZHANG, Outcome.ADOPTED, "not_yours_to_answer"),
        (Entry.DISCOVERY, LI, Outcome.ADOPTED, "not_yours_to_answer"),
        (Entry.DISCOVERY, SUN, Outcome.ADOPTED, "not_yours_to_answer"),  # of another hall
        (Entry.DISCOVERY, OFFICE, Outcome.ADOPTED, "not_yours_to_answer"),  # nobody passed it on
    ],
)
def test_who_says_what_came_of_it(store: Store, entry, who, outcome, refused) -> None:
    subject = write(store, entry)
    assert code(actions.answer(store, who, subject, outcome, "谢谢，已报修。", now=at("11:00"))) == refused
    (mine,) = views.mine(store, "1001")
    assert (mine.outcome, mine.line) == (("", "") if refused else (outcome.value, "谢谢，已报修。"))


def test_what_is_passed_on_the_office_reads_and_answers_last(store: Store) -> None:
    subject = write(store, Entry.DISCOVERY)
    assert views.to_answer(store, OFFICE, DAY) == ()
    assert actions.answer(store, ZHAO, subject, Outcome.PASSED_ON, "请公司看看", now=at("11:00")) is None
    (seen,) = views.to_answer(store, OFFICE, DAY)
    assert (seen.text, views.awaits_answer(OFFICE, seen)) == ("三号窗口的台阶该画黄线", True)
    assert views.outcomes(seen, OFFICE) == (Outcome.ADOPTED, Outcome.DECLINED)
    assert views.outcomes(seen, ZHAO) == ()
    again = actions.answer(store, OFFICE, subject, Outcome.PASSED_ON, "再转", now=at("12:00"))
    assert again == Refusal("no_such_outcome")
    late = actions.answer(store, ZHAO, subject, Outcome.ADOPTED, "采纳", now=at("12:00"))
    assert late == Refusal("not_yours_to_answer")
    assert actions.answer(store, OFFICE, subject, Outcome.ADOPTED, "各厅都画", now=at("12:00")) is None
    (mine,) = views.mine(store, "1001")
    assert (mine.outcome, mine.line) == ("adopted", "各厅都画")
    (answered,) = views.to_answer(store, OFFICE, DAY)  # theirs for good
    assert not views.awaits_answer(OFFICE, answered)
    store.rebuild()
    assert views.mine(store, "1001") == (mine,)


def test_the_office_reads_no_difficulty_that_was_answered_or_became_one(store: Store) -> None:
    told, changed = write(store, Entry.DIFFICULTY), write(store, Entry.DISCOVERY)
    actions.answer(store, ZHAO, told, Outcome.UNSOLVED, "再想办法", now=at("11:00"))
    actions.answer(store, ZHAO, changed, Outcome.PASSED_ON, "请看", now=at("11:00"))
    assert actions.change(store, ZHANG, changed, Entry.GRIEVANCE, "其实是委屈", now=at("11:30")) is None
    assert views.to_answer(store, OFFICE, DAY) == ()
    assert [views.entry(store, OFFICE, each) for each in (told, changed)] == [None, None]


def test_a_supervisor_may_only_pass_on_what_they_found_themselves(store: Store) -> None:
    subject = write(store, Entry.DISCOVERY, ZHAO)
    (own,) = views.to_answer(store, ZHAO, DAY)
    assert views.outcomes(own, ZHAO) == (Outcome.PASSED_ON,)
    assert code(actions.answer(store, ZHAO, subject, Outcome.ADOPTED, "好", now=at("11:00"))) == "not_yours_to_answer"
    assert actions.answer(store, ZHAO, subject, Outcome.PASSED_ON, "请看", now=at("11:00")) is None


def test_a_supervisor_answers_ideas_and_difficulties_of_the_hall_the_unanswered_first(store: Store) -> None:
    idea, trouble = write(store, Entry.DISCOVERY), write(store, Entry.DIFFICULTY)
    write(store, Entry.PRAISE)
    actions.answer(store, ZHAO, idea, Outcome.ADOPTED, "好", now=at("11:00"))
    assert [each.id for each in views.to_answer(store, ZHAO, DAY)] == [trouble, idea]
    assert views.to_answer(store, ZHAO, DAY + timedelta(days=1)) == views.to_answer(store, SUN, DAY) == ()


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ({}, {}),
        ({"甲": 0, "乙": 5}, {"甲": 0, "乙": 5}),
        ({"甲": 4, "乙": 1, "丙": 9}, {"甲": None, "乙": None, "丙": 9}),
        ({"甲": 1, "乙": 7, "丙": 9}, {"甲": None, "乙": None, "丙": 9}),  # or the total less 16 would tell
        ({"甲": 1}, {"甲": None}),
    ],
)
def test_few_of_a_hall_are_not_shown(counts, shown):
    assert rules.without_small_counts(counts, 5) == shown


def test_a_month_is_counted_without_words_and_names(store: Store) -> None:
    for _ in range(6):
        write(store, Entry.GRIEVANCE)
    praised = write(store, Entry.PRAISE, LI)
    found = write(store, Entry.DISCOVERY)
    actions.answer(store, ZHAO, found, Outcome.ADOPTED, "好", now=at("11:00"))
    write(store, Entry.DIFFICULTY)
    assert isinstance(happiness.ask(store, ZHANG, Topic.LIFE, ("1009",), "要调班", now=at("10:00")), str)
    month = diary_counts.of_month(store, MONTH)
    lines = {line.name: line for line in month.lines}
    assert lines[HALL].counts == {
        Entry.DIFFICULTY: None,
        Entry.GRIEVANCE: 6,
        Entry.PRAISE: 1,
        Entry.DEED: 0,
        Entry.DISCOVERY: 1,
        Entry.SUGGESTION: 0,
    }
    assert (lines[""].counts[Entry.DIFFICULTY], lines[""].counts[Entry.GRIEVANCE]) == (None, 6)
    assert (lines[HALL].help, month.helped) == (None, None)
    assert month.outcomes[Entry.DISCOVERY] == {"adopted": 1}
    assert not any(diary_counts.of_month(store, "2026-02").outcomes.values())
    said = repr(month)
    assert not any(word in said for word in ("台阶", "1001", "张敏", praised, LIU.name))


def test_what_came_of_a_few_difficulties_is_not_counted_exactly(store: Store) -> None:
    for count, shown in ((1, None), (3, None), (1, {"helped": 5})):
        for _ in range(count):
            actions.answer(store, ZHAO, write(store, Entry.DIFFICULTY), Outcome.HELPED, "好", now=at("11:00"))
        assert diary_counts.of_month(store, MONTH).outcomes[Entry.DIFFICULTY] == shown


def test_entries_of_a_newer_kind_are_counted_too_and_not_shown_where_they_are_few(store: Store) -> None:
    """One answered entry of a kind of a newer version kept the page from opening."""
    memory, many = Entry("memory"), 6
    for n in range(many):
        written = EntryWritten(staff="1001", entry=memory, text="")
        elsewhere(store, f"entry:{n}", at("10:00") + n, written, n + 1, actor="1001")
    answered = EntryAnswered(outcome=Outcome("framed"), line="")
    elsewhere(store, "entry:0", at("11:00"), answered, many + 1, actor=ZHAO.number)
    month = diary_counts.of_month(store, MONTH)
    assert month.kinds[-1] == memory
    assert month.lines[-1].counts[memory] == many
    assert month.outcomes[memory] is None
