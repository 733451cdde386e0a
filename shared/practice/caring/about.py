"""What the caring award says of itself. Jurors read blind texts everywhere; names and scores stay in the office."""

from shared.declaration.practice import OFFICE_ONLY, Kind, Practice
from shared.domain.text import Text
from shared.practice.caring import facts, words
from shared.practice.caring.actions.withdrawing import withdraw_declined
from shared.practice.caring.policy import Caring
from shared.practice.caring.tables import projection

PRACTICE = Practice(
    name="caring",
    title=Text("贴心服务奖", "Caring award"),
    projection=projection,
    kinds=(
        Kind(facts.RoundOpened, Text("评奖开始", "round opened"), private=True, sent_by=OFFICE_ONLY, everywhere=True),
        Kind(
            facts.JurorAppointed,
            Text("补请评委", "juror appointed"),
            private=True,
            sent_by=OFFICE_ONLY,
            everywhere=True,
        ),
        Kind(facts.Nominated, Text("推荐事迹", "deed nominated"), private=True, office_only=True, news=True),
        Kind(facts.ConsentAsked, Text("征求本人同意", "consent asked"), private=True, sent_by=OFFICE_ONLY),
        Kind(facts.Consented, Text("同意参评", "consent given"), private=True, office_only=True),
        Kind(facts.Declined, Text("不同意参评", "consent declined"), private=True, office_only=True),
        Kind(
            facts.EntryWithdrawn,
            Text("撤出评奖", "entry withdrawn"),
            private=True,
            sent_by=OFFICE_ONLY,
            everywhere=True,
        ),
        Kind(facts.Prepared, Text("评审稿", "blind text"), private=True, sent_by=OFFICE_ONLY, everywhere=True),
        Kind(facts.Scored, Text("评委打分", "scored"), private=True, office_only=True),
        Kind(facts.Recused, Text("评委回避", "recused"), private=True),
        Kind(
            facts.ScoringSet,
            Text("评分开放或结束", "scoring opened or closed"),
            private=True,
            sent_by=OFFICE_ONLY,
            everywhere=True,
        ),
        Kind(facts.JuryClosed, Text("评审结束", "jury closed"), private=True, sent_by=OFFICE_ONLY, office_only=True),
        Kind(facts.Decided, Text("评定", "awards decided"), private=True, sent_by=OFFICE_ONLY, office_only=True),
        Kind(
            facts.RoundReopened, Text("重新评审", "judged again"), private=True, sent_by=OFFICE_ONLY, office_only=True
        ),
        Kind(
            facts.RoundAnnounced,
            Text("评奖公示", "awards in notice"),
            Text("贴心服务奖结果公示", "The caring awards are in notice"),
            sent_by=OFFICE_ONLY,
            everywhere=True,
            news=True,
        ),
        Kind(facts.AwardShown, Text("公示名单", "name in notice"), private=True, sent_by=OFFICE_ONLY, everywhere=True),
        Kind(facts.Objected, Text("提出异议", "objection"), private=True, office_only=True),
        Kind(facts.ObjectionAnswered, Text("答复异议", "objection answered"), private=True, sent_by=OFFICE_ONLY),
        Kind(
            facts.RoundFinished,
            Text("评奖结束", "round finished"),
            private=True,
            sent_by=OFFICE_ONLY,
            everywhere=True,
        ),
        Kind(facts.AnnalWritten, Text("经营大事迹", "annals"), private=True, sent_by=OFFICE_ONLY, everywhere=True),
        Kind(facts.CopyGiven, Text("发给本人的材料", "copy given"), private=True, sent_by=OFFICE_ONLY),
    ),
    refusals=words.REFUSALS,
    policy=(Caring,),
    daily=withdraw_declined,
)
