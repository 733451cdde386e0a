"""Halls, windows, staff, roles, PINs."""
