"""Reports over several practices: 5P cards, effect for customers, checks of pay, the office's first page."""
