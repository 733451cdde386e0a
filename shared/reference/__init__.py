"""Reference documents (policy, calendar, rulebook): published whole, versioned, as facts of the journal."""
