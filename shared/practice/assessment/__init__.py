"""Team assessment (班组考核): inspections, the year's score, who is disqualified and who rewarded.

The rules: resources/handbook/practices.en.md §9.
"""
