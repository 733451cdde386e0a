"""What tests share: builders of stores and days, a person at the screen, a small disk, a watchdog."""
