"""How facts change stories, the people in them, and released sentences."""

from typing import Any

from shared.domain.halls import EVERYWHERE
from shared.journal.event import Event
from shared.journal.projection import Rows, as_json
from shared.practice.column import facts
from shared.practice.column.tables.rows import ConcernedRow, PictureRow, SentenceRow, StoryRow, projection


def _story(rows: Rows) -> Any:
    return rows.one(StoryRow) or rows.add(StoryRow)


@projection.on(facts.StoryProposed)
def _proposed(rows: Rows, event: Event, fact: facts.StoryProposed) -> None:
    row = _story(rows)
    if row.at:
        return
    row.section, row.source, row.reference = fact.section.value, fact.source.value, fact.reference
    row.hall, row.day, row.at, row.proposer = fact.hall, fact.day.isoformat(), event.occurred_at, event.actor
    row.hero, row.author, row.idea_title, row.idea = fact.hero, fact.author, fact.title, fact.text


@projection.on(facts.Drafted)
def _drafted(rows: Rows, event: Event, fact: facts.Drafted) -> None:
    row = _story(rows)
    row.version, row.section, row.editor = fact.version, fact.section.value, event.actor
    row.title, row.text, row.sentences = fact.title, fact.text, " ".join(fact.sentences)


@projection.on(facts.StoryApproved)
def _approved(rows: Rows, event: Event, fact: facts.StoryApproved) -> None:
    row = _story(rows)
    if fact.version != row.version:  # another device has drafted on meanwhile
        return
    row.approved, row.approver, row.alone = fact.version, event.actor, fact.alone
    row.final_section, row.final_title = row.section, row.title
    row.final_text, row.final_sentences = row.text, row.sentences


@projection.on(facts.StoryPrinted)
def _printed(rows: Rows, event: Event, fact: facts.StoryPrinted) -> None:
    _story(rows).printed = as_json(fact)


@projection.on(facts.StorySetAside)
def _set_aside(rows: Rows, event: Event, fact: facts.StorySetAside) -> None:
    row = _story(rows)
    row.out, row.reason = True, fact.reason


@projection.on(facts.StoryRetracted)
def _retracted(rows: Rows, event: Event, fact: facts.StoryRetracted) -> None:
    row = _story(rows)
    row.out, row.reason = True, fact.reason


def _concerned(rows: Rows, staff: str) -> Any:
    known = (row for row in rows.of(ConcernedRow) if row.staff == staff)
    return next(known, None) or rows.add(ConcernedRow, staff=staff)


@projection.on(facts.NamingAsked)
def _asked(rows: Rows, event: Event, fact: facts.NamingAsked) -> None:
    row = _concerned(rows, fact.staff)
    row.asked, row.at, row.title, row.text = True, event.occurred_at, fact.title, fact.text


@projection.on(facts.NamingAnswered)
def _answered(rows: Rows, event: Event, fact: facts.NamingAnswered) -> None:
    if event.actor == fact.staff:  # people answer for themselves only
        row = _concerned(rows, fact.staff)
        row.naming, row.again = fact.naming.value, False


@projection.on(facts.PictureAdded)
def _picture(rows: Rows, event: Event, fact: facts.PictureAdded) -> None:
    _put(rows, "", fact.number, fact.sha256, fact.image).people = " ".join(fact.people)
    for row in rows.of(ConcernedRow):
        if row.staff in fact.people:
            row.asked, row.again = False, bool(row.naming)


@projection.on(facts.PictureShown)
def _shown(rows: Rows, event: Event, fact: facts.PictureShown) -> None:
    seen = any((row.staff, row.number) == (fact.staff, fact.number) for row in rows.of(PictureRow))
    _put(rows, fact.staff, fact.number, fact.sha256, fact.image)
    if fact.on and not seen:
        row = _concerned(rows, fact.staff)
        row.again = bool(row.naming)


@projection.on(facts.PicturePublished)
def _published(rows: Rows, event: Event, fact: facts.PicturePublished) -> None:
    _put(rows, "", fact.number, fact.sha256, fact.image)


def _put(rows: Rows, staff: str, number: int, sha256: str, image: str) -> Any:
    known = (row for row in rows.of(PictureRow) if (row.staff, row.number) == (staff, number))
    row = next(known, None) or rows.add(PictureRow, staff=staff, number=number, sha256="", image="")
    row.sha256, row.image = sha256, image
    return row


@projection.on(facts.ReadingAsked)
def _reading(rows: Rows, event: Event, fact: facts.ReadingAsked) -> None:
    row = _concerned(rows, fact.staff)
    row.asked, row.at, row.reading, row.wish = True, event.occurred_at, fact.version, ""
    row.title, row.text = fact.title, fact.text


@projection.on(facts.TextRead)
def _read(rows: Rows, event: Event, fact: facts.TextRead) -> None:
    if event.actor != fact.staff:
        return
    row = _concerned(rows, fact.staff)
    if row.reading == fact.version:
        row.reading = 0
    row.read, row.wish = (fact.version, "") if fact.agreed else (row.read, fact.wish)


@projection.on(facts.SentenceReleased)
def _released(rows: Rows, event: Event, fact: facts.SentenceReleased) -> None:
    own = (row for row in rows.of(SentenceRow) if row.hall == fact.hall)  # a hall releases its own sentences only
    row = next(own, None) or rows.add(SentenceRow, card=fact.card, hall=fact.hall, sentence="")
    row.sentence, row.released = fact.sentence, bool(fact.sentence)


@projection.on(facts.SentenceWithheld)
def _withheld(rows: Rows, event: Event, fact: facts.SentenceWithheld) -> None:
    for row in rows.of(SentenceRow):
        row.released = row.released and event.hall not in ("", EVERYWHERE, row.hall)
