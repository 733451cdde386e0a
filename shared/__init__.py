"""The core of Warm Window: journal, people, practices. It never imports an app."""
