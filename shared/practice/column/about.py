"""Declares the column. Drafts stay in the office; what is asked goes to the hall of whoever is asked."""

from shared.declaration.practice import OFFICE_ONLY, Kind, Practice
from shared.domain.text import Text
from shared.journal.store import Store
from shared.practice.column import facts, words
from shared.practice.column.policy import ColumnPolicy
from shared.practice.column.tables import projection


def _daily(store: Store, *, now: int) -> object:
    """Imported when it is due, so that no program waits for it at its start."""
    from shared.practice.column.actions.withdrawing import withdraw_declined

    return withdraw_declined(store, now=now)


PRACTICE = Practice(
    name="column",
    title=Text("服务之窗", "Service window column"),
    projection=projection,
    kinds=(
        Kind(
            facts.StoryProposed,
            Text("投稿", "story proposed"),
            private=True,
            office_only=True,
            own_hall=("actor", "hall"),
            news=True,
        ),
        Kind(facts.Drafted, Text("起草", "story drafted"), private=True, sent_by=OFFICE_ONLY, office_only=True),
        Kind(
            facts.PictureAdded,
            Text("稿件照片", "photo of a story"),
            private=True,
            sent_by=OFFICE_ONLY,
            office_only=True,
        ),
        Kind(facts.PictureShown, Text("请看照片", "photo shown"), private=True, sent_by=OFFICE_ONLY),
        Kind(facts.NamingAsked, Text("征求刊登意见", "consent asked"), private=True, sent_by=OFFICE_ONLY),
        Kind(facts.NamingAnswered, Text("答复刊登意见", "consent answered"), private=True, own_hall=("staff",)),
        Kind(facts.ReadingAsked, Text("请本人核稿", "reading asked"), private=True, sent_by=OFFICE_ONLY),
        Kind(facts.TextRead, Text("本人核稿", "text read"), private=True, own_hall=("staff",)),
        Kind(
            facts.StoryApproved, Text("审核稿件", "story approved"), private=True, sent_by=OFFICE_ONLY, office_only=True
        ),
        Kind(
            facts.StorySetAside, Text("不刊登", "story set aside"), private=True, sent_by=OFFICE_ONLY, office_only=True
        ),
        Kind(
            facts.StoryRetracted,
            Text("撤下稿件", "story retracted"),
            private=True,
            sent_by=OFFICE_ONLY,
            office_only=True,
        ),
        Kind(
            facts.SentenceReleased,
            Text("同意引用用户留言", "customer's sentence released"),
            private=True,
            own_hall=("hall",),
        ),
        Kind(
            facts.SentenceWithheld,
            Text("不再引用用户留言", "customer's sentence withheld"),
            private=True,
            own_hall=("actor",),
        ),
        Kind(facts.IssueOpened, Text("新一期", "issue begun"), private=True, sent_by=OFFICE_ONLY, office_only=True),
        Kind(facts.IssuePlanned, Text("排期", "issue planned"), private=True, sent_by=OFFICE_ONLY, office_only=True),
        Kind(
            facts.IssuePublished,
            Text("发布服务之窗", "column published"),
            Text("服务之窗发布", "The service window column was published"),
            sent_by=OFFICE_ONLY,
            everywhere=True,
            news=True,
        ),
        Kind(
            facts.PagePublished, Text("刊登稿件", "story printed"), private=True, sent_by=OFFICE_ONLY, everywhere=True
        ),
        Kind(
            facts.PicturePublished,
            Text("刊登照片", "photo printed"),
            private=True,
            sent_by=OFFICE_ONLY,
            everywhere=True,
        ),
        Kind(
            facts.StoryPrinted,
            Text("刊登底档", "record of printing"),
            private=True,
            sent_by=OFFICE_ONLY,
            office_only=True,
        ),
        Kind(facts.AdoptionAnswered, Text("经验采用答复", "experience answered"), private=True, own_hall=("hall",)),
        Kind(
            facts.ActivityPlanned, Text("交流会", "meeting planned"), private=True, sent_by=OFFICE_ONLY, everywhere=True
        ),
        Kind(facts.MeetingAttended, Text("交流会参加", "meeting attended"), private=True, sent_by=OFFICE_ONLY),
        Kind(
            facts.FeedbackGiven,
            Text("交流会反馈", "feedback on a meeting"),
            private=True,
            office_only=True,
            own_hall=("staff",),
        ),
    ),
    refusals=words.REFUSALS,
    policy=(ColumnPolicy,),
    daily=_daily,
)
