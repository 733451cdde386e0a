"""The built-in queue at the window, for a hall without a queue system: the 窗口叫号 page and the small bar."""
