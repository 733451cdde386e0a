"""模板文件: exported from one company, taken over by another; it names nobody and is taken whole or not at all."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.roles import Role
from shared.domain.workdays import day_of
from shared.journal.opening import open_store
from shared.journal.store import Store
from shared.practice.assessment import actions as assessment
from shared.practice.assessment import inspections
from shared.practice.assessment.facts import CheckLine, Item
from shared.practice.learning import actions as learning
from shared.practice.learning import papers, views
from shared.practice.learning.facts import Category, Choice, CourseSet
from shared.practice.learning.rules.quiz import Question
from shared.practice.pauses.policy import PausesPolicy
from shared.practice.rulebook import actions as rulebook
from shared.practice.rulebook.facts import ChapterText
from shared.practice.rulebook.views import chapters, mine
from shared.reference import actions as reference
from shared.reference.views import policy, version
from shared.registry import PROJECTIONS
from shared.template import file as templates
from shared.template.file import State
from tests.support.blank import copy_blank_journal
from tests.support.builders import MONDAY, MORNING, ROSTER, actor, code, staffed_store

OFFICE = actor("9001", Role.OFFICE)
OWNER = Actor("", "", Role.OFFICE, "", "*")  # whoever sets the other company's PC up
CHECKS = [
    CheckLine("a", Item.ENVIRONMENT, "标识清楚", "4"),
    CheckLine("b", Item.SERVICE, "来有迎声", "4", clause="rules/1"),
]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A company with a rule of its own, a chapter, a checklist and a course."""
    opened = staffed_store(tmp_path / "one")
    values = {"pauses": {"waiting_limit": 4}}
    assert reference.publish(opened, OFFICE, "policy", values, now=MORNING) == 2
    chapter(opened, "来有迎声，去有送声。")
    assert isinstance(assessment.publish_checklist(opened, OFFICE, CHECKS, now=MORNING), int)
    asked = Question("smile", "q1", 1, "先说什么？", (Choice("您好", right=True), Choice("下一个")))
    assert learning.set_questions(opened, OFFICE, [asked], now=MORNING) == 1
    course = CourseSet(
        code="smile", title="微笑服务", category=Category.AWARENESS, posts=("cashier",), due=MONDAY, shown=1
    )
    assert learning.set_course(opened, OFFICE, course, now=MORNING) is None
    yield opened
    opened.close()


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Store]:
    """Another company's first day."""
    copy_blank_journal(tmp_path / "two", PROJECTIONS)
    opened = open_store(tmp_path / "two", PROJECTIONS, hall="新厅")
    yield opened
    opened.close()


def chapter(store: Store, words: str) -> None:
    done = rulebook.publish(store, OFFICE, "greeting", ChapterText(place=1, title="迎送", text=words), now=MORNING)
    assert isinstance(done, int)


def exported(store: Store) -> bytes:
    content = templates.export(store, MONDAY)
    assert isinstance(content, bytes)
    return content


def changed(content: bytes, part: str, **items: Any) -> templates.Template:
    """The file with other items in one part."""
    found = json.loads(content)
    found["parts"].setdefault(part, {}).update({key.replace("__", "."): item for key, item in items.items()})
    read = templates.read(json.dumps(found).encode())
    assert not isinstance(read, Refusal)
    return read


def test_an_exported_template_sets_up_another_company(store: Store, other: Store) -> None:
    found = templates.read(exported(store))
    assert not isinstance(found, Refusal)
    states = {
        (line.part, line.key): line.state for line in templates.preview(other, found) if line.state is not State.SAME
    }
    assert states == {
        ("policy", "pauses.waiting_limit"): State.CHANGED,
        ("checklists", "standard"): State.NEW,
        ("rulebook", "greeting"): State.NEW,
        ("courses", "smile"): State.NEW,
    }
    assert templates.take(other, OWNER, found, now=MORNING) == 4
    assert policy(other)[PausesPolicy].waiting_limit == 4
    assert inspections.checklist(other).lines == tuple(CHECKS)
    assert [(each.title, each.text) for each in chapters(other)] == [("迎送", "来有迎声，去有送声。")]
    taken = views.course(other, "smile")
    assert taken is not None
    assert (taken.title, taken.due > day_of(MORNING), len(papers.bank(other, "smile"))) == ("微笑服务", True, 1)
    before = len(other.events())
    assert templates.take(other, OWNER, found, now=MORNING) == 0  # the same once more
    assert len(other.events()) == before
    mine = json.loads(exported(other))
    assert mine["parts"] == json.loads(exported(store))["parts"]


def test_a_template_names_no_person_and_no_hall(store: Store) -> None:
    content = exported(store).decode()
    halls = {person.hall for person in ROSTER} | {person.branch for person in ROSTER}
    for word in {person.name for person in ROSTER} | {f'"{person.number}"' for person in ROSTER} | halls:
        assert word not in content
    assert "published_by" not in content


@pytest.mark.parametrize(
    "words",
    [
        *("有事找王芳。", "有事找王 芳。", "工号1001负责。", "工号１００１负责。"),
        *("打13912345678。", "打139 1234-5678。", "证号11010519491231002X。"),
    ],
)
def test_a_text_that_names_somebody_is_not_exported(store: Store, words: str) -> None:
    chapter(store, words)
    refused = templates.export(store, MONDAY)
    assert code(refused) == "template_names_people"
    assert isinstance(refused, Refusal)
    assert "greeting" in str(refused.details["where"])


def test_a_year_is_not_taken_for_a_staff_number(store: Store) -> None:
    chapter(store, "自1001年起施行。")
    assert isinstance(templates.export(store, MONDAY), bytes)


