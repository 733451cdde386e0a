"""Five-minute pauses."""
