"""What the caring award says of itself. Jurors read blind texts everywhere; names and scores stay in the office."""

from shared.declaration.practice import OFFICE_ONLY, Kind, Practice
from shared.domain.text import Text
from shared.practice.caring import words
from shared.practice.caring.facts import (
    AnnalWritten,
    Consented,
    Decided,
    Declined,
    JuryClosed,
    Nominated,
    Prepared,
    Recused,
    RoundAnnounced,
    RoundOpened,
    Scored,
)
from shared.practice.caring.policy import Caring
from shared.practice.caring.tables import projection

PRACTICE = Practice(
    name="caring",
    title=Text("贴心服务奖", "Caring award"),
    projection=projection,
    kinds=(
        Kind(RoundOpened, Text("评奖开始", "round opened"), private=True, sent_by=OFFICE_ONLY, everywhere=True),
        Kind(Nominated, Text("推荐事迹", "deed nominated"), private=True),
        Kind(Consented, Text("同意参评", "consent given"), private=True),
        Kind(Declined, Text("不同意参评", "consent declined"), private=True),
        Kind(Prepared, Text("评审稿", "blind text"), private=True, sent_by=OFFICE_ONLY, everywhere=True),
        Kind(Scored, Text("评委打分", "scored"), private=True),
        Kind(Recused, Text("评委回避", "recused"), private=True),
        Kind(JuryClosed, Text("评审结束", "jury closed"), private=True, sent_by=OFFICE_ONLY),
        Kind(Decided, Text("评定", "awards decided"), private=True, sent_by=OFFICE_ONLY),
        Kind(
            RoundAnnounced,
            Text("评奖公示", "awards in notice"),
            Text("贴心服务奖结果公示", "The caring awards are in notice"),
            sent_by=OFFICE_ONLY,
            everywhere=True,
        ),
        Kind(AnnalWritten, Text("经营大事迹", "annals"), private=True, sent_by=OFFICE_ONLY, everywhere=True),
    ),
    refusals=words.REFUSALS,
    policy=(Caring,),
)
