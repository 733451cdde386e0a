"""One PC: its settings, its private files, who has its data folder in use, the codes it signs and reads."""
