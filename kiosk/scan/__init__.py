"""Code scanners: keys or a serial port in, the page a code belongs to out."""
