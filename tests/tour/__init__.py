"""The main job from tap to signed day, played through the real apps: for the tour on a terminal, and as a test."""
