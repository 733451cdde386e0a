"""A value or field of a document that has another name since is read under both, and lost by neither version."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, ClassVar

import msgspec
import pytest

from shared.declaration.declared import declared, with_practices
from shared.declaration.practice import Practice
from shared.domain import policy_check
from shared.domain.document import Published, read
from shared.domain.fact import Upcast, renamed
from shared.domain.policy import Policy, Range, Section, Value, newer_names, values_of
from shared.domain.text import Text
from shared.domain.units import TIMES
from shared.journal.store import Store
from shared.practice.performance.policy import Performance
from shared.reference import actions, views
from shared.reference.facts import DocumentPublished
from shared.template import file as templates
from tests.older import arrivals
from tests.older import read as frozen
from tests.older.tomorrow import NIGHT, opened
from tests.support.builders import MONDAY, actor, done

OFFICE = actor("9001")
UP_TO_NINE = Value(Text("数", "Number"), Text("数", "Number"), Range(0, 9, TIMES))


class SongsThen(Section):
    """Today's section: version 1."""

    key: ClassVar = "songs"
    title: ClassVar = Text("歌", "Songs")
    limit: Annotated[int, UP_TO_NINE] = 1
    verses: Annotated[int, UP_TO_NINE] = 2


class Songs(Section):
    """Tomorrow's."""

    key: ClassVar = "songs"
    title: ClassVar = Text("歌", "Songs")
    upcasts: ClassVar[tuple[Upcast, ...]] = (renamed("limit", "most"),)
    most: Annotated[int, UP_TO_NINE] = 1
    verses: Annotated[int, UP_TO_NINE] = 2


def publish(store: Store, section: type[Section], **values: object) -> None:
    """By an office of the version that has this section."""
    with with_practices(Practice(name="songs", title=Text("歌", "Songs"), policy=(section,))):
        assert done(actions.publish(store, OFFICE, "policy", {"songs": values}, now=NIGHT))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    found = opened(tmp_path, arrivals())
    yield found
    found.close()


def test_a_renamed_value_of_the_policy_is_read_and_kept_by_both_versions(store: Store) -> None:
    publish(store, SongsThen, limit=4)
    assert views.policy(store)[Songs].most == 4
    publish(store, Songs, verses=3)
    assert views.policy(store).body["songs"] == {"most": 4, "verses": 3}
    publish(store, SongsThen, verses=5)  # which does not know where its limit is
    assert views.policy(store).body["songs"] == {"most": 4, "verses": 5}
    assert views.policy(store)[Songs] == Songs(most=4, verses=5)
    publish(store, SongsThen, limit=6)
    assert views.policy(store)[Songs] == Songs(most=6, verses=5)
    publish(store, Songs, most=7)
    assert views.policy(store).body["songs"] == {"most": 7, "verses": 5}


def test_nothing_is_decided_for_good_by_a_value_that_has_another_name(store: Store) -> None:
    """An older office would have paid by the value shipped."""
    publish(store, Songs, most=4)
    policy = views.policy(store)
    assert [each.name for each in policy.unread(SongsThen)] == ["limit"]
    assert policy_check.understood(policy, SongsThen) is not None
    assert policy_check.understood(policy, Songs) is None


class Choir(Published, frozen=True):
    """Tomorrow's shape of the document of the happy station."""

    upcasts: ClassVar[tuple[Upcast, ...]] = (renamed("group", "choir"),)
    choir: str = ""


def test_a_renamed_field_of_a_document_is_read_and_kept_by_both_versions(store: Store) -> None:
    body = views.document(store, "happy_station")
    assert body is not None
    assert read(body, Choir).choir == body["group"]
    found = views.with_newer_names(store, "happy_station", Choir(choir="合唱团"))
    assert "group" not in found
    assert found | {"choir": "合唱团"} == found
    assert found["hotlines"] == body["hotlines"]
    assert read({**found, "group": "又改"}, Choir).choir == "又改"  # by an older program, later


WHOLE: dict[str, dict[str, Any]] = frozen("policy.json")


def test_no_value_of_an_earlier_policy_is_unknown(store: Store) -> None:
    """A value that is no longer declared has its upcast: beside an unknown one, others would count as unread."""
    policy = Policy(2, WHOLE)
    for key, section in declared().sections.items():
        assert newer_names(section, values_of(section, WHOLE.get(key))) == set()
        assert policy.unread(section) == ()
        assert policy[section] == section()
    assert set(WHOLE) <= set(declared().sections)


def test_a_policy_and_a_template_that_name_a_dropped_value_are_still_taken(store: Store) -> None:
    """How long pay is kept: nothing was ever deleted by it."""
    before = {"performance": {"keep_years": 9, "notice_days": 5}}
    assert "keep_years" in WHOLE["performance"]
    assert done(actions.publish(store, OFFICE, "policy", before, now=NIGHT))
    assert views.policy(store)[Performance].notice_days == 5
    assert "keep_years" not in views.policy(store).body["performance"]
    items = {"performance.keep_years": 9, "performance.notice_days": 6}
    content = msgspec.json.encode({"format": templates.FORMAT, "version": 1, "parts": {"policy": items}})
    template = templates.read(content)
    assert isinstance(template, templates.Template)
    assert [line.key for line in templates.preview(store, template)] == ["performance.notice_days"]
    assert templates.take(store, OFFICE, template, now=NIGHT) == 1
    assert views.policy(store)[Performance].notice_days == 6


def test_a_template_of_an_older_program_keeps_what_a_newer_one_published(store: Store, tmp_path: Path) -> None:
    publish(store, Songs, most=4)
    newer = {"performance": {**WHOLE["performance"], "bonus": "1", "service_by": "weather"}}
    with store.transaction(NIGHT) as tx:
        body = {**views.policy(store).body, **newer}
        fact = DocumentPublished(name="policy", version=9, body=body)
        tx.record(fact, subject="document:policy", actor="9001", hall="*")
    content = templates.export(store, MONDAY)
    assert isinstance(content, bytes)
    policy = msgspec.json.decode(content)["parts"]["policy"]
    assert (policy["songs.most"], policy["performance.bonus"]) == (4, "1")
    assert policy["performance.service_by"] == "weather"
