"""The paper's year: 80 staff of 16 halls through 250 working days of 2014, seeded, by the product's own actions.

Each module plans one practice: `plan(company, agenda)` puts its steps on the agenda, and `run` carries them out.
"""
