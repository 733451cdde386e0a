"""What the rulebook says of itself."""

from shared.declaration.practice import PERSON, PLAIN, Kind, Practice
from shared.domain.text import Text
from shared.practice.rulebook import words
from shared.practice.rulebook.facts import RulebookRead
from shared.practice.rulebook.tables import projection
from shared.practice.rulebook.template import RULEBOOK

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
        ),
    ),
    fields={"staff": PERSON, "version": PLAIN},
    refusals=words.REFUSALS,
    template=(RULEBOOK,),
)
