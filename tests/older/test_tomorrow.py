"""What a newer program will write stops nobody here, is shown as what it is, and is folded anew after the upgrade."""

import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import msgspec
import peewee
import pytest

from shared.daily_log import sections
from shared.daily_log import views as daily_log
from shared.domain.fact import Fact, Personal, Upcast, renamed
from shared.domain.open_enum import OpenEnum
from shared.domain.refusal import Refusal
from shared.domain.roles import Act, Role, may
from shared.journal import seal, verify
from shared.journal.event import Companion, Event, digest
from shared.journal.opening import open_store
from shared.journal.projection import Projected, Projection, Projections, Rows
from shared.journal.store import Store
from shared.people import views as people
from shared.practice.cards import actions as award
from shared.practice.cards import views as cards
from shared.practice.cards.facts import P, SentenceAdded
from shared.practice.cards.policy import CardsPolicy
from shared.practice.diary import views as diary
from shared.practice.diary.facts import Entry
from shared.practice.happiness import views as happiness
from shared.practice.inquiries import views as inquiries
from shared.practice.pauses import views as pauses
from shared.practice.rulebook import views as rulebook
from shared.reference import actions, views
from shared.reference.facts import DocumentPublished
from shared.registry import PROJECTIONS
from tests.older import Arrival, arrivals, read
from tests.support.builders import HALL, MONDAY, actor, at

NIGHT = at("23:00")
NEWER = "from_tomorrow"


def opened(folder: Path, events: list[Arrival]) -> Store:
    store = open_store(folder, PROJECTIONS, hall=HALL)
    store.receive(events)
    return store


def changed(arrival: Arrival, **changes: Any) -> Arrival:
    return (msgspec.structs.replace(arrival[0], **changes), *arrival[1:])


def shown(store: Store) -> list[str]:
    """Everything that a person may look at, read once; what the day's page says, cell by cell."""
    for number in ("1001", "1002"):
        cards.mine(store, number, now=NIGHT)
        pauses.mine(store, number, NIGHT)
        diary.mine(store, number)
        happiness.requests(store, actor("1001"))
    cards.report(store, 2026)
    diary.counts(store, HALL, MONDAY, MONDAY)
    pauses.of_day(store, HALL, MONDAY, actor("2001"))
    for subject in ("inquiry:1", "inquiry:2"):
        inquiries.page(store, subject, NIGHT)
    inquiries.digest(store, HALL, NIGHT)
    people.everyone(store)
    log = daily_log.day(store, HALL, MONDAY, now=NIGHT, reader=actor("2001"))
    return [str(cell) for part in sections.sections(log) for row in part.rows for cell in row]


# ---- one field more --------------------------------------------------------------------------------------------------


def wider(value: Any) -> Any:
    """The same with a field more in every object."""
    if isinstance(value, list):
        return [wider(each) for each in value]
    return {**{name: wider(each) for name, each in value.items()}, NEWER: 1} if isinstance(value, dict) else value


def test_one_field_more_in_every_fact_changes_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    plain = opened(tmp_path / "plain", arrivals())
    more = [
        changed(a, body={**a[0].body, NEWER: 1} if a[0].kind == DocumentPublished.kind() else wider(a[0].body))
        for a in arrivals()
    ]
    store = opened(tmp_path / "more", more)
    assert caplog.messages == []
    assert verify.contents(store) == verify.contents(plain)
    assert shown(store)[:10] == shown(plain)[:10]
    for each in (plain, store):
        each.close()


def test_one_personal_field_more_is_kept_and_is_no_fault_of_the_journal(tmp_path: Path) -> None:
    value = Companion(event_id="newer", field=NEWER, salt="00", value="13800138000")
    event = Event(
        id="newer",
        station="other",
        hall=HALL,
        n=1,
        kind="card_withdrawn",
        subject="card:1",
        actor="",
        ts=NIGHT,
        occurred_at=NIGHT,
        body={NEWER: digest(value.salt, value.value)},
    )
    event = msgspec.structs.replace(event, link=seal.link(seal.START, event))
    store = opened(tmp_path, [(event, (value,), 1)])
    assert verify.journal(store).found is None
    store.close()


def test_a_personal_field_that_has_another_name_now_reads_as_empty(tmp_path: Path) -> None:
    store = opened(tmp_path, [changed(a, body={}) if a[0].kind == "sentence_added" else a for a in arrivals()])
    [event] = [event for event in store.events() if event.kind == "sentence_added"]
    assert store.fact(event) == SentenceAdded(sentence="")
    store.close()


