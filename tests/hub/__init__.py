"""The hub on a real PostgreSQL: schema, rights, courier, many devices."""
