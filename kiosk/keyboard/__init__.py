"""Writing on the screen: keys, the field, ready-made words and sentences."""
