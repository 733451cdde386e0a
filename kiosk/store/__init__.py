"""The kiosk's reading of its hall and its calls of the practices, on the store thread."""
