"""The practices, each in its own folder."""
