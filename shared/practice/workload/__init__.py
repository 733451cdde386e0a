"""Totals that pay, assessment and effect are computed from: a day as one fact, imports, absences.

The rules: resources/handbook/practices.en.md §8.
"""
