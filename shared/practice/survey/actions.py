"""What an app may do with a survey: open, move and count a round (the office); answer it (window staff)."""

from collections.abc import Sequence
from datetime import date

from shared.device.private_files import write_private
from shared.domain.actor import Actor
from shared.domain.halls import EVERYWHERE
from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.domain.workdays import day_of
from shared.journal.store import Store, Transaction
from shared.people.acting import action, allowed
from shared.practice.survey import facts, rules, sealing, views
from shared.practice.survey.box import Box, destroy
from shared.practice.survey.rules import Answers, HallAnswers
from shared.practice.survey.views import Round


def open_round(
    store: Store, actor: Actor, first: date, last: date, *, now: int, bits: int = sealing.BITS
) -> str | Refusal:
    """Ask all window staff from `first` to `last`; the round's id. The key stays on this PC, which must count it.

    `bits` of the key: fewer only where nothing is at stake, as in a demonstration.
    """
    refusal = _begin(store, actor, first, last, None, now=now)
    if isinstance(refusal, Refusal):
        return refusal
    return _begin(store, actor, first, last, sealing.new_key(bits), now=now)  # slow: made outside the transaction


@action(Act.PUBLISH)
def _begin(
    tx: Transaction, who: Actor, first: date, last: date, key: sealing.PrivateKey | None, *, now: int
) -> str | Refusal:
    """Open a round with a key; without one, only ask whether it may be."""
    subject, (year, half) = id_of(first), rules.half_of(first)
    if refusal := rules.may_open(first, last, day_of(now), views.round_of(tx.store, subject) is not None):
        return refusal
    if key is not None:
        write_private(views.key_file(tx.store.folder, subject), f"{key.p:x}\n{key.q:x}\n")
        fact = facts.SurveyOpened(year=year, half=half, first=first, last=last, key=key.public)
        tx.record(fact, subject=subject, actor=who.number, hall=EVERYWHERE)
    return subject


def id_of(first: date) -> str:
    """The id of the round that begins on this day."""
    year, half = rules.half_of(first)
    return f"survey:{year}-{half}"


@action(Act.PUBLISH)
def move_round(tx: Transaction, who: Actor, round_id: str, last: date, *, now: int) -> Refusal | None:
    """End a round on another day."""
    if refusal := rules.may_move(_for_rules(views.round_of(tx.store, round_id)), last, day_of(now)):
        return refusal
    tx.record(facts.SurveyMoved(last=last), subject=round_id, actor=who.number, hall=EVERYWHERE)
    return None


def answer(store: Store, actor: Actor, round_id: str, answers: Answers, *, now: int) -> Refusal | None:
    """Add one's answers to this device's box: on the disk when this returns, and kept nowhere else."""
    found = views.round_of(store, round_id)
    ballot = sealing.encrypt(rules.counters(answers), found.key) if found and _is_whole(found, answers) else ""
    return _answer(store, actor, found, answers, ballot, now=now)  # encrypting is slow: done outside the transaction


@action(Act.SERVE, at_home=True)
def _answer(
    tx: Transaction, who: Actor, found: Round | None, answers: Answers, ballot: str, *, now: int
) -> Refusal | None:
    taken = found is not None and views.has_taken(tx.store, found.id, who.number)
    if refusal := rules.may_answer(_for_rules(found), answers, taken, day_of(now)):
        return refusal
    assert found is not None  # `may_answer` refuses without a round
    box = Box(tx.store.folder, found.id)
    _recover(tx, box, found.id)
    if not views.has_taken(tx.store, found.id, who.number):  # `_recover` may have recorded it
        _record_taken(tx, found.id, who.number)
    if box.put(who.number, ballot, found.key).count >= views.least(tx.store):
        _send(tx, box, found.id)
    return None


def _is_whole(found: Round, answers: Answers) -> bool:
    return bool(found.key) and set(answers) == set(rules.QUESTIONS)


def _recover(tx: Transaction, box: Box, round_id: str) -> None:
    """Bring box and journal into line after a power cut between the two.

    A batch that the journal holds is taken out of the box; whoever is in the box is recorded as having answered.
    """
    content = box.read()
    if views.is_sent(tx.store, content.id, content.batch):
        box.begin_anew()
    for number in views.not_taken(tx.store, round_id, content.people):
        _record_taken(tx, round_id, number)


def _record_taken(tx: Transaction, round_id: str, number: str) -> None:
    subject = views.taken_subject(round_id, number)
    tx.record(facts.SurveyTaken(round=round_id), subject=subject, actor=number)


def _send(tx: Transaction, box: Box, round_id: str) -> None:
    content = box.read()
    fact = facts.SurveyBoxSent(round=round_id, batch=content.batch, count=content.count, sum=content.sum)
    tx.record(fact, subject=views.box_subject(content.id))


