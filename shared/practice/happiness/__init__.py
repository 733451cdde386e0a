"""快乐驿站: hotlines and the group, a request for help to chosen persons, greetings among all halls.

The rules: resources/handbook/practices.en.md §7.
"""
