"""Declares the caring award. Jurors of all halls read blinded texts; names and scores stay in the office."""

from functools import partial

from shared.declaration.practice import OFFICE_ONLY, About, Kind, Practice
from shared.domain.text import Text
from shared.journal.store import Store
from shared.practice.caring import facts, words
from shared.practice.caring.policy import Caring
from shared.practice.caring.tables import projection

_everywhere = partial(Kind, private=True, sent_by=OFFICE_ONLY, everywhere=True)
_to_office = partial(Kind, private=True, office_only=True)
_in_office = partial(Kind, private=True, sent_by=OFFICE_ONLY, office_only=True)


def _daily(store: Store, *, now: int) -> int:
    """Imported when it is due, so that no program waits for it at its start."""
    from shared.practice.caring.actions.jurors import tell_jurors
    from shared.practice.caring.actions.withdrawing import withdraw_declined

    return withdraw_declined(store, now=now) + tell_jurors(store, now=now)


PRACTICE = Practice(
    name="caring",
    title=Text("贴心服务奖", "Caring award"),
    projection=projection,
    kinds=(
        _everywhere(facts.RoundOpened, Text("评奖开始", "round opened")),
        _everywhere(facts.JurorAppointed, Text("补请评委", "juror appointed")),
        _to_office(
            facts.Nominated,
            Text("推荐事迹", "deed nominated"),
            own_hall=("actor", "author"),
            about=About.BEGUN_HERE,
            begins=True,
            news=True,
        ),
        Kind(facts.ConsentAsked, Text("征求本人同意", "consent asked"), private=True, sent_by=OFFICE_ONLY),
        _to_office(facts.Consented, Text("同意参评", "consent given"), own_hall=("staff",)),
        _to_office(facts.Declined, Text("不同意参评", "consent declined"), own_hall=("staff",)),
        _everywhere(facts.EntryWithdrawn, Text("撤出评奖", "entry withdrawn")),
        _everywhere(facts.Prepared, Text("评审稿", "text for the jury"), begins=True),
        _to_office(facts.Scored, Text("评委打分", "scored"), own_hall=("juror",)),
        Kind(facts.Recused, Text("评委回避", "recused"), private=True, own_hall=("juror",)),
        Kind(facts.ScoreKept, Text("已收到评分", "marks received"), private=True, sent_by=OFFICE_ONLY),
        _everywhere(facts.ScoringSet, Text("评分开放或结束", "scoring opened or closed")),
        _in_office(facts.JuryClosed, Text("评审结束", "jury closed")),
        _in_office(facts.Decided, Text("评定", "awards decided")),
        _in_office(facts.RoundReopened, Text("重新评审", "judged again")),
        Kind(
            facts.RoundAnnounced,
            Text("评奖公示", "awards in notice"),
            Text("贴心服务奖结果公示", "The caring awards are in notice"),
            sent_by=OFFICE_ONLY,
            everywhere=True,
            news=True,
        ),
        _everywhere(facts.AwardShown, Text("公示名单", "name in notice")),
        _to_office(facts.Objected, Text("提出异议", "objection"), own_hall=("staff",)),
        Kind(facts.ObjectionAnswered, Text("答复异议", "objection answered"), private=True, sent_by=OFFICE_ONLY),
        _everywhere(facts.RoundFinished, Text("评奖结束", "round finished")),
        _everywhere(facts.AnnalWritten, Text("经营大事迹", "annals"), begins=True),
        Kind(facts.CopyGiven, Text("发给本人的材料", "copy given"), private=True, sent_by=OFFICE_ONLY),
    ),
    refusals=words.REFUSALS,
    policy=(Caring,),
    daily=_daily,
)
