"""`warm-window`: set a hall up, bring data in, get reports out, keep the journal safe. For the person at the keyboard.

A result goes to stdout, everything else to stderr. Exit code 0: done; 1: something is wrong with the data; 2: usage.
"""

from shared.cli.group import main

__all__ = ["main"]
