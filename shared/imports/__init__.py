"""Files that are brought in (导入): each kind described once, for the command line and for the page."""
