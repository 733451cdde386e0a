"""First inquiry (首问负责): the first to be asked owns the question until the customer has an answer.

The rules: resources/handbook/practices.en.md §3.
"""
