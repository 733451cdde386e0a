"""The hub's side in PostgreSQL: tables and functions (`*.sql`), installing them, devices' logins, the chain."""
