"""Pages of the supervisor: the day, flagged cards, roster, consent."""
