"""Performance pay (个人绩效): a hall's pool for a month, shared by work and by how it was done.

The rules: resources/handbook/practices.en.md §8.
"""
