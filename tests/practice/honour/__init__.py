"""The honour wall."""
