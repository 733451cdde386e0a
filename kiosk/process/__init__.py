"""The kiosk as a process: kept running, recovered after an error, heard."""
