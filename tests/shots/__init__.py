"""Pictures of every page, for the README and for looking at: `python3 dev.py shots`."""
