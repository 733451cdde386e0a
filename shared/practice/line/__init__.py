"""The hall's waiting line: numbers taken, called, held, served (DOMAIN.md §4)."""
