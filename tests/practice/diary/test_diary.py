"""The diary on a real store: own record, what others may read, automatic entries, consent."""

from datetime import date, timedelta

from shared.domain.refusal import Refusal
from shared.journal.store import Store
from shared.practice.diary import actions, views
from shared.practice.diary.facts import Entry, Outcome
from shared.practice.pauses import actions as pauses
from shared.practice.pauses.actions import Started
from shared.practice.pauses.facts import Count, PauseWithdrawn, Source
from tests.support.builders import elsewhere
from tests.support.practice_hall import DAY, HALL, LI, OFFICE, SUN, ZHANG, ZHAO, at


def write(
    store: Store, entry: Entry, text: str, clock: str = "10:00", *, day: date = DAY, candidate: bool = False
) -> str:
    """An entry of 张敏 that is accepted."""
    subject = actions.write(store, ZHANG, entry, text, candidate=candidate, now=at(clock, day))
    assert isinstance(subject, str)
    return subject


def test_ones_own_record_newest_first(store: Store) -> None:
    write(store, Entry.DIFFICULTY, "打印机卡纸", "09:00")
    write(store, Entry.PRAISE, "用户致谢", "11:00")
    assert [(e.entry, e.text) for e in views.mine(store, "1001")] == [
        (Entry.PRAISE, "用户致谢"),
        (Entry.DIFFICULTY, "打印机卡纸"),
    ]
    assert views.mine(store, "1002") == ()


def test_words_are_for_the_author_and_their_supervisor(store: Store) -> None:
    write(store, Entry.GRIEVANCE, "被用户误解")
    texts = [views.of_day(store, HALL, DAY, reader)[0].text for reader in (ZHANG, ZHAO, LI, SUN, OFFICE, None)]
    assert texts == ["被用户误解", "被用户误解", None, None, None, None]


def test_a_pause_writes_itself_and_its_length(store: Store) -> None:
    now = at("09:30")
    started = pauses.request(store, ZHANG, waiting=Count(waiting=0, source=Source.LINE, counted_at=now), now=now)
    assert isinstance(started, Started)
    (entry,) = views.mine(store, "1001")
    assert (entry.id, entry.entry, entry.at, entry.ended_at) == (started.pause, Entry.PAUSE, now, None)
    pauses.end(store, ZHANG, started.pause, 280_000, now=at("09:35"))
    (entry,) = views.mine(store, "1001")
    assert (entry.ended_at, entry.length_ms) == (at("09:35"), 280_000)
    assert actions.change(store, ZHANG, entry.id, Entry.DEED, "改", now=at("09:36")) == Refusal("automatic_entry")


def test_a_pause_taken_back_at_once_leaves_no_entry(store: Store) -> None:
    now = at("09:30")
    started = pauses.request(store, ZHANG, waiting=Count(waiting=0, source=Source.LINE, counted_at=now), now=now)
    assert isinstance(started, Started)
    pauses.withdraw(store, ZHANG, started.pause, now=now + 5000)
    assert views.mine(store, "1001") == ()


def test_a_pause_that_was_ended_first_keeps_its_entry(store: Store) -> None:
    """Its window ended it, while another device, apart, took it back."""
    now = at("09:30")
    started = pauses.request(store, ZHANG, waiting=Count(waiting=0, source=Source.LINE, counted_at=now), now=now)
    assert isinstance(started, Started)
    pauses.end(store, ZHANG, started.pause, 280_000, now=at("09:35"))
    elsewhere(store, started.pause, at("09:36"), PauseWithdrawn())
    assert [entry.length_ms for entry in views.mine(store, "1001")] == [280_000]


def test_a_change_keeps_what_was_said_before(store: Store) -> None:
    subject = write(store, Entry.DEED, "送老人回家")
    assert actions.change(store, ZHANG, subject, Entry.DISCOVERY, "送李大爷回家", now=at("10:30")) is None
    (entry,) = views.mine(store, "1001")
    assert (entry.entry, entry.text, entry.changed_at) == (Entry.DISCOVERY, "送李大爷回家", at("10:30"))
    assert [v.text for v in views.versions(store, ZHAO, subject)] == ["送老人回家", "送李大爷回家"]
    assert views.versions(store, LI, subject) == ()


