"""How a practice says all of itself, and what all of them together say. Knows the domain only."""
