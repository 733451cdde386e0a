"""The daily log as a file: one module for each format, all from the same `DailyLog`. Personal data is masked."""
