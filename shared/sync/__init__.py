"""Carry events between this device and the hub in PostgreSQL; the hub's own schema is in `hub_schema`."""
