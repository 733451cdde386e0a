"""The code that means all halls."""

EVERYWHERE = "*"
"""The hall of the office and its devices; a fact of this hall goes to every hall."""
