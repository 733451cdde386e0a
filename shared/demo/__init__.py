"""Data to look at, all made through the real actions: a hall of today, and the year 2014 of the paper."""
