"""The append-only journal: what happens is written once; everything shown is computed from it."""
