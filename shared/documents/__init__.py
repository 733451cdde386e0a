"""Makes workbooks, and fills HTML templates for print."""
