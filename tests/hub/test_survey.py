"""问卷 over a real hub: what the hub's owner can read tells no answer, and two halls are counted together."""

from shared.domain.actor import Actor
from shared.domain.clock import DAY_MS, wall_clock
from shared.domain.roles import Role
from shared.domain.workdays import day_of
from shared.people import actions as people
from shared.people.rules import RosterLine
from shared.practice.survey import actions, views
from shared.practice.survey.facts import Question
from tests.hub.site import Site
from tests.support.builders import code

OFFICE = Actor("9001", "赵敏", Role.OFFICE, "", "总部")
STAFF = {f"10{n:02}": "A" for n in range(1, 6)} | {"1101": "B"}
_SEEN = """SELECT e::text || coalesce((SELECT string_agg(c::text, '') FROM hub.companion c WHERE c.event_id = e.id), '')
    FROM hub.event e"""


def who(number: str) -> Actor:
    return Actor(number, number, Role.STAFF, "cashier", STAFF[number])


def test_the_hub_s_owner_reads_who_took_part_and_sealed_sums(site: Site) -> None:
    a, b, office = site.device("a"), site.device("b", hall="B"), site.device("office", "office")
    now = wall_clock() - 3 * DAY_MS
    roster = [RosterLine(n, n, "一分公司", hall, "", "cashier", Role.STAFF) for n, hall in STAFF.items()]
    roster.append(RosterLine("9001", "赵敏", "总部", "总部", "", "", Role.OFFICE))
    people.import_staff(office.store, roster, now=now)
    first = day_of(now)
    round_id = actions.open_round(office.store, OFFICE, first, first, now=now, bits=256)
    assert isinstance(round_id, str)
    for device in (office, a, b):
        device.sync(thorough=False)
    for number, hall in STAFF.items():
        answers = {question: 1 + place for place, question in enumerate(Question)}
        store = (a if hall == "A" else b).store
        assert actions.answer(store, who(number), round_id, answers, now=now) is None
    for device in (a, b):
        device.sync(thorough=False)
    assert code(actions.answer(b.store, who("1001"), round_id, answers, now=now)) == "only_at_home"
    office.sync(thorough=False)
    assert code(actions.answer(office.store, who("1001"), round_id, answers, now=now)) == "survey_taken"  # it has heard
    later = now + DAY_MS
    assert [actions.send_boxes(device.store, now=later) for device in (a, b)] == [1, 1]
    for device in (a, b, office):
        device.sync(thorough=False)
    seen = "\n".join(str(row[0]) for row in site.sql(_SEEN))
    assert not any(f'"{question.value}"' in seen for question in Question)
    assert site.faults() == {}
    assert actions.count(office.store, OFFICE, round_id, now=later) == len(STAFF)
    for device in (office, b):
        device.sync(thorough=False)
    found = views.round_of(b.store, round_id)
    assert found is not None
    assert [(group.halls, group.count) for group in found.groups or ()] == [(("A", "B"), 6)]
    assert found.answers["able"] == (0, 0, 6, 0, 0)
