"""Charts on QPainter: for the screen, a PDF and a picture. Each has its table twin and a sentence for a screen reader.

No chart library: the lightest measured cost 61 MiB of memory and 1.6 s at its first import; these cost 4 MiB.
"""
