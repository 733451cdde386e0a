"""The first-day assistant: sets up an empty data folder on the screen, with the pages and actions of the counter.

Both apps start it on a folder without a journal (`shared.device.setup_progress`) and load it only then.
"""
