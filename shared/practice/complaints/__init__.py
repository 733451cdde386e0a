"""Verdicts on complaints (属实 / 部分 / 不属实): what pay and assessment count, and only that.

The rules: resources/handbook/practices.en.md §9.
"""
