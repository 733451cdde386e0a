"""Adds photos to stories, as a new version with a line at the place of the photo; sends them to whoever is asked."""

import base64
from collections.abc import Collection
from hashlib import sha256

from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.journal.store import Store, Transaction
from shared.practice.column import facts, pictures, views
from shared.practice.column.actions.drafting import Draft, story_to_edit, write
from shared.practice.column.pictures import MOST_BYTES
from shared.practice.column.policy import ColumnPolicy
from shared.practice.column.rules import pictures as rules
from shared.practice.column.views import Story
from shared.reference.views import policy

_JPEG = b"\xff\xd8"


def add_picture(
    store: Store,
    actor: Actor,
    story: str,
    jpeg: bytes,
    caption: str,
    people: Collection[str],
    *,
    no_customer: bool,
    now: int,
) -> int | Refusal:
    """Add a photo at the end of a story; its number. `no_customer`: the editor confirms that no customer is on it."""
    with store.transaction(now) as tx:
        found = story_to_edit(tx, actor, story)
        if isinstance(found, Refusal):
            return found
        who, each = found
        known = pictures.of_story(store, story)
        if refusal := _may_add(store, jpeg, people, no_customer) or _too_many(store, each):
            return refusal
        digest = sha256(jpeg).hexdigest()
        same = next((one for one in known if one.sha256 == digest), None)
        number = same.number if same else max((one.number for one in known), default=0) + 1
        text = f"{each.edited}\n{rules.line(number, caption.strip())}"
        fact = facts.PictureAdded(
            number=number, sha256=digest, people=tuple(people), image=base64.b64encode(jpeg).decode()
        )
        written = write(tx, who, each, Draft(each.section, each.title, text, each.sentences))
        if isinstance(written, Refusal):
            return written
        tx.record(fact, subject=story, actor=who.number)
    return number


def _may_add(store: Store, jpeg: bytes, people: Collection[str], no_customer: bool) -> Refusal | None:
    if not jpeg.startswith(_JPEG) or len(jpeg) > MOST_BYTES:
        return Refusal("picture_unfit")
    unknown = next((number for number in people if number not in views.colleagues(store)), "")
    if unknown:
        return Refusal("unknown_person", {"number": unknown})
    return None if no_customer else Refusal("picture_of_customer")


def _too_many(store: Store, each: Story) -> Refusal | None:
    most = policy(store)[ColumnPolicy].pictures_most
    return Refusal("too_many_pictures", {"most": most}) if len(rules.numbers(each.text)) >= most else None


def show(tx: Transaction, who: Actor, each: Story, staff: str, hall: str, wanted: Collection[int]) -> None:
    """Send photos to the hall of somebody who is asked about them."""
    for one in pictures.of_story(tx.store, each.story):
        if one.number in wanted:
            fact = facts.PictureShown(
                staff=staff, number=one.number, sha256=one.sha256, image=one.image, on=staff in one.people
            )
            tx.record(fact, subject=each.story, actor=who.number, hall=hall)
