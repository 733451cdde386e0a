"""The screen of staff, supervisor and office: pages without rules."""
