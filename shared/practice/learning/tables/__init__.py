"""Projection of training and contests: courses, sessions, attendance, questions, attempts, certificates, contests."""

from shared.practice.learning.tables import folding
from shared.practice.learning.tables.rows import (
    AttemptRow,
    AttendanceRow,
    CertificateRow,
    ContestRow,
    CourseRow,
    MarkRow,
    MistakesRow,
    PlaceRow,
    QuestionRow,
    SessionRow,
    projection,
)

__all__ = [
    "AttemptRow",
    "AttendanceRow",
    "CertificateRow",
    "ContestRow",
    "CourseRow",
    "MarkRow",
    "MistakesRow",
    "PlaceRow",
    "QuestionRow",
    "SessionRow",
    "folding",
    "projection",
]
