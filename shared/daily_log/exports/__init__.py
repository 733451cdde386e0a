"""The daily log written down: one function for each format, each from the same `DailyLog`. Personal data is masked."""
