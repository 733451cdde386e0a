"""A PC that published documents of its own before it joined goes by the office's from then on, like everybody else."""

from pathlib import Path
from typing import Any

from msgspec.structs import replace

from shared.journal import stations, verify
from shared.journal.store import Store
from shared.practice.pauses.policy import PausesPolicy
from shared.practice.rulebook import views as rulebook
from shared.practice.rulebook.facts import PREFIX
from shared.reference import actions, views
from shared.reference.facts import DocumentGivenUp
from shared.sync import enrolment
from tests.hub.site import Device, Site
from tests.hub.test_cli import run
from tests.support.builders import actor, at

OFFICE = replace(actor("9001"), number="")  # these PCs have no roster
NOW = at("09:00")


def publish(store: Store, name: str, body: dict[str, Any]) -> int:
    version = actions.publish(store, OFFICE, name, body, now=NOW)
    assert isinstance(version, int)
    return version


def per_day(store: Store, pauses: int) -> int:
    """A policy with so many pauses a day; its version."""
    return publish(store, "policy", {"pauses": {"per_day": pauses}})


def chapter(store: Store, text: str) -> int:
    return publish(store, PREFIX + "smile", {"place": 1, "title": "微笑", "text": text})


def alone(site: Site, name: str, kind: str = "counter") -> Device:
    """A PC that has recorded alone so far: two policies and two chapters of its own."""
    device = Device(site.enroll(name, kind), site.folder / name)
    assert [per_day(device.store, pauses) for pauses in (5, 6)] == [2, 3]
    assert [chapter(device.store, text) for text in ("一", "二")] == [2, 3]
    return device


def joins(site: Site, device: Device, file: Path) -> str:
    """By the command, as a person does it."""
    who = device.enrolled
    hub = ("hub", "--url", site.url)
    run(*hub, "enroll", who.name, "--kind", who.kind, "--hall", who.hall, "--again", "--out", file)
    return run("--data", device.folder, "join", file).output


def test_the_offices_documents_hold_for_all_though_their_numbers_are_smaller(site: Site, tmp_path: Path) -> None:
    pc, office, other = alone(site, "pc"), site.device("office", "office"), site.device("c2")
    per_day(office.store, 1)
    chapter(office.store, "总部的")
    assert "2 documents that this PC published itself" in joins(site, pc, tmp_path / "pc.json")
    pc.enrolled = enrolment.read_file(tmp_path / "pc.json")
    for device in (pc, office, other, pc, office, other):
        device.sync()
    for device in (pc, office, other):
        policy = views.policy(device.store)
        assert (policy.version, policy[PausesPolicy].per_day) == (2, 1)
        assert [c.text for c in rulebook.chapters(device.store)] == ["总部的"]
        assert verify.projections(device.store) == ()
    old = views.document(pc.store, "policy", 3)
    assert old is not None
    assert old["pauses"]["per_day"] == 6
    # a policy with the very number of one that was given up is the one in force
    assert per_day(office.store, 2) == 3
    for device in (office, pc):
        device.sync()
    assert views.policy(pc.store)[PausesPolicy].per_day == 2


def test_until_the_office_publishes_the_shipped_ones_hold(site: Site, tmp_path: Path) -> None:
    pc = alone(site, "pc")
    joins(site, pc, tmp_path / "pc.json")
    assert views.policy(pc.store).version == 1
    assert rulebook.chapters(pc.store) == ()
    assert "published itself" not in joins(site, pc, tmp_path / "again.json")


def test_what_an_earlier_station_of_this_pc_published_is_given_up_too(site: Site, tmp_path: Path) -> None:
    pc = alone(site, "pc")
    stations.go_on(pc.store, "restored", NOW)
    joins(site, pc, tmp_path / "pc.json")
    assert views.policy(pc.store).version == 1
    assert verify.projections(pc.store) == ()


def test_what_another_device_published_is_not_given_up(site: Site) -> None:
    office, counter = site.device("office", "office"), site.device("c1")
    per_day(office.store, 1)
    for device in (office, counter):
        device.sync()
    assert actions.give_up(counter.store, now=NOW) == 0
    [event] = [event for event in office.store.events() if event.subject == "document:policy"]
    counter.record(DocumentGivenUp(events=(event.id,)), "document:policy")
    for device in (counter, office, counter):
        device.sync()
    assert [views.policy(device.store)[PausesPolicy].per_day for device in (office, counter)] == [1, 1]


def test_the_office_keeps_what_it_published_when_it_joins(site: Site, tmp_path: Path) -> None:
    office = alone(site, "pc", "office")
    assert "published itself" not in joins(site, office, tmp_path / "pc.json")
    assert views.policy(office.store)[PausesPolicy].per_day == 6


def test_a_kiosk_too_may_say_that_its_own_documents_are_given_up(site: Site, tmp_path: Path) -> None:
    kiosk = alone(site, "pc", "kiosk")
    joins(site, kiosk, tmp_path / "pc.json")
    kiosk.enrolled = enrolment.read_file(tmp_path / "pc.json")
    kiosk.sync()
    aside = "SELECT DISTINCT kind FROM hub.event WHERE status = 'quarantined'"
    assert site.sql(aside) == [("document_published",)]  # those it may not send


def test_a_kiosk_received_documents_that_it_does_not_need(site: Site) -> None:
    """A kiosk is given the documents that it goes by: its disk may be stolen."""
    office, kiosk, counter = site.device("office", "office"), site.device("k", "kiosk"), site.device("c")
    per_day(office.store, 1)
    publish(office.store, "happy_station", {"hotlines": [{"name": "主管领导", "phone": "13800138000"}]})
    chapter(office.store, "怎样扣分")
    for device in (office, kiosk, counter):
        device.sync()
    assert (views.policy(kiosk.store).version, views.policy(kiosk.store)[PausesPolicy].per_day) == (2, 1)
    held = {device.folder.name: {each.body["name"] for each in device.store.events()} for device in (kiosk, counter)}
    assert held == {"k": {"policy"}, "c": {"policy", "happy_station", PREFIX + "smile"}}
