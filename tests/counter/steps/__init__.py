"""The ten most usual tasks of each role at the counter, step by step, as `tests/counter/test_steps.py` counts them."""
