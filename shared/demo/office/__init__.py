"""What the office and a second hall did in the months before, so that no page of the demo hall is empty."""
