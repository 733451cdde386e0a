"""Declares 5P cards. A colleague in another hall may give one, so their facts go to every hall."""

from shared.declaration.practice import ANY_DEVICE, OWN_WORDS, PERSON, About, Kind, Practice, coded
from shared.declaration.replay import Replay
from shared.domain.text import Text
from shared.practice.cards import words
from shared.practice.cards.facts import (
    CardAwarded,
    CardBatchPrinted,
    CardBatchWithdrawn,
    CardReviewed,
    CardWithdrawn,
    RatingUnanswered,
    SentenceAdded,
)
from shared.practice.cards.policy import CardsPolicy
from shared.practice.cards.tables import projection


def _replays() -> tuple[Replay, ...]:
    """Imported when a preview asks for them; a kiosk never does."""
    from shared.practice.cards.replay import REPLAYS

    return REPLAYS


PRACTICE = Practice(
    name="cards",
    title=Text("5P卡", "5P cards"),
    projection=projection,
    kinds=(
        Kind(
            CardAwarded,
            Text("送出5P卡", "5P card given"),
            Text("{staff}收到一张{p}卡（{giver}赠）", "{staff} received a card: {p} (from: {giver})"),
            shows=("staff", "p", "giver", "source"),
            sent_by=ANY_DEVICE,
            everywhere=True,
            about=About.BEGUN_HERE,
            begins=True,
            kiosk_says={"giver": ("customer",), "source": ("kiosk",)},
        ),
        Kind(
            SentenceAdded,
            Text("卡上留言", "sentence added"),
            Text("{staff}的{p}卡附上了留言", "A sentence was added to {staff}'s card: {p}"),
            sent_by=ANY_DEVICE,
            everywhere=True,
            about=About.BEGUN_HERE,
        ),
        Kind(
            RatingUnanswered,
            Text("未评价", "not rated"),
            Text("{staff}办完一号，用户未评价", "{staff} finished a number; the customer did not rate"),
            shows=("staff",),
            sent_by=ANY_DEVICE,
            kiosk_reads=True,
            kiosk_fields=("staff", "number"),
        ),
        Kind(
            CardReviewed,
            Text("复核5P卡", "card reviewed"),
            Text("复核{staff}的{p}卡：{verdict}，{reason}", "Review of {staff}'s card ({p}): {verdict}, {reason}"),
            shows=("verdict", "reason"),
            everywhere=True,
            about=About.BEGUN_HERE,
        ),
        Kind(
            CardWithdrawn,
            Text("撤回5P卡", "card withdrawn"),
            Text("撤回给{staff}的{p}卡", "The card for {staff} ({p}) was taken back"),
            sent_by=ANY_DEVICE,
            everywhere=True,
            about=About.BEGUN_HERE,
        ),
        Kind(
            CardBatchPrinted,
            Text("打印5P卡", "5P cards printed"),
            Text("打印了一批5P卡", "A batch of 5P cards was printed"),
            kiosk_reads=True,
            kiosk_fields=("digests", "ps", "staff"),
        ),
        Kind(
            CardBatchWithdrawn,
            Text("停用一批5P卡", "batch of 5P cards withdrawn"),
            Text("停用一批打印的5P卡：{reason}", "A batch of printed 5P cards was withdrawn: {reason}"),
            shows=("reason",),
            kiosk_reads=True,
            kiosk_fields=(),
            kiosk_instead={"reason": ""},
        ),
    ),
    fields={
        "staff": PERSON,
        "p": coded(words.p),
        "giver": coded(words.giver),
        "source": coded(words.source),
        "verdict": coded(words.verdict),
        "reason": OWN_WORDS,
    },
    refusals=words.REFUSALS,
    policy=(CardsPolicy,),
    replays=_replays,
)
