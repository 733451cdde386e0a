"""The hall's sign on the wall."""
