"""Team assessment (班组考核): inspections, the year's score, who is disqualified and who rewarded (OFFICE.md §3)."""
