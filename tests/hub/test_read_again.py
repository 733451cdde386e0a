"""What an earlier version passed over because it could not read it is asked for again once the program was upgraded."""

import pytest

from shared.sync import reading, unreadable_events
from tests.hub.site import Device, Site


@pytest.fixture
def older(site: Site, monkeypatch: pytest.MonkeyPatch) -> tuple[Device, set[str]]:
    return passed_over(site, monkeypatch, 1)


def passed_over(site: Site, monkeypatch: pytest.MonkeyPatch, count: int) -> tuple[Device, set[str]]:
    """A counter of a version that reads no body as deep as these cards of another one."""
    one, other = site.device("one"), site.device("other")
    given = {other.record().id for _ in range(count)}
    other.sync()
    with monkeypatch.context() as before:
        before.setattr(reading, "DEEPEST", 0)
        before.setattr(unreadable_events, "release", lambda: "0.1")
        one.sync()
    assert not given & one.ids()
    assert unreadable_events.skipped(one.store).count == count
    return one, given


def test_events_passed_over_stayed_away_after_the_upgrade(
    older: tuple[Device, set[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, given = older
    monkeypatch.setattr(unreadable_events, "release", lambda: "0.2")
    one.sync()
    assert given <= one.ids()
    assert not unreadable_events.skipped(one.store)


def test_the_same_version_does_not_ask_again(older: tuple[Device, set[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    one, given = older
    monkeypatch.setattr(unreadable_events, "release", lambda: "0.1")
    one.sync()
    assert not given & one.ids()


def test_what_comes_later_is_counted_too_and_nothing_twice_when_the_feed_is_read_again(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = site.device("one"), site.device("other")
    monkeypatch.setattr(reading, "DEEPEST", 0)
    for count in (1, 2):
        other.record()
        other.sync(), one.sync()
        assert unreadable_events.skipped(one.store).count == count
    one.store.set_setting("hub_chain", "of a hub that was restored")
    one.sync()
    assert unreadable_events.skipped(one.store).count == 2


def test_more_than_could_be_named_are_read_from_the_start(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unreadable_events, "NAMED", 1)
    one, given = passed_over(site, monkeypatch, 3)
    assert len(unreadable_events.skipped(one.store).first) == 1
    monkeypatch.setattr(unreadable_events, "release", lambda: "0.2")
    one.sync()
    one.sync()
    assert given <= one.ids()
    assert not unreadable_events.skipped(one.store)


def test_more_than_could_be_named_that_cannot_be_read_either_are_counted_again(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unreadable_events, "NAMED", 1)
    one, _ = passed_over(site, monkeypatch, 3)
    monkeypatch.setattr(unreadable_events, "release", lambda: "0.2")
    monkeypatch.setattr(reading, "DEEPEST", 0)
    one.sync()
    one.sync()
    assert unreadable_events.skipped(one.store).count == 3


def test_what_the_new_version_cannot_read_either_stays_counted(
    older: tuple[Device, set[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, _ = older
    monkeypatch.setattr(unreadable_events, "release", lambda: "0.2")
    monkeypatch.setattr(reading, "DEEPEST", 0)
    one.sync()
    assert unreadable_events.skipped(one.store).count == 1
    assert unreadable_events.skipped(one.store).release == "0.2"
