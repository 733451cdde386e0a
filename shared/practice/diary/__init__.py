"""工作日记: a member of staff's own record; pauses write themselves into it (resources/handbook/practices.en.md §5)."""