# ---- a code more -----------------------------------------------------------------------------------------------------


def codes(kind: str) -> Iterator[tuple[str, ...]]:
    """Where a fact of this kind holds a code of an open enumeration: the path in its body."""
    yield from _codes(Projections(PROJECTIONS).fact_types[kind])


def _codes(fact_type: type[Any], path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for field in msgspec.structs.fields(fact_type):
        for each in [field.type, *getattr(field.type, "__args__", ())]:
            if isinstance(each, type) and issubclass(each, OpenEnum):
                yield (*path, field.encode_name)
            elif isinstance(each, type) and issubclass(each, msgspec.Struct):
                yield from _codes(each, (*path, field.encode_name))


def test_every_code_of_a_fact_may_grow() -> None:
    shapes = "".join(map(repr, map(msgspec.inspect.type_info, Projections(PROJECTIONS).fact_types.values())))
    used = set(re.findall(r"EnumType\(cls=<enum '(\w+)'>\)", shapes))
    assert used == {each.__name__ for each in OpenEnum.__subclasses__()} - {"HubSays"}
    assert "P" in used


def with_code(body: dict[str, Any], path: tuple[str, ...]) -> dict[str, Any]:
    name, *rest = path
    if rest:
        return {**body, name: with_code(body[name], tuple(rest))}
    return {**body, name: [NEWER] if isinstance(body[name], list) else NEWER}


KINDS = sorted({row["kind"] for row in read("journal.json")} - {"personal_erased"})
CODES = [(kind, path) for kind in KINDS for path in codes(kind)]


@pytest.mark.parametrize(
    ("kind", "path"), CODES, ids=lambda value: value if isinstance(value, str) else ".".join(value)
)
def test_a_newer_code_hides_nothing(
    kind: str, path: tuple[str, ...], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    newer = [changed(a, body=with_code(a[0].body, path)) if a[0].kind == kind else a for a in arrivals()]
    store = opened(tmp_path, newer)
    shown(store)
    assert caplog.messages == []
    for event in store.events():
        if event.kind == kind:
            said = msgspec.json.decode(msgspec.json.encode(store.fact(event)))
            assert with_code(said, path) == said  # sent on as it came
    assert verify.projections(store) == ()
    store.close()


def newer_day(folder: Path) -> Store:
    """The frozen day, in which cards, entries and so on are of kinds that this version does not know."""
    paths = {
        "card_awarded": ("p",),
        "entry_changed": ("entry",),
        "inquiry_opened": ("topic",),
        "inquiry_informed": ("channel",),
        "pause_started": ("reason",),
        "staff_set": ("role",),
    }
    return opened(
        folder,
        [
            changed(a, body=with_code(a[0].body, paths[a[0].kind]))
            if a[0].kind in paths and a[0].subject not in {"staff:2001", "staff:9001"}
            else a
            for a in arrivals()
        ],
    )


def test_it_is_counted_and_shown_as_what_it_is(tmp_path: Path) -> None:
    store = newer_day(tmp_path)
    mine, report = cards.mine(store, "1001", now=NIGHT), cards.report(store, 2026)
    assert (mine.total, mine.by_p[P(NEWER)]) == (3, 3)
    assert (report.total, report.by_p[P(NEWER)], report.by_p[P.POLITE]) == (3, 3, 0)
    assert diary.counts(store, HALL, MONDAY, MONDAY)[Entry(NEWER)] == 1
    [pause] = pauses.of_day(store, HALL, MONDAY, actor("2001"))
    assert pause.reason == NEWER
    page = shown(store)
    assert "王芳(1001)收到一张本版本还不认识的卡（用户赠）" in page
    assert "用户赠卡（计入） · 本版本还不认识的" in page
    assert "工作日记 · 本版本还不认识的类别" in page
    assert any("本版本还不认识的方式" in cell for cell in page)
    assert not any(NEWER in cell for cell in page)
    store.close()


def test_a_newer_role_may_do_nothing_and_stands_above_all(tmp_path: Path) -> None:
    store = newer_day(tmp_path)
    role = next(person.role for person in people.everyone(store) if person.number == "1001")
    assert (role, role.known) == (NEWER, False)
    assert not any(may(role, act) for act in Act)
    assert isinstance(
        award.give(store, actor("2001"), "1001", P.POLITE, now=NIGHT), award.Awarded
    )  # a colleague gives as before
    allowance = cards.allowance(store, "2001", Role.SUPERVISOR, role, now=NIGHT)
    assert allowance.limit == cards.allowance(store, "2001", Role.SUPERVISOR, Role.SUPERVISOR, now=NIGHT).limit
    store.close()


# ---- a kind more, a name changed -------------------------------------------------------------------------------------


class CaringNominated(Fact):
    """A kind that this version does not know."""

    staff: str


class Sang(Fact):
    """Tomorrow's shape of a fact that was `SangThen`."""

    upcasts: ClassVar[tuple[Upcast, ...]] = (renamed("it", "song"), renamed("text", "words"))
    song: str
    words: Personal = ""


class SangThen(Fact, tag="sang"):
    """Today's shape: version 1."""

    it: str
    text: Personal = ""


class NoteRow(Projected):
    said = peewee.TextField()

    class Meta:
        table_name = "note"


def noting(*kinds: type[Fact]) -> Projection:
    """A projection of these kinds. Its version stays the same whatever they are."""
    projection = Projection("notes", version=1, tables=(NoteRow,))
    for kind in kinds:
        projection.on(kind)(_note)
    return projection


def _note(rows: Rows, event: Event, fact: Fact) -> None:
    said = [value for value in msgspec.structs.astuple(fact) if isinstance(value, str)]
    rows.add(NoteRow, said=" ".join(said))


def notes(store: Store) -> list[str]:
    return sorted(row.said for row in NoteRow.select().execute(store.db))


def recorded(folder: Path, *facts: Fact, projection: Projection) -> list[Arrival]:
    """What another device, of another version, recorded."""
    store = open_store(folder, [projection], hall=HALL)
    for place, fact in enumerate(facts):
        with store.transaction(NIGHT) as tx:
            tx.record(fact, subject=f"{fact.kind()}:{folder.name}{place}", actor="1001")
    rows = store.db.execute_sql("SELECT event_id, field, salt, value FROM companion").fetchall()
    values = [Companion(event_id=a, field=b, salt=c, value=d) for a, b, c, d in rows]
    found = [(event, tuple(v for v in values if v.event_id == event.id), event.n) for event in store.events()]
    store.close()
    return found


def test_a_kind_that_came_before_its_version_is_folded_by_the_upgrade_itself(tmp_path: Path) -> None:
    newer = recorded(tmp_path / "newer", CaringNominated(staff="1001"), projection=noting(CaringNominated))
    store = open_store(tmp_path / "here", [*PROJECTIONS, noting(SangThen)], hall=HALL)
    store.receive(newer)
    assert "本版本还不认识的记录（caring_nominated）" in shown(store)
    assert notes(store) == []
    store.close()
    upgraded = open_store(tmp_path / "here", [*PROJECTIONS, noting(SangThen, CaringNominated)])
    assert notes(upgraded) == ["1001"]
    assert verify.projections(upgraded) == ()
    upgraded.close()


def test_a_renamed_field_is_read_under_both_names(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Today's program keeps tomorrow's event and goes on; tomorrow's reads both."""
    old = recorded(tmp_path / "old", SangThen(it="茉莉花", text="好听"), projection=noting(SangThen))
    new = recorded(tmp_path / "new", Sang(song="小白杨", words="更好"), projection=noting(Sang))
    assert [event.v for event, _, _ in (*old, *new)] == [1, 3]
    store = open_store(tmp_path / "here", [noting(SangThen)], hall=HALL)
    with caplog.at_level(logging.ERROR):
        store.receive([*new, *((event, values, 2) for event, values, _ in old)])
    assert ["cannot be folded" in message for message in caplog.messages] == [True]
    assert notes(store) == ["茉莉花 好听"]
    assert verify.journal(store).found is None
    store.close()
    upgraded = open_store(tmp_path / "here", [noting(Sang)])
    assert notes(upgraded) == ["小白杨 更好", "茉莉花 好听"]
    assert verify.journal(upgraded).found is None
    with upgraded.transaction(NIGHT) as tx:
        tx.erase("sang:old0", reason="到期")
    assert notes(upgraded) == ["小白杨 更好", "茉莉花 "]
    upgraded.close()


# ---- documents -------------------------------------------------------------------------------------------------------


def published(store: Store, name: str, body: dict[str, Any], version: int = 9) -> None:
    """As an office of tomorrow publishes it."""
    fact = DocumentPublished(name=name, version=version, body=body)
    with store.transaction(NIGHT) as tx:
        tx.record(fact, subject=f"document:{name}", actor="9001", hall="*")


DOCUMENTS = {
    row["body"]["name"]: row["body"]["body"] for row in read("journal.json") if row["kind"] == "document_published"
}


@pytest.mark.parametrize("name", ["policy", "calendar", "happy_station", "rulebook/smile"])
def test_a_document_with_a_field_more_is_read_and_nobody_stops(name: str, tmp_path: Path) -> None:
    store = opened(tmp_path, arrivals())
    body = wider(DOCUMENTS[name]) | ({"version": 9} if name != "rulebook/smile" else {})
    if name == "calendar":  # years are numbers
        body["years"].pop(NEWER)
    published(store, name, body)
    assert views.version(store, name) == 9
    read_back = {
        "policy": lambda: views.policy(store).version == 9,
        "calendar": lambda: views.calendar(store).version == 9,
        "happy_station": lambda: happiness.station(store).hotlines[0].name == "主管领导",
        "rulebook/smile": lambda: [c.version for c in rulebook.chapters(store)] == [9],
    }
    assert read_back[name]()
    assert isinstance(award.award(store, "1001", P.POLITE, now=NIGHT), award.Awarded)
    store.close()


def test_a_calendar_that_cannot_be_read_leaves_the_one_before_in_force(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    store = opened(tmp_path, arrivals())
    published(store, "calendar", {"version": 9, "years": "see elsewhere"})
    assert views.calendar(store).version == 2
    assert isinstance(award.award(store, "1001", P.POLITE, now=NIGHT), award.Awarded)
    assert ["calendar" in message for message in caplog.messages] == [True]
    store.close()


def test_a_section_of_the_policy_that_cannot_be_read_takes_the_values_shipped(tmp_path: Path) -> None:
    store = opened(tmp_path, arrivals())
    published(store, "policy", {"version": 9, "cards": "see elsewhere"})
    assert views.policy(store).version == 9
    assert views.policy(store)[CardsPolicy] == CardsPolicy()
    assert isinstance(award.award(store, "1001", P.POLITE, now=NIGHT), award.Awarded)
    store.close()


def test_whoever_publishes_must_not_invent_names(tmp_path: Path) -> None:
    store = opened(tmp_path, arrivals())
    year = {"holidays": [], "makeup": [], "makeups": ["2027-01-02"]}
    answer = actions.publish(store, actor("9001"), "calendar", {"years": {"2027": year}}, now=NIGHT)
    assert isinstance(answer, Refusal)
    assert answer.code == "calendar_form"
    assert "makeups" in str(answer.details["value"])
    answer = actions.publish(store, actor("9001"), "calendar", {"years": {}, "yaers": {}}, now=NIGHT)
    assert isinstance(answer, Refusal)
    assert "yaers" in str(answer.details["value"])
    assert views.calendar(store).version == 2
    store.close()


def test_names_of_a_newer_office_may_be_carried_on(tmp_path: Path) -> None:
    store = opened(tmp_path, arrivals())
    published(store, "calendar", {**DOCUMENTS["calendar"], "version": 9, NEWER: 1})
    body = views.document(store, "calendar")
    assert body is not None
    body["years"]["2031"] = {"holidays": ["2031-01-01"], "makeup": []}
    assert actions.publish(store, actor("9001"), "calendar", body, now=NIGHT) == 10
    assert isinstance(actions.publish(store, actor("9001"), "calendar", {**body, "mine": 1}, now=NIGHT), Refusal)
    found = views.document(store, "calendar")
    assert found is not None
    assert found[NEWER] == 1
    store.close()


@pytest.mark.parametrize("value", [7, [], {}, "?", None])
def test_a_step_that_cannot_be_read_is_left_out_of_the_pages_of_what_it_is_about(tmp_path: Path, value: Any) -> None:
    """A counter's terminal sent such a step of a ticket, or such a change of an entry: their pages opened nowhere."""
    begun, events = set[str](), []
    for arrival in arrivals():
        event = arrival[0]
        later = event.subject in begun and event.kind != DocumentPublished.kind()
        begun.add(event.subject)
        events.append(changed(arrival, body=dict.fromkeys(event.body, value)) if later else arrival)
    store = opened(tmp_path, events)
    assert shown(store)
    entries = [event.subject for event in store.events() if event.kind == "entry_written"]
    assert [diary.versions(store, actor("2001"), entry) for entry in entries]
    assert inquiries.page(store, "inquiry:1", NIGHT)
    store.close()
