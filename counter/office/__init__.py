"""Pages of the office: the year of cards, the policy."""
