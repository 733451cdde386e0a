"""The lobby screen for customers: pages without rules."""
