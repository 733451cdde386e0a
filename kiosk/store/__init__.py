"""What the kiosk knows of its hall and asks of the practices, on the store thread."""
