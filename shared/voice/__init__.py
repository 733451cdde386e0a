"""Spoken calls of numbers: clips of phrases are joined to a WAV file and played one call after the other."""