def test_a_book_of_a_newer_version_comes_last_and_stops_no_page(store: Store, other: Store) -> None:
    newer = {"place": 1, "title": "新册", "text": "第1条。", "book": "leaflet"}
    template = changed(exported(store), "rulebook", leaflet=newer)
    assert isinstance(templates.take(other, OWNER, template, now=MORNING), int)
    assert [each.code for each in chapters(other)] == ["greeting", "leaflet"]


def test_a_text_of_another_company_is_due_for_reading_even_if_it_was_a_correction_there(store: Store) -> None:
    """The file said 文字修正, so everybody here stood as having read a text that nobody had seen."""
    corrected = ChapterText(place=1, title="迎送", text="来有迎声，去有送声！", material=False)
    assert isinstance(rulebook.publish(store, OFFICE, "greeting", corrected, now=MORNING), int)
    found = templates.read(exported(store))
    assert not isinstance(found, Refusal)
    chapter(store, "您好。")
    [here] = chapters(store)
    assert rulebook.read(store, actor("1001"), "greeting", here.version, now=MORNING) is None
    assert templates.take(store, OFFICE, found, now=MORNING) == 1
    assert [each.due for each in mine(store, "1001")] == [True]


@pytest.mark.parametrize(
    ("part", "items"),
    [
        ("policy", {"pauses__waiting_limit": -3}),
        ("policy", {"cards__ladder": 7}),
        ("rulebook", {"Bad Code": {"place": 1, "title": "一", "text": "二"}}),
        ("checklists", {"standard": {"lines": []}}),
        ("courses", {"smile": {"title": "", "category": "skill", "posts": ["cashier"]}}),
    ],
)
def test_one_wrong_item_refuses_the_whole_template(store: Store, other: Store, part, items) -> None:
    template = changed(exported(store), part, **items)
    assert isinstance(templates.take(other, OWNER, template, now=MORNING), Refusal)
    assert other.events() == []
    assert (version(other, "policy"), chapters(other), views.courses(other)) == (0, (), ())


def test_items_unknown_to_this_version_are_named_and_skipped(store: Store, other: Store) -> None:
    content = exported(store)
    template = changed(
        json.dumps(json.loads(content) | {"more": 1}).encode(), "policy", pauses__telepathy=1, magic__wand=2
    )
    template.parts["wizardry"] = {"spell": {"words": 1}}
    template.parts["rulebook"]["odd"] = ["no", "chapter"]
    unknown = {(each.part, each.key) for each in templates.preview(other, template) if each.state is State.UNKNOWN}
    assert unknown == {
        ("policy", "pauses.telepathy"),
        ("policy", "magic.wand"),
        ("wizardry", "spell"),
        ("rulebook", "odd"),
    }
    assert templates.take(other, OWNER, template, now=MORNING) == 4


@pytest.mark.parametrize(
    ("content", "refused"),
    [
        (b"", "no_template"),
        (b"{}", "no_template"),
        (b"[1]", "no_template"),
        (b'{"format": "something"}', "no_template"),
        (b'{"format": "warm-window-template", "parts": {"policy": 3}}', "no_template"),
        (b'{"format": "warm-window-template", "version": 2}', "template_newer"),
        (b'{"format": "warm-window-template", "parts": {"rulebook": {"a\\u0000": 1}}}', "unwritable"),
        (b'{"format": "warm-window-template", "parts": {"a": {"b": ["' + b"x" * 20_001 + b'"]}}}', "text_too_long"),
        (b'\xef\xbb\xbf{"format": "warm-window-template"}', None),
        (b'{"format":"warm-window-template","parts":' + b'{"a":' * 5000, "no_template"),
    ],
)
def test_which_files_are_templates(content, refused):
    assert code(templates.read(content)) == refused


def test_more_than_an_event_holds_is_refused_and_leaves_nothing(store: Store, other: Store) -> None:
    choices = [{"text": letter * 20_000, "right": letter == "甲"} for letter in "甲乙丙丁戊己"]
    long = {"code": "q9", "text": "题" * 20_000, "choices": choices}
    course = json.loads(exported(store))["parts"]["courses"]["smile"]
    template = changed(exported(store), "courses", smile={**course, "questions": [*course["questions"], long]})
    assert code(templates.take(other, OWNER, template, now=MORNING)) == "text_too_long"
    assert other.events() == []


def test_only_the_office_takes_one(store: Store, other: Store) -> None:
    found = templates.read(exported(store))
    assert not isinstance(found, Refusal)
    chapter(store, "别的")
    for who in (actor("1001"), actor("2001", Role.SUPERVISOR)):
        assert code(templates.take(store, who, found, now=MORNING)) == "not_allowed"


def test_what_a_newer_version_wrote_inside_is_exported_and_taken(store: Store, other: Store) -> None:
    """An older program in between dropped it."""
    parts = json.loads(exported(store))["parts"]
    parts["rulebook"]["greeting"]["audience"] = ["cashier"]
    parts["checklists"]["standard"]["scale"] = 5
    parts["checklists"]["standard"]["lines"][0]["photo"] = True
    newer = {part: parts[part] for part in ("rulebook", "checklists")}
    content = json.dumps({"format": templates.FORMAT, "version": 1, "parts": newer}).encode()
    found = templates.read(content)
    assert not isinstance(found, Refusal)
    assert templates.take(other, OWNER, found, now=MORNING) == 2
    assert {part: items for part, items in json.loads(exported(other))["parts"].items() if part in newer} == newer
