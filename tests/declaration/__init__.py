"""What practices declare of themselves, and what all of them together make of it."""
