"""The kiosk as a process: kept running, recovered after an error, with the sound of a touch."""
