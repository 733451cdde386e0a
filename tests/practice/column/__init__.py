"""The service window column."""
