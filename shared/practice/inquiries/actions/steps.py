"""The steps of an open or closed ticket: correct, transfer, inform, extend, consent, close, reopen, merge, settle."""

from collections.abc import Collection
from datetime import date

from shared.domain import phones
from shared.domain.actor import Actor
from shared.domain.fact import Fact
from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.journal.store import Store
from shared.people import views as people
from shared.people.acting import acting
from shared.practice.inquiries import clashes, facts, rules, views
from shared.practice.inquiries.actions.common import may_touch, record, row_of, step
from shared.practice.inquiries.facts import Aspect, Channel, Kind, Satisfaction, State
from shared.practice.inquiries.rules import Terms
from shared.practice.inquiries.tables import InquiryRow


def correct(
    store: Store, actor: Actor, ticket: str, aspect: Aspect, value: str, *, seen: str | None = None, now: int
) -> Refusal | None:
    """Put right the customer's name, phone or words. `seen`: from the page it was edited on; stale is refused."""

    def decide(row: InquiryRow, terms: Terms) -> Fact | Refusal:
        last = views.seen(store, ticket, aspect)
        if aspect not in (Aspect.NAME, Aspect.PHONE, Aspect.TEXT):
            return Refusal("not_allowed")
        if seen is not None and seen != last:
            return Refusal("changed_meanwhile", {"aspect": aspect.value})
        stored = phones.phone(value) if aspect is Aspect.PHONE else value.strip()
        if isinstance(stored, Refusal):
            return stored
        if not stored:  # Enter in an empty field must not take the customer's phone away
            return Refusal("text_missing")
        named = aspect in (Aspect.NAME, Aspect.PHONE)
        refusal = rules.optional_name(stored) if named else rules.optional_text(stored, terms.policy)
        return refusal or facts.InquiryCorrected(aspect=aspect, value=stored, seen=last)

    return step(store, actor, ticket, decide, now, states=(State.OPEN, State.CLOSED))


def transfer(store: Store, actor: Actor, ticket: str, to: str, reason: str = "", *, now: int) -> Refusal | None:
    """Another handler of this hall, because tickets do not leave their hall. The owner stays the one first asked."""

    def decide(row: InquiryRow, terms: Terms) -> Fact | Refusal:
        found = people.person(store, to)
        if found is None or found.hall != row.hall:
            return Refusal("unknown_person", {"number": to})
        if to == row.handler:
            return Refusal("same_handler")
        return facts.InquiryTransferred(to=to, reason=reason.strip(), seen=views.seen(store, ticket, Aspect.HANDLER))

    return step(store, actor, ticket, decide, now)


def stand_in(store: Store, actor: Actor, ticket: str, person: str, reason: str = "", *, now: int) -> Refusal | None:
    """`person` acts for the handler while they are not on duty; `""` ends it."""

    def decide(row: InquiryRow, terms: Terms) -> Fact | Refusal:
        handler = people.person_today(store, row.handler, now)
        if person and people.person(store, person) is None:
            return Refusal("unknown_person", {"number": person})
        if person and handler is not None and handler.on_duty:
            return Refusal("handler_on_duty", {"number": row.handler})
        if person in (row.handler, row.stand_in):
            return Refusal("same_handler")
        return facts.InquiryStoodIn(
            person=person, reason=reason.strip(), seen=views.seen(store, ticket, Aspect.HANDLER)
        )

    return step(store, actor, ticket, decide, now)


def inform(
    store: Store, actor: Actor, ticket: str, message: str, channel: Channel = Channel.PHONE, *, now: int
) -> Refusal | None:
    """The customer was told how things stand."""

    def decide(row: InquiryRow, terms: Terms) -> Fact | Refusal:
        told = facts.InquiryInformed(message=message.strip(), channel=channel, next_due=rules.next_inform(now, terms))
        return rules.required_text(message, terms.policy) or told

    return step(store, actor, ticket, decide, now)


def ask_special(store: Store, actor: Actor, ticket: str, grounds: str, *, now: int) -> Refusal | None:
    """Ask the supervisor for the special time, with grounds."""

    def decide(row: InquiryRow, terms: Terms) -> Fact | Refusal:
        if not grounds.strip():
            return Refusal("grounds_missing")
        if refusal := rules.optional_text(grounds, terms.policy) or _special(row, now, terms):
            return refusal
        return facts.InquirySpecialAsked(grounds=grounds.strip())

    return step(store, actor, ticket, decide, now)


def consent(store: Store, actor: Actor, ticket: str, *, now: int) -> Refusal | None:
    """The supervisor consents to the special time, counted from the day received."""

    def decide(row: InquiryRow, terms: Terms) -> Fact | Refusal:
        if refusal := _special(row, now, terms):
            return refusal
        if not row.special_asked:
            return Refusal("not_asked")
        promise = rules.promise(row.since, Kind.SPECIAL, terms)
        return facts.InquirySpecialGranted(promise=promise, seen=views.seen(store, ticket, Aspect.LIMIT))

    return step(store, actor, ticket, decide, now, act=Act.CONSENT)


