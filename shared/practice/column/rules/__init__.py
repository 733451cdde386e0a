"""The rules of the column: how people are named, what a story and an issue need before they are printed. Pure."""
