"""Code scanners: reads codes from keys or a serial port and opens the page a code belongs to."""
