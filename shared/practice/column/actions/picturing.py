"""Put a photo into a story: a new version of it, with a line where the photo stands; show it to whom it is shown to."""

import base64
from collections.abc import Collection
from hashlib import sha256

from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.journal.store import Store, Transaction
from shared.practice.column import facts, pictures, views
from shared.practice.column.actions.drafting import Draft, opened, write
from shared.practice.column.pictures import MOST_BYTES, Picture
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
    """A new version with the photo at its end; its number. `no_customer`: somebody looked, no customer is on it."""
    with store.transaction(now) as tx:
        found = opened(tx, actor, story)
        if isinstance(found, Refusal):
            return found
        who, each = found
        known = pictures.of_story(store, story)
        if refusal := _fit(store, jpeg, people, no_customer) or _room(store, each, known):
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


def _fit(store: Store, jpeg: bytes, people: Collection[str], no_customer: bool) -> Refusal | None:
    if not jpeg.startswith(_JPEG) or len(jpeg) > MOST_BYTES:
        return Refusal("picture_unfit")
    unknown = next((number for number in people if number not in views.colleagues(store)), "")
    if unknown:
        return Refusal("unknown_person", {"number": unknown})
    return None if no_customer else Refusal("picture_of_customer")


def _room(store: Store, each: Story, known: Collection[Picture]) -> Refusal | None:
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
