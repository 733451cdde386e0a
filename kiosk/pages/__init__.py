"""One page of the kiosk, one file."""