def test_an_unknown_entry_is_not_found(store: Store) -> None:
    assert actions.change(store, ZHANG, "entry:no", Entry.DEED, "x", now=at("10:00")) == Refusal("not_found")
    assert actions.set_candidate(store, ZHANG, "entry:no", True, now=at("10:00")) == Refusal("not_found")
    assert actions.answer(store, ZHAO, "entry:no", Outcome.ADOPTED, "好", now=at("10:00")) == Refusal("not_found")
    assert views.entry(store, ZHAO, "entry:no") is None
    assert views.versions(store, ZHAO, "entry:no") == ()


def test_consent_opens_an_entry_to_the_office_and_can_be_withdrawn(store: Store) -> None:
    subject = write(store, Entry.DEED, "代缴燃气费", candidate=True)
    write(store, Entry.GRIEVANCE, "委屈")
    assert [e.text for e in views.candidates(store, OFFICE, 2026)] == ["代缴燃气费"]
    assert views.candidates(store, LI, 2026) == ()
    assert actions.set_candidate(store, ZHAO, subject, False, now=at("11:00")) == Refusal("not_allowed")
    assert actions.set_candidate(store, ZHANG, subject, False, now=at("11:00")) is None
    assert views.candidates(store, OFFICE, 2026) == ()


def test_a_year_s_candidates_are_those_written_in_it(store: Store) -> None:
    days = (date(2025, 12, 31), date(2026, 1, 1), date(2026, 12, 31), date(2027, 1, 1))
    for day in days:
        actions.write(store, ZHANG, Entry.DEED, f"{day}", candidate=True, now=at("10:00", day))
    assert [entry.text for entry in views.candidates(store, OFFICE, 2026)] == ["2026-01-01", "2026-12-31"]


def test_giving_the_same_consent_again_records_nothing(store: Store) -> None:
    subject = write(store, Entry.DEED, "代缴燃气费", candidate=True)
    actions.set_candidate(store, ZHANG, subject, True, now=at("11:00"))
    assert len(store.events(subject=subject)) == 1


def test_the_office_counts_without_reading(store: Store) -> None:
    write(store, Entry.GRIEVANCE, "一")
    write(store, Entry.GRIEVANCE, "二")
    write(store, Entry.SUGGESTION, "三")
    write(store, Entry.SUGGESTION, "四", clock="00:00", day=DAY + timedelta(days=1))
    counts = views.counts_by_hall(store, DAY, DAY)
    assert counts == {HALL: views.HallCounts({Entry.GRIEVANCE: 2, Entry.SUGGESTION: 1}, {})}


def test_erased_words_are_gone_from_every_version(store: Store) -> None:
    subject = write(store, Entry.PRAISE, "用户王先生 13800138000 致谢")
    actions.change(store, ZHANG, subject, Entry.PRAISE, "用户 13800138000 致谢", now=at("10:10"))
    with store.transaction(at("12:00")) as tx:
        tx.erase(subject, reason="asked for")
    assert views.mine(store, "1001")[0].text == ""
    assert [v.text for v in views.versions(store, ZHANG, subject)] == ["", ""]


def test_a_rebuild_gives_the_same_tables(store: Store) -> None:
    subject = write(store, Entry.DEED, "一", candidate=True)
    actions.change(store, ZHANG, subject, Entry.PRAISE, "二", now=at("10:10"))
    actions.set_candidate(store, ZHANG, subject, False, now=at("10:11"))
    before = views.mine(store, "1001")
    store.rebuild()
    assert views.mine(store, "1001") == before
    assert (before[0].entry, before[0].text, before[0].candidate) == (Entry.PRAISE, "二", False)
