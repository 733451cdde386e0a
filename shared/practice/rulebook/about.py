"""Declares the rulebooks."""

from shared.declaration.practice import DAY, OFFICE_ONLY, PERSON, PLAIN, Kind, Practice, TemplatePart, coded
from shared.domain.text import Text
from shared.practice.rulebook import words
from shared.practice.rulebook.facts import BookletReceived, ChapterDrafted, ConsultationRecorded, RulebookRead
from shared.practice.rulebook.policy import RulebookPolicy
from shared.practice.rulebook.tables import projection


def _template() -> tuple[TemplatePart, ...]:
    """Imported when a template is made or taken."""
    from shared.practice.rulebook.template import RULEBOOK

    return (RULEBOOK,)


PRACTICE = Practice(
    name="rulebook",
    title=Text("购气窗口管理制度", "Rulebook"),
    projection=projection,
    kinds=(
        Kind(
            RulebookRead,
            Text("阅读制度", "rulebook read"),
            Text("{staff}确认已阅读管理制度（第 {version} 版）", "{staff} has read the rulebook (version {version})"),
            shows=("staff", "version"),
            own_hall=("staff",),
        ),
        Kind(
            ChapterDrafted,
            Text("制度征求意见", "consultation opened"),
            Text("《{title}》征求意见", "“{title}” was put out for consultation"),
            shows=("title",),
            sent_by=OFFICE_ONLY,
            everywhere=True,
        ),
        Kind(
            ConsultationRecorded,
            Text("记录征求意见", "consultation recorded"),
            private=True,
            sent_by=OFFICE_ONLY,
            office_only=True,
        ),
        Kind(
            BookletReceived,
            Text("签收制度册", "booklets received"),
            Text("签收《{book}》{copies}册", "Signed for {copies} copies of “{book}”"),
            shows=("book", "copies"),
        ),
    ),
    fields={
        "staff": PERSON,
        "version": PLAIN,
        "title": PLAIN,
        "book": coded(words.book),
        "copies": PLAIN,
        "edition": DAY,
    },
    refusals=words.REFUSALS,
    policy=(RulebookPolicy,),
    template=_template,
)
