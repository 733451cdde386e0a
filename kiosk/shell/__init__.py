"""The kiosk's window: frame, bars, page history, idle watch, appearance."""
