"""Halls, windows, staff, roles, duty and PINs: facts, roster, actions and views."""
