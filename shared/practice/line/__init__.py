"""The hall's waiting line: numbers taken, called, held, served (resources/handbook/practices.en.md §4)."""
