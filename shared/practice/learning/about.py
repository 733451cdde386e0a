"""Declares training and contests. Courses, passes and places go to every hall, papers to the office."""

from functools import partial

from shared.declaration.practice import OFFICE_ONLY, PERSON, PLAIN, About, Kind, Practice, TemplatePart
from shared.domain.text import Text
from shared.journal.store import Store
from shared.practice.learning import facts, words
from shared.practice.learning.policy import Learning
from shared.practice.learning.tables import projection


def _daily(store: Store, *, now: int) -> object:
    """Imported when it is due, so that no program waits for it at its start."""
    from shared.practice.learning.actions.telling import tell_late_passes, tell_mistakes

    return tell_late_passes(store, now=now) + tell_mistakes(store, now=now)


def _template() -> tuple[TemplatePart, ...]:
    """Imported when a template is made or taken."""
    from shared.practice.learning.template import COURSES

    return (COURSES,)


_paper = partial(Kind, private=True, about=About.BEGUN_HERE, own_hall=("actor", "staff"))

PRACTICE = Practice(
    name="learning",
    title=Text("培训与竞赛", "Training and contests"),
    projection=projection,
    kinds=(
        Kind(facts.CourseSet, Text("课程", "course set"), private=True, sent_by=OFFICE_ONLY, everywhere=True),
        Kind(
            facts.SessionPlanned,
            Text("安排培训", "training planned"),
            Text("安排培训：{place}", "A training is planned: {place}"),
            shows=("place",),
            sent_by=OFFICE_ONLY,
            everywhere=True,
            news=True,
        ),
        Kind(
            facts.SessionCancelled,
            Text("取消培训", "training cancelled"),
            private=True,
            sent_by=OFFICE_ONLY,
            everywhere=True,
        ),
        Kind(
            facts.SessionClosed, Text("培训结束", "training closed"), private=True, everywhere=True, own_hall=("actor",)
        ),
        Kind(facts.AttendanceSet, Text("培训签到", "training attended"), private=True, everywhere=True),
        Kind(facts.QuestionSet, Text("试题", "question set"), private=True, sent_by=OFFICE_ONLY, everywhere=True),
        Kind(
            facts.QuestionVoided,
            Text("停用试题", "question voided"),
            private=True,
            sent_by=OFFICE_ONLY,
            everywhere=True,
        ),
        _paper(facts.AttemptBegun, Text("开始答题", "paper given out"), office_only=True, begins=True),
        _paper(facts.AttemptHandedIn, Text("交卷", "paper handed in"), office_only=True),
        Kind(
            facts.MistakesTold,
            Text("错题告知培训师", "wrong answers sent to the trainer"),
            private=True,
            sent_by=OFFICE_ONLY,
        ),
        _paper(facts.QuizPassed, Text("考试合格", "quiz passed"), everywhere=True),
        Kind(
            facts.TrainingCertified,
            Text("培训发证", "training certified"),
            Text("{staff}培训合格：{title}", "{staff} was certified: {title}"),
            shows=("staff", "title"),
            sent_by=OFFICE_ONLY,
            everywhere=True,
            news=True,
        ),
        Kind(
            facts.ContestPlanned,
            Text("安排竞赛", "contest planned"),
            Text("安排竞赛：{title}", "A contest is planned: {title}"),
            shows=("title",),
            sent_by=OFFICE_ONLY,
            everywhere=True,
            news=True,
        ),
        Kind(
            facts.PracticeMarked,
            Text("实操打分", "practice marked"),
            private=True,
            office_only=True,
            own_hall=("judge",),
        ),
        Kind(facts.SpeedTimed, Text("速度计时", "speed timed"), private=True, sent_by=OFFICE_ONLY, office_only=True),
        Kind(
            facts.ContestExcused,
            Text("竞赛请假", "excused from a contest"),
            private=True,
            sent_by=OFFICE_ONLY,
            office_only=True,
        ),
        Kind(
            facts.ContestPlaced, Text("竞赛名次", "contest place"), private=True, sent_by=OFFICE_ONLY, everywhere=True
        ),
        Kind(
            facts.ContestClosed, Text("竞赛结束", "contest closed"), private=True, sent_by=OFFICE_ONLY, everywhere=True
        ),
    ),
    fields={"staff": PERSON, "title": PLAIN, "place": PLAIN},
    refusals=words.REFUSALS,
    policy=(Learning,),
    daily=_daily,
    template=_template,
)
