"""The rules of the column: who is named and how, what a story needs, what an issue needs. Pure."""
