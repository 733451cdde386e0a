"""A practice of the tests: a wish for the hall. All of it is in this folder, as of a real one in `shared/practice`."""
