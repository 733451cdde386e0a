"""Totals that pay, assessment and effect are computed from: a day as one fact, imports, absences (OFFICE.md §0)."""
