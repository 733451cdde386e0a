"""Imports (导入): each kind of file is described once, for the command line and for the page."""
