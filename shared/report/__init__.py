"""Reports that put several practices together: the 5P cards beside what was served, and the office's first page."""