def decline(store: Store, actor: Actor, ticket: str, reason: str, *, now: int) -> Refusal | None:
    """The supervisor does not consent: the general time stays."""

    def decide(row: InquiryRow, terms: Terms) -> Fact | Refusal:
        if not row.special_asked:
            return Refusal("not_asked")
        return rules.required_text(reason, terms.policy) or facts.InquirySpecialDeclined(reason=reason.strip())

    return step(store, actor, ticket, decide, now, act=Act.CONSENT)


def extend(store: Store, actor: Actor, ticket: str, limit: date, grounds: str, *, now: int) -> Refusal | None:
    """A later limit, before the present one has passed, with grounds."""

    def decide(row: InquiryRow, terms: Terms) -> Fact | Refusal:
        present = views.standing(row)
        extended = facts.InquiryExtended(
            grounds=grounds.strip(),
            limit=limit,
            instead_of=present.limit,
            policy=terms.policy.version,
            unconfirmed=not terms.calendar.confirmed(limit),
            seen=views.seen(store, ticket, Aspect.LIMIT),
        )
        return (
            rules.extension(present, limit, grounds, now, terms)
            or rules.optional_text(grounds, terms.policy)
            or extended
        )

    return step(store, actor, ticket, decide, now)


def close(
    store: Store,
    actor: Actor,
    ticket: str,
    answer: str,
    *,
    satisfaction: Satisfaction | None = None,
    called_back: bool = False,
    now: int,
) -> Refusal | None:
    """The customer has the answer. Satisfaction and call-back when there are any, never mandatory."""

    def decide(row: InquiryRow, terms: Terms) -> Fact | Refusal:
        closed = facts.InquiryClosed(
            answer=answer.strip(),
            satisfaction=satisfaction,
            called_back=called_back,
            seen=views.seen(store, ticket, Aspect.STATE),
        )
        return rules.required_text(answer, terms.policy) or closed

    return step(store, actor, ticket, decide, now)


def call_back(
    store: Store, actor: Actor, ticket: str, satisfaction: Satisfaction | None, note: str = "", *, now: int
) -> Refusal | None:
    """We asked again after closing."""

    def decide(row: InquiryRow, terms: Terms) -> Fact | Refusal:
        asked = facts.InquiryCalledBack(satisfaction=satisfaction, note=note.strip())
        return rules.optional_text(note, terms.policy) or asked

    return step(store, actor, ticket, decide, now, states=(State.CLOSED,))


def reopen(store: Store, actor: Actor, ticket: str, reason: str, *, now: int) -> Refusal | None:
    """The customer asks again: a new general time from today; the first limit stays visible."""

    def decide(row: InquiryRow, terms: Terms) -> Fact | Refusal:
        promise = rules.promise(now, Kind.GENERAL, terms)
        reopened = facts.InquiryReopened(
            reason=reason.strip(), promise=promise, seen=views.seen(store, ticket, Aspect.STATE)
        )
        return rules.required_text(reason, terms.policy) or reopened

    return step(store, actor, ticket, decide, now, states=(State.CLOSED,))


def merge(store: Store, actor: Actor, ticket: str, into: str, *, now: int) -> Refusal | None:
    """`ticket` repeats `into`, which was received no later: a merge never moves a deadline back."""
    if not into:
        return Refusal("none_to_merge_into")
    with store.transaction(now) as tx:
        who, row, main = acting(tx, actor, Act.SERVE), row_of(store, ticket), row_of(store, into)
        if isinstance(who, Refusal):
            return who
        if row is None or main is None:
            return Refusal("not_found")
        if not (may_touch(who, row, Act.SERVE) and may_touch(who, main, Act.SERVE)):
            return Refusal("not_allowed")
        if {row.state, main.state} != {State.OPEN.value}:
            return Refusal("not_open")
        if ticket == into or row.received_at < main.received_at:
            return Refusal("not_the_older")
        merged = facts.InquiryMerged(into=into, seen=views.seen(store, ticket, Aspect.STATE))
        record(tx, ticket, who, merged, row.hall)
        record(tx, into, who, facts.InquiryJoined(duplicate=ticket), main.hall)
    return None


def settle_clash(store: Store, actor: Actor, ticket: str, others: Collection[str], *, now: int) -> Refusal | None:
    """The supervisor has compared what two counters set. `others`: the overridden events that the page showed."""

    def decide(row: InquiryRow, terms: Terms) -> Fact | Refusal:
        shown = [clash.other.id for clash in clashes.of_ticket(store, ticket) if clash.other.id in others]
        return facts.InquiryClashSettled(others=tuple(shown)) if shown else Refusal("changed_meanwhile")

    return step(store, actor, ticket, decide, now, act=Act.CONSENT, states=tuple(State))


def _special(row: InquiryRow, now: int, terms: Terms) -> Refusal | None:
    return rules.special(Kind(row.kind), views.standing(row).limit, now, terms.policy)
