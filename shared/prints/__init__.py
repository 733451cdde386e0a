"""Prints that are scanned: cards, badges, slips and certificates, and the printer of queue numbers."""
