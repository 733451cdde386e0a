"""Declares promotions: the office decides, every hall reads them."""

from shared.declaration.practice import OFFICE_ONLY, OWN_WORDS, PERSON, Kind, Practice, coded
from shared.domain.text import Text
from shared.practice.cards.words import level
from shared.practice.promotion import words
from shared.practice.promotion.facts import Promoted, PromotionTakenBack
from shared.practice.promotion.tables import projection

PRACTICE = Practice(
    name="promotion",
    title=Text("晋级", "Promotion"),
    projection=projection,
    kinds=(
        Kind(
            Promoted,
            Text("确认晋级", "promotion confirmed"),
            Text("{staff}晋升为{level}", "{staff} was promoted to {level}"),
            shows=("staff", "level"),
            sent_by=OFFICE_ONLY,
            everywhere=True,
            news=True,
        ),
        Kind(
            PromotionTakenBack,
            Text("撤回晋级", "promotion withdrawn"),
            Text("撤回{staff}的晋级：{reason}", "{staff}'s promotion was withdrawn: {reason}"),
            shows=("reason",),
            sent_by=OFFICE_ONLY,
            everywhere=True,
            news=True,
        ),
    ),
    fields={"staff": PERSON, "level": coded(level), "reason": OWN_WORDS},
    refusals=words.REFUSALS,
)
