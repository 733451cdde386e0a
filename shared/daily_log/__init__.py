"""当日日志: the one page that reads across practices; the supervisor's record of a hall's day.

The rules: resources/handbook/practices.en.md §5.

`views.day` assembles it, `actions.sign` signs it off, `exports` writes it as JSON, text, XLSX and PDF.
"""