def send_boxes(store: Store, *, now: int) -> int:
    """Send and destroy the boxes of rounds that are over, whatever is in them; how many. Called hourly.

    Also destroys the key of a round that was counted, in case a power cut had kept that from happening.
    """
    done = 0
    for each in views.rounds(store):
        box = Box(store.folder, each.id)
        if each.groups is not None:
            destroy(views.key_file(store.folder, each.id))
        if box.exists and (each.groups is not None or day_of(now) > each.last):
            with store.transaction(now) as tx:
                _recover(tx, box, each.id)
                if box.read().count:
                    _send(tx, box, each.id)
            box.destroy()
            done += 1
    return done


def count(store: Store, actor: Actor, round_id: str, *, now: int) -> int | Refusal:
    """Open the sums of groups of halls, publish them and destroy the key; how many answers were counted.

    Answers whose box has not come in are lost from then on: `views.progress` says how many.
    """
    found = views.round_of(store, round_id)
    key = views.key_of(store, round_id) if views.can_count(store, round_id) else None
    counted = _decrypted(store, found, key) if found and key else None
    done = _publish(store, actor, round_id, counted, now=now)
    if not isinstance(done, Refusal):
        destroy(views.key_file(store.folder, round_id))
    return done


@action(Act.PUBLISH)
def _publish(
    tx: Transaction, who: Actor, round_id: str, counted: facts.SurveyCounted | None, *, now: int
) -> int | Refusal:
    if refusal := rules.may_count(_for_rules(views.round_of(tx.store, round_id)), day_of(now)):
        return refusal
    if counted is None:
        return Refusal("survey_key_elsewhere")
    tx.record(counted, subject=round_id, actor=who.number, hall=EVERYWHERE)
    return sum(group.count for group in counted.groups)


def _decrypted(store: Store, found: Round, key: sealing.PrivateKey) -> facts.SurveyCounted:
    """The sums of the groups; a hall from which more answers came in than people answered is left out."""
    count = _Count(store, found, key)
    for group in rules.groups(count.parts(), count.least):
        count.add_group(group)
    groups, unreadable = tuple(count.groups), tuple(count.unreadable)
    return facts.SurveyCounted(groups=groups, missing=count.missing, unreadable=unreadable)


class _Count:
    """Decrypts the sums of groups of halls. Nothing else decrypts, and never a sum of fewer than `least` answers."""

    def __init__(self, store: Store, found: Round, key: sealing.PrivateKey) -> None:
        self._key, self.least = key, views.least(store)
        self._sums = views.boxes(store, found.id)
        self._halls = {each.hall: each for each in views.progress(store, found.id)}
        self._twice = views.taken_elsewhere(store, found.id)
        self.groups: list[facts.Group] = []
        self.unreadable = [each.hall for each in self._halls.values() if each.sent > each.taken]
        self.missing = sum(max(each.taken - each.sent, 0) for each in self._halls.values())

    def parts(self) -> list[HallAnswers]:
        """How many people answered, hall by hall; whoever answered in two halls counts in one."""
        halls = (each for each in self._halls.values() if each.hall not in self.unreadable)
        return [HallAnswers(each.hall, each.branch, each.sent - self._twice.get(each.hall, 0)) for each in halls]

    def add_group(self, group: Sequence[str]) -> None:
        """Decrypt a group's sum; where that is not sound, the sums of those of its halls that alone have enough."""
        if found := self._sum_of(group):
            self.groups.append(found)
            return
        for hall in group:
            alone = len(group) > 1 and self._halls[hall].sent >= self.least
            if found := self._sum_of([hall]) if alone else None:
                self.groups.append(found)
            else:
                self.unreadable.append(hall)

    def _sum_of(self, halls: Sequence[str]) -> facts.Group | None:
        count = sum(self._halls[hall].sent for hall in halls)
        try:
            total = sealing.add([one for hall in halls for one in self._sums[hall]], self._key.public)
            answers = rules.by_question(sealing.decrypt(total, self._key, rules.COUNTERS))
        except ValueError:  # not a sum of answers under this key
            return None
        sound = rules.is_sound(answers, count)
        return facts.Group(halls=tuple(halls), count=count, answers=answers) if sound else None


def enter(
    store: Store, actor: Actor | None, first: date, last: date, groups: Sequence[facts.Group], *, now: int
) -> str | Refusal:
    """Enter the sums of a survey that was made on paper; the round's id. `actor` None: whoever runs a single PC."""
    subject, (year, half) = id_of(first), rules.half_of(first)
    with store.transaction(now) as tx:
        who = allowed(tx, actor, Act.PUBLISH)
        if isinstance(who, Refusal):
            return who
        if refusal := rules.may_open(first, last, min(first, last), views.round_of(store, subject) is not None):
            return refusal
        if refusal := rules.may_enter(groups, views.least(store), last, day_of(now)):
            return refusal
        fact = facts.SurveyEntered(year=year, half=half, first=first, last=last, groups=tuple(groups))
        tx.record(fact, subject=subject, actor=who, hall=EVERYWHERE)
    return subject


def _for_rules(found: Round | None) -> rules.Round | None:
    return rules.Round(found.first, found.last, found.groups is not None) if found else None
