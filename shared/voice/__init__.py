"""Calls of numbers, spoken: phrases put together to a WAV, and played one after the other."""
