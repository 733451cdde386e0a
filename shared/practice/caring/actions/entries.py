"""The entries of a round: nominated, consented to, prepared without names for the jury, or taken out."""

import uuid
from datetime import date

from msgspec.structs import replace

from shared.domain import blinding
from shared.domain.actor import Actor
from shared.domain.lengths import required, too_long
from shared.domain.refusal import Refusal
from shared.domain.roles import Act, may
from shared.domain.workdays import day_of
from shared.journal.store import Store, Transaction
from shared.people.acting import acting, action
from shared.people.history import History
from shared.people.views import person
from shared.practice.caring import facts, own, recusals, views
from shared.practice.caring.actions.common import entry_of, in_round, tell_recusals, with_jury
from shared.practice.caring.actions.withdrawing import withdraw, withdraw_declined
from shared.practice.caring.facts import Source
from shared.practice.caring.policy import Caring
from shared.practice.caring.rules.rounds import Consent, Step
from shared.practice.caring.tables import EntryRow
from shared.practice.caring.views import Round
from shared.practice.diary import views as diary
from shared.practice.diary.facts import AUTHOR_ONLY
from shared.practice.diary.views import DiaryEntry
from shared.reference.views import policy


@action(at_home=True)
def nominate(tx: Transaction, who: Actor, entry: str, hero: str, *, now: int) -> str | Refusal:
    """Nominate `hero` for what a diary entry tells; the nomination's id.

    By its author, who has put it up for the award there; or by the office, from what authors have put up.
    """
    found = diary.entry(tx.store, who, entry)
    if found is None:
        return Refusal("not_found")
    if refusal := _may_nominate(who, found):
        return refusal
    if _nominated(tx.store, entry, hero):
        return Refusal("nominated_already")
    text = found.text or ""
    return _nominate(tx, who, hero, found.staff, Source.DIARY, day_of(found.at), text, entry)


def _may_nominate(who: Actor, found: DiaryEntry) -> Refusal | None:
    if not found.candidate:
        return Refusal("not_put_up")
    if found.staff == who.number:
        return None
    if not may(who.role, Act.AWARD):
        return Refusal("not_allowed")
    return Refusal("author_alone") if found.entry in AUTHOR_ONLY else None


def _nominated(store: Store, entry: str, hero: str) -> bool:
    query = EntryRow.select().where(EntryRow.entry == entry, EntryRow.hero == hero, ~EntryRow.withdrawn)
    return bool(query.exists(store.db))


@action(Act.SEE_HALL, at_home=True)
def nominate_station(tx: Transaction, who: Actor, hero: str, day: date, text: str, *, now: int) -> str | Refusal:
    """A deed that the station compiled (各单位整理突出事迹): its supervisor for the own hall, the office for any."""
    if refusal := required(text, policy(tx.store)[Caring].text_limit):
        return refusal
    if day > day_of(now):
        return Refusal("deed_ahead")
    hall = recusals.hall_on(History(tx.store), hero, day)
    if hall != who.hall and not may(who.role, Act.SEE_ALL_HALLS):
        return Refusal("not_of_this_hall")
    return _nominate(tx, who, hero, "", Source.STATION, day, text.strip(), "")


def _nominate(
    tx: Transaction, who: Actor, hero: str, author: str, source: Source, day: date, text: str, entry: str
) -> str | Refusal:
    store, today = tx.store, day_of(tx.now)
    year = own.nominating(store, today)
    if not year:
        return Refusal("nominations_over")
    if person(store, hero) is None:
        return Refusal("unknown_person", {"number": hero})
    if refusal := too_long(text, policy(store)[Caring].text_limit):
        return refusal
    fact = facts.Nominated(
        round=views.subject(year),
        hero=hero,
        author=author,
        source=source,
        day=day,
        hall=recusals.hall_on(History(store), hero, day),
        text=text,
        entry=entry,
    )
    return tx.record(fact, subject=f"nomination:{uuid.uuid4().hex}", actor=who.number).subject


@in_round(with_jury)
def ask(tx: Transaction, who: Actor, found: Round, entry: str, *, now: int) -> Refusal | None:
    """Ask the hero, in their hall, whether the deed may go to the jury."""
    each = entry_of(found, entry)
    if isinstance(each, Refusal):
        return each
    if each.step is not Step.NOMINATED:
        return Refusal("asked_already")
    hall = recusals.hall_on(History(tx.store), each.hero, day_of(now))
    fact = facts.ConsentAsked(staff=each.hero, text=each.text)
    tx.record(fact, subject=entry, actor=who.number, hall=hall)
    return None


def consent(store: Store, actor: Actor, entry: str, agrees: bool, *, now: int) -> Refusal | None:
    """The hero agrees, or declines, also later: then the office's device withdraws the entry everywhere."""
    with store.transaction(now) as tx:
        who = acting(tx, actor, at_home=True)
        if isinstance(who, Refusal):
            return who
        row = EntryRow.select().where(EntryRow.subject == entry).first(store.db)
        if row is None or row.hero != who.number or row.withdrawn:
            return Refusal("not_found")
        if Consent(row.hero_consent) is Consent.DECLINED:
            return Refusal("declined_already")
        fact = facts.Consented(staff=who.number) if agrees else facts.Declined(staff=who.number)
        tx.record(fact, subject=entry, actor=who.number)
    if not agrees:
        withdraw_declined(store, now=now)
    return None


@in_round(with_jury)
def prepare(
    tx: Transaction, who: Actor, found: Round, entry: str, title: str, text: str, *, read: bool, now: int
) -> int | Refusal:
    """The text for the jury, with a title; `read`: a person has read it and ticked that it holds no name, place, date.

    Its version; a changed text must be scored again.
    """
    each = entry_of(found, entry)
    if isinstance(each, Refusal):
        return each
    if refusal := _may_prepare(tx.store, each, title, text, read, day_of(now)):
        return refusal
    fact = facts.Prepared(version=each.version + 1, title=title.strip(), text=text.strip(), round=found.subject)
    tx.record(fact, subject=entry, actor=who.number)
    tell_recusals(tx, found, (replace(each, step=Step.JUDGED),), found.jurors)
    return fact.version


def _may_prepare(store: Store, each: views.Entry, title: str, text: str, read: bool, today: date) -> Refusal | None:
    if each.hero_consent is not Consent.GIVEN:
        return Refusal("hero_has_not_consented")
    if each.author_consent is not Consent.GIVEN:
        return Refusal("author_has_not_consented")
    if not (title.strip() and text.strip()):
        return Refusal("empty_text")
    if (title.strip(), text.strip()) == (each.title, each.blind):
        return Refusal("nothing_changed")
    settings, known = policy(store)[Caring], views.known_strings(store, each, today)
    left = [one.original for part in (title, text) for one in blinding.blind(part, known, settings.titles).replaced]
    if left:
        return Refusal("names_left", {"names": tuple(dict.fromkeys(left))})
    return None if read else Refusal("not_read_yet")


@in_round(with_jury)
def set_aside(tx: Transaction, who: Actor, found: Round, entry: str, reason: str, *, now: int) -> Refusal | None:
    """The office takes an entry out of the round, as one that was nominated twice."""
    if not reason.strip():
        return Refusal("reason_needed")
    each = entry_of(found, entry)
    if isinstance(each, Refusal):
        return each
    withdraw(tx, entry, reason.strip(), actor=who.number)
    return None
