"""Carry events between this device and the hub in PostgreSQL; the hub's own schema lies in `hub_schema`."""
