"""Verdicts on complaints (属实 / 部分 / 不属实): what pay and assessment count, and only that (OFFICE.md §0.2)."""
