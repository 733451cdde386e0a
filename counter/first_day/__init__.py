"""The first day: an empty data folder is set up on the screen, by the pages and actions that are there anyway.

Both apps begin with it where nobody has worked in their folder (`shared.device.setting_up`), and never load it else.
"""
