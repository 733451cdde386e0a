"""First inquiry (首问负责): the first to be asked owns the question until the customer has an answer (DOMAIN.md §3)."""
