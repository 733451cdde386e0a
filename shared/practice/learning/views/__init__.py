"""What may be asked about training: courses, sessions and attendance, who is missing, skills cards."""

from shared.practice.learning.facts import Attendance, Category
from shared.practice.learning.rules.attending import PRESENT, Rate, SessionState
from shared.practice.learning.rules.standing import OPEN, Standing, State
from shared.practice.learning.views.attended import Attending, Session, attendance, rates, session, sessions
from shared.practice.learning.views.audience import concerned, course, course_subject, courses
from shared.practice.learning.views.by_hall import attended_by_hall, exams_by_hall
from shared.practice.learning.views.skills_card import Certificate, Skill, SkillsCard, certificates, certified, skills
from shared.practice.learning.views.standings import Learner, Missing, matrix, missing

__all__ = [
    "OPEN",
    "PRESENT",
    "Attendance",
    "Attending",
    "Category",
    "Certificate",
    "Learner",
    "Missing",
    "Rate",
    "Session",
    "SessionState",
    "Skill",
    "SkillsCard",
    "Standing",
    "State",
    "attendance",
    "attended_by_hall",
    "certificates",
    "certified",
    "concerned",
    "course",
    "course_subject",
    "courses",
    "exams_by_hall",
    "matrix",
    "missing",
    "rates",
    "session",
    "sessions",
    "skills",
]
