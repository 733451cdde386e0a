"""What an app may do with training and contests."""

from shared.practice.learning.actions.certifying import certify
from shared.practice.learning.actions.contests import close_contest, excuse, mark_practice, plan_contest, time_speed
from shared.practice.learning.actions.courses import set_course, set_questions, void
from shared.practice.learning.actions.quizzes import begin, hand_in, keep
from shared.practice.learning.actions.sessions import Plan, cancel, check_in, close_session, mark, plan

__all__ = [
    "Plan",
    "begin",
    "cancel",
    "certify",
    "check_in",
    "close_contest",
    "close_session",
    "excuse",
    "hand_in",
    "keep",
    "mark",
    "mark_practice",
    "plan",
    "plan_contest",
    "set_course",
    "set_questions",
    "time_speed",
    "void",
]
