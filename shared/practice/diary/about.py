"""Declares the diary. The words of an entry are never shown in the daily log."""

from shared.declaration.practice import PERSON, Kind, Practice, Shown, coded
from shared.domain.text import Text
from shared.practice.diary import words
from shared.practice.diary.facts import CandidateSet, EntryAnswered, EntryChanged, EntryWritten
from shared.practice.diary.policy import DiaryPolicy
from shared.practice.diary.tables import projection

PRACTICE = Practice(
    name="diary",
    title=Text("工作日记", "Diary"),
    projection=projection,
    kinds=(
        Kind(
            EntryWritten,
            Text("写日记", "diary entry written"),
            Text("{staff}写了工作日记：{entry}", "{staff} wrote in the diary: {entry}"),
            shows=("staff", "entry"),
        ),
        Kind(
            EntryChanged,
            Text("改日记", "diary entry changed"),
            Text("{staff}修改了工作日记：{entry}", "{staff} changed a diary entry: {entry}"),
            shows=("entry",),
        ),
        Kind(
            EntryAnswered,
            Text("处理日记", "diary entry answered"),
            Text("{staff}的日记有了结果：{outcome}", "Answer to a diary entry of {staff}: {outcome}"),
            shows=("outcome",),
        ),
        Kind(
            CandidateSet,
            Text("推荐参评", "nomination for the award"),
            Text(
                "{staff}{candidate}推荐日记参评贴心服务奖",
                "{staff} {candidate} to the nomination of a diary entry for the caring award",
            ),
            shows=("candidate",),
        ),
    ),
    fields={
        "staff": PERSON,
        "entry": coded(words.entry),
        "outcome": coded(words.outcome),
        "candidate": Shown(words.consents),
    },
    refusals=words.REFUSALS,
    policy=(DiaryPolicy,),
)
